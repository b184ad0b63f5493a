import { openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { loadEngineInput } from '../auto/load-input.ts'
import type { MatchInput } from '../auto/types.ts'
import { type Candidate, explainCandidates } from '../engine/explain.ts'
import { findSums, type SumAnswer, type SumQuestion } from '../engine/find-sums.ts'
import type { EngineInput } from '../engine/types.ts'

export interface ExplainInput {
  readonly match: MatchInput
  readonly itemId: string
  readonly limit: number
}
export interface SumInput {
  readonly match: MatchInput
  readonly question: SumQuestion
}

/** How often a search says how far it is, and looks whether it should stop. */
const everyMs = 100

function load(context: TaskContext, match: MatchInput): EngineInput {
  const db = openWorkerConnection(context.dataFile)
  try {
    return loadEngineInput(db, match)
  } finally {
    db.close()
  }
}

/** The entries that come nearest to matching an item, in a thread; empty for an item with nothing open. */
export async function explainItem(input: ExplainInput, context: TaskContext): Promise<readonly Candidate[]> {
  return explainCandidates(load(context, input.match), input.itemId, input.limit)
}

/** The sum search of 6.7 on request, in a thread. Null when something asked about is not open. */
export async function searchSums(input: SumInput, context: TaskContext): Promise<SumAnswer | null> {
  const loaded = load(context, input.match)
  const { entryIds = [], side } = input.question
  const open = new Set((side === 'ledger' ? loaded.items : loaded.entries).map(({ id }) => id))
  if (!entryIds.every((id) => open.has(id))) return null
  let told = performance.now()
  return findSums(loaded, input.question, (steps) => {
    if (performance.now() - told < everyMs) return
    told = performance.now()
    context.progress({ step: 'searching', done: steps, of: null })
    context.signal.throwIfAborted()
  })
}
