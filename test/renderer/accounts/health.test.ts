import { describe, expect, test } from 'vitest'
import type { Account, Run } from '../../../renderer/api-types.ts'
import { attentionOf, causeOfBlock, statusOf } from '../../../renderer/features/accounts/health.ts'
import { runSteps } from '../../../renderer/features/accounts/run-steps.ts'
import { withRun } from '../../../renderer/features/accounts/store.ts'

const run = (change: Partial<Run> = {}): Run => ({
  id: 'run',
  account_id: 'a',
  status: 'success',
  stage: 'close',
  transactions_found: 3,
  failure_type: null,
  reason: null,
  advice: null,
  error_message: null,
  refused_hosts: {},
  started_at: '2026-05-12T10:00:00.000Z',
  finished_at: '2026-05-12T10:01:00.000Z',
  ...change,
})

const account = (change: Partial<Account> = {}): Account => ({
  id: 'a',
  bank: 'north-bank',
  bank_name: 'North Bank',
  name: 'Main',
  status: 'active',
  scrapeBlockedAt: null,
  scrapeBlockedReason: null,
  paused_at: null,
  quiet_hours: null,
  sessionStatus: null,
  assistedPersistent: false,
  configured: true,
  session_type: 'one-shot',
  login_mode: 'simple',
  open_requests: 0,
  ambiguous_requests: 0,
  movements_today: [],
  last_run: null,
  last_poll: null,
  created_at: '2026-05-01T10:00:00.000Z',
  ...change,
})

const blocked = { scrapeBlockedAt: '2026-05-12T11:00:00.000Z', scrapeBlockedReason: 'login_failed: Invalid user' }
const failed = run({ status: 'failed', failure_type: 'timeout', error_message: 'Too slow', stage: 'poll' })

describe('status of an account', () => {
  test.each<[string, Account, boolean, string]>([
    ['reading beats everything', account({ ...blocked, last_run: run({ status: 'running' }) }), true, 'reading'],
    ['a reading that was asked for', account({ last_run: run() }), true, 'queued'],
    ['blocked', account({ ...blocked, last_run: failed }), false, 'blocked'],
    ['paused', account({ paused_at: '2026-05-12T10:00:00.000Z', last_run: run() }), false, 'paused'],
    ['without settings', account({ configured: false }), false, 'not_configured'],
    ['the last reading failed', account({ last_run: failed }), false, 'failed'],
    ['read', account({ last_run: run() }), false, 'read'],
    ['not read yet', account(), false, 'never_read'],
  ])('%s', (_, value, queued, kind) => {
    expect(statusOf(value, queued).kind).toBe(kind)
  })
})

describe('what needs attention', () => {
  test('a block comes first and keeps the words of the program as detail', () => {
    expect(attentionOf(account({ ...blocked, last_run: failed }))).toEqual({
      kind: 'blocked',
      cause: 'wrong_password',
      since: '2026-05-12T11:00:00.000Z',
      detail: 'login_failed: Invalid user',
    })
  })

  test('a failed reading, then a failed poll', () => {
    const poll = { at: '2026-05-12T12:00:00.000Z', error: 'The endpoint answered 500' }
    expect(attentionOf(account({ last_run: failed, last_poll: poll }))).toMatchObject({ kind: 'run_failed' })
    expect(attentionOf(account({ last_run: run(), last_poll: poll }))).toMatchObject({ kind: 'poll_failed' })
  })

  test('an account that runs needs nothing', () => {
    expect(attentionOf(account({ last_run: run() }))).toBeNull()
  })

  test.each([
    [' Login_Failed: no', 'wrong_password'],
    ['account_locked: bank says so', 'bank_locked'],
    ['There are no valid credentials', 'no_credentials'],
    ['something else', 'unknown'],
    [null, 'unknown'],
  ])('a block with the reason %j is caused by %s', (reason, cause) => {
    expect(causeOfBlock(reason)).toBe(cause)
  })
})

describe('steps of a reading', () => {
  const states = (status: Run['status'], stage: string | null) => runSteps({ status, stage }).map(({ state }) => state)

  test.each([
    ['running', null, ['now', 'todo', 'todo']],
    ['running', 'credentials', ['now', 'todo', 'todo']],
    ['running', 'login', ['done', 'now', 'todo']],
    ['running', 'movements_fetch', ['done', 'done', 'now']],
    ['running', 'a stage of a later version', ['done', 'done', 'now']],
    ['failed', 'login', ['done', 'failed', 'todo']],
    ['success', 'close', ['done', 'done', 'done']],
  ] as const)('%s at %s', (status, stage, expected) => {
    expect(states(status, stage)).toEqual(expected)
  })
})

describe('news of a run', () => {
  const state = (shown: Run | null) => ({
    accounts: [account({ last_run: shown })],
    failure: null,
    banks: null,
    queued: new Set(['a']),
  })

  test('replaces the shown run and ends the waiting', () => {
    const next = withRun(state(run()), run({ id: 'newer', status: 'running', started_at: '2026-05-12T12:00:00.000Z' }))
    expect(next.accounts?.[0]?.last_run?.id).toBe('newer')
    expect(next.queued?.size).toBe(0)
  })

  test('of an older run changes nothing', () => {
    const next = withRun(state(run()), run({ id: 'older', started_at: '2026-05-12T09:00:00.000Z' }))
    expect(next.accounts?.[0]?.last_run?.id).toBe('run')
  })
})
