import type { AccountService } from '../accounts/service.ts'
import type { Account } from '../accounts/types.ts'
import { assertNever, missing } from '../errors.ts'
import type { AmbiguousRequest, AmbiguousRequests } from '../requests/ambiguous.ts'
import type { SessionService } from '../sessions/service.ts'
import type { WaitingLogin } from '../sessions/waiting-logins.ts'
import type { Suggestions } from '../suggestions/service.ts'
import type { WaitingSuggestion, WaitingSuggestions } from '../suggestions/waiting.ts'
import type { DeadDeliveries, DeadDelivery } from '../webhooks/dead-deliveries.ts'
import { compareItems } from './order.ts'
import { type Inbox, type InboxCounts, type InboxItem, type InboxKind, inboxKinds } from './types.ts'

export interface InboxDeps {
  readonly accounts: Pick<AccountService, 'list'>
  readonly waiting: (userId: string) => WaitingLogin[]
  readonly sessions: Pick<SessionService, 'status' | 'lastRun'>
  readonly requests: AmbiguousRequests
  readonly suggestions: WaitingSuggestions & Pick<Suggestions, 'refresh'>
  readonly deliveries: DeadDeliveries
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const noPayment = { amountMinor: null, currency: null, reference: null, name: null } as const

/** One list of everything that needs a person, over all accounts of a user, read from the features that know. */
export function createInbox(deps: InboxDeps): Inbox {
  const { accounts, sessions, requests, suggestions, deliveries } = deps

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
  const requestItem = (request: AmbiguousRequest, accountName: string): InboxItem => ({
    id: `ambiguous-${request.id}`,
    kind: 'ambiguous',
    accountId: request.accountId,
    accountName,
    subjectId: request.id,
    since: request.createdAt,
    until: null,
    amountMinor: request.amountMinor,
    currency: request.currency,
    reference: request.externalId,
    name: request.senderName,
    about: null,
  })
  const suggestionItem = (suggestion: WaitingSuggestion, accountName: string): InboxItem => ({
    id: `suggestion-${suggestion.id}`,
    kind: 'suggestion',
    accountId: suggestion.accountId,
    accountName,
    subjectId: suggestion.id,
    since: suggestion.createdAt,
    until: null,
    amountMinor: suggestion.amountMinor,
    currency: suggestion.currency,
    reference: suggestion.externalId,
    name: suggestion.senderName,
    about: suggestion.kind,
  })
  const deliveryItem = (delivery: DeadDelivery, accountName: string): InboxItem => ({
    id: `delivery-${delivery.id}`,
    kind: 'delivery',
    accountId: delivery.accountId,
    accountName,
    subjectId: delivery.id,
    since: delivery.failedAt,
    until: null,
    amountMinor: delivery.amountMinor,
    currency: delivery.currency,
    reference: delivery.externalId,
    name: delivery.senderName,
    about: delivery.lastError ?? (delivery.lastStatus === null ? null : `HTTP ${delivery.lastStatus}`),
  })

  function countOf(userId: string, stopped: readonly InboxItem[]): InboxCounts {
    const of = (kind: InboxKind) => stopped.filter((item) => item.kind === kind).length
    return {
      code: of('code'),
      step: of('step'),
      blocked: of('blocked'),
      session: of('session'),
      ambiguous: requests.count(userId),
      suggestion: suggestions.count(userId),
      delivery: deliveries.count(userId),
    }
  }

  return {
    list(userId, { limit, offset, kind }) {
      const all = accounts.list(userId)
      const nameOf = namesOf(all)
      const stopped = ofAccounts(all, userId)
      const counts = countOf(userId, stopped)
      const wants = (each: InboxKind) => kind === undefined || kind === each
      // Each source gives its first rows in the common order, so that the page is right however long they are.
      const reach = offset + limit
      const items = [
        ...stopped.filter((item) => wants(item.kind)),
        ...(wants('ambiguous') ? requests.first(userId, reach) : []).map((request) =>
          requestItem(request, nameOf(request.accountId)),
        ),
        ...(wants('suggestion') ? suggestions.first(userId, reach) : []).map((suggestion) =>
          suggestionItem(suggestion, nameOf(suggestion.accountId)),
        ),
        ...(wants('delivery') ? deliveries.first(userId, reach) : []).map((delivery) =>
          deliveryItem(delivery, nameOf(delivery.accountId)),
        ),
      ]
      return {
        total: inboxKinds.reduce((sum, each) => sum + (wants(each) ? counts[each] : 0), 0),
        counts,
        items: items.sort(compareItems).slice(offset, reach),
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
          case 'ambiguous': {
            const request = requests.one(userId, subjectId)
            return request && requestItem(request, nameOf(request.accountId))
          }
          case 'suggestion': {
            const suggestion = suggestions.one(userId, subjectId)
            return suggestion && suggestionItem(suggestion, nameOf(suggestion.accountId))
          }
          case 'delivery': {
            const delivery = deliveries.one(userId, subjectId)
            return delivery && deliveryItem(delivery, nameOf(delivery.accountId))
          }
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
