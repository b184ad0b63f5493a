import type { AccountService } from '../accounts/service.ts'
import { messageOf } from '../errors.ts'
import type { CoreEvent, CoreEventType, Events } from '../events.ts'
import type { Clock, Log, Notifier } from '../ports.ts'
import { iso, second } from '../time.ts'
import { groupOf, inboxGroups } from './order.ts'
import { presentItem } from './present.ts'
import { placeOf } from './seen.ts'
import type { Inbox, InboxGroup, InboxItem, InboxKind, InboxNotice } from './types.ts'

export interface InboxWatch {
  /** What waits already is known: only what comes up from now on is told. */
  start(): void
  stop(): void
}

export interface InboxWatchDeps {
  readonly inbox: Inbox
  readonly accounts: Pick<AccountService, 'active' | 'list'>
  readonly events: Events
  readonly notifier: Notifier
  readonly now: Clock
  readonly log: Log
  /** Changes within this time are looked at together. */
  readonly settleMs?: number
  /** After so long without a change, what is found out only by looking is looked for. */
  readonly quietMs?: number
  /** Payments are told at most so often; those in between are told together. */
  readonly paymentPauseMs?: number
}

/** Events that come often and never change the inbox. */
const unrelated: ReadonlySet<CoreEventType> = new Set([
  'movement.created',
  'run.updated',
  'scrape.succeeded',
  'scrape.failed',
  'login.failed',
  'inbox.updated',
  'inbox.appeared',
])

interface Known {
  ids: ReadonlySet<string>
  /** Came up since payments were told last. */
  untold: Set<string>
  toldAt: number
}

const mostShown = 9

/** Looks at the inbox again after events, says what changed (`inbox.updated`) and what came up (`inbox.appeared`). */
export function createInboxWatch(deps: InboxWatchDeps): InboxWatch {
  const { inbox, accounts, events, notifier, now, log, settleMs = 300 } = deps
  const { quietMs = 5 * second, paymentPauseMs = 20 * second } = deps
  const known = new Map<string, Known>()
  /** By user: the account whose event it was. */
  let changed = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let dueAt = Number.POSITIVE_INFINITY
  /** A look that takes long is taken seldom: it may use a twentieth of the time at most. */
  let pauseMs = settleMs
  let quietTimer: NodeJS.Timeout | undefined
  let quiet = new Map<string, string>()
  let unsubscribe = () => {}

  /** The earlier look wins; what was to be looked at later is looked at with it. */
  const plan = (ms: number) => {
    if (now() + ms >= dueAt) return
    dueAt = now() + ms
    clearTimeout(timer)
    timer = setTimeout(look, ms)
    timer.unref()
  }
  const follow = ({ type, userId, accountId }: CoreEvent) => {
    // What happens in the books belongs to no account and is no part of the inbox.
    if (unrelated.has(type) || accountId === '') return
    changed.set(userId, accountId)
    plan(pauseMs)
    quiet.set(userId, accountId)
    clearTimeout(quietTimer)
    quietTimer = setTimeout(lookClosely, quietMs)
    quietTimer.unref()
  }

  /** Not while payments still come in: it may take some tenths of a second. */
  function lookClosely(): void {
    const users = quiet
    quiet = new Map()
    for (const [userId, accountId] of users) {
      try {
        const total = () => inbox.list(userId, { limit: 1, offset: 0 }).total
        const before = total()
        inbox.refresh(userId)
        if (total() !== before) changed.set(userId, accountId)
      } catch (error) {
        log.error('inbox_not_refreshed', { error: messageOf(error) })
      }
    }
    if (changed.size > 0) plan(0)
  }

  const tellState = (userId: string): number => {
    const { total, items } = inbox.list(userId, { limit: mostShown, offset: 0 })
    const all = accounts.list(userId)
    const paused = all.filter(({ pausedAt }) => pausedAt !== null).length
    notifier.changed({ userId, total, first: items, accounts: { total: all.length, paused } })
    return total
  }

  const find = (userId: string, id: string): InboxItem | null => {
    try {
      return inbox.one(userId, id)
    } catch {
      // Settled within the same moment: nothing to tell.
      return null
    }
  }

  function tell(userId: string, group: InboxGroup, ids: readonly string[]): void {
    const item = ids.length === 0 ? null : find(userId, ids[0] ?? '')
    if (!item) return
    const notice: InboxNotice = {
      userId,
      count: ids.length,
      group,
      item,
      open: ids.length === 1 ? placeOf(item) : '/inbox',
    }
    notifier.appeared(notice)
    events.emit({
      type: 'inbox.appeared',
      userId,
      accountId: item.accountId,
      data: { count: notice.count, group, item: presentItem(item), open: notice.open },
      occurredAt: iso(now()),
    })
  }

  function tellNew(userId: string, state: Known, fresh: readonly string[]): void {
    const groups = Map.groupBy(fresh, (id) => groupOf(id.slice(0, id.indexOf('-')) as InboxKind))
    for (const group of inboxGroups) {
      const ids = groups.get(group) ?? []
      if (group !== 'payments') tell(userId, group, ids)
      else for (const id of ids) state.untold.add(id)
    }
    state.untold = new Set([...state.untold].filter((id) => state.ids.has(id)))
    if (state.untold.size === 0) return
    const pause = state.toldAt + paymentPauseMs - now()
    if (pause > 0) {
      changed.set(userId, '')
      plan(pause)
      return
    }
    state.toldAt = now()
    const ids = [...state.untold]
    state.untold = new Set()
    tell(userId, 'payments', ids)
  }

  function look(): void {
    dueAt = Number.POSITIVE_INFINITY
    const users = changed
    changed = new Map()
    const begun = performance.now()
    for (const [userId, accountId] of users) {
      try {
        const state = known.get(userId) ?? { ids: new Set(), untold: new Set(), toldAt: 0 }
        const before = state.ids
        known.set(userId, state)
        state.ids = inbox.told(userId)
        const total = tellState(userId)
        if (accountId !== '')
          events.emit({ type: 'inbox.updated', userId, accountId, data: { total }, occurredAt: iso(now()) })
        tellNew(
          userId,
          state,
          [...state.ids].filter((id) => !before.has(id)),
        )
      } catch (error) {
        log.error('inbox_not_read', { error: messageOf(error) })
      }
    }
    pauseMs = Math.max(settleMs, (performance.now() - begun) * 20)
  }

  return {
    start() {
      for (const userId of new Set(accounts.active().map((account) => account.userId))) {
        known.set(userId, { ids: inbox.told(userId), untold: new Set(), toldAt: 0 })
        tellState(userId)
      }
      unsubscribe = events.subscribe(follow)
    },
    stop() {
      unsubscribe()
      clearTimeout(timer)
      clearTimeout(quietTimer)
    },
  }
}
