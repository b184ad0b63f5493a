import type { WindowState } from '../main/core/bank-window/types.ts'
import type {
  Account,
  AccountSettings,
  Alias,
  AliasChange,
  ApiKey,
  Assistance,
  Bank,
  BankProfile,
  Candidate,
  Completeness,
  CoreEvent,
  Delivery,
  DeliveryAttempt,
  DryRun,
  FailedRun,
  ImportPreview,
  InboxItem,
  InboxPage,
  Me,
  Mode,
  Movement,
  NewApiKey,
  NewScript,
  Overview,
  ProductSettings,
  RemovedMovement,
  Replay,
  ReplayInput,
  Request,
  RequestDetail,
  RequestStatus,
  Run,
  RunDetail,
  Scope,
  Script,
  ScriptReview,
  ScriptVersion,
  SettingsInput,
  SignReading,
  StatementImport,
  StatementImportDetail,
  Suggestion,
  TestAnswer,
  WantedBy,
  WatchedFolder,
} from './api-types.ts'
import { createBankWindowApi } from './features/bank-window/bank-window-api.ts'
import { createBooksApi } from './features/book-lists/books-api.ts'
import { createLedgerApi } from './features/reconciliation/ledger-api.ts'
import { type Follower, followEvents } from './shared/follow-events.ts'
import { createHttp } from './shared/http.ts'

const tokenKey = 'reconbanker.token'
const refusals = new Set<() => void>()

const http = createHttp({
  token: () => localStorage.getItem(tokenKey),
  refused: () => {
    for (const listener of refusals) listener()
  },
})

export interface Span {
  readonly limit: number
  readonly offset: number
}
export interface RequestFilter {
  readonly status?: RequestStatus | undefined
  readonly account_id?: string | undefined
  readonly q?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}
