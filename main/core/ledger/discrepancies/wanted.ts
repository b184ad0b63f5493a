import type { Database } from '../../db/open.ts'
import { isSameAccount } from '../../imports/account-filter.ts'
import { orderedId } from '../../ordered-id.ts'
import type { Clock } from '../../ports.ts'
import type { Finding } from '../engine/types.ts'
import type { Run } from '../runs/types.ts'
import { type Condition, touchedHere } from './condition.ts'
import { conditions, findingSeverity } from './conditions.ts'

export type Subject = NonNullable<Condition['subject']>

/** What a discrepancy should say; its key is unique within its type and run. Amount in minor units. */
interface Wanted {
  readonly key: string
  readonly severity: 'info' | 'warning' | 'critical'
  readonly statement?: string
  readonly item?: string | null
  readonly entry?: string | null
  readonly amount?: number | null
  readonly facts: Readonly<Record<string, unknown>>
}
export type RunPlace = Pick<Run, 'id' | 'currency'>

/** A run as far as its conditions look at it; `settings` is null before its first matching pass. */
export interface JudgedRun extends Pick<Run, 'id' | 'currency' | 'ledgerId' | 'periodTo'> {
  readonly settings: unknown
}

const columns = 'key, statement_id, source_entry_id, ledger_entry_id, match_id, severity, amount, facts'
const sameKey = `discrepancies.run_id = @run and discrepancies.key = @type || ':' || w.key`

