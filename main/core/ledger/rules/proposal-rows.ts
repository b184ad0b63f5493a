import type { Database } from '../../db/open.ts'
import type { ClosingProposal } from '../engine/types.ts'

/** A rejected closing stands beside rejected pairs: it is a set of one leg and what was to happen with it. */
export const keyOfClosing = ({ itemId, ledgerId, reason }: ClosingProposal) => `close:${itemId}:${ledgerId}:${reason}`

/** Closings that a pass proposes, as they are stored; for the thread of a pass and for the main connection. */
export function proposalRows(db: Database) {
  const isBlocked = db
    .prepare<[string, string], number>(
      'select exists (select 1 from rejected_pairs where ledger_id = ? and stable_key = ?)',
    )
    .pluck()
  const forget = db.prepare('delete from closing_proposals where run_id = ?')
  const keep = db.prepare(
    `insert into closing_proposals (run_id, source_entry_id, ledger_id, reason, rule_id, unattended, offered_at)
     select @runId, @itemId, @ledgerId, @reason, @ruleId, @unattended, @at
     -- What the pass looked at may be gone by now.
     where exists (select 1 from source_entries where id = @itemId)
       and exists (select 1 from ledgers where id = @ledgerId)
       and (@ruleId is null or exists (select 1 from reconciliation_rules where id = @ruleId))`,
  )
  return {
    isBlocked: (ledgerId: string, closing: ClosingProposal) => isBlocked.get(ledgerId, keyOfClosing(closing)) === 1,
    /** Those of the pass before go. */
    replace(runId: string, closings: readonly ClosingProposal[], at: number): void {
      forget.run(runId)
      for (const { unattended, ...closing } of closings)
        keep.run({ ...closing, runId, unattended: Number(unattended), at })
    },
  }
}