export type MovementFilter = Omit<RequestFilter, 'status'>
export interface DeliveryFilter {
  readonly state?: Delivery['state'] | undefined
  readonly account_id?: string | undefined
  readonly subject_id?: string | undefined
  readonly q?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface FailureFilter {
  readonly account_id?: string | undefined
  /** A span like `24h`. */
  readonly since?: string | undefined
  readonly stage?: string | undefined
  readonly failure_type?: string | undefined
}

const movementsPath = (filter: MovementFilter) =>
  filter.account_id === undefined ? '/movements' : `/accounts/${filter.account_id}/movements`
const withoutAccount = ({ account_id: _, ...rest }: MovementFilter) => rest

/** Everything the window asks of the program, each by the route an integrator would use (spec 6). */
export const api = {
  hasToken: () => localStorage.getItem(tokenKey) !== null,
  setToken: (token: string | null) =>
    token === null ? localStorage.removeItem(tokenKey) : localStorage.setItem(tokenKey, token),
  /** Told when the program no longer accepts the token. */
  onRefused(listener: () => void): () => void {
    refusals.add(listener)
    return () => refusals.delete(listener)
  },

  setup: () => http.get<{ has_owner: boolean }>('/setup'),
  register: (input: { email: string; password: string; name: string | null }) =>
    http.send<{ id: string; email: string }>('POST', '/auth/register', input),
  login: (input: { email: string; password: string }) =>
    http.send<{ token: string } | { requiresTotp: true; challengeToken: string }>('POST', '/auth/login', input),
  loginWithCode: (input: { challengeToken: string; code: string }) =>
    http.send<{ token: string }>('POST', '/auth/login/totp', input),
  logout: () => http.send<undefined>('POST', '/auth/logout'),
  me: () => http.get<Me>('/me'),
  enrollSecondFactor: () => http.send<{ otpauth_uri: string }>('POST', '/me/2fa/enroll'),
  confirmSecondFactor: (code: string) => http.send<{ backup_codes: string[] }>('POST', '/me/2fa/confirm', { code }),
  disableSecondFactor: (input: { password: string; code: string }) => http.send<undefined>('DELETE', '/me/2fa', input),
  setMode: (mode: Mode) => http.send<{ operation_mode: Mode }>('PUT', '/me/operation-mode', { mode }),

  overview: () => http.get<Overview>('/overview'),
  inbox: async (span: Span, signal?: AbortSignal) => {
    const { items, total } = await http.get<InboxPage>('/inbox', { ...span }, signal)
    return { rows: [...items], total }
  },
  inboxItem: (id: string) => http.get<InboxItem>(`/inbox/${id}`),
  suggestion: (id: string) => http.get<Suggestion>(`/suggestions/${id}`),
  acceptSuggestions: (ids: readonly string[]) =>
    http.send<{ accepted: Suggestion[]; refused: { id: string; message: string }[] }>('POST', '/suggestions/accept', {
      ids,
    }),
  banks: () => http.get<Bank[]>('/banks'),
  bank: (id: string) => http.get<Bank>(`/banks/${id}`),
  bankProfile: (id: string) => http.get<BankProfile>(`/banks/${id}/profile`),
  scriptVersions: (bankId: string) => http.get<ScriptVersion[]>(`/banks/${bankId}/versions`),
  scripts: () => http.get<Script[]>('/scripts'),
  scriptReview: (id: string) => http.get<ScriptReview>(`/scripts/${id}/review`),
  addScript: (input: NewScript) => http.send<Script>('POST', '/scripts', input),
  changeScript: (id: string, verb: 'promote' | 'deprecate' | 'reopen') =>
    http.send<unknown>('POST', `/scripts/${id}/${verb}`),
  dryRuns: (scriptId: string) => http.get<DryRun[]>(`/scripts/${scriptId}/dry-runs`),
  startDryRun: (scriptId: string, accountId: string) =>
    http.send<DryRun>('POST', `/scripts/${scriptId}/dry-runs`, { account_id: accountId }),
  accounts: () => http.get<Account[]>('/accounts'),
  account: (id: string) => http.get<Account>(`/accounts/${id}`),
  addAccount: (input: { bankId: string; name: string }) => http.send<Account>('POST', '/accounts', input),
  deleteAccount: (id: string, name: string) =>
    http.send<undefined>('DELETE', `/accounts/${id}`, { confirmation_name: name }),
  pauseAccount: (id: string, paused: boolean) => http.send<Account>('PUT', `/accounts/${id}/pause`, { paused }),
  accountSettings: (id: string) => http.get<AccountSettings | null>(`/accounts/${id}/config`),
  saveAccountSettings: (id: string, input: SettingsInput) =>
    http.send<AccountSettings>('PUT', `/accounts/${id}/config`, input),
  testWebhook: (id: string) => http.send<TestAnswer>('POST', `/accounts/${id}/webhook/test`),
  readNow: (id: string) => http.send<{ jobId: string }>('POST', `/accounts/${id}/scrape`),
  readAll: () => http.send<{ queued: number }>('POST', '/accounts/scrape'),
  pauseAll: (paused: boolean) => http.send<{ changed: number }>('PUT', '/accounts/pause', { paused }),
  restart: (id: string) => http.send<{ jobId: string }>('POST', `/accounts/${id}/restart`),
  pollNow: (id: string) => http.send<{ queued: true }>('POST', `/conciliation/poll/${id}`),
  reactivate: (id: string) => http.send<{ started: true }>('POST', `/accounts/${id}/reactivate`),
  killSession: (id: string) => http.send<{ killed: boolean }>('POST', `/accounts/${id}/kill`),
  setQuietHours: (id: string, hours: { from: string; until: string } | null) =>
    http.send<Account>('PUT', `/accounts/${id}/quiet-hours`, hours ?? { from: null, until: null }),
  assistance: (id: string) => http.get<Assistance | null>(`/accounts/${id}/otp`),
  submitCode: (id: string, code: string) => http.send<{ submitted: true }>('POST', `/accounts/${id}/otp`, { code }),
  runs: (id: string, span: Span) => http.page<Run>(`/accounts/${id}/runs`, { ...span }),

  run: (accountId: string, id: string) => http.get<RunDetail>(`/accounts/${accountId}/runs/${id}`),
  runPicture: async (accountId: string, id: string) =>
    new Response(await http.open(`/accounts/${accountId}/runs/${id}/picture`, new AbortController().signal)).blob(),
  failures: (filter: FailureFilter, span: Span, signal?: AbortSignal) =>
    http.page<FailedRun>('/diagnostics/runs', { ...filter, ...span }, signal),

  requests: (filter: RequestFilter, span: Span, signal?: AbortSignal) =>
    http.page<Request>('/conciliation', { ...filter, ...span }, signal),
  requestsCsv: (filter: RequestFilter) => http.text('/conciliation', { ...filter, format: 'csv' }),
  request: (id: string) => http.get<RequestDetail>(`/conciliation/${id}`),
  candidates: (id: string) => http.get<Candidate[]>(`/conciliation/${id}/candidates`),
  matchNow: (id: string) => http.send<{ queued: true }>('POST', `/conciliation/${id}/run`),
  resendRequest: (id: string) => http.send<{ queued: true }>('POST', `/conciliation/${id}/notify`),
  choose: (id: string, movementId: string) =>
    http.send<RequestDetail>('POST', `/conciliation/${id}/match`, { bank_transaction_id: movementId }),
  searchCandidates: (id: string, q: string) => http.get<Candidate[]>(`/conciliation/${id}/candidates`, { q }),
  noteRequest: (id: string, note: string | null) => http.send<RequestDetail>('PATCH', `/conciliation/${id}`, { note }),
  suggestions: (accountId: string) => http.get<Suggestion[]>(`/accounts/${accountId}/suggestions`),
  decideSuggestion: (id: string, verb: 'accept' | 'reject' | 'reopen') =>
    http.send<Suggestion>('POST', `/suggestions/${id}/${verb}`),
  aliases: (accountId: string) => http.get<Alias[]>(`/accounts/${accountId}/aliases`),
  changeAlias: (accountId: string, id: string, change: AliasChange) =>
    http.send<Alias>('PATCH', `/accounts/${accountId}/aliases/${id}`, change),
  forgetAlias: (accountId: string, id: string) =>
    http.send<undefined>('DELETE', `/accounts/${accountId}/aliases/${id}`),
  replay: (accountId: string, input: ReplayInput) =>
    http.send<Replay>('POST', `/accounts/${accountId}/matching/replay`, input),
  refuse: (id: string, movementIds: readonly string[]) =>
    http.send<RequestDetail>('POST', `/conciliation/${id}/refusals`, { bank_transaction_ids: movementIds }),
  takeBackRefusal: (id: string, refusalId: string) =>
    http.send<RequestDetail>('DELETE', `/conciliation/${id}/refusals/${refusalId}`),
  undoMatch: (id: string) => http.send<RequestDetail>('DELETE', `/conciliation/${id}/match`),

  movements: (filter: MovementFilter, span: Span, signal?: AbortSignal) =>
    http.page<Movement>(movementsPath(filter), { ...withoutAccount(filter), ...span }, signal),
  movementsCsv: (filter: MovementFilter) =>
    http.text(movementsPath(filter), { ...withoutAccount(filter), format: 'csv' }),
  wantedBy: (movementId: string) => http.get<WantedBy[]>(`/movements/${movementId}/requests`),
  movement: (id: string) => http.get<Movement>(`/movements/${id}`),
  previewImport: (accountId: string, form: FormData, signal?: AbortSignal) =>
    http.upload<ImportPreview>(`/accounts/${accountId}/movements/import/preview`, form, signal),
  importFile: (accountId: string, form: FormData) =>
    http.upload<StatementImportDetail>(`/accounts/${accountId}/movements/import`, form),
  imports: (accountId: string, span: Span) => http.page<StatementImport>(`/accounts/${accountId}/imports`, { ...span }),
  importDetail: (accountId: string, id: string) =>
    http.get<StatementImportDetail>(`/accounts/${accountId}/imports/${id}`),
  /** A file of the watched folder that could not be imported. */
  refusedFile: async (accountId: string, id: string) =>
    new Response(await http.open(`/accounts/${accountId}/imports/${id}/file`, new AbortController().signal)).blob(),
  decideFile: (accountId: string, id: string, verb: 'dismiss' | 'reopen') =>
    http.send<StatementImport>('POST', `/accounts/${accountId}/imports/${id}/${verb}`),
  cancelImport: (accountId: string, id: string) =>
    http.send<{ cancelled: boolean }>('POST', `/accounts/${accountId}/imports/${id}/cancel`),
  undoImport: (accountId: string, id: string) =>
    http.send<StatementImportDetail>('POST', `/accounts/${accountId}/imports/${id}/undo`),
  /** What is remembered of how a bank signs reversals. */
  signReadings: async (of: 'account' | 'ledger', id: string) =>
    of === 'account'
      ? http.get<SignReading[]>(`/accounts/${id}/sign-readings`)
      : (await http.get<{ data: SignReading[] }>(`/v1/ledgers/${id}/sign-readings`)).data,
  forgetSignReading: (of: 'account' | 'ledger', id: string, readingId: string) =>
    http.send<undefined>('DELETE', `/${of === 'account' ? 'accounts' : 'v1/ledgers'}/${id}/sign-readings/${readingId}`),
  completeness: (accountId: string, days: { from: string; to: string }) =>
    http.get<{ currencies: Completeness[] }>(`/accounts/${accountId}/completeness`, days),
  watchedFolder: (accountId: string) => http.get<WatchedFolder | null>(`/accounts/${accountId}/watched-folder`),
  watchFolder: (accountId: string, path: string) =>
    http.send<WatchedFolder>('PUT', `/accounts/${accountId}/watched-folder`, { path }),
  unwatchFolder: (accountId: string) => http.send<undefined>('DELETE', `/accounts/${accountId}/watched-folder`),
  removeMovement: (accountId: string, id: string) =>
    http.send<RemovedMovement>('DELETE', `/accounts/${accountId}/movements/${id}`),
  restoreMovement: (accountId: string, id: string) =>
    http.send<{ restored: true }>('POST', `/accounts/${accountId}/movements/${id}/restore`),
  removedMovements: (accountId: string) => http.get<RemovedMovement[]>(`/accounts/${accountId}/removed-movements`),
  resendMovement: (accountId: string, id: string) =>
    http.send<{ queued: true }>('POST', `/accounts/${accountId}/movements/${id}/notify`),

  deliveries: (filter: DeliveryFilter, span: Span, signal?: AbortSignal) =>
    http.page<Delivery>('/deliveries', { ...filter, ...span }, signal),
  deliveriesCsv: (filter: DeliveryFilter) => http.text('/deliveries', { ...filter, format: 'csv' }),
  delivery: (id: string) => http.get<Delivery>(`/deliveries/${id}`),
  deliveryAttempts: (id: string) => http.get<DeliveryAttempt[]>(`/deliveries/${id}/attempts`),
  resendDeadDeliveries: () => http.send<{ queued: number }>('POST', '/deliveries/resend-dead', {}),
  resendDelivery: (id: string) => http.send<{ queued: true }>('POST', `/deliveries/${id}/resend`),

  productSettings: () => http.get<ProductSettings>('/settings'),
  saveProductSettings: (change: Partial<ProductSettings>) => http.send<ProductSettings>('PUT', '/settings', change),
  webhookSigning: () => http.get<{ enabled: boolean }>('/settings/webhook-signing'),
  saveWebhookSigning: (secret: string | null) =>
    http.send<{ enabled: boolean }>('PUT', '/settings/webhook-signing', { secret }),

  apiKeys: () => http.get<{ keys: ApiKey[]; available_scopes: Scope[] }>('/me/api-keys'),
  createApiKey: (input: NewApiKey) => http.send<ApiKey & { key: string }>('POST', '/me/api-keys', input),
  revokeApiKey: (id: string, code?: string) =>
    http.send<undefined>('DELETE', `/me/api-keys/${id}`, code === undefined ? undefined : { code }),

  books: createLedgerApi(http),
  bookWork: createBooksApi(http),

  bankWindow: {
    ...createBankWindowApi(http),
    state: (accountId: string) => http.get<WindowState>(`/accounts/${accountId}/bank-window`),
  },

  /** Follows what happens in the program until the returned function is called; reconnects by itself. */
  follow: (to: { event(event: CoreEvent): void } & Pick<Follower, 'opened' | 'lost'>) =>
    followEvents((signal) => http.open('/events', signal), {
      opened: to.opened,
      lost: to.lost,
      message: ({ event, data }) => {
        if (event === 'message') to.event(JSON.parse(data) as CoreEvent)
      },
    }),
}
