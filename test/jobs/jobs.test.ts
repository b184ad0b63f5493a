import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { createJobs } from '../../main/core/jobs/service.ts'
import type { JobOutcome } from '../../main/core/jobs/types.ts'
import { recordingLog, testClock } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

function setUp(file = join(tempDir(), 'reconbanker.db')) {
  const db = openDatabase(file)
  const store = createStore(db)
  const clock = testClock()
  db.prepare(`insert or ignore into users (id, email, password_hash, created_at) values ('u', 'u@x.y', '-', 0)`).run()
  db.prepare(`insert or ignore into banks (id, code, name, created_at) values ('b', 'b', 'B', 0)`).run()
  const account = () => {
    const id = randomUUID()
    db.prepare(`insert into accounts (id, user_id, bank_id, name, created_at) values (?, 'u', 'b', 'A', 0)`).run(id)
    return id
  }
  const jobs = createJobs({ store, now: clock.now, log: recordingLog().log })
  onTestFinished(async () => {
    await jobs.stop()
    db.close()
  })
  const state = (id: string) => db.prepare('select state, attempt, last_error, due_at from jobs where id = ?').get(id)
  return { db, jobs, clock, account, state, file }
}

describe('jobs', () => {
  it('answers the same id while the same work waits or runs, and a new one afterwards', async () => {
    const { jobs, account, state } = setUp()
    const release = Promise.withResolvers<JobOutcome>()
    jobs.register('scrape', { concurrency: () => 1, leaseMs: 1000, run: () => release.promise })
    const id = account()
    const first = jobs.add('scrape', id)
    expect(jobs.add('scrape', id)).toBe(first)
    jobs.start()
    await vi.waitFor(() => expect(state(first)).toMatchObject({ state: 'running', attempt: 1 }))
    expect(jobs.add('scrape', id)).toBe(first)
    release.resolve({ kind: 'done' })
    await vi.waitFor(() => expect(state(first)).toMatchObject({ state: 'done' }))
    expect(jobs.add('scrape', id)).not.toBe(first)
  })

  it('lets a job that failed for good never block the next one of its account', async () => {
    const { jobs, account, state } = setUp()
    let fail = true
    jobs.register('poll', {
      concurrency: () => 1,
      leaseMs: 1000,
      run: async () => (fail ? { kind: 'give-up', reason: 'no answer' } : { kind: 'done' }),
    })
    jobs.start()
    const id = account()
    const first = jobs.add('poll', id)
    await vi.waitFor(() => expect(state(first)).toMatchObject({ state: 'failed', last_error: 'no answer' }))
    fail = false
    const second = jobs.add('poll', id)
    await vi.waitFor(() => expect(state(second)).toMatchObject({ state: 'done' }))
  })

  it('waits for the back-off before it tries again', async () => {
    const { jobs, account, state, clock } = setUp()
    const outcomes: JobOutcome[] = [{ kind: 'retry', reason: 'busy', delayMs: 5000 }, { kind: 'done' }]
    jobs.register('poll', {
      concurrency: () => 1,
      leaseMs: 1000,
      run: async () => outcomes.shift() ?? { kind: 'done' },
    })
    jobs.start()
    const id = jobs.add('poll', account())
    await vi.waitFor(() =>
      expect(state(id)).toMatchObject({ state: 'ready', attempt: 1, last_error: 'busy', due_at: clock.now() + 5000 }),
    )
    clock.advance(5000)
    jobs.add('poll', account())
    await vi.waitFor(() => expect(state(id)).toMatchObject({ state: 'done', attempt: 2 }))
  })

  it('brings a job that waits for its next try forward when somebody asks for it now', async () => {
    const { jobs, account, state } = setUp()
    const outcomes: JobOutcome[] = [{ kind: 'retry', reason: 'busy', delayMs: 60_000 }, { kind: 'done' }]
    jobs.register('poll', {
      concurrency: () => 1,
      leaseMs: 1000,
      run: async () => outcomes.shift() ?? { kind: 'done' },
    })
    jobs.start()
    const accountId = account()
    const id = jobs.add('poll', accountId)
    await vi.waitFor(() => expect(state(id)).toMatchObject({ state: 'ready', attempt: 1 }))
    expect(jobs.add('poll', accountId)).toBe(id)
    await vi.waitFor(() => expect(state(id)).toMatchObject({ state: 'done', attempt: 2 }))
  })

  it('runs no more of a kind at once than allowed', async () => {
    const { jobs, account } = setUp()
    let now = 0
    let most = 0
    let done = 0
    jobs.register('scrape', {
      concurrency: () => 2,
      leaseMs: 1000,
      run: async () => {
        now += 1
        most = Math.max(most, now)
        await new Promise((resolve) => setImmediate(resolve))
        now -= 1
        done += 1
        return { kind: 'done' }
      },
    })
    jobs.start()
    for (let i = 0; i < 7; i += 1) jobs.add('scrape', account())
    await vi.waitFor(() => expect(done).toBe(7))
    expect(most).toBe(2)
  })

  it('takes up after a crash what was running, except a reading, which would submit the password again', async () => {
    const file = join(tempDir(), 'reconbanker.db')
    const { db, jobs, account, state } = setUp(file)
    const reading = jobs.add('scrape', account())
    const poll = jobs.add('poll', account())
    db.prepare(`update jobs set state = 'running', attempt = 1, lease_until = 1`).run()
    const ran: string[] = []
    for (const kind of ['scrape', 'poll'] as const)
      jobs.register(kind, {
        concurrency: () => 1,
        leaseMs: 1000,
        run: async (job) => {
          ran.push(job.kind)
          return { kind: 'done' }
        },
      })
    jobs.start()
    await vi.waitFor(() => expect(state(poll)).toMatchObject({ state: 'done', attempt: 2 }))
    expect(state(reading)).toMatchObject({ state: 'failed', last_error: 'The program ended during the reading' })
    expect(ran).toEqual(['poll'])
  })

  it('records a handler that throws as a failure and goes on', async () => {
    const { jobs, account, state } = setUp()
    jobs.register('evaluate', {
      concurrency: () => 1,
      leaseMs: 1000,
      run: () => Promise.reject(new Error('boom')),
    })
    jobs.start()
    const id = jobs.add('evaluate', account(), { subjectId: 'r1' })
    await vi.waitFor(() => expect(state(id)).toMatchObject({ state: 'failed', last_error: 'boom' }))
  })
})
