import { randomUUID } from 'node:crypto'
import type { Store } from '../../../db/store.ts'
import type { Upload } from '../../../http/upload.ts'
import type { Clock } from '../../../ports.ts'
import { StatementError } from '../../../statements/failure.ts'
import type { Workers } from '../../../worker/workers.ts'
import type { Actor, Audit } from '../../audit/service.ts'
import { LedgerRefusal, notFound, refused } from '../../errors.ts'
import { precisionOf } from '../../money.ts'
import { fileRefusal } from '../../sources/file-refusal.ts'
import type { Journals } from '../journals.ts'
import type { Ledgers } from '../ledgers.ts'
import { type ImportRow, importQueries } from './import-queries.ts'
import type { BooksMapping, ReadBooks, ReadBooksInput, Voucher } from './types.ts'

export interface ImportOptions {
  readonly mapping: BooksMapping | null
  readonly answers: Readonly<Record<string, string>>
  readonly excludeLines: readonly number[]
}

export interface Imported {
  /** Null when everything of the file was there already. */
  readonly import: ImportRow | null
  readonly vouchers: number
  readonly imported: number
  readonly skipped: number
  readonly mappingId: string
  readonly read: ReadBooks
}

export interface BookImports {
  /** What a file would bring; nothing is stored. `known` says of each voucher whether it is in the books. */
  preview(actor: Actor, file: Upload, options: ImportOptions): Promise<{ read: ReadBooks; known: ReadonlySet<Voucher> }>
  /** All of the file or nothing. Throws 422 with every fault, or with the questions that must be answered first. */
  import(actor: Actor, file: Upload, options: ImportOptions): Promise<Imported>
  /** Takes every booking of an import away. Throws 409 `import_in_use` naming the accepted matches that use them. */
  undo(actor: Actor, id: string): { import: ImportRow; removed: number }
}

export interface BookImportDeps {
  readonly store: Store
  readonly audit: Audit
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly workers: Workers
  readonly now: Clock
}

