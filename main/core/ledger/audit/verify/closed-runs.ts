import type { Database } from '../../../db/open.ts'
import type { Fault } from './fault.ts'

/** A closed run of which something is not as it was closed: how many faults, and what the first of them is about. */
export interface ChangedRun {
  readonly runId: string
  readonly count: number
  readonly entity: string
  readonly id: string
}

const tables: Readonly<Record<string, string>> = {
  source_file: 'source_files',
  statement: 'statements',
  item: 'source_entries',
  match: 'ledger_matches',
  discrepancy: 'discrepancies',
}

/** Which closed runs faults concern: their own row and content, and bookings that their accepted matches rest on. */
export function changedClosedRuns(db: Database, faults: readonly Fault[]): ChangedRun[] {
  const closed = closedRuns(db)
  if (closed.size === 0) return []
  const placeOf = new Map(
    Object.entries(tables).map(([entity, table]) => [
      entity,
      db.prepare<[string], string>(`select run_id from ${table} where id = ?`).pluck(),
    ]),
  )
  const inTrail = db
    .prepare<[string, string], string>(
      'select run_id from audit_events where entity = ? and entity_id = ? and run_id is not null order by seq desc limit 1',
    )
    .pluck()
  // A statement has no events of its own: its file's names it.
  const namedInTrail = db
    .prepare<[string], string>(
      `select run_id from audit_events where entity = 'source_file' and instr(after, ?) > 0 order by seq desc limit 1`,
    )
    .pluck()
  const runsOn = db
    .prepare<{ id: string }, string>(
      `select distinct m.run_id from ledger_entries e join match_legs g on g.ledger_entry_id = e.id
       join ledger_matches m on m.id = g.match_id and m.status = 'accepted' where e.id = @id or e.transaction_id = @id`,
    )
    .pluck()
  const runsOf = ({ entity, id }: Fault): readonly string[] => {
    if (entity === 'run') return [id]
    if (entity === 'ledger_entry' || entity === 'ledger_transaction') return runsOn.all({ id })
    const gone = () => (entity === 'statement' ? namedInTrail.get(id) : inTrail.get(entity, id))
    return [placeOf.get(entity)?.get(id) ?? gone() ?? '']
  }
  const found = new Map<string, ChangedRun>()
  for (const fault of faults) {
    if (fault.kind !== 'object') continue
    for (const runId of runsOf(fault)) {
      const { entity, id } = fault
      const before = found.get(runId)
      if (closed.has(runId))
        found.set(runId, before ? { ...before, count: before.count + 1 } : { runId, count: 1, entity, id })
    }
  }
  return [...found.values()]
}

/** As they stand, or as the trail says: their state itself may be what was changed. */
const closedRuns = (db: Database): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[], string>(
        `select r.id from reconciliation_runs r where r.status = 'closed' or 'close' = (select a.action from audit_events a
           where a.entity = 'run' and a.entity_id = r.id and a.action in ('close', 'reopen') order by a.seq desc limit 1)`,
      )
      .pluck()
      .all(),
  )
