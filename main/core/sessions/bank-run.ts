import type { Page } from 'playwright'
import type { Account, Accounts, Credentials } from '../accounts/types.ts'
import { createControl } from '../bank-window/control.ts'
import type { BankWindow } from '../bank-window/types.ts'
import type { BankProfile, Banks, RunnableScript } from '../banks/types.ts'
import { takeCoveredPicture } from '../browser/covered-picture.ts'
import { watchLost } from '../browser/lost-page.ts'
import type { OtpDescriptor } from '../browser/room-door.ts'
import type { LoginResult, PageActions } from '../browser/types.ts'
import { afterActive } from '../browser/within.ts'
import { messageOf } from '../errors.ts'
import type { Movements } from '../movements/types.ts'
import type { Assistance } from './assistance.ts'
import { openVisit, type Visit, type VisitDeps } from './bank-visit.ts'
import { createEntrance, type Entrance } from './entrance.ts'
import { judge, RunFailure, type Verdict } from './failures.ts'
import { createJournal, type Journal } from './journal.ts'
import { type LoginBudget, submissionsAllowed } from './login-budget.ts'
import { budgetSpent, loginGate } from './login-gate.ts'
import { createLoginWatch, outcomeOfPage } from './login-watch.ts'
import { gateForPerson } from './person-gate.ts'
import type { SessionQueries } from './queries.ts'
import type { ActListener, OpenBank } from './read-bank.ts'
import { type LoginReason, reasonOf } from './reasons.ts'
import { createRecorder, type Recorder, withoutQuery } from './recorder.ts'
import type { Stage } from './types.ts'

export interface RunDeps extends VisitDeps {
  readonly accounts: Pick<Accounts, 'credentials' | 'settings'>
  readonly banks: Pick<Banks, 'profile'>
  readonly movements: Pick<Movements, 'lastExternalId'>
  readonly queries: SessionQueries
  readonly assistance: Assistance
  readonly budget: LoginBudget
  /** Where a person can look at the page and take over. */
  readonly bankWindow: Pick<BankWindow, 'attach' | 'pixelRatio'>
  readonly isShown: () => boolean
}

export interface BankRun {
  readonly runId: string
  readonly account: Account
  readonly script: RunnableScript
  /** Longest time of the whole run in ms, without that of a person; `null` for one that goes on. */
  readonly limitMs: number | null
  /** Ends the run at once; its reason is then the failure. */
  readonly stop: AbortController
  /** What is done at the open bank. Its answer is the reason of a clean end, `null` when there is none to tell. */
  readonly work: (bank: OpenBank) => Promise<string | null>
  readonly onStage: (stage: Stage) => void
}

/** A failure with its reason from the closed list. */
export interface NamedVerdict extends Verdict {
  readonly reason: LoginReason
}

export interface RunEnding {
  /** `null` when all went well; the message holds no secret. */
  readonly verdict: NamedVerdict | null
  readonly stopReason: string | null
  readonly refusedHosts: Record<string, number>
  /** What a failed run leaves to look at; without secrets. */
  readonly report: RunReport | null
}

export interface RunReport {
  readonly trail: readonly Record<string, unknown>[]
  readonly url: string | null
  /** JPEG with every form field covered. */
  readonly picture: Uint8Array | null
}

/**
 * One run at one bank: credentials, browser, script, the work itself, and a clean close in reverse order in all cases.
 * Never throws: a failure is judged (spec 11.2), recorded as a step and written with its trail as one log entry.
 */
