import type { Account } from '../../api-types.ts'
import type { MarkKind } from '../../shared/ui/status-mark.tsx'

/** Why a reading failed, in the few words that lead to different remedies. */
export type Cause =
  | 'wrong_password'
  | 'bank_locked'
  | 'no_credentials'
  | 'bank_slow'
  | 'bank_changed'
  | 'no_browser'
  | 'script'
  | 'stopped'
  | 'unknown'

/** What stands in the way of an account; each has a cause and a remedy in words. */
export type Attention =
  | { readonly kind: 'blocked'; readonly cause: Cause; readonly since: string; readonly detail: string }
  | { readonly kind: 'run_failed'; readonly cause: Cause; readonly since: string; readonly detail: string }
  | { readonly kind: 'poll_failed'; readonly since: string; readonly detail: string }

export type Status =
  | { readonly kind: 'queued' | 'reading' }
  | { readonly kind: 'blocked' | 'failed'; readonly cause: Cause }
  | { readonly kind: 'not_configured' | 'never_read' }
  | { readonly kind: 'paused'; readonly since: string }
  | { readonly kind: 'read'; readonly at: string }

const causes: Readonly<Record<string, Cause>> = {
  login_failed: 'wrong_password',
  account_locked: 'bank_locked',
  credentials_failed: 'no_credentials',
  timeout: 'bank_slow',
  auth_timeout: 'bank_slow',
  navigation_failed: 'bank_slow',
  watchdog_timeout: 'bank_slow',
  selector_missing: 'bank_changed',
  movements_fetch_failed: 'bank_changed',
  detail_extraction_failed: 'bank_changed',
  launch_failed: 'no_browser',
  script_load_failed: 'script',
  browser_closed: 'stopped',
  session_killed: 'stopped',
  logged_out: 'stopped',
  orphaned: 'stopped',
}

export const causeOfRun = (failureType: string | null): Cause => causes[failureType ?? ''] ?? 'unknown'

/** The text of a block starts with its category (`login_failed: …`) or says that credentials are missing (spec 2.2). */
export function causeOfBlock(reason: string | null): Cause {
  const text = (reason ?? '').trim().toLowerCase()
  if (text.includes('no valid credentials')) return 'no_credentials'
  const category = Object.keys(causes).find((name) => text.startsWith(name))
  return category === undefined ? 'unknown' : causeOfRun(category)
}

export function attentionOf(account: Account): Attention | null {
  if (account.scrapeBlockedAt !== null)
    return {
      kind: 'blocked',
      cause: causeOfBlock(account.scrapeBlockedReason),
      since: account.scrapeBlockedAt,
      detail: account.scrapeBlockedReason ?? '',
    }
  const run = account.last_run
  if (run?.status === 'failed')
    return {
      kind: 'run_failed',
      cause: causeOfRun(run.failure_type),
      since: run.finished_at ?? run.started_at,
      detail: run.error_message ?? run.failure_type ?? '',
    }
  if (account.last_poll?.error != null)
    return { kind: 'poll_failed', since: account.last_poll.at, detail: account.last_poll.error }
  return null
}

/** What the account is doing, the most telling thing first. */
export function statusOf(account: Account, queued: boolean): Status {
  const run = account.last_run
  if (run?.status === 'running') return { kind: 'reading' }
  if (queued) return { kind: 'queued' }
  if (account.scrapeBlockedAt !== null) return { kind: 'blocked', cause: causeOfBlock(account.scrapeBlockedReason) }
  if (account.paused_at !== null) return { kind: 'paused', since: account.paused_at }
  if (!account.configured) return { kind: 'not_configured' }
  if (run?.status === 'failed') return { kind: 'failed', cause: causeOfRun(run.failure_type) }
  if (run) return { kind: 'read', at: run.finished_at ?? run.started_at }
  return { kind: 'never_read' }
}

export const markOf: Record<Status['kind'], MarkKind> = {
  queued: 'waiting',
  reading: 'working',
  blocked: 'failed',
  failed: 'failed',
  not_configured: 'ask',
  never_read: 'waiting',
  paused: 'paused',
  read: 'done',
}
