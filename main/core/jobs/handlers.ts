import type { Sessions } from '../sessions/types.ts'
import type { Settings } from '../settings/service.ts'
import { minute } from '../time.ts'
import type { Jobs } from './types.ts'

/** The job class `scrape` of spec 4; `poll` and `evaluate` are registered by the requests feature. */
export function registerHandlers({ jobs, sessions, settings }: { jobs: Jobs; sessions: Sessions; settings: Settings }) {
  jobs.register('scrape', {
    // Logins that wait for a code do nothing for minutes: they must not keep other accounts from being read.
    concurrency: () => settings.get().scrape_concurrency + sessions.waitingForPerson(),
    leaseMs: 15 * minute,
    // A failed reading is recorded with its reason and not repeated: the next cycle reads again.
    run: async (job, signal) => {
      const outcome = await sessions.runOneShot(job.accountId, signal)
      return outcome.failure ? { kind: 'give-up', reason: outcome.failure.message } : { kind: 'done' }
    },
  })
}
