import type { AccountService } from '../accounts/service.ts'
import type { Account } from '../accounts/types.ts'
import { assertNever, missing } from '../errors.ts'
import type { FileQuestions } from '../imports/file-questions.ts'
import type { AmbiguousRequests } from '../requests/ambiguous.ts'
import type { SessionService } from '../sessions/service.ts'
import type { WaitingLogin } from '../sessions/waiting-logins.ts'
import type { Suggestions } from '../suggestions/service.ts'
import type { WaitingSuggestions } from '../suggestions/waiting.ts'
import type { DayCount } from '../waiting-source.ts'
import type { DeadDeliveries } from '../webhooks/dead-deliveries.ts'
import { compareItems } from './order.ts'
import { pageDays } from './page-days.ts'
import { type PaymentKind, paymentKinds, paymentSources } from './payments.ts'
import { type Inbox, type InboxCounts, type InboxItem, type InboxKind, inboxKinds } from './types.ts'

export interface InboxDeps {
  readonly accounts: Pick<AccountService, 'list'>
  readonly waiting: (userId: string) => WaitingLogin[]
  readonly sessions: Pick<SessionService, 'status' | 'lastRun'>
  readonly requests: AmbiguousRequests
  readonly suggestions: WaitingSuggestions & Pick<Suggestions, 'refresh'>
  readonly deliveries: DeadDeliveries
  readonly questions: Pick<FileQuestions, 'waiting'>
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function countsOf(
  stopped: readonly InboxItem[],
  days: Readonly<Record<PaymentKind, readonly DayCount[]>>,
): InboxCounts {
  const of = (kind: InboxKind) => stopped.filter((item) => item.kind === kind).length
  const sum = (counts: readonly DayCount[]) => counts.reduce((total, { count }) => total + count, 0)
  return {
    code: of('code'),
    step: of('step'),
    blocked: of('blocked'),
    session: of('session'),
    ambiguous: sum(days.ambiguous),
    suggestion: sum(days.suggestion),
    delivery: sum(days.delivery),
    question: sum(days.question),
  }
}

const noPayment = { amountMinor: null, currency: null, reference: null, name: null } as const

/** One list of everything that needs a person, over all accounts of a user, read from the features that know. */
export function createInbox(deps: InboxDeps): Inbox {
  const { accounts, sessions, requests, suggestions, deliveries } = deps
  const questions = deps.questions.waiting

  const loginItem = ({ id, name }: Account, login: WaitingLogin): InboxItem => {
    const kind = login.type === 'otp' ? 'code' : 'step'
    return {
      id: `${kind}-${login.id}`,
      kind,
      accountId: id,
      accountName: name,
      subjectId: login.id,
      since: login.since,
      until: login.expiresAt,
      ...noPayment,
      about: textOrNull(login.descriptor.purpose),
    }
  }

  /** A block comes first: it also keeps a parked session from being started. */
  function stoppedItem(account: Account): InboxItem | null {
    const base = { accountId: account.id, accountName: account.name, subjectId: account.id, until: null, ...noPayment }
    if (account.scrapeBlockedAt !== null)
      return {
        ...base,
        id: `blocked-${account.id}`,
        kind: 'blocked',
        since: account.scrapeBlockedAt,
        about: account.scrapeBlockedReason,
      }
    if (sessions.status(account.id) !== 'needs_attention') return null
    const run = sessions.lastRun(account.id)
    return {
      ...base,
      id: `session-${account.id}`,
      kind: 'session',
      since: run === null ? account.createdAt : Date.parse(run.finished_at ?? run.started_at),
      about: run?.error_message ?? null,
    }
  }

  /** Few: at most one or two for each account. */
  function ofAccounts(all: readonly Account[], userId: string): InboxItem[] {
    const byId = new Map(all.map((account) => [account.id, account]))
    const logins = deps.waiting(userId).flatMap((login) => {
      const account = byId.get(login.accountId)
      return account ? [loginItem(account, login)] : []
    })
    return [...logins, ...all.flatMap((account) => stoppedItem(account) ?? [])]
  }

  const namesOf = (all: readonly Account[]) => {
    const names = new Map(all.map(({ id, name }) => [id, name]))
    return (accountId: string) => names.get(accountId) ?? ''
  }
  const payments = paymentSources({ requests, suggestions, deliveries, questions })

  return {
    list(userId, { limit, offset, kind }) {
      const all = accounts.list(userId)
      const nameOf = namesOf(all)
      const stopped = ofAccounts(all, userId)
      const wants = (each: InboxKind) => kind === undefined || kind === each
      const days = {
        ambiguous: requests.days(userId),
        suggestion: suggestions.days(userId),
        delivery: deliveries.days(userId),
        question: questions.days(userId),
      }
      const counts = countsOf(stopped, days)
      const urgent = stopped.filter((item) => wants(item.kind)).sort(compareItems)
      const first = urgent.slice(offset, offset + limit)
      const wanted = paymentKinds.filter(wants)
      const page = pageDays(
        wanted.flatMap((each) => days[each]),
        Math.max(0, offset - urgent.length),
        limit - first.length,
      )
      const rest =
        page === null || first.length === limit
          ? []
          : wanted
              .flatMap((each) => payments[each].between(userId, page.from, page.to, page.skip + limit))
              .map((item) => item(nameOf))
              .sort(compareItems)
              .slice(page.skip, page.skip + limit - first.length)
      return {
        total: inboxKinds.reduce((sum, each) => sum + (wants(each) ? counts[each] : 0), 0),
        counts,
        items: [...first, ...rest],
      }
    },

    refresh: suggestions.refresh,

    one(userId, itemId) {
      const cut = itemId.indexOf('-')
      const kind = inboxKinds.find((each) => each === itemId.slice(0, cut))
      const subjectId = itemId.slice(cut + 1)
      const all = accounts.list(userId)
      const nameOf = namesOf(all)
      const found = (): InboxItem | null | undefined => {
        switch (kind) {
          case undefined:
            return null
          case 'code':
          case 'step':
          case 'blocked':
          case 'session':
            return ofAccounts(all, userId).find(({ id }) => id === itemId)
          case 'ambiguous':
          case 'suggestion':
          case 'delivery':
          case 'question':
            return payments[kind].one(userId, subjectId)?.(nameOf)
          default:
            return assertNever(kind)
        }
      }
      const item = found()
      if (!item) throw missing('inbox.settled', 'This no longer needs anybody')
      return item
    },

    told: (userId) =>
      new Set([
        ...ofAccounts(accounts.list(userId), userId).map(({ id }) => id),
        ...requests.ids(userId).map((id) => `ambiguous-${id}`),
      ]),
  }
}
