import { messageOf } from '../errors.ts'
import type { LoginReason } from './reasons.ts'
import type { FailureType, Stage } from './types.ts'

/** A failure that the program itself recognised; what a script throws carries its category in the text instead. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure'
  readonly type: FailureType
  /** Where the program knows more than the type says. */
  readonly reason: LoginReason | null

  constructor(type: FailureType, message: string, options: { cause?: unknown; reason?: LoginReason } = {}) {
    super(message, options)
    this.type = type
    this.reason = options.reason ?? null
  }
}

/** Categories that a thrown text may start with (spec 9.4); `timeout` is what the host's own limits throw. */
const categories = [
  'login_failed',
  'navigation_failed',
  'movements_fetch_failed',
  'detail_extraction_failed',
  'account_locked',
  'auth_timeout',
  'timeout',
] as const satisfies readonly FailureType[]

/** The category that a thrown text names, e.g. `login_failed: wrong password`. */
export function categoryOf(text: string): FailureType | null {
  const start = text.trimStart().toLowerCase()
  return categories.find((category) => start.startsWith(category) && /^\s*:/.test(start.slice(category.length))) ?? null
}

const stageOfCategory: Partial<Record<FailureType, Stage>> = {
  login_failed: 'login',
  account_locked: 'login',
  navigation_failed: 'navigate',
  movements_fetch_failed: 'movements_fetch',
  detail_extraction_failed: 'detail_extraction',
  auth_timeout: 'auth_wait',
  launch_failed: 'launch',
  script_load_failed: 'load_script',
  credentials_failed: 'credentials',
}

const failureOfStage: Partial<Record<Stage, FailureType>> = {
  launch: 'launch_failed',
  load_script: 'script_load_failed',
  credentials: 'credentials_failed',
}

export interface Verdict {
  readonly type: FailureType
  readonly stage: Stage | null
  readonly message: string
}

/**
 * Stage and category of a failed run (spec 11.2). `givenStage` is where the run was; `failedStage` the first wrapped
 * stage that failed.
 */
export function judge(error: unknown, where: { givenStage: Stage | null; failedStage: Stage | null }): Verdict {
  const message = messageOf(error)
  const named = error instanceof RunFailure ? error.type : categoryOf(message)
  const fallback = where.givenStage ?? where.failedStage
  const stage = (named === null ? null : stageOfCategory[named]) ?? fallback
  const type = named ?? (fallback === null ? null : failureOfStage[fallback]) ?? 'unknown'
  return { type, stage, message }
}

/** How a failure counts against the scrape gate (spec 2.2). */
export type Severity = 'blocks-at-once' | 'counts' | 'harmless'

export function severityOf(
  failure: { type: FailureType; message: string; reason?: LoginReason },
  loginMode: 'simple' | 'assisted',
): Severity {
  const text = failure.message.toLowerCase()
  // Every further login would meet the same demand, and banks count it.
  if (failure.reason === 'login_budget_spent' || failure.reason === 'must_change_password') return 'blocks-at-once'
  if (failure.type === 'account_locked' || text.includes('no valid credentials')) return 'blocks-at-once'
  if (text.trimStart().startsWith('login_failed')) return 'counts'
  return failure.type === 'auth_timeout' && loginMode === 'assisted' ? 'counts' : 'harmless'
}

export type FailureGroup = 'connection' | 'scrape'

/** The group whose streak a failure lengthens (spec 5.4); a lockout is the bank's answer to a login. */
export const groupOf = (type: FailureType): FailureGroup =>
  type === 'login_failed' || type === 'navigation_failed' || type === 'account_locked' ? 'connection' : 'scrape'