/** What should be open of one type in one run is collected, then raised, changed and closed by it. Call in transactions. */
export function createWanted({ db, now }: { db: Database; now: Clock }) {
  db.function('new_id', () => orderedId(now()))
  db.function('same_account', (known, found) => (isSameAccount(String(known), String(found)) ? 1 : 0))
  db.exec(
    `create temp table if not exists wanted (key text primary key, statement_id text, source_entry_id text,
       ledger_entry_id text, match_id text, severity text, amount integer, facts text) without rowid`,
  )
  const clear = db.prepare('delete from temp.wanted')
  const want = db.prepare(
    `insert or ignore into temp.wanted (${columns})
     values (@key, @statement, @item, @entry, null, @severity, @amount, @facts)`,
  )
  const addNew = db.prepare(
    `insert into discrepancies (id, run_id, type, status, currency, opened_at, ${columns})
     select new_id(), @run, @type, 'open', @currency, @at, @type || ':' || w.key, w.statement_id, w.source_entry_id,
       w.ledger_entry_id, w.match_id, w.severity, w.amount, w.facts
     from temp.wanted w
     where not exists (select 1 from discrepancies d where d.run_id = @run and d.key = @type || ':' || w.key)
       -- What a pass noticed may be gone by the time it is told.
       and (w.source_entry_id is null or exists (select 1 from source_entries i where i.id = w.source_entry_id))
       and (w.ledger_entry_id is null or exists (select 1 from ledger_entries e where e.id = w.ledger_entry_id))`,
  )
  const update = db.prepare(
    `update discrepancies set severity = w.severity, amount = w.amount, facts = w.facts, version = version + 1
     from temp.wanted w where ${sameKey} and discrepancies.status <> 'closed'
       and (discrepancies.severity <> w.severity or discrepancies.amount is not w.amount or discrepancies.facts <> w.facts)`,
  )
  // What a person accepted as it is stays closed unless its amount changes.
  const reopen = db.prepare(
    `update discrepancies set status = 'open', severity = w.severity, amount = w.amount, facts = w.facts, closed_at = null,
       closed_reason = null, closed_by = null, opened_at = @at, version = version + 1
     from temp.wanted w where ${sameKey} and discrepancies.status = 'closed'
       and (discrepancies.closed_reason in ('resolved', 'superseded') or discrepancies.amount is not w.amount)`,
  )
  const closed = `update discrepancies set status = 'closed', closed_at = @at, closed_by = 'engine', version = version + 1`
  const closing = (limit: string) =>
    `${closed}, closed_reason = 'resolved'
     where run_id = @run and status <> 'closed' ${limit}
       and not exists (select 1 from temp.wanted w where w.key = substr(discrepancies.key, length(@type) + 2))`
  // Keys begin with their type: a range of the index instead of everything that is open in the run.
  const closeGone = db.prepare(closing(`and discrepancies.key >= @type || ':' and discrepancies.key < @type || ';'`))
  // The key of what concerns one item, entry or match is its id.
  const closeTouched = db.prepare(
    closing(`and discrepancies.key in (select @type || ':' || value from json_each(@ids))`),
  )
  const supersede = db.prepare(
    `${closed}, closed_reason = 'superseded'
     where run_id = @run and status <> 'closed' and key in (select value from json_each(@keys))`,
  )
  const fill = new Map(
    conditions.map((condition) => [
      condition,
      {
        all: db.prepare(`insert or ignore into temp.wanted (${columns}) ${condition.sql}`),
        touched:
          condition.subject &&
          db.prepare(`insert or ignore into temp.wanted (${columns}) ${touchedSql(condition.sql, condition.subject)}`),
      },
    ]),
  )

  function add({ statement, item, entry, amount, facts, ...rest }: Wanted): void {
    want.run({
      ...rest,
      statement: statement ?? null,
      item: item ?? null,
      entry: entry ?? null,
      amount: amount ?? null,
      facts: JSON.stringify(facts),
    })
  }
  function raise(type: string, run: RunPlace): void {
    const row = { run: run.id, type, at: now() }
    addNew.run({ ...row, currency: run.currency })
    update.run({ run: run.id, type })
    reopen.run(row)
  }
  function collect(rows: readonly Wanted[]): void {
    clear.run()
    for (const row of rows) add(row)
  }
  const due = (condition: Condition, run: JudgedRun) => !condition.afterPass || run.settings !== null

  return {
    /** All that should be open of a type in a run: what else is open of it has gone. */
    settle(type: string, run: RunPlace, rows: readonly Wanted[]): void {
      collect(rows)
      raise(type, run)
      closeGone.run({ run: run.id, type, at: now() })
    },
    /** Some of what should be open of a type; the others are left as they are. */
    raise(type: string, run: RunPlace, rows: readonly Wanted[]): void {
      collect(rows)
      raise(type, run)
    },
    /** One that is known by its key alone: whatever else is open of the type stays. Null when it has gone. */
    settleOne(type: string, run: RunPlace, key: string, row: Omit<Wanted, 'key'> | null): void {
      collect(row ? [{ ...row, key }] : [])
      raise(type, run)
      closeTouched.run({ run: run.id, type, at: now(), ids: JSON.stringify([key]) })
    },
    /** All conditions of a type in a run. */
    settleAll(type: string, ofType: readonly Condition[], run: JudgedRun, span: Span): void {
      clear.run()
      for (const condition of ofType) if (due(condition, run)) fill.get(condition)?.all.run(named(condition.sql, span))
      raise(type, run)
      closeGone.run({ run: run.id, type, at: now() })
    },
    /** A condition of single items, entries or matches, for some of them. */
    settleSome(condition: Condition, run: JudgedRun, span: Span, ids: readonly string[]): void {
      const list = JSON.stringify(ids)
      clear.run()
      if (due(condition, run)) fill.get(condition)?.touched?.run({ ...named(condition.sql, span), ids: list })
      raise(condition.type, run)
      closeTouched.run({ run: run.id, type: condition.type, at: now(), ids: list })
    },
    /** Closes findings, by key with type, that a newer pass no longer has. */
    supersede(runId: string, keys: readonly string[]): void {
      supersede.run({ run: runId, at: now(), keys: JSON.stringify(keys) })
    },
  }
}
export type WantedRows = ReturnType<typeof createWanted>

/** Parameters of the conditions (see there). */
export type Span = Readonly<Record<'run' | 'ledger' | 'now' | 'end', string | null>>

export const findingKey = ({ itemId, entryId }: Finding) => `${itemId ?? ''}:${entryId ?? ''}`
export const asWanted = (finding: Finding): Wanted => ({
  key: findingKey(finding),
  severity: findingSeverity[finding.type] ?? 'info',
  item: finding.itemId,
  entry: finding.entryId,
  amount: finding.amount,
  facts: finding.facts,
})

/**
 * A condition for some ids only. The plus signs keep the search from any other index than that of the ids: by run or ledger
 * it would look at every line.
 */
const touchedSql = (sql: string, subject: Subject): string =>
  sql
    .replace(
      /\b(where|and) ([iem]\.(?:run_id|ledger_id|match_status|bank_status|status|booking_date|parent_entry_id)) /g,
      '$1 +$2 ',
    )
    .replace(`and ${touchedHere}`, `and ${alias[subject]}.id in (select value from json_each(@ids))`)
const alias = { item: 'i', entry: 'e', match: 'm' } as const

/** Only the parameters a query names: a prepared statement refuses others. */
export const named = (sql: string, values: Span) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`)))
