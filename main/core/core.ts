import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { allAccountsRoutes, createAllAccounts } from './accounts/all-accounts.ts'
import { accountPresenter } from './accounts/present.ts'
import { accountRoutes } from './accounts/routes.ts'
import { createAccounts } from './accounts/service.ts'
import { createAliasBook } from './aliases/book.ts'
import { aliasRoutes } from './aliases/routes.ts'
import { createAliases } from './aliases/service.ts'
import { apiKeyRoutes } from './api-keys/routes.ts'
import { createApiKeys } from './api-keys/service.ts'
import { bankWindowRoutes } from './bank-window/routes.ts'
import { createBankWindow } from './bank-window/service.ts'
import { bankRoutes } from './banks/routes.ts'
import { scriptRoutes } from './banks/script-routes.ts'
import { createBanks } from './banks/service.ts'
import { archiveCopy } from './db/archive.ts'
import { openDatabase } from './db/open.ts'
import { createStore } from './db/store.ts'
import { messageOf } from './errors.ts'
import { createEvents, type Events } from './events.ts'
import { externalRoutes } from './external/routes.ts'
import { api } from './http/api.ts'
import { createSurface, type DoorBindings } from './http/app.ts'
import { addDocs } from './http/docs.ts'
import { eventStreamRoutes } from './http/event-stream.ts'
import { healthRoutes } from './http/health.ts'
import { createRateLimits } from './http/rate-limits.ts'
import { forgetUploads } from './http/upload.ts'
import { createCompleteness } from './imports/completeness.ts'
import { completenessRoutes } from './imports/completeness-routes.ts'
import { folderRoutes } from './imports/folder-routes.ts'
import { mappingRoutes } from './imports/mapping-routes.ts'
import { createMappings } from './imports/mappings.ts'
import { importRoutes } from './imports/routes.ts'
import { createImports } from './imports/service.ts'
import { createWatchedFolders } from './imports/watched-folders.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { createInbox } from './inbox/service.ts'
import { createInboxWatch } from './inbox/watch.ts'
import { registerHandlers } from './jobs/handlers.ts'
import { createJobs } from './jobs/service.ts'
import { createLedgerHalf } from './ledger/ledger.ts'
import { movementRoutes } from './movements/routes.ts'
import { createMovements } from './movements/service.ts'
import { followEvents } from './notifications/follow-events.ts'
import { createNotifications } from './notifications/service.ts'
import { createOutgoing } from './outgoing/client.ts'
import { checkTarget } from './outgoing/target-guard.ts'
import { overviewRoutes } from './overview/routes.ts'
import type { Ports } from './ports.ts'
import { realtimeRoutes } from './realtime/routes.ts'
import { ambiguousRequests } from './requests/ambiguous.ts'
import { createReplay } from './requests/replay.ts'
import { replayRoutes } from './requests/replay-routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { createRequests } from './requests/service.ts'
import { createSchedule } from './schedule/service.ts'
import { unlockSecrets } from './secrets/unlock.ts'
import { createAssistance } from './sessions/assistance.ts'
import { createDryRunDesk } from './sessions/dry-run-desk.ts'
import { dryRunRoutes } from './sessions/dry-run-routes.ts'
import { createLoginBudget } from './sessions/login-budget.ts'
import { isQuiet } from './sessions/quiet-hours.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { createSessions } from './sessions/service.ts'
import { waitingLogins } from './sessions/waiting-logins.ts'
import { settingsRoutes } from './settings/routes.ts'
import { createSettings } from './settings/service.ts'
import { createSuggestionBook } from './suggestions/book.ts'
import { suggestionRoutes } from './suggestions/routes.ts'
import { createSuggestions } from './suggestions/service.ts'
import { waitingSuggestions } from './suggestions/waiting.ts'
import { userRoutes } from './users/routes.ts'
import { createSecondFactor } from './users/second-factor.ts'
import { secondFactorRoutes } from './users/second-factor-routes.ts'
import { createUsers } from './users/service.ts'
import { createTokens } from './users/tokens.ts'
import { deadDeliveries } from './webhooks/dead-deliveries.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { createWebhooks } from './webhooks/service.ts'
import { createWorkers } from './worker/workers.ts'

