import type { z } from '@hono/zod-openapi'
import type { Store } from '../db/store.ts'
import { type accountSchema, type runSchema, secretPresent, type settingsSchema } from '../http/schemas.ts'
import { minorToText } from '../money.ts'
import type { Clock } from '../ports.ts'
import { iso, isoOrNull } from '../time.ts'
import type { SettingsRow } from './queries.ts'
import type { Account } from './types.ts'

type AccountBody = z.infer<typeof accountSchema>
type SettingsBody = z.infer<typeof settingsSchema>

const masked = (sealed: string | null): string | null => (sealed === null ? null : secretPresent)
const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T))

/** The settings as the API shows them: the keys of spec 6.4 and those of matching, tokens as a marker, no password. */
export const settingsBody = (row: SettingsRow, bankUsername: string | null): SettingsBody => ({
  id: row.id,
  account_id: row.account_id,
  pending_orders_endpoint: row.pending_orders_endpoint,
  webhook_url: row.webhook_url,
  retry_limit: row.retry_limit,
  polling_method: row.polling_method,
  polling_body: parsed(row.polling_body),
  auth_type: row.auth_type,
  auth_token: masked(row.auth_token),
  webhook_auth_type: row.webhook_auth_type,
  webhook_auth_token: masked(row.webhook_auth_token),
  notification_endpoint_url: row.notification_endpoint_url,
  notification_auth_type: row.notification_auth_type,
  notification_auth_token: masked(row.notification_auth_token),
  notification_events: parsed(row.notification_events),
  notify_on_expired: row.notify_on_expired === 1,
  webhook_extra_fields: parsed(row.webhook_extra_fields),
  silent_ingestion: row.silent_ingestion === 1,
  session_type: row.session_type,
  login_mode: row.login_mode,
  match_without_sender: row.match_without_sender === 1,
  notify_on_unmatched: row.notify_on_unmatched === 1,
  near_amount_tolerance: row.near_amount_tolerance === 0 ? null : minorToText(row.near_amount_tolerance),
  match_acceptance: row.match_acceptance,
  match_margin: row.match_margin,
  bank_username: bankUsername,
})

interface Figures {
  readonly configured: number
  readonly session_type: 'one-shot' | 'persistent' | null
  readonly login_mode: 'simple' | 'assisted' | null
  readonly open_requests: number
  readonly ambiguous_requests: number
  readonly last_polled_at: number | null
  readonly last_error: string | null
}

export interface AccountPresenterDeps {
  readonly store: Store
  readonly now: Clock
  /** The newest reading with the stage it is in. */
  readonly lastRun: (accountId: string) => z.infer<typeof runSchema> | null
  /** Whether its bank has neither a login nor a script. */
  readonly isByFile: (account: Account) => boolean
  readonly sessionStatus: (accountId: string) => AccountBody['sessionStatus']
}

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/** Accounts as the API shows them, with the figures of the account list. */
export function accountPresenter(deps: AccountPresenterDeps) {
  const { store, now, lastRun } = deps
  const figures = store.db.prepare(`
    select s.id is not null as configured, s.session_type, s.login_mode,
           (select count(*) from requests r where r.account_id = a.id
               and r.status in ('pending', 'not_found', 'failed', 'ambiguous')) as open_requests,
           (select count(*) from requests r where r.account_id = a.id and r.status = 'ambiguous') as ambiguous_requests,
           p.last_polled_at, p.last_error
      from accounts a
      left join account_settings s on s.account_id = a.id
      left join poll_states p on p.account_id = a.id
     where a.id = ?`)
  const today = store.db.prepare(`
    select currency, count(*) as count, sum(amount_minor) as sum from movements
     where account_id = ? and received_at >= ? group by currency order by currency`)

  return (account: Account): AccountBody => {
    const f = figures.get(account.id) as Figures
    const arrived = today.all(account.id, startOfDay(now())) as { currency: string; count: number; sum: number }[]
    return {
      id: account.id,
      bank: account.bankCode,
      bank_name: account.bankName,
      name: account.name,
      status: account.status,
      scrapeBlockedAt: isoOrNull(account.scrapeBlockedAt),
      scrapeBlockedReason: account.scrapeBlockedReason,
      paused_at: isoOrNull(account.pausedAt),
      quiet_hours: account.quietHours,
      sessionStatus: deps.sessionStatus(account.id),
      assistedPersistent: f.session_type === 'persistent' && f.login_mode === 'assisted',
      configured: f.configured === 1,
      by_file: deps.isByFile(account),
      session_type: f.session_type,
      login_mode: f.login_mode,
      open_requests: f.open_requests,
      ambiguous_requests: f.ambiguous_requests,
      movements_today: arrived.map(({ currency, count, sum }) => ({ currency, count, sum: minorToText(sum) })),
      last_run: lastRun(account.id),
      last_poll: f.last_polled_at === null ? null : { at: iso(f.last_polled_at), error: f.last_error },
      created_at: iso(account.createdAt),
    }
  }
}
