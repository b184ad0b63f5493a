import type { Account, Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import type { CoreEventType, Events } from '../events.ts'
import type { Clock } from '../ports.ts'
import { iso } from '../time.ts'
import { groupOf, severityOf, type Verdict } from './failures.ts'
import type { SessionQueries } from './queries.ts'
import type { LoginReason } from './reasons.ts'

/** What follows from the end of a reading: streaks (1.14), the scrape gate (2.2) and events (8). */
export interface Notices {
  succeeded(account: Account, found: number): void
  failed(account: Account, verdict: Verdict & { readonly reason?: LoginReason }): void
}

export interface NoticeDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'settings' | 'block' | 'countFatal' | 'resetFatal' | 'markCredentialsUsed'>
  readonly queries: Pick<SessionQueries, 'addFailure' | 'alertedGroups' | 'resetStreaks'>
  readonly events: Events
  readonly now: Clock
  readonly blockThreshold: () => number
}

/** FAILURE_ALERT_THRESHOLD: failures in a row after which a group counts as alerted (5.4). */
const alertAt = 3

const failureEvent = { connection: 'login.failed', scrape: 'scrape.failed' } as const
const recoveryEvent = { connection: 'login.recovered', scrape: 'scrape.recovered' } as const

export function createNotices(deps: NoticeDeps): Notices {
  const { store, accounts, queries, events, now } = deps
  const emit = (type: CoreEventType, account: Account, data: Record<string, unknown>) =>
    store.afterCommit(() =>
      events.emit({ type, userId: account.userId, accountId: account.id, data, occurredAt: iso(now()) }),
    )

  return {
    succeeded(account, found) {
      store.write(() => {
        accounts.resetFatal(account.id)
        accounts.markCredentialsUsed(account.id)
        const alerted = queries.alertedGroups(account.id)
        queries.resetStreaks(account.id, now())
        emit('scrape.succeeded', account, { transactions_found: found })
        for (const group of alerted) emit(recoveryEvent[group], account, {})
      })
    },

    failed(account, verdict) {
      store.write(() => {
        const group = groupOf(verdict.type)
        const streak = queries.addFailure({ accountId: account.id, group, alertAt, at: now() })
        emit(failureEvent[group], account, {
          category: verdict.type,
          streak,
          ...(verdict.reason ? { reason: verdict.reason } : {}),
        })

        const severity = severityOf(verdict, accounts.settings(account.id)?.loginMode ?? 'simple')
        if (severity === 'harmless') return
        const fatal = accounts.countFatal(account.id)
        if (severity === 'blocks-at-once' || fatal >= deps.blockThreshold()) accounts.block(account.id, verdict.message)
      })
    },
  }
}
