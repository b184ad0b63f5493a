import { describe, expect, it } from 'vitest'
import { ScriptError } from '../../main/core/browser/script-room.ts'
import { AppError } from '../../main/core/errors.ts'
import { categoryOf, groupOf, judge, RunFailure, severityOf } from '../../main/core/sessions/failures.ts'

const nowhere = { givenStage: null, failedStage: null }

describe('the category that a text names', () => {
  it.each([
    ['login_failed: wrong password', 'login_failed'],
    ['  LOGIN_FAILED : wrong', 'login_failed'],
    ['account_locked: call us', 'account_locked'],
    ['navigation_failed: net::ERR', 'navigation_failed'],
    ['movements_fetch_failed: 500', 'movements_fetch_failed'],
    ['detail_extraction_failed: no date', 'detail_extraction_failed'],
    ['timeout: click #go', 'timeout'],
    ['login failed: wrong', null],
    ['login_failed', null],
    ['it was login_failed: wrong', null],
    ['session_killed: by the script', null],
    ['', null],
  ])('%j → %s', (text, category) => {
    expect(categoryOf(text)).toBe(category)
  })
})

describe('stage and category of a failed run', () => {
  it.each([
    [new ScriptError('login_failed: x'), { givenStage: 'poll', failedStage: 'poll' }, 'login_failed', 'login'],
    [
      new ScriptError('navigation_failed: x'),
      { givenStage: 'login', failedStage: 'login' },
      'navigation_failed',
      'navigate',
    ],
    [new ScriptError('detail_extraction_failed: x'), nowhere, 'detail_extraction_failed', 'detail_extraction'],
    [new ScriptError('account_locked: x'), { givenStage: 'auth_wait', failedStage: null }, 'account_locked', 'login'],
    [new ScriptError('boom'), { givenStage: 'poll', failedStage: 'login' }, 'unknown', 'poll'],
    [new ScriptError('boom'), { givenStage: null, failedStage: 'login' }, 'unknown', 'login'],
    [new ScriptError('boom'), nowhere, 'unknown', null],
    [new ScriptError('boom'), { givenStage: 'load_script', failedStage: null }, 'script_load_failed', 'load_script'],
    [
      new AppError('unavailable', 'browser.launch', 'no'),
      { givenStage: 'launch', failedStage: null },
      'launch_failed',
      'launch',
    ],
    [new Error('no key'), { givenStage: 'credentials', failedStage: null }, 'credentials_failed', 'credentials'],
    [new RunFailure('browser_closed', 'gone'), { givenStage: 'poll', failedStage: null }, 'browser_closed', 'poll'],
    [new RunFailure('auth_timeout', 'late'), { givenStage: 'login', failedStage: null }, 'auth_timeout', 'auth_wait'],
    [new ScriptError('timeout: x'), { givenStage: 'launch', failedStage: null }, 'timeout', 'launch'],
  ] as const)('%s in %o is %s at %s', (error, where, type, stage) => {
    expect(judge(error, where)).toEqual({ type, stage, message: error.message })
  })
})

describe('what a failure means for the gate', () => {
  it.each([
    ['login_failed', 'login_failed: wrong', 'simple', 'counts'],
    ['login_failed', '  Login_Failed: wrong', 'simple', 'counts'],
    ['account_locked', 'account_locked: call us', 'simple', 'blocks-at-once'],
    ['credentials_failed', 'No valid credentials are stored', 'simple', 'blocks-at-once'],
    ['credentials_failed', 'cannot be opened', 'simple', 'harmless'],
    ['auth_timeout', 'auth_timeout: late', 'simple', 'harmless'],
    ['auth_timeout', 'auth_timeout: no code', 'assisted', 'counts'],
    ['timeout', 'timeout: script', 'assisted', 'harmless'],
    ['navigation_failed', 'navigation_failed: net', 'simple', 'harmless'],
    ['browser_closed', 'crashed', 'simple', 'harmless'],
    ['unknown', 'after login_failed: x', 'simple', 'harmless'],
  ] as const)('%s %j (%s) %s', (type, message, mode, severity) => {
    expect(severityOf({ type, message }, mode)).toBe(severity)
  })

  it('blocks at once what every further login would meet again', () => {
    const message = 'login_failed: the bank wants something first'
    const severity = (reason: 'must_change_password' | 'login_budget_spent' | 'wrong_credentials') =>
      severityOf({ type: 'login_failed', message, reason }, 'simple')
    expect(severity('must_change_password')).toBe('blocks-at-once')
    expect(severity('login_budget_spent')).toBe('blocks-at-once')
    expect(severity('wrong_credentials')).toBe('counts')
  })

  it('counts in one of two groups', () => {
    expect(
      ['login_failed', 'navigation_failed', 'account_locked'].map((type) => groupOf(type as 'login_failed')),
    ).toEqual(['connection', 'connection', 'connection'])
    expect(
      ['unknown', 'timeout', 'movements_fetch_failed', 'launch_failed'].map((type) => groupOf(type as 'unknown')),
    ).toEqual(['scrape', 'scrape', 'scrape', 'scrape'])
  })
})
