import type { Database } from '../db/open.ts'
import type { Minor } from '../money.ts'
import { isOpen as isOpenSql } from '../requests/queries.ts'
import { markDueSql } from '../suggestions/book.ts'
import type { ApplyOrder } from './types.ts'

/** A line that waits, with its place in the order; lines of one `part` are never parted. */
export interface PlacedLine {
  readonly place: number
  readonly part: number
  readonly id: number
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

/** What a thread reads and writes to apply the lines of one import; their order lies in a table of this connection. */
export function bulkQueries(db: Database, accountId: string, importId: string, order: ApplyOrder) {
  db.pragma('temp.journal_mode = OFF')
  db.exec('create temp table apply_order (place integer primary key, id integer, part integer)')
  db.prepare(
    `insert into temp.apply_order (id, part)
     select id, ${parts[order]} from import_lines where import_id = ? and applied = 0 ${orders[order]}`,
  ).run(importId)
  const page = db.prepare<[number, number], PlacedLine>(
    `select o.place, o.part, l.id, l.line_key, l.booking_date, l.amount_minor, l.currency, l.name, l.text, l.outcome,
            l.facts
       from temp.apply_order o cross join import_lines l on l.id = o.id where o.place > ? and o.place <= ? order by o.place`,
  )
  const endOf = db
    .prepare<[number], number>(
      'select max(place) from temp.apply_order where part = (select part from temp.apply_order where place = ?)',
    )
    .pluck()
  db.exec('create index temp.apply_order_parts on apply_order (part, place)')
  const count = db.prepare<[], number>('select coalesce(max(place), 0) from temp.apply_order').pluck().get() ?? 0
  const mayGoOn = db
    .prepare<[string], number>(
      `select exists (select 1 from statement_imports i join accounts a on a.id = i.account_id join users u on u.id = a.user_id
         where i.id = ? and i.status = 'applying' and u.operation_mode is not 'passthrough')`,
    )
    .pluck()
  const settle = db.prepare(
    `update import_lines set applied = 1, outcome = 'new', movement_id = ?, facts = null where id = ?`,
  )
  const open = `from requests where account_id = ? and ${isOpenSql}`
  const hasOpen = db.prepare<[string], number>(`select exists (select 1 ${open})`).pluck()
  const isOpen = db
    .prepare<[string, string, number], number>(`select exists (select 1 ${open} and currency = ? and amount_minor = ?)`)
    .pluck()

  const markDue = db.prepare(markDueSql)

  return {
    /** The lines in their order, some at a time. */
    *pages(size: number): Generator<readonly PlacedLine[], void, undefined> {
      for (let from = 0; from < count; ) {
        const wanted = Math.min(from + size, count)
        const until = endOf.get(wanted) ?? wanted
        yield page.all(from, until)
        from = until
      }
    },
    /** False once the import was wiped with its account, or the account forwards what comes. */
    mayGoOn: () => mayGoOn.get(importId) === 1,
    /** Suggestions for the account look at what came. */
    markDue: () => markDue.run(accountId),
    settle: (id: number, movementId: string) => settle.run(movementId, id),
    /** Asks, for lines in their order, whether an open request waits for their amount. */
    waitedFor(): (line: PlacedLine) => boolean {
      if (hasOpen.get(accountId) === 0) return () => false
      let [part, is] = [0, false]
      return (line) => {
        if (line.part !== part) [part, is] = [line.part, isOpen.get(accountId, line.currency, line.amount_minor) === 1]
        return is
      }
    },
  }
}