export interface Core {
  /** The whole API: `Request` in, `Response` out. A host passes what it knows of the caller as `env`. */
  readonly api: { fetch(request: Request, env?: DoorBindings): Response | Promise<Response> }
  readonly events: Events
  /** Whose events a ticket opens; `null` for a bad or expired one. For hosts that offer the WebSocket of spec 8. */
  userOfTicket(ticket: string): Promise<string | null>
  /** Picks up what the last run left, then starts deliveries, jobs and the schedule. */
  start(): Promise<void>
  /** Takes no more work, lets short work finish, closes browsers and the database. */
  stop(): Promise<void>
}

/** How often watched folders are looked into; a file is imported at the second look that finds it unchanged. */
const watchedFolderMs = 5_000

/**
 * Builds the parts in order. Nothing runs before `start`. Throws an `AppError` with what to do when the data file is
 * damaged or newer than the program, or when the key of the stored secrets is lost.
 */
export async function createCore(ports: Ports): Promise<Core> {
  const { now, log, dataDir, version } = ports
  mkdirSync(dataDir, { recursive: true })
  const dataFile = join(dataDir, 'reconbanker.db')
  const store = createStore(openDatabase(dataFile))
  const box = await unlockSecrets(store, ports.keyHolder).catch((error: unknown) => {
    store.db.close()
    throw error
  })
  const settings = createSettings({ store, box })
  const events = createEvents((error) => log.error('listener_failed', { error: messageOf(error) }))
  const allowLocal = () => ports.allowLocalTargets || settings.get().allow_local_targets
  const outgoing = createOutgoing({ allowLocal, log: log.child('outgoing') })

  const budget = createLoginBudget({ store, now })
  const accounts = createAccounts({
    store,
    box,
    now,
    events,
    checkTarget: (field, url) => checkTarget(field, url, { allowLocal: allowLocal() }),
    onSaved: (accountId) => webhooks.retryNow(accountId),
    onMatchingChanged: (accountId) => requests.decideAgain(accountId),
    onNewCredentials: (accountId) => budget.reset(accountId),
    forget: (accountId) => sessions.forget(accountId),
  })
  const tokens = createTokens({ store, now, secret: settings.tokenSecret() })
  const secondFactor = createSecondFactor({ store, box, now })
  const users = createUsers({
    secondFactor,
    store,
    now,
    tokens,
    archive: () => archiveCopy(store.db, dataDir, now()),
    wipe: accounts.wipe,
  })
  const jobs = createJobs({ store, now, log: log.child('jobs') })
  const webhooks = createWebhooks({
    store,
    accounts,
    outgoing,
    events,
    now,
    log: log.child('webhooks'),
    signingSecret: settings.signingSecret,
  })
  const aliasBook = createAliasBook({ db: store.db, now })
  const requests = createRequests({
    store,
    accounts,
    webhooks,
    jobs,
    outgoing,
    events,
    aliases: aliasBook,
    suggestions: createSuggestionBook({ db: store.db, now }),
    now,
    log: log.child('requests'),
  })
  const suggestions = createSuggestions({ store, accounts, requests, events, now })
  const banks = createBanks({ store, now, log: log.child('banks'), banksDir: join(ports.resourcesDir, 'banks') })
  const movements = createMovements({
    store,
    accounts,
    requests,
    webhooks,
    events,
    timeZone: ({ bankId }) => banks.profile(bankId).timeZone,
    now,
    log: log.child('movements'),
  })
  const notifications = createNotifications({ store, accounts, outgoing, now, log: log.child('notifications') })
  followEvents({ events, accounts, notifications })
  const assistance = createAssistance({ store, accounts, events, now })
  const bankWindow = createBankWindow({ log: log.child('bank-window') })
  const isQuietNow = (accountId: string) => {
    const account = accounts.find(accountId)
    return account !== null && isQuiet(account.quietHours, now(), banks.profile(account.bankId).timeZone)
  }
  const sessions = createSessions({
    store,
    box,
    accounts,
    banks,
    movements,
    assistance,
    budget,
    bankWindow,
    events,
    settings,
    now,
    log: log.child('sessions'),
    dataDir,
  })
  registerHandlers({ jobs, sessions, settings })
  const schedule = createSchedule({
    accounts,
    jobs,
    requests,
    sessions,
    settings,
    canRead: (accountId) =>
      accounts.settingsRow(accountId) !== null &&
      banks.hasScript(accountId) &&
      accounts.bankUsername(accountId) !== null &&
      !isQuietNow(accountId),
    now,
    log: log.child('schedule'),
  })

  const inbox = createInbox({
    accounts,
    sessions,
    waiting: waitingLogins(store.db),
    requests: ambiguousRequests(store.db),
    suggestions: { ...waitingSuggestions(store.db), refresh: suggestions.refresh },
    deliveries: deadDeliveries(store.db),
  })
  const inboxWatch = createInboxWatch({
    inbox,
    accounts,
    events,
    notifier: ports.notifier,
    now,
    log: log.child('inbox'),
  })

  const workers = createWorkers({ file: ports.workerFile, dataFile, log: log.child('workers') })
  const mappings = createMappings({ store, accounts, now })
  const imports = createImports({
    store,
    accounts,
    movements,
    requests,
    webhooks,
    mappings,
    profile: banks.profile,
    workers,
    events,
    now,
    log: log.child('imports'),
  })
  const folders = createWatchedFolders({ store, accounts, imports, dataDir, now, log: log.child('folders') })
  const ledger = createLedgerHalf({
    store,
    dataDir,
    resourcesDir: ports.resourcesDir,
    box,
    workers,
    bankAccount(userId, accountId) {
      const account = accounts.find(accountId)
      return account?.userId === userId ? { id: account.id, timeZone: banks.profile(account.bankId).timeZone } : null
    },
    events,
    now,
    log: log.child('ledger'),
  })

  const limits = createRateLimits()
  const keys = createApiKeys({ store, now })
  const surface = createSurface({ users, settings, log: log.child('http') })
  const present = accountPresenter({
    store,
    now,
    lastRun: sessions.lastRun,
    isByFile: ({ id, bankId }) => banks.profile(bankId).loginUrl === null && !banks.hasScript(id),
    sessionStatus: sessions.status,
  })
  const routes = api()
    .route('/', healthRoutes(store))
    .route('/', userRoutes(users, limits))
    .route('/', secondFactorRoutes(secondFactor, limits))
    .route('/', realtimeRoutes(tokens))
    .route('/', settingsRoutes(settings))
    .route('/', bankRoutes(banks))
    .route('/', scriptRoutes(banks))
    .route('/', dryRunRoutes({ desk: createDryRunDesk({ banks, accounts, budget, sessions }), accounts, sessions }))
    .route('/', apiKeyRoutes(keys, secondFactor))
    .route('/', accountRoutes({ accounts, jobs, assistance, limits, budget, present }))
    .route('/', sessionRoutes({ sessions, accounts, now }))
    .route('/', bankWindowRoutes({ bankWindow, accounts, now }))
    .route('/', movementRoutes(movements))
    .route('/', importRoutes({ imports, accounts, dataDir }))
    .route('/', mappingRoutes(mappings))
    .route('/', completenessRoutes(createCompleteness({ db: store.db, accounts, profile: banks.profile })))
    .route('/', folderRoutes(folders, accounts))
    .route('/', requestRoutes({ requests, accounts, jobs }))
    .route('/', replayRoutes(createReplay({ db: store.db, accounts, aliases: aliasBook })))
    .route('/', suggestionRoutes(suggestions))
    .route('/', aliasRoutes(createAliases({ store, accounts, requests, now })))
    .route('/', webhookRoutes({ webhooks, accounts }))
    .route('/', allAccountsRoutes(createAllAccounts({ accounts, banks, sessions, jobs })))
    .route('/', inboxRoutes(inbox))
    .route('/', overviewRoutes({ store, schedule, now, version }))
  surface.route('/', routes)
  surface.route('/', eventStreamRoutes(events))
  // Before the external API, whose key guard covers everything else under /v1.
  surface.route('/', ledger.routes)
  surface.route(
    '/v1',
    externalRoutes({ keys, accounts, assistance, limits, isSessionLive: sessions.isLive, log: log.child('external') }),
  )
  addDocs(surface, version)

  return {
    api: { fetch: (request, env) => surface.fetch(request, env) },
    events,
    userOfTicket: tokens.verifyTicket,
    async start() {
      banks.loadCatalogue()
      await sessions.clearOrphans()
      assistance.cancelLeftovers()
      inboxWatch.start()
      await forgetUploads(join(dataDir, 'uploads'))
      // Before anything decides or sends: an import that the last run began is there as a whole.
      await imports.start()
      requests.sweep()
      ledger.start()
      webhooks.start()
      notifications.start()
      jobs.start()
      schedule.start()
      folders.start(watchedFolderMs)
    },
    async stop() {
      inboxWatch.stop()
      await schedule.stop()
      await Promise.all([jobs.stop(), sessions.stop(), webhooks.stop(), notifications.stop()])
      await Promise.all([imports.stop(), workers.stop()])
      await folders.stop()
      await outgoing.close()
      store.db.close()
    },
  }
}
