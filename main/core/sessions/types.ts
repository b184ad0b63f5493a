/** The eleven stages of spec 11.1. */
export const stages = [
  'launch',
  'load_script',
  'credentials',
  'login',
  'auth_wait',
  'poll',
  'keep_alive',
  'navigate',
  'movements_fetch',
  'detail_extraction',
  'close',
] as const
export type Stage = (typeof stages)[number]

/** Spec 11.3. */
export const failureTypes = [
  'timeout',
  'selector_missing',
  'login_failed',
  'unknown',
  'navigation_failed',
  'movements_fetch_failed',
  'detail_extraction_failed',
  'auth_timeout',
  'logged_out',
  'watchdog_timeout',
  'browser_closed',
  'session_killed',
  'launch_failed',
  'script_load_failed',
  'credentials_failed',
  'orphaned',
  'account_locked',
] as const
export type FailureType = (typeof failureTypes)[number]

export interface RunOutcome {
  /** `null` when nothing could be begun: the account is gone, or its bank has no active script. */
  readonly runId: string | null
  readonly status: 'success' | 'failed'
  /** New movements stored. */
  readonly found: number | null
  readonly failure: { readonly type: FailureType; readonly message: string } | null
}

/** What other features may ask of sessions. */
export interface Sessions {
  /** Reads the bank once (spec 4, one-shot algorithm). Failures are recorded in the run and returned, never thrown. */
  runOneShot(accountId: string, signal: AbortSignal): Promise<RunOutcome>
  /** How many readings wait for a code or a step of a person now. */
  waitingForPerson(): number
  /** Starts the sessions of simple persistent accounts that do not live (spec 4, session upkeep). */
  upkeep(): void
  /** At start: runs stored as running become failed `orphaned`. */
  closeOrphans(): number
  /** At start: besides that, sessions stored as running become stopped, and browsers of a dead run are ended. */
  clearOrphans(): Promise<void>
  /** Daily: runs older than 90 days go, with their steps. */
  pruneRuns(): number
  /** Ends a live browser of the account and removes its profile folder; used when the account is deleted. */
  forget(accountId: string): Promise<void>
  stop(): Promise<void>
}
