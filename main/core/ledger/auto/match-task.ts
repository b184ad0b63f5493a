import { openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { matchAll } from '../engine/match-all.ts'
import { loadEngineInput } from './load-input.ts'
import { createPassOn } from './pass-on.ts'
import { dropStaged, storeProposals } from './store-proposals.ts'
import type { MatchInput, MatchOutput } from './types.ts'

/** One matching pass over a run, in a thread with a connection of its own (6). */
export async function matchRun(input: MatchInput, context: TaskContext): Promise<MatchOutput> {
  const db = openWorkerConnection(context.dataFile)
  try {
    context.progress({ step: 'loading', done: 0, of: null })
    const engineInput = loadEngineInput(db, input)
    const result = matchAll({
      ...engineInput,
      progress: (done, of) => {
        context.signal.throwIfAborted()
        context.progress({ step: 'matching', done, of })
      },
    })
    context.signal.throwIfAborted()
    const of = result.proposals.length
    if (!input.dryRun) {
      const passOn = createPassOn(db, input, result)
      const tick = (done: number) => {
        context.progress({ step: 'storing', done, of })
        context.signal.throwIfAborted()
      }
      storeProposals(db, input, result.proposals, tick, passOn)
    }
    const taken = new Set(result.proposals.flatMap(({ legs }) => legs.map(({ id }) => id)))
    return {
      suggested: of,
      engineVersion: result.engineVersion,
      unmatchedSource: engineInput.items.filter(({ id }) => !taken.has(id)).length,
      unmatchedLedger: engineInput.entries.filter(({ id }) => !taken.has(id)).length,
      truncated: result.findings.some(({ type }) => type === 'search_incomplete'),
    }
  } catch (error) {
    dropStaged(db, input.runId)
    throw error
  } finally {
    db.close()
  }
}
