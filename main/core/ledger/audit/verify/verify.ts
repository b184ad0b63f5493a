import type { Database } from '../../../db/open.ts'
import { registerSeal } from '../../../db/row-seals.ts'
import { messageOf } from '../../../errors.ts'
import { checkJournals, checkLedgers, checkRuns } from './check-books.ts'
import { type ChainHead, checkChain } from './check-chain.ts'
import { checkDiscrepancies, checkMatches } from './check-decisions.ts'
import { checkSeals } from './check-seals.ts'
import { checkClosings, checkSources } from './check-sources.ts'
import { checkSums } from './check-sums.ts'
import { checkTriggers } from './check-triggers.ts'
import type { Fault } from './fault.ts'

export interface Verdict {
  readonly clean: boolean
  readonly events: number
  /** Hash of the newest event; of the beginning where there is none. */
  readonly head: string
  readonly faults: readonly Fault[]
}

const checks = [
  checkTriggers,
  checkLedgers,
  checkJournals,
  checkRuns,
  checkSources,
  checkMatches,
  checkClosings,
  checkDiscrepancies,
  checkSums,
]

/**
 * Whether the books are as the program left them: the chain of the trail unbroken, every recorded object as its last event
 * says, every row as its seal. Read-only, of one moment. What it cannot see: a whole file put back to an earlier state, or
 * one written anew by somebody who also works out every seal and hash; for that, check it against a closing pack, whose
 * head is given as an anchor.
 */
export function verifyBooks(db: Database, anchors: readonly ChainHead[] = []): Verdict {
  registerSeal(db)
  return db.transaction(() => {
    const { faults, head } = checkChain(db, anchors)
    const recorded = [...faults, ...checks.flatMap((check) => attempted(db, check))]
    // What the trail names with its field needs no second line.
    const named = new Set(recorded.map(({ entity, id }) => `${entity} ${id}`))
    const all = [...recorded, ...checkSeals(db).filter(({ entity, id }) => !named.has(`${entity} ${id}`))]
    return { clean: all.length === 0, events: head.seq, head: head.hash, faults: all }
  })()
}

/** A value that was changed into something unreadable is a finding, and must not keep the others from being found. */
function attempted(db: Database, check: (db: Database) => Fault[]): Fault[] {
  try {
    return check(db)
  } catch (error) {
    const message = `something stored cannot be read (${messageOf(error)})`
    return [{ kind: 'object', entity: 'books', id: '', field: null, code: 'changed', message }]
  }
}
