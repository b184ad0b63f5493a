import type { Database } from '../../db/open.ts'
import type { EngineResult } from '../engine/types.ts'
import { proposalRows } from '../rules/proposal-rows.ts'
import { runJobs } from '../runs/run-jobs.ts'
import type { MatchInput, PassedOn } from './types.ts'

/**
 * Stores what a pass decided beside its proposals, for the transaction that shows them: the closings it proposes, and as a
 * job of the run what is still to be done with it. From then on the pass happened, whatever becomes of the program.
 */
export function createPassOn(db: Database, input: MatchInput, { closings, findings, engineVersion }: EngineResult) {
  const jobs = runJobs(db)
  const rows = proposalRows(db)
  return (unattended: readonly string[]): void => {
    rows.replace(input.runId, closings, input.at)
    const offered = closings.filter((closing) => !rows.isBlocked(input.ledgerId, closing))
    const hits = new Map<string, number>()
    for (const { ruleId } of offered) if (ruleId !== null) hits.set(ruleId, (hits.get(ruleId) ?? 0) + 1)
    const payload: PassedOn = {
      settings: { profile: input.profile, engineVersion },
      unattended,
      closings: offered.filter((closing) => closing.unattended),
      hits: [...hits],
    }
    jobs.keep({ runId: input.runId, kind: 'match', actor: input.actor, payload, findings })
  }
}
