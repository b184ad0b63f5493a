import type { Advice, LoginReason } from '../../../main/core/sessions/reasons.ts'
import type { Account, Run } from '../../api-types.ts'

/** Why a reading failed and what to do about it, from the program's two closed lists. */
export interface Cause {
  readonly reason: LoginReason
  readonly advice: Advice
}

const unknown: Cause = { reason: 'unknown', advice: 'report' }

/** Runs and blocks from before reasons were named: what their category (spec 11.3) says at least. */
const byCategory: Readonly<Record<string, Cause>> = {
  login_failed: { reason: 'wrong_credentials', advice: 'check_credentials' },
  account_locked: { reason: 'account_locked', advice: 'call_bank' },
  credentials_failed: { reason: 'credentials_missing', advice: 'enter_credentials' },
  timeout: { reason: 'timeout', advice: 'try_again' },
  auth_timeout: { reason: 'timeout', advice: 'try_again' },
  navigation_failed: { reason: 'bank_error', advice: 'wait_for_bank' },
  watchdog_timeout: { reason: 'timeout', advice: 'try_again' },
  selector_missing: { reason: 'page_changed', advice: 'wait_for_script' },
  movements_fetch_failed: { reason: 'reading_failed', advice: 'wait_for_script' },
  detail_extraction_failed: { reason: 'reading_failed', advice: 'wait_for_script' },
  launch_failed: { reason: 'browser_failed', advice: 'try_again' },
  script_load_failed: { reason: 'script_failed', advice: 'wait_for_script' },
  browser_closed: { reason: 'browser_crashed', advice: 'try_again' },
  session_killed: { reason: 'stopped', advice: 'none' },
  logged_out: { reason: 'logged_out', advice: 'try_again' },
  orphaned: { reason: 'program_ended', advice: 'none' },
}

export function causeOfRun(run: Pick<Run, 'reason' | 'advice' | 'failure_type'>): Cause {
  // The window comes with the program it talks to: both lists are the same.
  if (run.reason !== null && run.advice !== null)
    return { reason: run.reason as LoginReason, advice: run.advice as Advice }
  return byCategory[run.failure_type ?? ''] ?? unknown
}

/** The text of a block starts with its category (`login_failed: …`) or says that credentials are missing (spec 2.2). */
export function causeOfBlock({ scrapeBlockedReason, last_run }: Account): Cause {
  // A block and the reading that led to it fail in the same moment; the reading names the reason more exactly.
  if (last_run?.status === 'failed' && last_run.reason !== null) return causeOfRun(last_run)
  const text = (scrapeBlockedReason ?? '').trim().toLowerCase()
  if (text.includes('no valid credentials')) return { reason: 'credentials_missing', advice: 'enter_credentials' }
  const category = Object.keys(byCategory).find((name) => text.startsWith(name))
  return byCategory[category ?? ''] ?? unknown
}

/** Advice that does not say why by itself: the reason is told before it. */
const bare: ReadonlySet<Advice> = new Set([
  'change_password_at_bank',
  'wait_for_bank',
  'wait_for_script',
  'try_again',
  'none',
  'report',
])
export const wantsReason = ({ advice }: Cause): boolean => bare.has(advice)

/** The remedy lies in the bank credentials of the account's settings. */
export const isAboutCredentials = ({ advice }: Cause): boolean =>
  advice === 'check_credentials' || advice === 'enter_credentials' || advice === 'change_password_at_bank'
