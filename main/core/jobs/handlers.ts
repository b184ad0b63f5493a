import { AppError, messageOf } from '../errors.ts'
import type { Requests } from '../requests/types.ts'
import type { Sessions } from '../sessions/types.ts'
import type { Settings } from '../settings/service.ts'
import { minute, second } from '../time.ts'
import type { JobOutcome, Jobs } from './types.ts'

const attempts = 3
const backOff = (attempt: number) => 5 * second * 2 ** (attempt - 1)

const retryOrGiveUp = (attempt: number, error: unknown): JobOutcome =>
  attempt < attempts
    ? { kind: 'retry', reason: messageOf(error), delayMs: backOff(attempt) }
    : { kind: 'give-up', reason: messageOf(error) }

/** The job classes of spec 4. Expected failures become outcomes here; what is thrown beyond them is logged as a bug. */
export function registerHandlers(deps: {
  jobs: Jobs
  sessions: Sessions
  requests: Requests
  settings: Settings
}): void {
  const { jobs, sessions, requests, settings } = deps
  jobs.register('scrape', {
    concurrency: () => settings.get().scrape_concurrency,
    leaseMs: 15 * minute,
    // A failed reading is recorded with its reason and not repeated: the next cycle reads again.
    run: async (job, signal) => {
      const outcome = await sessions.runOneShot(job.accountId, signal)
      return outcome.failure ? { kind: 'give-up', reason: outcome.failure.message } : { kind: 'done' }
    },
  })
  jobs.register('poll', {
    concurrency: () => 1,
    leaseMs: 2 * minute,
    run: async (job) => {
      try {
        await requests.poll(job.accountId)
        return { kind: 'done' }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return retryOrGiveUp(job.attempt, error)
      }
    },
  })
  jobs.register('evaluate', {
    concurrency: () => 1,
    leaseMs: minute,
    run: async (job) => {
      requests.evaluateOne(job.subjectId)
      return { kind: 'done' }
    },
  })
}
