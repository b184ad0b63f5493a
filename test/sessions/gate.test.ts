import { describe, expect, it } from 'vitest'
import { createEvents } from '../../main/core/events.ts'
import type { Verdict } from '../../main/core/sessions/failures.ts'
import { createNotices } from '../../main/core/sessions/notices.ts'
import { sessionQueries } from '../../main/core/sessions/queries.ts'
import { createTestSessions, type TestSessionOptions } from '../support/test-sessions.ts'

const wrong: Verdict = { type: 'login_failed', stage: 'login', message: 'login_failed: wrong password' }
const locked: Verdict = { type: 'account_locked', stage: 'login', message: 'account_locked: call us' }
const missing: Verdict = {
  type: 'credentials_failed',
  stage: 'credentials',
  message: 'No valid credentials are stored',
}
const slow: Verdict = { type: 'navigation_failed', stage: 'navigate', message: 'navigation_failed: slow' }
const broken: Verdict = {
  type: 'movements_fetch_failed',
  stage: 'movements_fetch',
  message: 'movements_fetch_failed: 500',
}
const late: Verdict = { type: 'auth_timeout', stage: 'auth_wait', message: 'auth_timeout: no code' }

/** What follows from a row of endings; `null` is a success. */
function outcomeOf(endings: readonly (Verdict | null)[], options: Partial<TestSessionOptions> = {}) {
  const test = createTestSessions({ script: null, ...options })
  const told: string[] = []
  const events = createEvents(() => undefined)
  events.subscribe((event) => told.push(`${event.type}${event.data.category ? ` ${event.data.category}` : ''}`))
  const account = () => test.accounts.find(test.accountId) ?? expect.fail('no account')
  const notices = createNotices({
    store: test.store,
    accounts: test.accounts,
    queries: sessionQueries(test.store.db),
    events,
    now: () => 1000,
    blockThreshold: () => options.blockThreshold ?? 2,
  })
  for (const ending of endings) ending ? notices.failed(account(), ending) : notices.succeeded(account(), 3)
  const streaks = test.store.db
    .prepare('select failure_group, streak, alerted from failure_streaks order by failure_group')
    .raw()
    .all()
  const { scrapeBlockedReason, fatalStreak } = account()
  return {
    blocked: scrapeBlockedReason,
    fatal: fatalStreak,
    told,
    streaks,
    blockedEvents: test.types().filter((type) => type === 'account.blocked').length,
  }
}

describe('the scrape gate', () => {
  it.each<[string, (Verdict | null)[], string | null]>([
    ['one refused login', [wrong], null],
    ['two in a row', [wrong, wrong], wrong.message],
    ['two with a success between', [wrong, null, wrong], null],
    ['two with another failure between', [wrong, slow, wrong], wrong.message],
    ['a lockout at once', [locked], locked.message],
    ['missing credentials at once', [missing], missing.message],
    ['many harmless failures', [slow, broken, late, slow, broken], null],
    ['a later cause does not replace the first', [locked, missing], locked.message],
  ])('%s', (_, endings, reason) => {
    const { blocked, blockedEvents } = outcomeOf(endings)
    expect(blocked).toBe(reason)
    expect(blockedEvents).toBe(reason === null ? 0 : 1)
  })

  it('counts a code that never came against an assisted account', () => {
    expect(outcomeOf([late, late], { loginMode: 'assisted' }).blocked).toBe(late.message)
  })

  it('closes earlier or later as the setting says', () => {
    expect(outcomeOf([wrong], { blockThreshold: 1 }).blocked).toBe(wrong.message)
    expect(outcomeOf([wrong, wrong], { blockThreshold: 3 }).blocked).toBeNull()
  })

  it('starts counting again after a success', () => {
    expect(outcomeOf([wrong]).fatal).toBe(1)
    expect(outcomeOf([wrong, null]).fatal).toBe(0)
  })
})

describe('streaks and events', () => {
  it('tells of every failure, in its group', () => {
    expect(outcomeOf([slow, broken, broken, late]).told).toEqual([
      'login.failed navigation_failed',
      'scrape.failed movements_fetch_failed',
      'scrape.failed movements_fetch_failed',
      'scrape.failed auth_timeout',
    ])
  })

  it('counts per group, alerted from the third on, until a success', () => {
    expect(outcomeOf([slow, broken, broken, broken]).streaks).toEqual([
      ['connection', 1, 0],
      ['scrape', 3, 1],
    ])
    expect(outcomeOf([broken, broken, broken, null]).streaks).toEqual([['scrape', 0, 0]])
  })

  it('tells of the recovery only of what had alerted', () => {
    expect(outcomeOf([slow, broken, broken, broken, null]).told.slice(4)).toEqual([
      'scrape.succeeded',
      'scrape.recovered',
    ])
    expect(outcomeOf([slow, slow, slow, null, null]).told.slice(3)).toEqual([
      'scrape.succeeded',
      'login.recovered',
      'scrape.succeeded',
    ])
    expect(outcomeOf([slow, slow, null]).told).not.toContain('login.recovered')
  })
})
