import { randomUUID } from 'node:crypto'
import type { Store } from '../db/store.ts'
import { invalid, missing } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Clock } from '../ports.ts'
import type { SecretBox } from '../secrets/box.ts'
import { iso } from '../time.ts'
import { accountQueries, type SettingsRow } from './queries.ts'
import { type CheckTarget, credentialPlace, credentialsRow, openToken, settingsRow } from './save-settings.ts'
import type { SettingsInput } from './settings-input.ts'
import type { Account, AccountSettings, Accounts, AuthType, Credentials, Target } from './types.ts'

/** What the routes of this feature may do beside what other features may ask. */
export interface AccountService extends Accounts {
  list(userId: string): Account[]
  create(userId: string, input: { bankId: string; name: string }): Account
  /** Ends what lives of the account, then deletes it with everything that belongs to it (1.20). */
  remove(userId: string, accountId: string, confirmationName: string): Promise<void>
  setPaused(userId: string, accountId: string, paused: boolean): Account
  setQuietHours(userId: string, accountId: string, hours: Account['quietHours']): Account
  saveSettings(userId: string, accountId: string, input: SettingsInput): Promise<void>
  /** The stored row with secrets still sealed, for showing. */
  settingsRow(accountId: string): SettingsRow | null
  bankUsername(accountId: string): string | null
  wipe(userId: string): void
}

export interface AccountDeps {
  readonly store: Store
  readonly box: SecretBox
  readonly now: Clock
  readonly events: Events
  readonly checkTarget: CheckTarget
  /** New settings are in force: what waits for a better address may be tried at once. */
  readonly onSaved: (accountId: string) => void
  /** What is open may be decided otherwise now; in the transaction that stores the settings. */
  readonly onMatchingChanged?: (accountId: string) => void
  /** Another bank login was stored; in the transaction that stores it. */
  readonly onNewCredentials?: (accountId: string) => void
  /** Ends a live browser and removes the profile folder. */
  readonly forget: (accountId: string) => Promise<void>
}

const toSettings = (row: SettingsRow): AccountSettings => ({
  id: row.id,
  accountId: row.account_id,
  pendingOrdersEndpoint: row.pending_orders_endpoint,
  webhookUrl: row.webhook_url,
  retryLimit: row.retry_limit,
  pollingMethod: row.polling_method,
  pollingBody: row.polling_body === null ? null : JSON.parse(row.polling_body),
  notificationEndpointUrl: row.notification_endpoint_url,
  notificationEvents: row.notification_events === null ? [] : JSON.parse(row.notification_events),
  notifyOnExpired: row.notify_on_expired === 1,
  webhookExtraFields: row.webhook_extra_fields === null ? null : JSON.parse(row.webhook_extra_fields),
  silentIngestion: row.silent_ingestion === 1,
  sessionType: row.session_type,
  loginMode: row.login_mode,
  matchWithoutSender: row.match_without_sender === 1,
  notifyOnUnmatched: row.notify_on_unmatched === 1,
  nearAmountTolerance: row.near_amount_tolerance,
  matchAcceptance: row.match_acceptance,
  matchMargin: row.match_margin,
})

const matchingOf = (row: SettingsRow | null) =>
  JSON.stringify([row?.match_without_sender, row?.near_amount_tolerance, row?.match_acceptance, row?.match_margin])

const authorization = (type: AuthType, token: string | null): string | null =>
  token === null ? null : `${type === 'bearer' ? 'Bearer' : 'Api-Key'} ${token}`

