import type { Ledgers } from '../books/ledgers.ts'
import { profileOf } from '../context.ts'
import type { Run } from '../runs/types.ts'
import type { MatchInput } from './types.ts'

/** What a thread needs to know of a run to load the items and entries it may match (6.1). */
export function matchInputOf(
  ledgers: Ledgers,
  run: Run,
  options: Pick<MatchInput, 'includeRejected' | 'dryRun' | 'actor' | 'at'>,
): MatchInput {
  const ledger = ledgers.find(run.userId, run.ledgerId)
  return {
    runId: run.id,
    userId: run.userId,
    ledgerId: ledger.id,
    family: ledgers.family(run.userId, ledger.id),
    profile: profileOf(ledger.profile),
    currency: ledger.currency,
    periodFrom: run.periodFrom,
    periodTo: run.periodTo,
    ...options,
  }
}
