import { describe, expect, it } from 'vitest'
import { hour } from '../../main/core/time.ts'
import { browsersOf, killBrowserOf } from '../support/browser-processes.ts'
import { flakyBankScript, startFlakyBank } from '../support/flaky-bank.ts'
import { testClock } from '../support/ports.ts'
import { createTestSessions, type TestSessionOptions } from '../support/test-sessions.ts'

async function open(change: Partial<TestSessionOptions> & { hooks?: string } = {}) {
  const bank = await startFlakyBank()
  const clock = testClock()
  const test = createTestSessions({
    script: flakyBankScript(change.hooks),
    loginUrl: bank.url,
    sessionType: 'persistent',
    pollSeconds: 0.5,
    limits: { authCheckMs: 100 },
    now: clock.now,
    ...change,
  })
  const { sessions, accountId } = test
  const becomes = (status: string, timeout = 20_000) =>
    expect.poll(() => sessions.status(accountId), { timeout, interval: 20 }).toBe(status)
  const stored = (count: number) =>
    expect.poll(() => test.stored().length, { timeout: 20_000, interval: 20 }).toBe(count)
  const told = (type: string) => test.events.filter((event) => event.type === type)
  const ended = (count = 1) =>
    expect
      .poll(() => sessions.runs(accountId, 10, 0).items.filter(({ status }) => status !== 'running').length, {
        timeout: 20_000,
        interval: 20,
      })
      .toBe(count)
  return { ...test, bank, clock, becomes, stored, told, ended, browsers: () => browsersOf(test.profile) }
}

describe('a computer that sleeps', () => {
  it('asks its bank as soon as it is awake, once, and begins a new bank day', async () => {
    const { sessions, bank, clock, stored } = await open({ pollSeconds: 3600 })
    sessions.upkeep()
    await stored(1)
    expect(bank.polls()).toBe(1)
    bank.book('T1')
    clock.advance(9 * hour)
    await stored(2)
    expect(bank.polls()).toBe(2)
    expect(bank.logins()).toBe(1)
  })

  it('logs in once where the bank ended the session meanwhile, however many ticks it missed', async () => {
    const { sessions, bank, clock, stored, told, ended, becomes } = await open({ pollSeconds: 3600 })
    sessions.upkeep()
    await stored(1)
    bank.endSessions()
    clock.advance(9 * hour)
    for (let i = 0; i < 50; i += 1) sessions.upkeep()
    await ended()
    expect(told('session.stopped').map(({ data }) => data)).toEqual([{ reason: 'logged_out' }])
    for (let i = 0; i < 50; i += 1) sessions.upkeep()
    await becomes('running')
    await expect.poll(bank.polls, { timeout: 10_000 }).toBe(2)
    expect(bank.logins()).toBe(2)
  })

  it('leaves an assisted session that the bank ended to a person', async () => {
    const { sessions, accountId, bank, clock, stored, told, becomes } = await open({
      pollSeconds: 3600,
      loginMode: 'assisted',
    })
    sessions.reactivate(accountId)
    await stored(1)
    bank.endSessions()
    clock.advance(9 * hour)
    await becomes('needs_attention')
    expect(told('session.needs_attention').map(({ data }) => data.reason)).toEqual(['logged_out'])
    for (let i = 0; i < 20; i += 1) {
      clock.advance(hour)
      sessions.upkeep()
    }
    expect(sessions.isLive(accountId)).toBe(false)
    expect(bank.logins()).toBe(1)
    sessions.reactivate(accountId)
    await becomes('running')
    await expect.poll(() => told('session.recovered').length, { timeout: 10_000 }).toBe(1)
  })
})

it('a session outlives a lost network, and reads what was booked meanwhile without another login', async () => {
  const { sessions, accountId, bank, stored, told, lastRun } = await open()
  sessions.upkeep()
  await stored(1)
  await bank.loseNetwork()
  await expect.poll(() => told('login.failed').length, { timeout: 20_000 }).toBeGreaterThan(1)
  expect(told('login.failed')[0]?.data).toMatchObject({ category: 'navigation_failed', reason: 'network' })
  expect(sessions.status(accountId)).toBe('running')
  bank.book('T1')
  await bank.findNetwork()
  await stored(2)
  expect(sessions.runs(accountId, 10, 0).total).toBe(1)
  expect(bank.logins()).toBe(1)
  expect(lastRun().run.status).toBe('running')
}, 60_000)

