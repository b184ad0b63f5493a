import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AccountFilter } from '../../imports/account-filter.ts'
import { watchBytes } from '../../imports/file-members.ts'
import { FileRemarks } from '../../statements/file-remarks.ts'
import { strongKeyOf } from '../../statements/identity.ts'
import { readNotification } from '../../statements/read-notification.ts'
import type { StatementEntry } from '../../statements/types.ts'
import { commitDurably, openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { digestLines } from '../audit/line-digest.ts'
import { attachQueries, type DividableLine } from './attach-queries.ts'
import { fileQueries } from './file-queries.ts'
import { itemRow } from './item-row.ts'
import { compressedContent } from './keep-content.ts'
import { type PreparedLine, prepareLine } from './prepared-line.ts'
import { refuseForeign } from './refuse-foreign.ts'
import { stageQueries } from './stage-queries.ts'
import { beginFile } from './staged-file.ts'
import type { Attached, ImportInput, ImportResult } from './types.ts'

/** Lines per transaction; a batch of many parts may bring more rows. */
const linesPerTransaction = 50

/**
 * Attaches a notification (camt.054) to a run: the parts of a batch, which its statement booked as one line, become
 * parts of that line (4.3.5 rule 7). No line is added and no balance touched; the parts belong to the notification's file
 * and go with it. All of it becomes visible in one transaction, or nothing.
 */
export async function attachNotification(input: ImportInput, context: TaskContext): Promise<ImportResult> {
  const db = openWorkerConnection(context.dataFile)
  const queries = fileQueries(db)
  let id: string | null = null
  try {
    const { size } = await stat(input.path)
    id = beginFile(db, { member: null, bytes: size, isFirst: true }, input)
    const { target, at } = input
    const filter = new AccountFilter(target)
    const remarks = new FileRemarks()
    const counts = { divided: 0, parts: 0, already: 0, decided: 0, unknown: 0, ambiguous: 0, without_parts: 0 }
    const place = { runId: target.runId, ledgerId: target.ledgerId, fileId: id, movementId: null, at }
    const { insertItem } = stageQueries(db)
    const find = lineFinder(attachQueries(db), target)
    const taken = new Set<string>()
    const store = (line: PreparedLine) => {
      const found = find(line, taken)
      if (typeof found === 'string') {
        counts[found] += 1
        return
      }
      taken.add(found.id)
      counts.divided += 1
      counts.parts += line.parts.length
      for (const part of line.parts)
        insertItem.run(
          itemRow(
            part.content,
            { ...place, statementId: found.statement_id, parentId: found.id },
            { strongKey: null, fingerprint: part.fingerprint, occurrence: found.occurrence },
          ),
        )
    }
    let waiting: PreparedLine[] = []
    const flush = () => {
      const lines = waiting
      waiting = []
      if (lines.length > 0) db.transaction(() => lines.forEach(store)).immediate()
    }
    const add = (entry: StatementEntry) => {
      if ((entry.children?.length ?? 0) < 2) counts.without_parts += 1
      else waiting.push(prepareLine(entry, target.currency))
      if (waiting.length >= linesPerTransaction) flush()
    }

    const watched = watchBytes(createReadStream(input.path), {
      signal: context.signal,
      onBytes: (done) => context.progress({ step: 'reading', done, of: size }),
    })
    const reading = await readNotification(watched.bytes, {
      currency: target.currency,
      ...(target.precisionOverride === null ? {} : { precision: { [target.currency]: target.precisionOverride } }),
      signal: context.signal,
    })
    let isOurs = false
    let others = 0
    for await (const group of reading.events)
      for (const event of group)
        if (event.kind === 'statement') isOurs = filter.accepts(event.head)
        else if (event.kind !== 'entry') remarks.take(event)
        else if (!isOurs) others += 1
        else if (event.entry.bankStatus === 'booked') add(event.entry)
    flush()
    refuseForeign(filter, input)
    const content = await compressedContent(input.path)
    context.signal.throwIfAborted()
    const file = {
      id,
      member: null,
      format: 'camt.054',
      imported: 0,
      skippedDuplicates: 0,
      skippedOtherAccount: others,
      notBooked: 0,
      warnings: remarks.warnings,
      mapping: null,
      appliedMappingId: null,
    }
    const { formatDetail } = remarks
    const read = { formatDetail, encoding: reading.encoding(), sha256: watched.sha256(), excludedLines: [], content }
    commitDurably(db, () => queries.finish({ ...file, ...read }))
    const attached: Attached = counts
    return {
      files: [{ ...file, lines: digestLines(db, id) }],
      otherAccounts: filter.others,
      linked: null,
      questions: [],
      enriched: [],
      attached,
    }
  } catch (error) {
    if (id !== null) queries.clear(id)
    throw error
  } finally {
    db.close()
  }
}

type Missed = 'already' | 'decided' | 'unknown' | 'ambiguous'

/** The line of the run that a batch is: by the bank's reference, else by date and amount where only one has them. */
function lineFinder(queries: ReturnType<typeof attachQueries>, { runId }: ImportInput['target']) {
  const only = (lines: readonly DividableLine[], taken: ReadonlySet<string>): DividableLine | Missed | null => {
    const [line, ...more] = lines
    if (!line) return null
    if (more.length > 0) return 'ambiguous'
    if (line.is_divided === 1 || taken.has(line.id)) return 'already'
    return line.is_decided === 1 ? 'decided' : line
  }
  return ({ content, bankKey }: PreparedLine, taken: ReadonlySet<string>): DividableLine | Missed => {
    const { currency, amount, booking_date: day } = content
    if (amount === null) return 'unknown'
    const named = bankKey === null ? null : only(queries.byReference(runId, currency, amount, bankKey), taken)
    if (named !== null && named !== 'ambiguous') return named
    const sameDay = queries.byDay(runId, currency, amount, day)
    // A line with another reference of the bank is another line.
    const free = sameDay.filter((line) => bankKey === null || isSameOrNone(line.bank_reference, bankKey))
    return only(free, taken) ?? 'unknown'
  }
}

const isSameOrNone = (reference: string | null, key: string): boolean =>
  reference === null || reference === key || strongKeyOf({ bankReference: reference }) === null