export function createAccounts(deps: AccountDeps): AccountService {
  const { store, box, now, events } = deps
  const queries = accountQueries(store.db)

  const owned = (userId: string, accountId: string): Account => {
    const account = queries.find(accountId)
    if (account?.userId !== userId) throw missing('account.missing', 'Account not found')
    return account
  }
  const announce = (
    type: 'account.updated' | 'account.blocked' | 'account.unblocked',
    accountId: string,
    data = {},
  ) => {
    const account = queries.find(accountId)
    if (account) events.emit({ type, userId: account.userId, accountId, data, occurredAt: iso(now()) })
  }

  const openCredentials = (accountId: string): Credentials | null => {
    const row = queries.credentials(accountId)
    if (row?.status !== 'valid') return null
    return {
      username: box.open(row.username, credentialPlace(accountId, 'username')),
      password: box.open(row.password, credentialPlace(accountId, 'password')),
    }
  }

  const targets: Record<'polling' | 'webhook' | 'notification', (row: SettingsRow) => Target | null> = {
    polling: (row) =>
      row.pending_orders_endpoint === null
        ? null
        : {
            url: row.pending_orders_endpoint,
            authorization: authorization(row.auth_type, openToken(box, row, 'auth_token')),
          },
    // Own token, else the polling token; own scheme, else the polling scheme (5.3).
    webhook: (row) => ({
      url: row.webhook_url,
      authorization: authorization(
        row.webhook_auth_type ?? row.auth_type,
        openToken(box, row, 'webhook_auth_token') ?? openToken(box, row, 'auth_token'),
      ),
    }),
    notification: (row) =>
      row.notification_endpoint_url === null
        ? null
        : {
            url: row.notification_endpoint_url,
            authorization: authorization(
              row.notification_auth_type ?? 'bearer',
              openToken(box, row, 'notification_auth_token'),
            ),
          },
  }

  return {
    owned,
    find: queries.find,
    active: queries.active,
    list: queries.ofUser,
    settingsRow: queries.settings,
    wipe: queries.wipe,

    settings(accountId) {
      const row = queries.settings(accountId)
      return row && toSettings(row)
    },

    target(accountId, kind) {
      const row = queries.settings(accountId)
      return row && targets[kind](row)
    },

    credentials: openCredentials,

    bankUsername(accountId) {
      const row = queries.credentials(accountId)
      return row ? box.open(row.username, credentialPlace(accountId, 'username')) : null
    },

    markCredentialsUsed: (accountId) => queries.markUsed(accountId, now()),

    block(accountId, reason) {
      store.write(() => {
        if (queries.block(accountId, reason, now()))
          store.afterCommit(() => announce('account.blocked', accountId, { reason }))
      })
    },

    unblock(accountId) {
      const wasBlocked = queries.find(accountId)?.scrapeBlockedAt !== null
      queries.unblock(accountId)
      if (wasBlocked) announce('account.unblocked', accountId)
    },

    countFatal: queries.countFatal,
    resetFatal: queries.resetFatal,

    create(userId, input) {
      const name = input.name.trim()
      if (name === '') throw invalid('account.required', 'bankId and name are required')
      if (!queries.bankExists(input.bankId)) throw missing('bank.missing', 'Bank not found')
      const id = randomUUID()
      queries.insert({ id, userId, bankId: input.bankId, name, at: now() })
      announce('account.updated', id)
      return owned(userId, id)
    },

    async remove(userId, accountId, confirmationName) {
      const account = owned(userId, accountId)
      const given = confirmationName.trim()
      if (given === '') throw invalid('account.confirmationRequired', 'confirmation_name is required')
      if (given !== account.name) throw invalid('account.confirmation', 'Confirmation name does not match')
      await deps.forget(accountId)
      queries.remove(accountId)
      events.emit({ type: 'account.updated', userId, accountId, data: { deleted: true }, occurredAt: iso(now()) })
    },

    setPaused(userId, accountId, paused) {
      owned(userId, accountId)
      queries.setPaused(accountId, paused ? now() : null)
      announce('account.updated', accountId)
      return owned(userId, accountId)
    },

    setQuietHours(userId, accountId, hours) {
      owned(userId, accountId)
      queries.setQuiet(accountId, hours?.from ?? null, hours?.until ?? null)
      announce('account.updated', accountId)
      return owned(userId, accountId)
    },

    async saveSettings(userId, accountId, input) {
      const account = owned(userId, accountId)
      const row = await settingsRow(account, input, queries.settings(accountId), { box, checkTarget: deps.checkTarget })
      store.write(() => {
        const stored = queries.settings(accountId)
        const before = openCredentials(accountId)
        const credentials = credentialsRow(accountId, input, queries.credentials(accountId), box)
        queries.saveSettings(row, now())
        if (stored && matchingOf(stored) !== matchingOf(row)) deps.onMatchingChanged?.(accountId)
        if (!credentials) return
        queries.saveCredentials({ ...credentials, at: now() })
        const after = openCredentials(accountId)
        // The same login stored again is the same login: what it has spent at the bank stays spent.
        if (before?.username !== after?.username || before?.password !== after?.password)
          deps.onNewCredentials?.(accountId)
        deps.onSaved(accountId)
      })
      announce('account.updated', accountId)
    },
  }
}
