import type { Account } from '../accounts/types.ts'
import type { Banks, RunnableScript } from '../banks/types.ts'
import type { Store } from '../db/store.ts'
import type { Movements } from '../movements/types.ts'
import { RunFailure } from './failures.ts'
import type { Limits } from './limits.ts'
import type { Notices } from './notices.ts'
import type { SessionQueries } from './queries.ts'
import { readBank } from './read-bank.ts'
import type { Runner } from './runner.ts'
import { readTransactions } from './transactions.ts'
import type { FailureType, RunOutcome } from './types.ts'

/** A reading under way. */
export interface LiveReading {
  readonly kind: 'reading'
  readonly stop: AbortController
  readonly outcome: Promise<RunOutcome>
}

export const killed = (what = 'The reading was stopped') => new RunFailure('session_killed', what)

/** The outcome of what could not even begin; no run is recorded for it. */
export const notBegun = (type: FailureType, message: string): RunOutcome => ({
  runId: null,
  status: 'failed',
  found: null,
  failure: { type, message },
})

export interface OneShotDeps {
  readonly store: Store
  readonly banks: Pick<Banks, 'resolveScript'>
  readonly movements: Pick<Movements, 'receive'>
  readonly queries: Pick<SessionQueries, 'setFound'>
  readonly notices: Notices
  readonly runner: Runner
  readonly limits: Limits
}

/** Starts one reading of a bank (spec 4): open, log in, read, store, close. An outcome instead when there is no script. */
export function createOneShot(deps: OneShotDeps) {
  const { store, banks, movements, queries, notices, runner, limits } = deps

  const read = async (account: Account, script: RunnableScript, stop: AbortController): Promise<RunOutcome> => {
    let found = 0
    const finished = await runner.run(account, script, stop, {
      limitMs: limits.runMs,
      async work(bank, runId) {
        const rows = readTransactions(await readBank(bank))
        found = (await movements.receive(account.id, rows, { scriptId: script.id })).inserted
        store.write(() => queries.setFound(runId, found))
        runner.announce(account, runId)
        return null
      },
      settle({ verdict }) {
        if (!verdict) notices.succeeded(account, found)
        // Being stopped says nothing about the bank.
        else if (verdict.type !== 'session_killed') notices.failed(account, verdict)
      },
    })
    if (finished.runId === null) return notBegun('unknown', finished.message)
    const { runId, ending } = finished
    if (ending.verdict === null) return { runId, status: 'success', found, failure: null }
    const { type, message } = ending.verdict
    return { runId, status: 'failed', found: null, failure: { type, message } }
  }

  return (account: Account, signal: AbortSignal, onEnd: () => void): LiveReading | RunOutcome => {
    const script = banks.resolveScript(account)
    if (!script) return notBegun('script_load_failed', `No active script for ${account.bankName}`)
    const stop = new AbortController()
    const abort = () => stop.abort(killed())
    signal.addEventListener('abort', abort, { once: true })
    const outcome = read(account, script, stop).finally(() => {
      signal.removeEventListener('abort', abort)
      onEnd()
    })
    return { kind: 'reading', stop, outcome }
  }
}
