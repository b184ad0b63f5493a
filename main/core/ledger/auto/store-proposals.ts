import type { Database } from '../../db/open.ts'
import { orderedId } from '../../ordered-id.ts'
import { commitDurably } from '../../worker/connection.ts'
import type { Proposal } from '../engine/types.ts'

/** Rows per transaction: short enough that a writer on the main thread hardly waits. */
const rowsPerTransaction = 300

interface Known {
  readonly id: string
  readonly stable_key: string
  readonly note: string | null
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly difference: number
  readonly treatment: string
  readonly score: number
  readonly band: string
  readonly reasons: string
  readonly rivals: string
}

/**
 * Replaces a run's suggestions by those of a new pass (6.11): one with the same legs keeps its id and its note; the note
 * of one that vanished goes to its first item. New rows are staged in short transactions; they and what changed of the
 * kept ones are shown all at once, with `decide` in the same transaction, so that a crash leaves the suggestions of before
 * or those of after. `decide` is given the ids of proposals that may be accepted without a click.
 */
export function storeProposals(
  db: Database,
  run: { readonly runId: string; readonly at: number },
  proposals: readonly Proposal[],
  tick: (done: number) => void,
  decide: (unattended: readonly string[]) => void,
): void {
  const known = new Map(
    db
      .prepare<[string], Known>(
        `select id, stable_key, note from ledger_matches where run_id = ? and status = 'suggested'`,
      )
      .all(run.runId)
      .map((row) => [row.stable_key, row]),
  )
  // In the order of their lines, as the indexes keep them: a transaction touches few pages of each.
  const inOrder = [...proposals].sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1))
  const idOf = new Map(inOrder.map(({ stableKey }) => [stableKey, known.get(stableKey)?.id ?? orderedId(run.at)]))
  const insert = db.prepare(
    `insert into ledger_matches (id, run_id, status, origin, kind, difference, difference_treatment, score, band, reasons,
       ambiguous_with, stable_key, created_at, modified_at)
     values (@id, @runId, 'staged', 'automatic', @kind, @difference, @treatment, @score, @band, @reasons, @rivals,
       @stableKey, @at, @at)`,
  )
  const isAsBefore = db
    .prepare<Row, number>(
      `select exists (select 1 from ledger_matches where id = @id and score = @score and band = @band
         and reasons = @reasons and ambiguous_with = @rivals and difference = @difference
         and difference_treatment = @treatment)`,
    )
    .pluck()
  const changed: Row[] = []
  const insertLeg = db.prepare(
    `insert into match_legs (match_id, ordinal, side, source_entry_id, ledger_entry_id, amount) values (?, ?, ?, ?, ?, ?)`,
  )
  const store = (proposal: Proposal) => {
    const id = idOf.get(proposal.stableKey) ?? ''
    const row = {
      id,
      kind: proposal.kind,
      difference: proposal.difference,
      treatment: JSON.stringify(proposal.treatment),
      score: proposal.score,
      band: proposal.band,
      reasons: JSON.stringify(proposal.reasons),
      rivals: JSON.stringify(proposal.ambiguousWith.flatMap((key) => idOf.get(key) ?? [])),
    }
    if (known.has(proposal.stableKey)) {
      if (isAsBefore.get(row) !== 1) changed.push(row)
      return
    }
    insert.run({ ...row, runId: run.runId, stableKey: proposal.stableKey, at: run.at })
    proposal.legs.forEach((leg, ordinal) => {
      const ids = leg.side === 'source' ? [leg.id, null] : [null, leg.id]
      insertLeg.run(id, ordinal, leg.side, ...ids, leg.amount)
    })
  }
  for (let at = 0; at < proposals.length; at += rowsPerTransaction) {
    db.transaction(() => inOrder.slice(at, at + rowsPerTransaction).forEach(store)).immediate()
    tick(at)
  }
  const kept = new Set(proposals.map(({ stableKey }) => stableKey))
  const gone = [...known.values()].filter(({ stable_key: key }) => !kept.has(key))
  const unattended = proposals.flatMap(({ mayBeUnattended, stableKey }) =>
    mayBeUnattended ? (idOf.get(stableKey) ?? []) : [],
  )
  commitDurably(db, () => {
    showStaged(db, run, { gone, changed })
    decide(unattended)
  })
}

const firstOf = ({ legs }: Proposal): string => legs[0]?.id ?? ''

function showStaged(
  db: Database,
  run: { readonly runId: string },
  { gone, changed }: { gone: readonly Known[]; changed: readonly Row[] },
): void {
  const update = db.prepare<Row>(
    `update ledger_matches set score = @score, band = @band, reasons = @reasons, ambiguous_with = @rivals,
       difference = @difference, difference_treatment = @treatment where id = @id`,
  )
  const keepNote = db.prepare(
    `update source_entries set note = case when note is null then @note else note || char(10) || @note end
     where id = (select source_entry_id from match_legs where match_id = @id and side = 'source' order by ordinal limit 1)`,
  )
  const remove = db.prepare('delete from ledger_matches where id = ?')
  for (const { id, note } of gone) {
    if (note !== null) keepNote.run({ id, note })
    remove.run(id)
  }
  for (const row of changed) update.run(row)
  db.prepare(`update ledger_matches set status = 'suggested' where run_id = ? and status = 'staged'`).run(run.runId)
}

/** Takes away what a pass that was stopped, or ended with the program, had staged. */
export const dropStaged = (db: Database, runId: string): void => {
  db.prepare(`delete from ledger_matches where run_id = ? and status = 'staged'`).run(runId)
}