export async function runAtBank(deps: RunDeps, run: BankRun): Promise<RunEnding> {
  const { log, now, limits, assistance } = deps
  const { account, runId, stop, script } = run
  const ids = { account: account.id, bank: account.bankCode, run: runId }
  const journal = createJournal({ log, now, ids })
  const opened = new AsyncDisposableStack()
  let visit: Visit | null = null
  const recorder = createRecorder({
    runId,
    queries: deps.queries,
    now,
    log,
    scrub: journal.scrub,
    address: () => visit?.browser.page.url() ?? null,
    explain: (error) => (stop.signal.aborted ? stop.signal.reason : error),
    onStage(stage) {
      journal.note('stage', { stage })
      run.onStage(stage)
    },
  })

  const control = createControl({ now, signal: stop.signal })
  const tooLong = () => stop.abort(new RunFailure('timeout', 'The whole reading took too long'))
  const runLimit = run.limitMs === null ? null : afterActive(run.limitMs, control.personTimeMs, tooLong)

  let verdict: NamedVerdict | null = null
  let stopReason: string | null = null
  let picture: Uint8Array | null = null
  let report: RunReport | null = null
  let outcome: () => Promise<LoginResult | null> = async () => null
  try {
    const credentials = await recorder.wrap('credentials', async () => {
      const stored = credentialsOf(deps, account)
      if (deps.budget.used(account.id) >= submissionsAllowed) throw budgetSpent()
      return stored
    })
    journal.hide(credentials.password)
    const profile = deps.banks.profile(account.bankId)
    const acts: { listener: ActListener } = { listener: () => undefined }
    outcome = async () => (visit ? outcomeOfPage(visit.browser.page, profile.outcomes) : null)
    const watch = createLoginWatch({ accountId: account.id, runId, assistance, budget: deps.budget, control, outcome })
    const entrance = createEntrance({ control, outcome, signal: stop.signal })
    const beforeEnd = async () => {
      picture = visit && (await takeCoveredPicture(visit.browser.page))
    }
    const gated = loginGate({
      accountId: account.id,
      credentials,
      profile,
      watch,
      budget: deps.budget,
      stop,
      beforeEnd,
    })
    const gate = (actions: PageActions, page: Page) => gateForPerson(gated(actions, page), control)
    visit = await recorder.wrap('launch', () =>
      launch(deps, run, { opened, journal, acts, profile, gate, entrance, pausedMs: control.personTimeMs }),
    )
    const { context, page } = visit.browser
    opened.defer(deps.bankWindow.attach(account.id, { context, control, bankName: account.bankName }))
    stopReason = await run.work({
      room: visit.room,
      code: script.code,
      facts: {
        ...credentials,
        accountId: account.id,
        lastExternalId: deps.movements.lastExternalId(account.id),
        loginUrl: profile.loginUrl,
        timeZone: profile.timeZone,
      },
      loginMode: deps.accounts.settings(account.id)?.loginMode ?? 'simple',
      limits,
      recorder,
      signal: stop.signal,
      watch,
      entrance,
      control,
      page: {
        isLost: watchLost(page),
        reload: async () => void (await page.reload({ waitUntil: 'domcontentloaded' }).catch(() => undefined)),
      },
      note: journal.note,
      acts,
    })
  } catch (thrown) {
    const error = stop.signal.aborted ? stop.signal.reason : thrown
    const seen = stop.signal.aborted ? null : await outcome()
    if (visit && !stop.signal.aborted) picture = await takeCoveredPicture(visit.browser.page)
    // A list is its own proof; without one, the page may still say that the login itself went well.
    if (seen === 'inside') deps.budget.reset(account.id)
    const judged = judge(error, { givenStage: recorder.stage, failedStage: recorder.failedStage })
    const message = journal.scrub(judged.message).slice(0, 2000)
    verdict = { ...judged, message, reason: reasonOf(error, judged, seen) }
    stopReason = stopReasonOf(verdict)
    recorder.fail(verdict, error)
    report = { trail: journal.events(), url: withoutQuery(visit?.browser.page.url() ?? null), picture }
    log.error('failure_trail', {
      ...ids,
      script: script.version,
      stage: verdict.stage,
      failure_type: verdict.type,
      reason: verdict.reason,
      stop_reason: stopReason,
      message: verdict.message,
      url: report.url,
      events: report.trail,
    })
  } finally {
    runLimit?.[Symbol.dispose]()
    // Whoever is still asked for something would answer into the void.
    if (verdict?.type === 'auth_timeout') assistance.expire(account.id)
    assistance.cancel(account.id)
  }

  const refusedHosts = visit?.refused() ?? {}
  await closeAll(recorder, opened, visit !== null).catch((error) =>
    log.warn('close_failed', { ...ids, message: messageOf(error) }),
  )
  return { verdict, stopReason, refusedHosts, report }
}

function credentialsOf(deps: RunDeps, account: Account): Credentials {
  const stored = deps.accounts.credentials(account.id)
  if (stored) return stored
  throw new RunFailure(
    'credentials_failed',
    'No valid credentials are stored for this account. Enter user name and password of the bank in its settings.',
  )
}

interface LaunchParts {
  readonly opened: AsyncDisposableStack
  readonly journal: Journal
  readonly acts: { readonly listener: ActListener }
  readonly profile: BankProfile
  readonly gate: (actions: PageActions, page: Page) => PageActions
  readonly entrance: Pick<Entrance, 'ask'>
  readonly pausedMs: () => number
}

async function launch(deps: RunDeps, run: BankRun, parts: LaunchParts): Promise<Visit> {
  const { stop, runId } = run
  const accountId = run.account.id
  const tooLate = () => new RunFailure('launch_failed', 'The browser did not start in time')
  const limit = stopAfter(stop, deps.limits.launchMs, tooLate)
  try {
    const input = {
      accountId,
      profile: parts.profile,
      isShown: deps.isShown(),
      // Only where a person is expected to look, and with a fine screen: it costs a browser a quarter more work.
      pixelRatio: deps.accounts.settings(accountId)?.loginMode === 'assisted' ? deps.bankWindow.pixelRatio : 1,
      onLine: parts.journal.line,
      onAct: (action: string) => parts.acts.listener(action),
      note: parts.journal.note,
      gate: parts.gate,
      pausedMs: parts.pausedMs,
      requestCode: (descriptor: OtpDescriptor, resend: () => Promise<void>) =>
        parts.entrance.ask((signal) => deps.assistance.requestCode({ accountId, runId, descriptor, resend, signal })),
      onLost: () =>
        stop.abort(new RunFailure('browser_closed', 'The browser was closed or crashed during the reading')),
      signal: stop.signal,
    }
    return await openVisit(deps, input, parts.opened)
  } finally {
    limit[Symbol.dispose]()
  }
}

/** Ends a run that takes too long. */
function stopAfter(stop: AbortController, ms: number, failure: () => RunFailure): Disposable {
  const timer = setTimeout(() => stop.abort(failure()), ms)
  return { [Symbol.dispose]: () => clearTimeout(timer) }
}

const closeAll = (recorder: Recorder, opened: AsyncDisposableStack, isStage: boolean): Promise<void> =>
  isStage ? recorder.wrap('close', () => opened.disposeAsync()) : opened.disposeAsync()

/** Spec 11.4: the endings of a session that are their own reason. */
function stopReasonOf({ type }: Verdict): string | null {
  switch (type) {
    case 'auth_timeout':
    case 'logged_out':
    case 'watchdog_timeout':
    case 'browser_closed':
    case 'session_killed':
      return type
    default:
      return null
  }
}
