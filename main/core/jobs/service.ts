import { randomUUID } from 'node:crypto'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'
import { day } from '../time.ts'
import { jobQueries } from './queries.ts'
import type { Job, JobHandler, JobKind, JobOutcome, Jobs } from './types.ts'

const longestSleep = 60_000
const placeCheckMs = 500
const keepFinishedFor = 7 * day

/**
 * Runs rows of `jobs`: one runner claims what is due, within the concurrency of each kind. The row is the truth; a job
 * whose run died is claimed again when its lease ends. A job that failed for good never blocks the next one (spec 4).
 */
export function createJobs({ store, now, log }: { store: Store; now: Clock; log: Log }): Jobs {
  const queries = jobQueries(store.db)
  const handlers = new Map<JobKind, JobHandler>()
  const running = new Map<string, { readonly kind: JobKind; readonly ended: Promise<void> }>()
  const stopping = new AbortController()
  let started = false
  let timer: NodeJS.Timeout | undefined
  let pumpQueued = false

  const wake = () => {
    if (!started || pumpQueued) return
    pumpQueued = true
    setImmediate(() => {
      pumpQueued = false
      pump()
    })
  }

  function pump(): void {
    if (!started) return
    clearTimeout(timer)
    for (const [kind, handler] of handlers) {
      const busy = () => [...running.values()].filter((run) => run.kind === kind).length
      while (busy() < handler.concurrency()) {
        const job = queries.claim(kind, now(), now() + handler.leaseMs, [...running.keys()])
        if (!job) break
        running.set(job.id, { kind, ended: execute(job, handler) })
      }
    }
    const next = queries.nextDue([...running.keys()])
    // What is due now waits for a place: the end of a job wakes us, and a place may be added meanwhile.
    if (next !== null) timer = setTimeout(wake, next <= now() ? placeCheckMs : Math.min(next - now(), longestSleep))
    timer?.unref()
  }

  async function execute(job: Job, handler: JobHandler): Promise<void> {
    const outcome = await handler.run(job, stopping.signal).catch((error: unknown): JobOutcome => {
      log.error('job_threw', { job: job.id, kind: job.kind, account: job.accountId, error: messageOf(error) })
      return { kind: 'give-up', reason: messageOf(error) }
    })
    running.delete(job.id)
    settle(job, outcome)
    wake()
  }

  function settle(job: Job, outcome: JobOutcome): void {
    switch (outcome.kind) {
      case 'done':
        queries.finish(job.id, 'done', null, now())
        break
      case 'retry':
        queries.postpone(job.id, outcome.reason, now() + outcome.delayMs)
        break
      case 'give-up':
        log.warn('job_gave_up', { job: job.id, kind: job.kind, account: job.accountId, reason: outcome.reason })
        queries.finish(job.id, 'failed', outcome.reason, now())
        break
    }
  }

  return {
    add(kind, accountId, options = {}) {
      return store.write(() => {
        const subjectId = options.subjectId ?? ''
        const open = queries.findOpen(kind, accountId, subjectId)
        const dueAt = options.dueAt ?? now()
        store.afterCommit(wake)
        if (open) {
          queries.hasten(open, dueAt)
          return open
        }
        const id = randomUUID()
        queries.insert({ id, kind, accountId, subjectId, dueAt, at: now() })
        return id
      })
    },
    register(kind, handler) {
      handlers.set(kind, handler)
    },
    start() {
      // This process is the only one with this file: what is stored as running died with the last one. A reading is
      // not repeated by itself, since it would submit the bank password once more; the next cycle reads.
      queries.failInterrupted('scrape', 'The program ended during the reading', now())
      queries.releaseInterrupted()
      queries.prune(now() - keepFinishedFor)
      started = true
      wake()
    },
    async stop() {
      started = false
      clearTimeout(timer)
      stopping.abort()
      await Promise.allSettled([...running.values()].map((run) => run.ended))
    },
  }
}
