import type { Accounts } from '../accounts/types.ts'
import { AppError, conflict, messageOf, missing } from '../errors.ts'
import type { JobHandler } from '../jobs/types.ts'
import type { Outgoing } from '../outgoing/types.ts'
import type { Clock, Log } from '../ports.ts'
import { minute, second } from '../time.ts'
import type { ApplyPoll } from './apply-poll.ts'
import type { PollQueries } from './poll-queries.ts'
import { readOrders } from './read-orders.ts'
import type { PollOutcome } from './types.ts'

export interface PollDeps {
  readonly accounts: Pick<Accounts, 'find' | 'settings' | 'target'>
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly polls: PollQueries
  readonly applyPoll: ApplyPoll['inSlices']
  readonly now: Clock
  readonly log: Log
}

const megabyte = 1024 * 1024
const attempts = 3
// A shorter one would be found inside ordinary words.
const shortestToken = 4

/** Fetches, reads and applies the pending payments of one account (5.2). A failure changes nothing but the poll's record. */
export function createPoll(deps: PollDeps): (accountId: string, signal?: AbortSignal) => Promise<PollOutcome> {
  const { accounts, outgoing, polls, applyPoll, now, log } = deps

  function call(accountId: string) {
    const account = accounts.find(accountId)
    if (!account) throw missing('account.missing', 'Account not found')
    if (account.mode !== 'reconcile')
      throw conflict('poll.notReconcile', 'Orders are only polled in reconcile mode; choose it in the settings')
    const settings = accounts.settings(accountId)
    const target = accounts.target(accountId, 'polling')
    if (!settings || !target)
      throw conflict('poll.noEndpoint', 'No pending-payments endpoint is set; enter one in the settings of the account')
    const isPost = settings.pollingMethod === 'POST'
    return {
      method: settings.pollingMethod,
      url: target.url,
      headers: {
        Accept: 'application/json',
        ...(isPost ? { 'Content-Type': 'application/json' } : {}),
        ...(target.authorization === null ? {} : { Authorization: target.authorization }),
      },
      ...(isPost ? { body: JSON.stringify(settings.pollingBody ?? {}) } : {}),
    }
  }

  function fail(accountId: string, reason: string, authorization: string | undefined): AppError {
    // An endpoint may echo the request; the token must not reach a record or a screen.
    const token = authorization?.slice(authorization.indexOf(' ') + 1) ?? ''
    const message = `Polling failed: ${token.length >= shortestToken ? reason.replaceAll(token, '•••') : reason}`
    if (accounts.find(accountId)) polls.failed(accountId, now(), message)
    log.warn('poll_failed', { account: accountId })
    return new AppError('unavailable', 'poll.failed', message)
  }

  return async (accountId, signal) => {
    const request = call(accountId)
    const timeoutMs = 15 * second
    const outcome = await outgoing.send({
      ...request,
      timeoutMs,
      maxBodyBytes: 64 * megabyte,
      ...(signal ? { signal } : {}),
    })
    const { Authorization: authorization } = request.headers
    if (signal?.aborted) throw new AppError('unavailable', 'poll.stopped', 'Polling was interrupted; it starts again')
    if (outcome.kind === 'failure') throw fail(accountId, outcome.message, authorization)
    const read = readOrders(outcome)
    if (read.kind === 'refused') throw fail(accountId, read.message, authorization)

    for (const warning of read.warnings.slice(0, 20)) log.warn('order_skipped', { account: accountId, warning })
    const stopped = () => signal?.aborted ?? false
    const applied = await applyPoll(accountId, read.orders, read.invalidIds, stopped)
    const result = { ...applied, skipped: read.warnings.length }
    log.info('polled', { account: accountId, ...result })
    return result
  }
}

/** Polls as a job: a failed one is tried three times, from 5 s on (4); then the next scheduled one follows as usual. */
export const pollJob = (poll: ReturnType<typeof createPoll>): JobHandler => ({
  concurrency: () => 1,
  leaseMs: 2 * minute,
  async run({ accountId, attempt }, signal) {
    try {
      await poll(accountId, signal)
      return { kind: 'done' }
    } catch (error) {
      const reason = messageOf(error)
      const mayHelp = !(error instanceof AppError) || error.kind === 'unavailable'
      if (!mayHelp || attempt >= attempts) return { kind: 'give-up', reason }
      return { kind: 'retry', reason, delayMs: signal.aborted ? 0 : 5 * second * 2 ** (attempt - 1) }
    }
  },
})
