import type { Database } from '../../db/open.ts'
import type { Touched } from './judge.ts'
import type { JudgedRun } from './wanted.ts'

/** What else a decision concerns beside what it names. */
export function createWidening(db: Database) {
  const items = db
    .prepare<{ ids: string }, string>(
      `with touched (id) as (select value from json_each(@ids))
       select id from touched
       union select i.parent_entry_id from touched t join source_entries i on i.id = t.id
         where i.parent_entry_id is not null
       union select part.id from touched t join source_entries part on part.parent_entry_id = t.id
         where part.level = 'residual'
       union select o.id from touched t join source_entries i on i.id = t.id and i.strong_key is not null
         join source_entries o on o.ledger_id = i.ledger_id and o.currency = i.currency
           and o.fingerprint = i.fingerprint and o.occurrence = i.occurrence`,
    )
    .pluck()
  const otherRuns = db.prepare<{ run: string; items: string; entries: string }, JudgedRun>(
    `select id, currency, ledger_id as ledgerId, period_to as periodTo, settings from reconciliation_runs
     where status <> 'closed' and id <> @run and id in (
       select d.run_id from json_each(@items) x cross join discrepancies d on d.source_entry_id = x.value
       union select d.run_id from json_each(@entries) x cross join discrepancies d on d.ledger_entry_id = x.value)`,
  )
  return {
    /** Items with the line that they are part of, what is left over in them, and lines that may be the same. */
    items: (ids: readonly string[]) => (ids.length === 0 ? ids : items.all({ ids: JSON.stringify(ids) })),
    /** Open runs that have, or had, discrepancies about the same items or entries. */
    otherRuns: (run: string, touched: Touched) =>
      otherRuns.all({ run, items: JSON.stringify(touched.items), entries: JSON.stringify(touched.entries) }),
  }
}
