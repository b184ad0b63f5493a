import { allAccountsRoutes, createAllAccounts } from './accounts/all-accounts.ts'
import { accountPresenter } from './accounts/present.ts'
import { accountRoutes } from './accounts/routes.ts'
import { aliasRoutes } from './aliases/routes.ts'
import { createAliases } from './aliases/service.ts'
import { apiKeyRoutes } from './api-keys/routes.ts'
import { createApiKeys } from './api-keys/service.ts'
import { bankWindowRoutes } from './bank-window/routes.ts'
import { bankRoutes } from './banks/routes.ts'
import { scriptRoutes } from './banks/script-routes.ts'
import { externalRoutes } from './external/routes.ts'
import { api } from './http/api.ts'
import { createSurface } from './http/app.ts'
import { addDocs } from './http/docs.ts'
import { eventStreamRoutes } from './http/event-stream.ts'
import { healthRoutes } from './http/health.ts'
import { createRateLimits } from './http/rate-limits.ts'
import { createCompleteness } from './imports/completeness.ts'
import { completenessRoutes } from './imports/completeness-routes.ts'
import { fileQuestionRoutes } from './imports/file-question-routes.ts'
import { folderRoutes } from './imports/folder-routes.ts'
import { mappingRoutes } from './imports/mapping-routes.ts'
import { removalRoutes } from './imports/removal-routes.ts'
import { importRoutes } from './imports/routes.ts'
import { signRoutes } from './imports/sign-routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { movementRoutes } from './movements/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import type { Parts } from './parts.ts'
import type { Ports } from './ports.ts'
import { realtimeRoutes } from './realtime/routes.ts'
import { createReplay } from './requests/replay.ts'
import { replayRoutes } from './requests/replay-routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { savedFilterRoutes } from './saved-filters/routes.ts'
import { createSavedFilters } from './saved-filters/service.ts'
import { createDryRunDesk } from './sessions/dry-run-desk.ts'
import { dryRunRoutes } from './sessions/dry-run-routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { suggestionRoutes } from './suggestions/routes.ts'
import { userRoutes } from './users/routes.ts'
import { secondFactorRoutes } from './users/second-factor-routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

/** Every route of the program on one surface, whose OpenAPI document describes them. */
export function createApi(ports: Ports, parts: Parts) {
  const { now, log, dataDir, version } = ports
  const {
    store,
    settings,
    events,
    budget,
    accounts,
    tokens,
    secondFactor,
    users,
    jobs,
    webhooks,
    aliasBook,
    requests,
    suggestions,
    banks,
    movements,
    assistance,
    bankWindow,
    sessions,
    schedule,
    inbox,
    mappings,
    signs,
    removals,
    imports,
    questions,
    folders,
    ledger,
  } = parts
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
    .route('/', savedFilterRoutes(createSavedFilters({ store, now })))
    .route('/', accountRoutes({ accounts, jobs, assistance, limits, budget, present }))
    .route('/', sessionRoutes({ sessions, accounts, now }))
    .route('/', bankWindowRoutes({ bankWindow, accounts, now }))
    .route('/', movementRoutes(movements))
    .route('/', importRoutes({ imports, accounts, dataDir }))
    .route('/', mappingRoutes(mappings))
    .route('/', signRoutes({ signs, accounts }))
    .route('/', removalRoutes(removals))
    .route('/', completenessRoutes(createCompleteness({ db: store.db, accounts, profile: banks.profile })))
    .route('/', folderRoutes(folders, accounts))
    .route('/', fileQuestionRoutes(questions))
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

  return surface
}
