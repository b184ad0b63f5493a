import type { Database } from '../../db/open.ts'

/** Asks for another run whose accepted match rests on a line of a run, carried from it; null when there is none. */
export function usedElsewhere(db: Database): (runId: string) => string | null {
  // Open lines rest on nothing: by this index they are not looked at.
  const other = db
    .prepare<[string], string>(
      `select m.run_id from source_entries e join match_legs g on g.source_entry_id = e.id
         join ledger_matches m on m.id = g.match_id and m.status = 'accepted'
       where e.run_id = ? and e.match_status in ('matched', 'partial', 'closed') and m.run_id <> e.run_id limit 1`,
    )
    .pluck()
  return (runId) => other.get(runId) ?? null
}