/** Imports of general-ledger exports (3.2): read in a thread, booked in one transaction, known lines left out. */
export function createBookImports({ store, audit, ledgers, journals, workers, now }: BookImportDeps): BookImports {
  const queries = importQueries(store.db)

  async function read(actor: Actor, file: Upload, options: ImportOptions): Promise<ReadBooks> {
    const chart = ledgers.all(actor.userId).map(({ id, code, numId, currency, precisionOverride }) => ({
      id,
      code,
      numId,
      currency,
      precision: precisionOf(currency, precisionOverride),
    }))
    const input: ReadBooksInput = {
      path: file.path,
      fileName: file.name,
      chart,
      kept: queries.kept(actor.userId),
      ...options,
    }
    try {
      return await workers.run<ReadBooks>('books.read', input)
    } catch (error) {
      throw error instanceof StatementError ? fileRefusal(error) : error
    }
  }

  /** Vouchers that are there already; one that is there in part was changed in the accounting program. */
  function sort(userId: string, vouchers: readonly Voucher[]) {
    const keys = queries.knownKeys(
      userId,
      vouchers.flatMap(({ lines }) => lines.map(({ importKey }) => importKey)),
    )
    const count = ({ lines }: Voucher) => lines.filter(({ importKey }) => keys.has(importKey)).length
    const known = new Set(vouchers.filter((voucher) => count(voucher) === voucher.lines.length))
    const changed = vouchers.filter((voucher) => count(voucher) > 0 && !known.has(voucher))
    return { known, changed }
  }

  const changedFault = ({ number, date, lines }: Voucher) => ({
    line: lines[0]?.line ?? 0,
    code: 'voucher_changed',
    message: `${number === null ? 'A voucher' : `Voucher ${number}`} of ${date} was imported before with other lines. Undo that import, or correct the booking.`,
  })

  function checkReadable({ faults, questions }: ReadBooks): void {
    if (faults.length > 0)
      throw new LedgerRefusal(
        422,
        'import_faults',
        `${faults.length} lines cannot be booked, the first in line ${faults[0]?.line}: ${faults[0]?.message}. Nothing was imported.`,
        faults,
      )
    if (questions.length > 0)
      throw new LedgerRefusal(
        422,
        'confirmation_required',
        `${questions.map(({ message }) => message).join(' ')} Nothing was imported.`,
        questions,
      )
  }

  function book(actor: Actor, voucher: Voucher, importId: string): void {
    const [first] = voucher.lines
    journals.post(actor, {
      type: voucher.isOpening ? 'opening_balance' : 'journal',
      currency: voucher.currency,
      description: first?.description ?? '',
      referenceId: voucher.number,
      bookingDate: voucher.date,
      source: 'import',
      importId,
      entries: voucher.lines.map((line) => ({
        ledger: line.ledgerId,
        type: line.type,
        amount: line.amount,
        amountLcy: null,
        event: voucher.isOpening ? 'opening_balance' : null,
        description: line.description,
        documentNo: line.documentNo,
        externalDocumentNo: line.externalDocumentNo,
        counterpartyName: line.counterpartyName,
        valueDate: line.valueDate,
        dueDate: line.dueDate,
        importKey: line.importKey,
      })),
    })
  }

  return {
    async preview(actor, file, options) {
      const found = await read(actor, file, options)
      const { known, changed } = sort(actor.userId, found.vouchers)
      return { read: { ...found, faults: [...found.faults, ...changed.map(changedFault)].slice(0, 100) }, known }
    },
    async import(actor, file, options) {
      const found = await read(actor, file, options)
      checkReadable(found)
      return store.write(() => {
        const { known, changed } = sort(actor.userId, found.vouchers)
        if (changed.length > 0) checkReadable({ ...found, faults: changed.slice(0, 100).map(changedFault) })
        const fresh = found.vouchers.filter((voucher) => !known.has(voucher))
        const lines = (vouchers: Iterable<Voucher>) => [...vouchers].reduce((sum, one) => sum + one.lines.length, 0)
        const at = now()
        const mappingId = queries.keep(actor.userId, found.signature, found.mapping, file.name.slice(0, 200), at)
        const counts = { vouchers: fresh.length, imported: lines(fresh), skipped: lines(known), mappingId, read: found }
        if (fresh.length === 0) return { ...counts, import: null }
        const row: ImportRow = {
          id: randomUUID(),
          user_id: actor.userId,
          file_name: file.name,
          sha256: file.sha256,
          mapping: JSON.stringify(found.mapping),
          imported: counts.imported,
          skipped: counts.skipped,
          created_at: at,
          created_by: actor.name,
          undone_at: null,
        }
        queries.insert(row)
        for (const voucher of fresh) book(actor, voucher, row.id)
        audit.record({ actor, entity: 'ledger_import', entityId: row.id, action: 'import', after: row })
        return { ...counts, import: row }
      })
    },
    undo: (actor, id) =>
      store.write(() => {
        const before = queries.byId(actor.userId, id)
        if (!before) throw notFound(`Import ${id}`)
        if (before.undone_at !== null) return { import: before, removed: 0 }
        const users = queries.users(id)
        if (users.length > 0)
          throw refused(
            'import_in_use',
            `Accepted matches rest on this import: ${users
              .slice(0, 5)
              .map(({ match_id: match, document_no: document }) =>
                document === null ? match : `${document} (${match})`,
              )
              .join(', ')}${users.length > 5 ? ' and more' : ''}. Undo those first.`,
            users,
          )
        const transactions = queries.transactions(id)
        for (const transaction of transactions) journals.remove(actor, transaction)
        queries.markUndone(id, now())
        const after = queries.byId(actor.userId, id) ?? before
        audit.record({ actor, entity: 'ledger_import', entityId: id, action: 'undo', before, after })
        return { import: after, removed: transactions.length }
      }),
  }
}
