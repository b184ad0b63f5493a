import type { Database } from '../db/open.ts'
import type { Minor } from '../money.ts'
import { type ReadyRow, readyRow } from '../movements/bulk.ts'
import { openWorkerConnection } from '../worker/connection.ts'
import type { TaskContext } from '../worker/messages.ts'
import { noonOf } from '../zoned-days.ts'
import { shownText } from './line-movement.ts'
import type { ApplyOrder } from './types.ts'

export interface BulkLinesInput {
  readonly importId: string
  readonly accountId: string
  readonly timeZone: string
  readonly order: ApplyOrder
}

/** A line that waits, in its order; lines of one `part` are never parted. `row` is null of one that was known. */
export type BulkLine = readonly [id: number, part: number, row: ReadyRow | null]

/** Lines per batch, each of which becomes one transaction unless a writer on the main thread ends it before. */
const linesPerBatch = 2000

interface StagedLine {
  readonly id: number
  readonly part: number
  readonly line_key: string
  readonly booking_date: string
  readonly amount_minor: Minor
  readonly currency: string
  readonly name: string | null
  readonly text: string | null
  readonly outcome: 'new' | 'known'
  readonly facts: string | null
}

const orders: Readonly<Record<ApplyOrder, string>> = {
  amount: 'order by currency, amount_minor, id',
  time: 'order by booking_date, id',
}
const parts: Readonly<Record<ApplyOrder, string>> = {
  amount: 'dense_rank() over (order by currency, amount_minor)',
  time: 'row_number() over (order by booking_date, id)',
}

/** The lines of an import that wait, in their order, ready to be stored; beside the thread that stores them where they are many. */
export async function* readBulkLines(
  input: BulkLinesInput,
  { dataFile }: Pick<TaskContext, 'dataFile'>,
): AsyncGenerator<readonly BulkLine[], void, undefined> {
  const db = openWorkerConnection(dataFile)
  // Each page is read once, from all over.
  db.pragma('cache_size = -2048')
  try {
    yield* bulkLines(db, input)
  } finally {
    db.close()
  }
}

export function* bulkLines(db: Database, input: BulkLinesInput): Generator<readonly BulkLine[], void, undefined> {
  const noons = new Map<string, number>()
  const noonAt = (day: string) => {
    const noon = noons.get(day) ?? noonOf(day, input.timeZone)
    noons.set(day, noon)
    return noon
  }
  const ready = (line: StagedLine): ReadyRow =>
    readyRow({
      externalId: line.line_key,
      amountMinor: line.amount_minor,
      currency: line.currency,
      senderName: line.name,
      receivedAt: noonAt(line.booking_date),
      text: shownText(line),
    })
  for (const lines of pagesOf(db, input))
    yield lines.map((line): BulkLine => [line.id, line.part, line.outcome === 'new' ? ready(line) : null])
}

/** Their order lies in a table of this connection. */
function* pagesOf(
  db: Database,
  { importId, accountId, order }: BulkLinesInput,
): Generator<StagedLine[], void, undefined> {
  db.pragma('temp.journal_mode = OFF')
  db.exec('create temp table apply_order (place integer primary key, id integer, part integer)')
  // What a run before stored carries its line's key.
  const wasBegun = db
    .prepare<[string], number>('select exists (select 1 from movements where import_id = ?)')
    .pluck()
    .get(importId)
  const isLeft = `(outcome = 'known' or not exists
    (select 1 from movements m where m.account_id = @accountId and m.external_id = line_key))`
  db.prepare(
    `insert into temp.apply_order (id, part) select id, ${parts[order]} from import_lines
      where import_id = @importId and applied = 0 ${wasBegun === 1 ? `and ${isLeft}` : ''} ${orders[order]}`,
  ).run({ importId, accountId })
  db.exec('create index temp.apply_order_parts on apply_order (part, place)')
  const page = db.prepare<[number, number], StagedLine>(
    `select l.id, o.part, l.line_key, l.booking_date, l.amount_minor, l.currency, l.name, l.text, l.outcome,
            iif(trim(l.text) <> '', null, l.facts) as facts
       from temp.apply_order o cross join import_lines l on l.id = o.id where o.place > ? and o.place <= ? order by o.place`,
  )
  const endOf = db
    .prepare<[number], number>(
      'select max(place) from temp.apply_order where part = (select part from temp.apply_order where place = ?)',
    )
    .pluck()
  const count = db.prepare<[], number>('select coalesce(max(place), 0) from temp.apply_order').pluck().get() ?? 0
  for (let from = 0; from < count; ) {
    const wanted = Math.min(from + linesPerBatch, count)
    const until = endOf.get(wanted) ?? wanted
    yield page.all(from, until)
    from = until
  }
}
