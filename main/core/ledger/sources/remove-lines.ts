import type { Database } from '../../db/open.ts'

/** Lines per transaction: short enough that a writer on the main thread hardly waits. */
const linesPerTransaction = 200

/**
 * Takes lines away with everything that hangs on them, some at a time: parts that a notification brought, and suggestions
 * of any run. Whoever calls it saw to it that nothing was decided about them.
 */
export function removeLines(db: Database, of: 'source_file_id' | 'run_id') {
  const page = db
    .prepare<[string], string>(`select id from source_entries where ${of} = ? limit ${linesPerTransaction}`)
    .pluck()
  const withParts = db
    .prepare<{ ids: string }, string>(
      `with recursive going (id) as (
         select value from json_each(@ids)
         union select p.id from going g cross join source_entries p on p.parent_entry_id = g.id)
       select id from going`,
    )
    .pluck()
  const dropSuggestions = db.prepare(
    `delete from ledger_matches where status <> 'accepted' and id in (
       select g.match_id from json_each(?) x cross join match_legs g on g.source_entry_id = x.value)`,
  )
  const remove = db.prepare('delete from source_entries where id in (select value from json_each(?))')

  /** Answers how many went; 0 once none is left. Call it in a transaction. */
  return (id: string): number => {
    const ids = page.all(id)
    if (ids.length === 0) return 0
    dropSuggestions.run(JSON.stringify(withParts.all({ ids: JSON.stringify(ids) })))
    remove.run(JSON.stringify(ids))
    return ids.length
  }
}
