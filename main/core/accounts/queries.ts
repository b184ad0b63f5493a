import type { Database } from '../db/open.ts'
import type { Account, AuthType, OperationMode } from './types.ts'

export interface SettingsRow {
  readonly id: string
  readonly account_id: string
  readonly pending_orders_endpoint: string | null
  readonly webhook_url: string
  readonly retry_limit: number
  readonly polling_method: 'GET' | 'POST'
  readonly polling_body: string | null
  readonly auth_type: AuthType
  readonly auth_token: string | null
  readonly webhook_auth_type: AuthType | null
  readonly webhook_auth_token: string | null
  readonly notification_endpoint_url: string | null
  readonly notification_auth_type: AuthType | null
  readonly notification_auth_token: string | null
  readonly notification_events: string | null
  readonly notify_on_expired: number
  readonly webhook_extra_fields: string | null
  readonly silent_ingestion: number
  readonly session_type: 'one-shot' | 'persistent'
  readonly login_mode: 'simple' | 'assisted'
  readonly match_without_sender: number
  readonly notify_on_unmatched: number
  readonly near_amount_tolerance: number
  readonly match_acceptance: number | null
  readonly match_margin: number | null
}

export interface CredentialsRow {
  readonly account_id: string
  readonly username: string
  readonly password: string
  readonly status: 'valid' | 'expired' | 'invalid'
}

interface AccountRow {
  readonly id: string
  readonly user_id: string
  readonly bank_id: string
  readonly bank_code: string
  readonly bank_name: string
  readonly name: string
  readonly status: 'active' | 'inactive'
  readonly mode: OperationMode | null
  readonly paused_at: number | null
  readonly quiet_from: string | null
  readonly quiet_until: string | null
  readonly scrape_blocked_at: number | null
  readonly scrape_blocked_reason: string | null
  readonly fatal_streak: number
  readonly created_at: number
}

const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  userId: row.user_id,
  bankId: row.bank_id,
  bankCode: row.bank_code,
  bankName: row.bank_name,
  name: row.name,
  status: row.status,
  mode: row.mode,
  pausedAt: row.paused_at,
  quietHours:
    row.quiet_from !== null && row.quiet_until !== null ? { from: row.quiet_from, until: row.quiet_until } : null,
  scrapeBlockedAt: row.scrape_blocked_at,
  scrapeBlockedReason: row.scrape_blocked_reason,
  fatalStreak: row.fatal_streak,
  createdAt: row.created_at,
})

const accountColumns = `
  select a.*, b.code as bank_code, b.name as bank_name, u.operation_mode as mode
    from accounts a join banks b on b.id = a.bank_id join users u on u.id = a.user_id`

