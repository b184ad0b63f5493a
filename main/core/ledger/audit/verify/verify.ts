import type { Database } from '../../../db/open.ts'
import { checkJournals, checkLedgers, checkRuns } from './check-books.ts'
import { type ChainHead, checkChain, checkTriggers } from './check-chain.ts'
import { checkDiscrepancies, checkMatches } from './check-decisions.ts'
import { checkClosings, checkSources } from './check-sources.ts'
import { checkSums } from './check-sums.ts'
import type { Fault } from './fault.ts'

export interface Verdict {
  readonly clean: boolean
  readonly events: number
  /** Hash of the newest event; of the beginning where there is none. */
  readonly head: string
  readonly faults: readonly Fault[]
}

/**
 * Whether the books are as the program left them: the chain of the trail unbroken, and every recorded object as its last
 * event says. Read-only, of one moment. What it cannot see: a whole file put back to an earlier state; for that, check
 * it against a closing pack, whose head is given as an anchor.
 */
export function verifyBooks(db: Database, anchors: readonly ChainHead[] = []): Verdict {
  return db.transaction(() => {
    const { faults, head } = checkChain(db, anchors)
    const all = [
      ...checkTriggers(db),
      ...faults,
      ...checkLedgers(db),
      ...checkJournals(db),
      ...checkRuns(db),
      ...checkSources(db),
      ...checkMatches(db),
      ...checkClosings(db),
      ...checkDiscrepancies(db),
      ...checkSums(db),
    ]
    return { clean: all.length === 0, events: head.seq, head: head.hash, faults: all }
  })()
}