describe('a hook that hangs', () => {
  it('ends the session with watchdog_timeout; the upkeep starts a simple one again', async () => {
    const { sessions, bank, told, ended, lastRun, becomes } = await open({
      hooks:
        'let polls = 0; const { poll } = hooks; hooks.poll = (page) => (polls++ ? new Promise(() => 0) : poll(page))',
    })
    sessions.upkeep()
    await ended()
    expect(lastRun().run).toMatchObject({
      status: 'failed',
      failureType: 'watchdog_timeout',
      stopReason: 'watchdog_timeout',
      stage: 'poll',
      reason: 'timeout',
    })
    expect(told('session.stopped').map(({ data }) => data.reason)).toEqual(['watchdog_timeout'])
    sessions.upkeep()
    await becomes('running')
    await expect.poll(bank.logins, { timeout: 10_000 }).toBe(2)
  })

  it('parks an assisted one, and tells it', async () => {
    const { sessions, accountId, told, becomes } = await open({
      hooks: 'hooks.keepAlive = () => new Promise(() => 0); hooks.poll = () => []',
      loginMode: 'assisted',
    })
    sessions.reactivate(accountId)
    await becomes('needs_attention')
    expect(told('session.needs_attention')[0]?.data).toMatchObject({
      reason: 'watchdog_timeout',
      category: 'watchdog_timeout',
    })
    sessions.upkeep()
    expect(sessions.isLive(accountId)).toBe(false)
  })
})

describe('one profile', () => {
  it('has one browser, whoever starts the session, and however often at once', async () => {
    const { sessions, accountId, bank, stored, browsers } = await open({ loginMode: 'assisted' })
    const signal = new AbortController().signal
    for (let i = 0; i < 5; i += 1) {
      sessions.reactivate(accountId)
      sessions.upkeep()
    }
    await Promise.all([1, 2, 3].map(() => sessions.runOneShot(accountId, signal)))
    await stored(1)
    expect(browsers()).toHaveLength(1)
    expect(sessions.runs(accountId, 10, 0).total).toBe(1)
    expect(bank.logins()).toBe(1)
  })

  it('is handed over only when the one before has gone: from one-shot to persistent and back', async () => {
    const { sessions, accountId, store, stored, browsers, becomes } = await open()
    const as = (type: string) => store.db.prepare('update account_settings set session_type = ?').run(type)
    const most: number[] = []
    const watch = setInterval(() => most.push(browsers().length), 20)
    const signal = new AbortController().signal
    as('one-shot')
    const reading = sessions.runOneShot(accountId, signal)
    as('persistent')
    const second = sessions.runOneShot(accountId, signal)
    await reading
    await second
    await becomes('running')
    await stored(1)
    as('one-shot')
    expect(await sessions.runOneShot(accountId, signal)).toMatchObject({ status: 'success' })
    clearInterval(watch)
    expect(Math.max(...most)).toBe(1)
  }, 40_000)

  it('is free at once when the session is killed, and when its browser was', async () => {
    const { sessions, accountId, profile, told, ended, becomes, browsers } = await open()
    sessions.upkeep()
    await becomes('running')
    expect(sessions.kill(accountId)).toBe(true)
    await ended()
    expect(browsers()).toEqual([])
    expect(told('session.stopped').at(-1)?.data.reason).toBe('session_killed')
    expect(told('login.failed').length + told('scrape.failed').length).toBe(0)

    sessions.upkeep()
    await becomes('running')
    killBrowserOf(profile)
    await ended(2)
    expect(told('session.stopped').at(-1)?.data.reason).toBe('browser_closed')
    sessions.upkeep()
    await becomes('running')
  }, 40_000)
})
