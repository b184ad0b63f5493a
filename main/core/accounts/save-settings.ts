import { randomUUID } from 'node:crypto'
import { AppError, invalid } from '../errors.ts'
import { secretPresent } from '../http/schemas.ts'
import type { SecretBox } from '../secrets/box.ts'
import type { CredentialsRow, SettingsRow } from './queries.ts'
import { blankToNull, readExtraFields, readPollingBody, type SettingsInput } from './settings-input.ts'
import type { Account } from './types.ts'

/** Checks one URL of the settings; throws the texts of spec 6.4. */
export type CheckTarget = (field: string, url: string) => Promise<void>

const tokenPlace = (accountId: string, column: string) => ({ table: 'account_settings', row: accountId, column })
export const credentialPlace = (accountId: string, column: 'username' | 'password') => ({
  table: 'bank_credentials',
  row: accountId,
  column,
})

export type TokenColumn = 'auth_token' | 'webhook_auth_token' | 'notification_auth_token'

export const openToken = (box: SecretBox, row: SettingsRow, column: TokenColumn): string | null => {
  const sealed = row[column]
  return sealed === null ? null : box.open(sealed, tokenPlace(row.account_id, column))
}

/** Marker keeps the stored token, blank clears it, anything else replaces it (spec 1.4). */
function nextToken(
  box: SecretBox,
  accountId: string,
  column: TokenColumn,
  input: SettingsInput,
  stored: SettingsRow | null,
) {
  const given = input[column]
  if (given === secretPresent) return stored?.[column] ?? null
  const token = blankToNull(given)
  return token === null ? null : box.seal(token, tokenPlace(accountId, column))
}

/**
 * Turns the body of a save into the row to store. Throws 400 with the texts of spec 6.4; nothing is written here, so a
 * refused save changes nothing.
 */
export async function settingsRow(
  account: Account,
  input: SettingsInput,
  stored: SettingsRow | null,
  deps: { box: SecretBox; checkTarget: CheckTarget },
): Promise<SettingsRow> {
  const { box, checkTarget } = deps
  const webhookUrl = blankToNull(input.webhook_url)
  if (webhookUrl === null) throw invalid('settings.webhook_url', 'webhook_url is required')
  const endpoint = blankToNull(input.pending_orders_endpoint)
  if (endpoint === null && account.mode === 'reconcile')
    throw invalid(
      'settings.pending_orders_endpoint',
      'pending_orders_endpoint is required when operation mode is reconcile',
    )
  const notificationUrl = blankToNull(input.notification_endpoint_url)
  const extraFields = readExtraFields(input.webhook_extra_fields)
  const method = input.polling_method ?? 'GET'
  const pollingBody = readPollingBody(input.polling_body)
  if (endpoint !== null) await checkTarget('pending_orders_endpoint', endpoint)
  await checkTarget('webhook_url', webhookUrl)
  if (notificationUrl !== null) await checkTarget('notification_endpoint_url', notificationUrl)

  const events = [
    ...new Set(
      (input.notification_events ?? []).map((event) => (event === 'connection_failed' ? 'login_failed' : event)),
    ),
  ]
  return {
    id: stored?.id ?? randomUUID(),
    account_id: account.id,
    pending_orders_endpoint: endpoint,
    webhook_url: webhookUrl,
    retry_limit: input.retry_limit ?? 3,
    polling_method: method,
    polling_body: method === 'POST' && pollingBody ? JSON.stringify(pollingBody) : null,
    auth_type: input.auth_type ?? 'bearer',
    auth_token: nextToken(box, account.id, 'auth_token', input, stored),
    webhook_auth_type: input.webhook_auth_type ?? null,
    webhook_auth_token: nextToken(box, account.id, 'webhook_auth_token', input, stored),
    notification_endpoint_url: notificationUrl,
    notification_auth_type: input.notification_auth_type ?? null,
    notification_auth_token: nextToken(box, account.id, 'notification_auth_token', input, stored),
    notification_events: events.length > 0 ? JSON.stringify(events) : null,
    notify_on_expired: input.notify_on_expired ? 1 : 0,
    webhook_extra_fields: extraFields ? JSON.stringify(extraFields) : null,
    silent_ingestion: input.silent_ingestion ? 1 : 0,
    session_type: input.session_type ?? 'one-shot',
    login_mode: input.login_mode ?? 'simple',
    match_without_sender: input.match_without_sender ? 1 : 0,
    notify_on_unmatched: input.notify_on_unmatched ? 1 : 0,
    near_amount_tolerance: input.near_amount_tolerance ?? 0,
    match_acceptance: input.match_acceptance ?? null,
    match_margin: input.match_margin ?? null,
  }
}

/**
 * The sealed pair to store, or `null` to keep what is there. A username alone keeps the stored password; a password
 * without any username is refused (spec 1.4).
 */
export function credentialsRow(
  accountId: string,
  input: SettingsInput,
  stored: CredentialsRow | null,
  box: SecretBox,
): { accountId: string; username: string; password: string } | null {
  const username = blankToNull(input.bank_username)
  const password = input.bank_password ? input.bank_password : null
  if (username === null && password === null) return null
  if (password === null && stored === null)
    throw new AppError('invalid', 'settings.bank_password', 'bank_password is required with a new bank_username')
  if (username === null && stored === null)
    throw new AppError('invalid', 'settings.bank_username', 'bank_username is required with bank_password')
  // The settings form sends the shown username back with every save; an unchanged one is no change.
  if (password === null && stored && box.open(stored.username, credentialPlace(accountId, 'username')) === username)
    return null
  return {
    accountId,
    username:
      username === null
        ? (stored as CredentialsRow).username
        : box.seal(username, credentialPlace(accountId, 'username')),
    password:
      password === null
        ? (stored as CredentialsRow).password
        : box.seal(password, credentialPlace(accountId, 'password')),
  }
}
