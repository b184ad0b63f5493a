import type { Database } from '../../../db/open.ts'
import type { DiscrepancyRow } from '../../discrepancies/service.ts'
import { matchQueries } from '../../matches/match-queries.ts'
import { differences, type Fault, objectFault } from './fault.ts'
import { asObject, type Recorded, trailOf } from './last-events.ts'

const plain = (value: unknown): Recorded => JSON.parse(JSON.stringify(value)) as Recorded

/** Accepted and rejected matches with their legs; a suggestion is the program's own and changes with every pass. */
export function checkMatches(db: Database): Fault[] {
  const { byId } = matchQueries(db)
  const trail = trailOf(db, 'match')
  const faults: Fault[] = []
  const rows = db
    .prepare<[], { id: string; user_id: string; status: string }>(
      `select m.id, m.status, r.user_id from ledger_matches m join reconciliation_runs r on r.id = m.run_id
       where m.status in ('accepted', 'rejected')`,
    )
    .all()
  const present = new Map(rows.map((row) => [row.id, row]))
  for (const { id, user_id: userId } of rows) {
    const recorded = trail.ids.has(id) ? lastMatch(trail.eventsOf(id)) : null
    if (recorded === null)
      faults.push(objectFault('match', id, 'not_recorded', 'was decided without a trace in the trail'))
    else
      faults.push(
        ...differences(
          'match',
          id,
          recorded,
          plain(byId(userId, id)),
          recorded.modifiedAt === undefined ? ['modifiedAt'] : [],
        ),
      )
  }
  const isGone = goneWithItsSource(db)
  for (const id of trail.ids) {
    if (present.has(id)) continue
    const recorded = lastMatch(trail.eventsOf(id))
    if (recorded === null || recorded.status === 'suggested') continue
    const stays = recorded.status === 'accepted' || !isGone(recorded)
    if (stays && !isRunGone(db, String(recorded.runId)))
      faults.push(objectFault('match', id, 'missing', `was ${recorded.status} and is gone or open again`))
  }
  return faults
}

/** The match as the trail left it: its newest whole state with the notes that came after. */
function lastMatch(events: readonly { action: string; after: unknown }[]): Recorded | null {
  const at = events.findLastIndex(({ action }) => action !== 'note')
  if (at < 0) return null
  const state = asObject(events[at]?.after)
  const notes = events.slice(at + 1)
  if (notes.length === 0) return state
  // A note moves version and time; the time is not known from its event.
  return { ...state, note: notes.at(-1)?.after, version: Number(state.version) + notes.length, modifiedAt: undefined }
}

const isRunGone = (db: Database, runId: string) =>
  db.prepare('select 1 from reconciliation_runs where id = ?').get(runId) === undefined

/** A rejected proposal goes with the file that its lines came from, or with the booking. */
function goneWithItsSource(db: Database) {
  const item = db.prepare<[string], unknown>('select 1 from source_entries where id = ?')
  const entry = db.prepare<[string], unknown>('select 1 from ledger_entries where id = ?')
  return (match: Recorded) =>
    (match.legs as readonly { sourceEntryId: string | null; ledgerEntryId: string | null }[]).some(
      ({ sourceEntryId, ledgerEntryId }) =>
        (sourceEntryId !== null && item.get(sourceEntryId) === undefined) ||
        (ledgerEntryId !== null && entry.get(ledgerEntryId) === undefined),
    )
}

/** Discrepancies that a person decided: as they were left, or as the program's own conditions went on from there. */
export function checkDiscrepancies(db: Database): Fault[] {
  const trail = trailOf(db, 'discrepancy')
  const read = db.prepare<[string], DiscrepancyRow>('select * from discrepancies where id = ?')
  return [...trail.ids].flatMap((id) => {
    const recorded = asObject(trail.eventsOf(id).at(-1)?.after)
    const found = read.get(id)
    if (!found) return isRunGone(db, String(recorded.run_id)) ? [] : missingDiscrepancy(db, id, recorded)
    const stored = plain(found)
    const isUntouched = stored.version === recorded.version
    // The program may have moved it on, but never writes a person's words.
    const pick = ({ note, assignee }: Recorded): Recorded => ({ note, assignee })
    return isUntouched
      ? differences('discrepancy', id, recorded, stored)
      : differences('discrepancy', id, pick(recorded), pick(stored))
  })
}

const subjects = {
  statement_id: 'statements',
  source_entry_id: 'source_entries',
  ledger_entry_id: 'ledger_entries',
  match_id: 'ledger_matches',
} as const

/** It goes with what it was about. */
function missingDiscrepancy(db: Database, id: string, recorded: Recorded): Fault[] {
  const isSubjectGone = Object.entries(subjects).some(([column, table]) => {
    const subject = recorded[column]
    return typeof subject === 'string' && db.prepare(`select 1 from ${table} where id = ?`).get(subject) === undefined
  })
  return isSubjectGone ? [] : [objectFault('discrepancy', id, 'missing', 'is gone without its subject')]
}
