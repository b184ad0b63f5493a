import { describe, expect, test } from 'vitest'
import type { Account, Run } from '../../../renderer/api-types.ts'
import { causeOfBlock, causeOfRun } from '../../../renderer/features/accounts/cause.ts'
import { attentionOf, isBusy, statusOf } from '../../../renderer/features/accounts/health.ts'
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
  by_file: false,
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

describe('a session that stays', () => {
  const persistent = (change: Partial<Account>) => account({ session_type: 'persistent', ...change })
  const running = run({ status: 'running' })

  test('is a state of its own once it runs, and takes orders', () => {
    const settled = persistent({ sessionStatus: 'running', last_run: running })
    expect(statusOf(settled, false)).toEqual({ kind: 'session', session: 'running' })
    expect(isBusy(settled, false)).toBe(false)
  })

  test('shows its steps while it starts', () => {
    const starting = persistent({ sessionStatus: 'starting', last_run: running })
    expect(statusOf(starting, false)).toEqual({ kind: 'reading' })
    expect(isBusy(starting, false)).toBe(true)
  })

  test('waits for a person', () => {
    expect(statusOf(persistent({ sessionStatus: 'needs_attention', last_run: failed }), false)).toEqual({
      kind: 'session',
      session: 'needs_attention',
    })
  })
})

describe('what needs attention', () => {
  test('a block comes first and keeps the words of the program as detail', () => {
    expect(attentionOf(account({ ...blocked, last_run: failed }))).toEqual({
      kind: 'blocked',
      cause: { reason: 'wrong_credentials', advice: 'check_credentials' },
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
    [' Login_Failed: no', 'wrong_credentials'],
    ['account_locked: bank says so', 'account_locked'],
    ['There are no valid credentials', 'credentials_missing'],
    ['something else', 'unknown'],
    [null, 'unknown'],
  ])('a block with the reason %j is caused by %s', (reason, cause) => {
    expect(causeOfBlock(account({ scrapeBlockedReason: reason })).reason).toBe(cause)
  })

  test('the reading that led to a block names its reason more exactly', () => {
    const spent = run({ status: 'failed', reason: 'login_budget_spent', advice: 'check_credentials' })
    expect(causeOfBlock(account({ ...blocked, last_run: spent })).reason).toBe('login_budget_spent')
  })

  test('a run from before reasons were named is told by its category', () => {
    expect(causeOfRun({ reason: null, advice: null, failure_type: 'orphaned' }).reason).toBe('program_ended')
    expect(causeOfRun({ reason: null, advice: null, failure_type: null }).reason).toBe('unknown')
  })

  test('a parked session asks to be started', () => {
    const parked = account({ session_type: 'persistent', sessionStatus: 'needs_attention', last_run: failed })
    expect(attentionOf(parked)).toMatchObject({ kind: 'parked' })
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
