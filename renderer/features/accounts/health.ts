import type { Account, Mode } from '../../api-types.ts'
import type { MarkKind } from '../../shared/ui/status-mark.tsx'
import { type Cause, causeOfBlock, causeOfRun } from './cause.ts'

/** What stands in the way of an account; each has a cause and a remedy in words. */
export type Attention =
  | {
      readonly kind: 'blocked' | 'parked' | 'run_failed'
      readonly cause: Cause
      readonly since: string
      readonly detail: string
    }
  | { readonly kind: 'poll_failed'; readonly since: string; readonly detail: string }

export type SessionStatus = NonNullable<Account['sessionStatus']>

export type Status =
  | { readonly kind: 'queued' | 'reading' }
  | { readonly kind: 'blocked' | 'failed'; readonly cause: Cause }
  | { readonly kind: 'not_configured' | 'never_read' | 'by_file' }
  | { readonly kind: 'paused'; readonly since: string }
  | { readonly kind: 'read'; readonly at: string }
  | { readonly kind: 'session'; readonly session: SessionStatus }

/** A session that stays is at work all day: only its start keeps a person from asking for more. */
export const isSettled = (account: Account): boolean =>
  account.session_type === 'persistent' && account.sessionStatus === 'running'

export const isBusy = (account: Account, queued: boolean): boolean =>
  queued || (account.last_run?.status === 'running' && !isSettled(account))

/** There is an address to ask for the pending payments. */
export const canPoll = (account: Pick<Account, 'configured'>, mode: Mode | null): boolean =>
  mode === 'reconcile' && account.configured

export function attentionOf(account: Account): Attention | null {
  const run = account.last_run
  if (account.scrapeBlockedAt !== null)
    return {
      kind: 'blocked',
      cause: causeOfBlock(account),
      since: account.scrapeBlockedAt,
      detail: account.scrapeBlockedReason ?? '',
    }
  if (run?.status === 'failed')
    return {
      kind: account.sessionStatus === 'needs_attention' ? 'parked' : 'run_failed',
      cause: causeOfRun(run),
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
  if (isSettled(account)) return { kind: 'session', session: 'running' }
  if (run?.status === 'running') return { kind: 'reading' }
  if (queued) return { kind: 'queued' }
  if (account.scrapeBlockedAt !== null) return { kind: 'blocked', cause: causeOfBlock(account) }
  if (account.paused_at !== null) return { kind: 'paused', since: account.paused_at }
  if (!account.configured) return { kind: 'not_configured' }
  if (account.by_file) return { kind: 'by_file' }
  if (account.session_type === 'persistent' && account.sessionStatus !== null)
    return { kind: 'session', session: account.sessionStatus }
  if (run?.status === 'failed') return { kind: 'failed', cause: causeOfRun(run) }
  if (run) return { kind: 'read', at: run.finished_at ?? run.started_at }
  return { kind: 'never_read' }
}

export const markOf: Record<Exclude<Status['kind'], 'session'>, MarkKind> = {
  queued: 'waiting',
  reading: 'working',
  blocked: 'failed',
  failed: 'failed',
  not_configured: 'ask',
  never_read: 'waiting',
  by_file: 'nothing',
  paused: 'paused',
  read: 'done',
}
