import type { Store } from '../../db/store.ts'
import { inSlices } from '../../slices.ts'
import { ledgerFamily } from '../books/family.ts'
import type { Finding } from '../engine/types.ts'
import { findingSeverity } from './conditions.ts'
import type { Touched } from './judge.ts'
import { asWanted, findingKey, type JudgedRun, type Subject, type WantedRows } from './wanted.ts'

const rowsPerPage = 2000

interface Placed {
  readonly id: string
  readonly place: string | number
  readonly row: number
}
interface OpenRow {
  readonly key: string
  readonly type: string
  readonly source_entry_id: string | null
  readonly ledger_entry_id: string | null
  readonly match_id: string | null
}
interface SweepDeps {
  readonly store: Store
  readonly wanted: WantedRows
  readonly settleTouched: (run: JudgedRun, touched: Touched) => void
  /** The conditions that concern no single item, entry or match. */
  readonly settleWhole: (run: JudgedRun) => void
  /** What happens between two slices. */
  readonly turn: () => Promise<void>
}

/** Whatever the conditions look at, along an index each. Every other index would be sorted whole for one page. */
const looked: readonly (readonly [Subject, string])[] = [
  [
    'item',
    `select id, position as place, rowid as row from source_entries
     where run_id = @run and parent_entry_id is null and (position, rowid) > (@place, @row) order by position, rowid`,
  ],
  [
    'entry',
    `select id, booking_date as place, rowid as row from ledger_entries
     where ledger_id = @ledger and signed <> allocated and booking_date <= @end
       and (booking_date, rowid) > (@place, @row) order by booking_date, rowid`,
  ],
  [
    'match',
    `select id, score as place, rowid as row from ledger_matches
     where run_id = @run and status = 'accepted' and (score, rowid) > (@place, @row) order by score, rowid`,
  ],
]
const nothing: Touched = { items: [], entries: [], matches: [] }
const touching = (subject: Subject, ids: readonly string[]): Touched =>
  ({ item: { ...nothing, items: ids }, entry: { ...nothing, entries: ids }, match: { ...nothing, matches: ids } })[
    subject
  ]

/**
 * Raises and clears the discrepancies of a run (7), in short transactions with a turn of the event loop between two: each
 * looks at some items, entries or matches as they are then, so that a decision in between is neither lost nor undone.
 * Findings of a matching pass replace those of the one before; without any, those stay. Ends early when the run goes.
 */
export function createSweep({ store, wanted, settleTouched, settleWhole, turn }: SweepDeps) {
  const { db, write } = store
  const exists = db.prepare<[string], number>('select 1 from reconciliation_runs where id = ?').pluck()
  const pages = looked.map(([subject, sql]) => {
    const page = db.prepare<Record<string, string | number | null>, Placed>(`${sql} limit ${rowsPerPage}`)
    return [subject, page] as const
  })
  // By key, because that is the order of an index.
  const openPage = db.prepare<[string, string], OpenRow>(
    `select key, type, source_entry_id, ledger_entry_id, match_id from discrepancies
     where run_id = ? and key > ? and status <> 'closed' order by key limit ${rowsPerPage}`,
  )

  const family = db.prepare<{ ledger: string }, string>(ledgerFamily('@ledger')).pluck()

  return async (run: JudgedRun, found: readonly Finding[] | null): Promise<void> => {
    const stopped = () => exists.get(run.id) === undefined
    const findings = new Map<string, Finding>()
    for (const finding of found ?? []) {
      const key = `${finding.type}:${findingKey(finding)}`
      if (Object.hasOwn(findingSeverity, finding.type) && !findings.has(key)) findings.set(key, finding)
    }
    const visited = new Set<string>()

    const raise = (slice: readonly Finding[]) =>
      write(() => {
        for (const [type, rows] of Map.groupBy(slice, (finding) => finding.type))
          wanted.raise(type, run, rows.map(asWanted))
      })
    const visit = (subject: Subject) => (slice: readonly Placed[]) =>
      write(() => {
        const ids = slice.map(({ id }) => id)
        for (const id of ids) visited.add(id)
        settleTouched(run, touching(subject, ids))
      })
    /** What is open from before, and about something that no page had any more. */
    const settleRest = (slice: readonly OpenRow[]) =>
      write(() => {
        const isFinding = ({ type, match_id: match }: OpenRow) => match === null && Object.hasOwn(findingSeverity, type)
        const old = found ? slice.filter((row) => isFinding(row) && !findings.has(row.key)).map(({ key }) => key) : []
        if (old.length > 0) wanted.supersede(run.id, old)
        const missed = (id: string | null) => (id === null || visited.has(id) ? [] : [id])
        const touched = {
          items: slice.flatMap((row) => missed(row.source_entry_id)),
          entries: slice.flatMap((row) => missed(row.ledger_entry_id)),
          matches: slice.flatMap((row) => missed(row.match_id)),
        }
        if (Object.values(touched).some(({ length }) => length > 0)) settleTouched(run, touched)
      })

    if (!(await inSlices([...findings.values()], (_, at) => String(at), raise, { stopped, turn }))) return
    const scopes = {
      item: [{ run: run.id }],
      entry: family.all({ ledger: run.ledgerId }).map((ledger) => ({ ledger, end: run.periodTo })),
      match: [{ run: run.id }],
    }
    for (const [subject, page] of pages)
      for (const scope of scopes[subject]) {
        let last: Pick<Placed, 'place' | 'row'> | undefined = { place: -1, row: -1 }
        while (last) {
          const rows: Placed[] = page.all({ ...scope, place: last.place, row: last.row })
          if (!(await inSlices(rows, ({ id }) => id, visit(subject), { stopped, turn }))) return
          last = rows.at(-1)
        }
      }
    let last: string | undefined = ''
    while (last !== undefined) {
      const rows: OpenRow[] = openPage.all(run.id, last)
      if (!(await inSlices(rows, ({ key }) => key, settleRest, { stopped, turn }))) return
      last = rows.at(-1)?.key
    }
    await turn()
    if (!stopped()) write(() => settleWhole(run))
  }
}
