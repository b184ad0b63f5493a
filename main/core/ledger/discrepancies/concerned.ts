import type { Database } from '../../db/open.ts'
import { conditions } from './conditions.ts'
import { named } from './wanted.ts'

/**
 * Items of a run without a matching pass that a condition holds for, or that something is open about: after an import only
 * these need to be looked at. Reads every line of the run, so call it off the main thread.
 */
export function concernedItems(db: Database, run: { readonly runId: string; readonly ledgerId: string }): string[] {
  const span = { run: run.runId, ledger: run.ledgerId, now: null, end: null }
  const open = "select source_entry_id from discrepancies where run_id = @run and status <> 'closed'"
  const held = conditions
    .filter(({ subject, afterPass }) => subject === 'item' && !afterPass)
    .map(({ sql }) => `select source_entry_id from (${sql})`)
  const ids = new Set<string>()
  for (const sql of [open, ...held])
    for (const id of db.prepare<Partial<typeof span>, string | null>(sql).pluck().iterate(named(sql, span)))
      if (id !== null) ids.add(id)
  return [...ids]
}
