import type { LoginResult } from '../browser/types.ts'
import { AppError, messageOf } from '../errors.ts'
import { RunFailure, type Verdict } from './failures.ts'
import type { FailureType } from './types.ts'

/**
 * Why a run failed, in words that the window translates (`reasons.<reason>`), each with one advice (`advice.<advice>`).
 * Stands beside the failure type of the specification (11.3), which says where and how it failed.
 */
const adviceOf = {
  wrong_credentials: 'check_credentials',
  credentials_missing: 'enter_credentials',
  must_change_password: 'change_password_at_bank',
  account_locked: 'call_bank',
  login_budget_spent: 'check_credentials',
  code_missing: 'give_code_in_time',
  code_refused: 'check_code',
  person_missing: 'act_in_bank_window',
  bot_check: 'act_in_bank_window',
  maintenance: 'wait_for_bank',
  bank_error: 'wait_for_bank',
  page_changed: 'wait_for_script',
  other_site: 'wait_for_script',
  script_failed: 'wait_for_script',
  reading_failed: 'wait_for_script',
  network: 'check_network',
  timeout: 'try_again',
  logged_out: 'try_again',
  browser_missing: 'install_browser',
  browser_failed: 'try_again',
  browser_crashed: 'try_again',
  stopped: 'none',
  program_ended: 'none',
  unknown: 'report',
} as const

export type LoginReason = keyof typeof adviceOf
export type Advice = (typeof adviceOf)[LoginReason]

export const adviceFor = (reason: LoginReason): Advice => adviceOf[reason]

const isReason = (text: string): text is LoginReason => Object.hasOwn(adviceOf, text)

const ofOutcome: Partial<Record<LoginResult, LoginReason>> = {
  'wrong-credentials': 'wrong_credentials',
  'code-refused': 'code_refused',
  'account-locked': 'account_locked',
  'must-change-password': 'must_change_password',
  maintenance: 'maintenance',
  'bot-check': 'bot_check',
  'needs-person': 'person_missing',
  'needs-code': 'code_missing',
}

const ofType: Record<FailureType, LoginReason> = {
  timeout: 'timeout',
  selector_missing: 'page_changed',
  login_failed: 'wrong_credentials',
  unknown: 'unknown',
  navigation_failed: 'bank_error',
  movements_fetch_failed: 'reading_failed',
  detail_extraction_failed: 'reading_failed',
  auth_timeout: 'timeout',
  logged_out: 'logged_out',
  watchdog_timeout: 'timeout',
  browser_closed: 'browser_crashed',
  session_killed: 'stopped',
  launch_failed: 'browser_failed',
  script_load_failed: 'script_failed',
  credentials_failed: 'credentials_missing',
  orphaned: 'program_ended',
  account_locked: 'account_locked',
}

const network = /net::ERR_(?!ABORTED|BLOCKED|INVALID|TOO_MANY|HTTP|UNSAFE|FILE|CERT|SSL)|ECONNREFUSED|ENOTFOUND/

/** `seen` is what the page at the failure means by the outcomes of the bank's folder. */
export function reasonOf(error: unknown, verdict: Verdict, seen: LoginResult | null): LoginReason {
  if (error instanceof RunFailure && error.reason !== null) return error.reason
  if (error instanceof AppError && error.code === 'browser.missing') return 'browser_missing'
  const text = messageOf(error)
  // A script names the reason after the category: `login_failed: code_refused: …`.
  const [, named] = /^\s*\w+\s*:\s*(\w+)\s*:/.exec(text) ?? []
  if (named !== undefined && isReason(named)) return named
  const shown = seen === null ? undefined : ofOutcome[seen]
  if (shown) return shown
  return network.test(text) ? 'network' : ofType[verdict.type]
}
