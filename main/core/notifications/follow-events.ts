import type { Accounts, NotificationEvent } from '../accounts/types.ts'
import type { CoreEvent, Events } from '../events.ts'
import type { Notifications } from './service.ts'

interface Told {
  readonly type: NotificationEvent
  readonly data: Readonly<Record<string, unknown>>
}

/** FAILURE_ALERT_THRESHOLD: a streak is told once, when it gets this long; then there is silence until it ends. */
const alertAt = 3

/**
 * What of an event is told outside (spec 5.4): a wanted code or a parked session at once, failures when their streak
 * reaches three, their recovery only after that, a new block at once. `null`: nothing.
 */
export function toldOf({ type, data }: Pick<CoreEvent, 'type' | 'data'>): Told | null {
  switch (type) {
    case 'assistance.requested': {
      const { requestId, descriptor, attempts, resent } = data
      return { type: 'assistance_required', data: { requestId, descriptor, attempts, ...(resent ? { resent } : {}) } }
    }
    case 'session.needs_attention':
      return data.reason === 'session_killed' ? null : { type: 'assistance_required', data: { reason: data.reason } }
    case 'session.recovered':
      return { type: 'assistance_required', data: {} }
    case 'login.failed':
      return data.streak === alertAt ? { type: 'login_failed', data: { category: data.category } } : null
    case 'scrape.failed':
      return data.streak === alertAt ? { type: 'scrape_failed', data: { category: data.category } } : null
    case 'login.recovered':
      return { type: 'login_failed', data: {} }
    case 'scrape.recovered':
      return { type: 'scrape_failed', data: {} }
    case 'account.blocked':
      return { type: 'login_failed', data: { category: 'login_failed', blocked: true, reason: data.reason } }
    default:
      return null
  }
}

/**
 * Queues notifications from the event stream, right after the fact is on disk. A crash in that instant loses a
 * notification, never a result: those have the outbox.
 */
export function followEvents(deps: {
  events: Events
  accounts: Pick<Accounts, 'find'>
  notifications: Pick<Notifications, 'add'>
}): () => void {
  return deps.events.subscribe((event) => {
    const told = toldOf(event)
    const account = told && deps.accounts.find(event.accountId)
    if (!told || !account) return
    const status = event.type === 'account.blocked' ? 'login.failed' : event.type
    deps.notifications.add(account, told.type, status, told.data)
  })
}