export function accountQueries(db: Database) {
  const byId = db.prepare(`${accountColumns} where a.id = ?`)
  const ofUser = db.prepare(`${accountColumns} where a.user_id = ? order by a.created_at, a.id`)
  const active = db.prepare(`${accountColumns} where a.status = 'active' order by a.created_at, a.id`)
  const bankExists = db.prepare('select 1 from banks where id = ?').pluck()
  const insert = db.prepare(
    'insert into accounts (id, user_id, bank_id, name, created_at) values (@id, @userId, @bankId, @name, @at)',
  )
  const remove = db.prepare('delete from accounts where id = ?')
  const setPaused = db.prepare('update accounts set paused_at = ? where id = ?')
  const setQuiet = db.prepare('update accounts set quiet_from = ?, quiet_until = ? where id = ?')
  const block = db.prepare(`
    update accounts set scrape_blocked_at = ifnull(scrape_blocked_at, @at),
           scrape_blocked_reason = ifnull(scrape_blocked_reason, @reason)
     where id = @id and scrape_blocked_at is null`)
  const unblock = db.prepare(
    'update accounts set scrape_blocked_at = null, scrape_blocked_reason = null, fatal_streak = 0 where id = ?',
  )
  const countFatal = db
    .prepare('update accounts set fatal_streak = fatal_streak + 1 where id = ? returning fatal_streak')
    .pluck()
  const resetFatal = db.prepare('update accounts set fatal_streak = 0 where id = ? and fatal_streak > 0')
  const settings = db.prepare('select * from account_settings where account_id = ?')
  const saveSettings = db.prepare(`
    insert into account_settings (id, account_id, pending_orders_endpoint, webhook_url, retry_limit, polling_method,
           polling_body, auth_type, auth_token, webhook_auth_type, webhook_auth_token, notification_endpoint_url,
           notification_auth_type, notification_auth_token, notification_events, notify_on_expired,
           webhook_extra_fields, silent_ingestion, session_type, login_mode, match_without_sender, notify_on_unmatched,
           near_amount_tolerance, match_acceptance, match_margin, created_at, updated_at)
    values (@id, @account_id, @pending_orders_endpoint, @webhook_url, @retry_limit, @polling_method,
           @polling_body, @auth_type, @auth_token, @webhook_auth_type, @webhook_auth_token, @notification_endpoint_url,
           @notification_auth_type, @notification_auth_token, @notification_events, @notify_on_expired,
           @webhook_extra_fields, @silent_ingestion, @session_type, @login_mode, @match_without_sender,
           @notify_on_unmatched, @near_amount_tolerance, @match_acceptance, @match_margin, @at, @at)
    on conflict (account_id) do update set
           pending_orders_endpoint = excluded.pending_orders_endpoint, webhook_url = excluded.webhook_url,
           retry_limit = excluded.retry_limit, polling_method = excluded.polling_method,
           polling_body = excluded.polling_body, auth_type = excluded.auth_type, auth_token = excluded.auth_token,
           webhook_auth_type = excluded.webhook_auth_type, webhook_auth_token = excluded.webhook_auth_token,
           notification_endpoint_url = excluded.notification_endpoint_url,
           notification_auth_type = excluded.notification_auth_type,
           notification_auth_token = excluded.notification_auth_token,
           notification_events = excluded.notification_events, notify_on_expired = excluded.notify_on_expired,
           webhook_extra_fields = excluded.webhook_extra_fields, silent_ingestion = excluded.silent_ingestion,
           session_type = excluded.session_type, login_mode = excluded.login_mode,
           match_without_sender = excluded.match_without_sender, notify_on_unmatched = excluded.notify_on_unmatched,
           near_amount_tolerance = excluded.near_amount_tolerance, match_acceptance = excluded.match_acceptance,
           match_margin = excluded.match_margin, updated_at = excluded.updated_at`)
  const credentials = db.prepare(
    'select account_id, username, password, status from bank_credentials where account_id = ?',
  )
  const saveCredentials = db.prepare(`
    insert into bank_credentials (account_id, username, password, status, last_validated_at, last_used_at)
    values (@accountId, @username, @password, 'valid', @at, null)
    on conflict (account_id) do update set username = excluded.username, password = excluded.password,
           status = 'valid', last_validated_at = excluded.last_validated_at`)
  const markUsed = db.prepare(
    'update bank_credentials set last_used_at = ?, last_validated_at = ? where account_id = ?',
  )
  const wipes = [
    'dead_letters',
    'delivery_attempts',
    'deliveries',
    'suggestions',
    'suggestions_due',
    'aliases',
    'matches',
    'match_attempts',
    'acts',
    'requests',
    'movements',
    'ingest_batches',
    // Their lines would keep the movements from coming back.
    'statement_imports',
    'removed_movements',
    'poll_states',
  ].map((table) => db.prepare(`delete from ${table} where account_id in (select id from accounts where user_id = ?)`))

  return {
    find: (id: string): Account | null => {
      const row = byId.get(id) as AccountRow | undefined
      return row ? toAccount(row) : null
    },
    ofUser: (userId: string) => (ofUser.all(userId) as AccountRow[]).map(toAccount),
    active: () => (active.all() as AccountRow[]).map(toAccount),
    bankExists: (bankId: string) => bankExists.get(bankId) !== undefined,
    insert: (row: { id: string; userId: string; bankId: string; name: string; at: number }) => insert.run(row),
    remove: (id: string) => remove.run(id),
    setPaused: (id: string, at: number | null) => setPaused.run(at, id),
    setQuiet: (id: string, from: string | null, until: string | null) => setQuiet.run(from, until, id),
    /** True when this call set the gate. */
    block: (id: string, reason: string, at: number) => block.run({ id, reason, at }).changes > 0,
    unblock: (id: string) => unblock.run(id),
    countFatal: (id: string) => (countFatal.get(id) as number | undefined) ?? 0,
    resetFatal: (id: string) => resetFatal.run(id),
    settings: (accountId: string) => (settings.get(accountId) as SettingsRow | undefined) ?? null,
    saveSettings: (row: SettingsRow, at: number) => saveSettings.run({ ...row, at }),
    credentials: (accountId: string) => (credentials.get(accountId) as CredentialsRow | undefined) ?? null,
    saveCredentials: (row: { accountId: string; username: string; password: string; at: number }) =>
      saveCredentials.run(row),
    markUsed: (accountId: string, at: number) => markUsed.run(at, at, accountId),
    /** Everything that a mode produced, for all accounts of a user (1.20). */
    wipe: (userId: string) => {
      for (const statement of wipes) statement.run(userId)
    },
  }
}
