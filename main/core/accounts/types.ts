export type OperationMode = 'reconcile' | 'passthrough'
export type AuthType = 'bearer' | 'api_key'
export type NotificationEvent = 'assistance_required' | 'login_failed' | 'scrape_failed'

/** One bank connection (spec 1.3), with what other features need of its bank and owner. Instants in ms UTC. */
export interface Account {
  readonly id: string
  readonly userId: string
  readonly bankId: string
  readonly bankCode: string
  readonly bankName: string
  readonly name: string
  readonly status: 'active' | 'inactive'
  /** The owner's mode; `null` until chosen: then nothing is polled, matched or forwarded. */
  readonly mode: OperationMode | null
  readonly pausedAt: number | null
  /** In the bank's zone; nothing is started on schedule between them. */
  readonly quietHours: { readonly from: string; readonly until: string } | null
  readonly scrapeBlockedAt: number | null
  readonly scrapeBlockedReason: string | null
  readonly fatalStreak: number
  readonly createdAt: number
}

/** Settings without secrets (spec 1.4). Tokens and the bank login leave only through `target` and `credentials`. */
export interface AccountSettings {
  readonly id: string
  readonly accountId: string
  readonly pendingOrdersEndpoint: string | null
  readonly webhookUrl: string
  readonly retryLimit: number
  readonly pollingMethod: 'GET' | 'POST'
  readonly pollingBody: Record<string, unknown> | null
  readonly notificationEndpointUrl: string | null
  readonly notificationEvents: readonly NotificationEvent[]
  readonly notifyOnExpired: boolean
  readonly webhookExtraFields: Record<string, unknown> | null
  readonly silentIngestion: boolean
  readonly sessionType: 'one-shot' | 'persistent'
  readonly loginMode: 'simple' | 'assisted'
  /** A movement without a sender may be matched when nothing else fits. */
  readonly matchWithoutSender: boolean
  readonly notifyOnUnmatched: boolean
  /** Minor units by which a suggestion may miss the expected amount; 0 is off. */
  readonly nearAmountTolerance: number
  /** null: the usual one (matching/names/limits.ts). */
  readonly matchAcceptance: number | null
  readonly matchMargin: number | null
}

export type TargetKind = 'polling' | 'webhook' | 'notification'

/** Where to call and with which `Authorization` header; opened in memory for one call only. */
export interface Target {
  readonly url: string
  readonly authorization: string | null
}

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** What other features may ask of accounts. */
export interface Accounts {
  /** The account if it is the user's, else 404 `Account not found`, as if it did not exist. */
  owned(userId: string, accountId: string): Account
  find(accountId: string): Account | null
  /** Active accounts of every user, oldest first. */
  active(): Account[]
  settings(accountId: string): AccountSettings | null
  target(accountId: string, kind: TargetKind): Target | null
  /** `null` when none are stored or they are not valid. */
  credentials(accountId: string): Credentials | null
  markCredentialsUsed(accountId: string): void
  /** Sets the scrape gate (2.2); the first reason stays. */
  block(accountId: string, reason: string): void
  /** Clears gate and streak. */
  unblock(accountId: string): void
  /** Adds one fatal failure and returns the streak. */
  countFatal(accountId: string): number
  resetFatal(accountId: string): void
}
