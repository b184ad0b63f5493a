import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createAccounts } from './accounts/service.ts'
import { createAliasBook } from './aliases/book.ts'
import { createBankWindow } from './bank-window/service.ts'
import { createBanks } from './banks/service.ts'
import { archiveCopy } from './db/archive.ts'
import { openDatabase } from './db/open.ts'
import { createStore } from './db/store.ts'
import { createWriteTurn } from './db/write-turn.ts'
import { messageOf } from './errors.ts'
import { createEvents } from './events.ts'
import { createFileQuestions } from './imports/file-questions.ts'
import { createMappings } from './imports/mappings.ts'
import { createRemovals } from './imports/removals.ts'
import { createImports } from './imports/service.ts'
import { createSignMemory } from './imports/sign-memory.ts'
import { createWatchedFolders } from './imports/watched-folders.ts'
import { createInbox } from './inbox/service.ts'
import { createInboxWatch } from './inbox/watch.ts'
import { registerHandlers } from './jobs/handlers.ts'
import { createJobs } from './jobs/service.ts'
import { createLedgerHalf } from './ledger/ledger.ts'
import { createMovements } from './movements/service.ts'
import { followEvents } from './notifications/follow-events.ts'
import { createNotifications } from './notifications/service.ts'
import { createOutgoing } from './outgoing/client.ts'
import { checkTarget } from './outgoing/target-guard.ts'
import type { Ports } from './ports.ts'
import { ambiguousRequests } from './requests/ambiguous.ts'
import { createRequests } from './requests/service.ts'
import { createSchedule } from './schedule/service.ts'
import { unlockSecrets } from './secrets/unlock.ts'
import { createAssistance } from './sessions/assistance.ts'
import { createLoginBudget } from './sessions/login-budget.ts'
import { isQuiet } from './sessions/quiet-hours.ts'
import { createSessions } from './sessions/service.ts'
import { waitingLogins } from './sessions/waiting-logins.ts'
import { createSettings } from './settings/service.ts'
import { createSuggestionBook } from './suggestions/book.ts'
import { createSuggestions } from './suggestions/service.ts'
import { waitingSuggestions } from './suggestions/waiting.ts'
import { createSecondFactor } from './users/second-factor.ts'
import { createUsers } from './users/service.ts'
import { createTokens } from './users/tokens.ts'
import { deadDeliveries } from './webhooks/dead-deliveries.ts'
import { createWebhooks } from './webhooks/service.ts'
import { createWorkers } from './worker/workers.ts'

/**
 * Builds the parts in the order in which they need one another; nothing runs yet. Throws an `AppError` with what to do
 * when the data file is damaged or newer than the program, or when the key of the stored secrets is lost.
 */
export async function createParts(ports: Ports) {
  const { now, log, dataDir } = ports
  mkdirSync(dataDir, { recursive: true })
  const dataFile = join(dataDir, 'reconbanker.db')
  const turn = createWriteTurn()
  const store = createStore(openDatabase(dataFile), turn)
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
  const suggestions = createSuggestions({ store, accounts, requests, events, now, log: log.child('suggestions') })
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
    verifyBooks: () => ledger.verifyIfDue(),
    now,
    log: log.child('schedule'),
  })

  const questions = createFileQuestions({ store, accounts, events, now })
  const inbox = createInbox({
    accounts,
    sessions,
    waiting: waitingLogins(store.db),
    requests: ambiguousRequests(store.db),
    suggestions: { ...waitingSuggestions(store.db), refresh: suggestions.refresh },
    deliveries: deadDeliveries(store.db),
    questions,
  })
  const inboxWatch = createInboxWatch({
    inbox,
    accounts,
    events,
    notifier: ports.notifier,
    now,
    log: log.child('inbox'),
  })

  const workers = createWorkers({ file: ports.workerFile, dataFile, turn, log: log.child('workers') })
  const mappings = createMappings({ store, accounts, now })
  const signs = createSignMemory({ store, now })
  const imports = createImports({
    store,
    accounts,
    movements,
    requests,
    webhooks,
    mappings,
    signs,
    profile: banks.profile,
    workers,
    events,
    now,
    log: log.child('imports'),
  })
  const removals = createRemovals({ store, accounts, requests, webhooks, events, now })
  const folders = createWatchedFolders({
    store,
    accounts,
    imports,
    questions,
    dataDir,
    now,
    log: log.child('folders'),
  })
  const ledger = createLedgerHalf({
    store,
    dataDir,
    resourcesDir: ports.resourcesDir,
    box,
    workers,
    signs,
    bankAccount(userId, accountId) {
      const account = accounts.find(accountId)
      return account?.userId === userId ? { id: account.id, timeZone: banks.profile(account.bankId).timeZone } : null
    },
    events,
    now,
    log: log.child('ledger'),
  })

  return {
    store,
    settings,
    events,
    outgoing,
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
    notifications,
    assistance,
    bankWindow,
    sessions,
    schedule,
    inbox,
    inboxWatch,
    workers,
    mappings,
    signs,
    removals,
    imports,
    questions,
    folders,
    ledger,
  }
}

export type Parts = Awaited<ReturnType<typeof createParts>>
