import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../../db/store.ts'
import type { Upload } from '../../../http/upload.ts'
import { createLanes } from '../../../lanes.ts'
import type { Clock } from '../../../ports.ts'
import { StatementError } from '../../../statements/failure.ts'
import type { WorkProgress } from '../../../worker/messages.ts'
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
  undo(actor: Actor, id: string): Promise<{ import: ImportRow; removed: number }>
  /** How far the import or undo of a user is; null when there is none. */
  progress(userId: string): WorkProgress | null
  /** Takes away what a crash left of an import that was not finished. */
  recover(): Promise<void>
}

export interface BookImportDeps {
  readonly store: Store
  readonly audit: Audit
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly workers: Workers
  readonly now: Clock
}

/** Vouchers per turn of the event loop. */
const vouchersPerTurn = 20

/** Imports of general-ledger exports (3.2): read in a thread, booked some at a time, known lines left out. */
export function createBookImports({ store, audit, ledgers, journals, workers, now }: BookImportDeps): BookImports {
  const queries = importQueries(store.db)
  const lanes = createLanes()
  const underWay = new Map<string, WorkProgress>()

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
    const fresh = vouchers.filter((voucher) => count(voucher) === 0)
    const replaced = replacedIn(userId, vouchers, fresh)
    const changed = vouchers.filter((voucher) =>
      count(voucher) === 0 ? replaced.has(identityOf(voucher)) : !known.has(voucher),
    )
    return { known, changed }
  }

  /** A voucher as a person names it: number and day, and the ledgers it touches. */
  const identity = (number: string | null, date: string, sides: readonly string[]) =>
    JSON.stringify([number, date, [...sides].sort()])
  const identityOf = ({ number, date, lines }: Voucher) =>
    identity(
      number,
      date,
      lines.map((line) => line.ledgerId + line.type),
    )

  /** Imported vouchers of which no line is left in the file: under their number stands another one now. */
  function replacedIn(userId: string, all: readonly Voucher[], fresh: readonly Voucher[]): ReadonlySet<string> {
    const numbers = [...new Set(fresh.flatMap(({ number }) => number ?? []))]
    const keys = new Set(all.flatMap(({ lines }) => lines.map(({ importKey }) => importKey)))
    return new Set(
      queries
        .numbered(userId, numbers)
        .filter((booked) => !booked.keys.some((key) => key !== null && keys.has(key)))
        .map(({ number, date, sides }) => identity(number, date, sides)),
    )
  }

  const changedFault = ({ number, date, lines }: Voucher) => ({
    line: lines[0]?.line ?? 0,
    code: 'voucher_changed',
    value: number ?? '',
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

  function newRow(
    actor: Actor,
    file: Upload,
    found: ReadBooks,
    counts: { imported: number; skipped: number },
  ): ImportRow {
    const at = now()
    return {
      id: randomUUID(),
      user_id: actor.userId,
      file_name: file.name,
      sha256: file.sha256,
      mapping: JSON.stringify(found.mapping),
      imported: counts.imported,
      skipped: counts.skipped,
      created_at: at,
      created_by: actor.name,
      // Counts as undone until its last voucher is booked: a start after a crash takes the rest of it away.
      undone_at: at,
    }
  }

  async function bookAll(actor: Actor, row: ImportRow, vouchers: readonly Voucher[]): Promise<void> {
    store.write(() => queries.insert(row))
    try {
      await inTurns(actor, 'booking', vouchers, (voucher) => book(actor, voucher, row.id))
    } catch (error) {
      await removeAll(actor, row.id)
      store.write(() => queries.remove(row.id))
      throw error
    }
  }

  async function removeAll(actor: Actor, id: string): Promise<number> {
    const transactions = queries.transactions(id)
    await inTurns(actor, 'undoing', transactions, (transaction) => journals.remove(actor, transaction))
    return transactions.length
  }

  /** What a crash left: of an import that was never told nothing stays, an undo is brought to its end. */
  async function takeBack(row: ImportRow): Promise<void> {
    const actor = { userId: row.user_id, name: 'engine' }
    await removeAll(actor, row.id)
    store.write(() => {
      if (audit.last('ledger_import', row.id, ['import']) === null) queries.remove(row.id)
      else {
        const before = { ...row, undone_at: null }
        audit.record({ actor, entity: 'ledger_import', entityId: row.id, action: 'undo', before, after: row })
      }
    })
  }

  /** Some at a time, each group on disk before the window gets its turn. */
  async function inTurns<T>(actor: Actor, step: string, list: readonly T[], work: (one: T) => void): Promise<void> {
    for (let at = 0; at < list.length; at += vouchersPerTurn) {
      underWay.set(actor.userId, { step, done: at, of: list.length })
      store.write(() => list.slice(at, at + vouchersPerTurn).forEach(work))
      await setImmediate()
    }
  }

  /** One import or undo of a user at a time, so that each sees what the one before left. */
  const inLane = <T>(userId: string, work: () => Promise<T>): Promise<T> =>
    lanes.run(userId, () => work().finally(() => underWay.delete(userId)))

  function refuseUsed(id: string): void {
    const users = queries.users(id)
    if (users.length === 0) return
    const names = users.slice(0, 5).map(({ match_id: match, document_no: document }) => {
      return document === null ? match : `${document} (${match})`
    })
    throw refused(
      'import_in_use',
      `Accepted matches rest on this import: ${names.join(', ')}${users.length > 5 ? ' and more' : ''}. Undo those first.`,
      users,
    )
  }

  return {
    async preview(actor, file, options) {
      const found = await read(actor, file, options)
      const { known, changed } = sort(actor.userId, found.vouchers)
      return { read: { ...found, faults: [...found.faults, ...changed.map(changedFault)].slice(0, 100) }, known }
    },
    import: (actor, file, options) =>
      inLane(actor.userId, async () => {
        underWay.set(actor.userId, { step: 'reading', done: 0, of: null })
        const found = await read(actor, file, options)
        checkReadable(found)
        const { known, changed } = sort(actor.userId, found.vouchers)
        if (changed.length > 0) checkReadable({ ...found, faults: changed.slice(0, 100).map(changedFault) })
        const fresh = found.vouchers.filter((voucher) => !known.has(voucher))
        const lines = (vouchers: Iterable<Voucher>) => [...vouchers].reduce((sum, one) => sum + one.lines.length, 0)
        const counts = { vouchers: fresh.length, imported: lines(fresh), skipped: lines(known), read: found }
        const row = fresh.length === 0 ? null : newRow(actor, file, found, counts)
        if (row) await bookAll(actor, row, fresh)
        return store.write(() => {
          const name = file.name.slice(0, 200)
          const mappingId = queries.keep(actor.userId, found.signature, found.mapping, name, now())
          if (!row) return { ...counts, mappingId, import: null }
          queries.markUndone(row.id, null)
          const after = { ...row, undone_at: null }
          audit.record({ actor, entity: 'ledger_import', entityId: row.id, action: 'import', after })
          return { ...counts, mappingId, import: after }
        })
      }),
    undo: (actor, id) =>
      inLane(actor.userId, async () => {
        const before = queries.byId(actor.userId, id)
        if (!before) throw notFound(`Import ${id}`)
        if (before.undone_at !== null) return { import: before, removed: 0 }
        refuseUsed(id)
        store.write(() => queries.markUndone(id, now()))
        try {
          const removed = await removeAll(actor, id)
          const after = queries.byId(actor.userId, id) ?? before
          store.write(() =>
            audit.record({ actor, entity: 'ledger_import', entityId: id, action: 'undo', before, after }),
          )
          return { import: after, removed }
        } catch (error) {
          // A match was accepted meanwhile: what is left of the import stands.
          store.write(() => queries.markUndone(id, null))
          throw error
        }
      }),
    progress: (userId) => underWay.get(userId) ?? null,
    async recover() {
      // Given to the lanes at once: an import that is sent meanwhile sees what the whole of them leaves.
      await Promise.all(queries.unfinished().map((row) => inLane(row.user_id, () => takeBack(row))))
    },
  }
}
