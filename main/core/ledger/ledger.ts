import { OpenAPIHono } from '@hono/zod-openapi'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Events } from '../events.ts'
import type { ApiEnv } from '../http/api.ts'
import type { SignMemory } from '../imports/sign-memory.ts'
import type { Clock, Log } from '../ports.ts'
import type { SecretBox } from '../secrets/box.ts'
import type { Workers } from '../worker/workers.ts'
import { auditRoutes } from './audit/routes.ts'
import { type Actor, createAudit } from './audit/service.ts'
import { createVerification } from './audit/verification.ts'
import { verifyRoutes } from './audit/verify-routes.ts'
import { autoRoutes } from './auto/routes.ts'
import { createAutoMatch } from './auto/service.ts'
import { dropStaged } from './auto/store-proposals.ts'
import { accountRoutes } from './books/account-routes.ts'
import { ageingRoutes } from './books/ageing-routes.ts'
import { createEntryList } from './books/entry-list.ts'
import { bookImportRoutes } from './books/import/routes.ts'
import { createBookImports } from './books/import/service.ts'
import { journalRoutes } from './books/journal-routes.ts'
import { createJournals } from './books/journals.ts'
import { ledgerRoutes } from './books/ledger-routes.ts'
import { createLedgers } from './books/ledgers.ts'
import { createEquation } from './closing/equation.ts'
import { closingRoutes } from './closing/routes.ts'
import { createClosings } from './closing/service.ts'
import { createBookContext } from './context.ts'
import { counterpartyRoutes } from './counterparties/routes.ts'
import { createCounterparties } from './counterparties/service.ts'
import { discrepancyRoutes } from './discrepancies/routes.ts'
import { createDiscrepancies } from './discrepancies/service.ts'
import { notFound } from './errors.ts'
import { listExport } from './exports/list-export.ts'
import { postingRoutes } from './exports/posting-routes.ts'
import { createBookHints } from './hints.ts'
import { historyRoutes } from './history/routes.ts'
import { createUndo } from './history/undo.ts'
import { earlierRoutes } from './items/earlier-routes.ts'
import { itemQueries } from './items/item-queries.ts'
import { itemRoutes } from './items/routes.ts'
import { createItems } from './items/service.ts'
import { createClosingLearner } from './learning/learn-closings.ts'
import { createPartyLearner } from './learning/learn-parties.ts'
import { mappingRoutes } from './mappings/routes.ts'
import { createMappings } from './mappings/service.ts'
import { createAcceptAll } from './matches/accept-all.ts'
import { bookingRoutes } from './matches/booking-routes.ts'
import { createBookingMatcher } from './matches/create-and-match.ts'
import { matchQueries } from './matches/match-queries.ts'
import { matchRoutes } from './matches/routes.ts'
import { searchRoutes } from './matches/search-routes.ts'
import { createMatches } from './matches/service.ts'
import type { Match } from './matches/types.ts'
import { movementSourceRoutes } from './movements/routes.ts'
import { type BankAccount, createMovementSource } from './movements/service.ts'
import { packCheckRoutes } from './pack/check-routes.ts'
import { packRoutes } from './pack/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { createReports } from './reports/service.ts'
import { rulePreviewRoutes } from './rules/preview-routes.ts'
import { proposalRoutes } from './rules/proposal-routes.ts'
import { createClosingProposals } from './rules/proposals.ts'
import { ruleRoutes } from './rules/routes.ts'
import { createRules } from './rules/service.ts'
import { runRoutes } from './runs/routes.ts'
import { type RunJob, runJobs } from './runs/run-jobs.ts'
import { createRuns } from './runs/service.ts'
import type { Run } from './runs/types.ts'
import { signRoutes } from './signs/routes.ts'
import { notificationRoutes } from './sources/notification-routes.ts'
import { previewRoutes } from './sources/preview-routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { createSources } from './sources/service.ts'
import { splitRoutes } from './splits/routes.ts'
import { createSplits } from './splits/service.ts'
import { worklistRoutes } from './worklist/routes.ts'
import { createWorklists } from './worklist/service.ts'
import { statementLineRoutes } from './worklist/statement-lines.ts'
import { suspectRoutes } from './worklist/suspect-routes.ts'

export interface LedgerDeps {
  readonly store: Store
  readonly dataDir: string
  readonly resourcesDir: string
  readonly box: SecretBox
  readonly workers: Workers
  readonly signs: SignMemory
  /** A bank account of the user in the other half; null when there is none. */
  readonly bankAccount: (userId: string, accountId: string) => BankAccount | null
  readonly events: Events
  readonly now: Clock
  readonly log: Log
}

/** The books and their reconciliation: builds the parts of this half in order and answers its routes. */
export function createLedgerHalf({
  store,
  box,
  dataDir,
  resourcesDir,
  workers,
  signs,
  bankAccount,
  events,
  now,
  log,
}: LedgerDeps) {
  const hints = createBookHints({ events, now })
  const worklists = createWorklists({ db: store.db, workers, log, onCounted: hints.counted })
  const audit = createAudit({
    store,
    now,
    onRecorded(entry) {
      worklists.changed(entry.actor.userId)
      hints.recorded(entry)
    },
  })
  const ledgers = createLedgers({
    store,
    audit,
    now,
    onChanged(before, after) {
      const isOther = JSON.stringify(before.identifiers) !== JSON.stringify(after.identifiers)
      if (isOther || before.currency !== after.currency) discrepancies.ledgerChanged(after.id)
    },
  })
  const journals = createJournals({
    store,
    audit,
    ledgers,
    now,
    onChanging(actor, entryIds, how) {
      matches.dropSuggestionsOf(actor.userId, entryIds)
      if (how === 'corrected') for (const match of matches.acceptedWith(entryIds)) refreshMatch(actor.userId, match)
    },
    onChanged: (before, after) => discrepancies.booksChanged(before, after),
  })
  const runs = createRuns({ store, audit, ledgers, now })
  const discrepancies = createDiscrepancies({ store, audit, workers, now })
  const rows = itemQueries(store.db)
  const matches = createMatches({
    store,
    audit,
    ledgers,
    journals,
    runs,
    items: rows,
    now,
    onDecided(actor, match, decision, rivals) {
      refreshMatch(actor.userId, match, rivals)
      learnParties.decided(actor, match, decision)
    },
  })
  const items = createItems({
    store,
    audit,
    ledgers,
    journals,
    runs,
    matches,
    queries: rows,
    now,
    onClosed(actor, item, what) {
      discrepancies.refresh(runs.get(actor.userId, item.runId), { items: [item.id], entries: [], matches: [] })
      if (what === 'reopened') return
      proposals.closed(actor, item)
      learnClosing(actor, item)
    },
    cover: matchQueries(store.db).allocateEntry,
  })
  /** A decision concerns the entries of its match, and those of the suggestions it displaced or brought back. */
  function refreshMatch(userId: string, match: Match, rivals: readonly Match[] = []): void {
    const legs = [match, ...rivals].flatMap((each) => each.legs)
    const touched = {
      items: legs.flatMap(({ sourceEntryId }) => sourceEntryId ?? []),
      entries: legs.flatMap(({ ledgerEntryId }) => ledgerEntryId ?? []),
      matches: [match.id],
    }
    discrepancies.refresh(runs.get(userId, match.runId), touched)
  }
  const equation = createEquation({ db: store.db, ledgers })
  const closings = createClosings({
    store,
    ledgers,
    runs,
    matches,
    items,
    equation,
    workers,
    now,
    onOverridden: (run) => discrepancies.refreshWhole(run),
  })
  const splits = createSplits({ store, audit, runs, matches, items, queries: rows, now })
  const counterparties = createCounterparties({ store, audit, now })
  const learnParties = createPartyLearner({ db: store.db, audit, counterparties, allocations: matches.allocations })
  const rules = createRules({ store, audit, ledgers, now })
  const learnClosing = createClosingLearner({ db: store.db, rules })
  const proposals = createClosingProposals({ store, runs, items, rules, now, log })
  const book = createBookingMatcher({ store, ledgers, journals, runs, items, matches })
  const undo = createUndo({ store, audit, runs, matches, items, splits })
  const acceptAll = createAcceptAll({ store, runs, matches })
  const auto = createAutoMatch({
    store,
    ledgers,
    runs,
    matches,
    workers,
    now,
    log,
    onClosings: proposals.closeUnattended,
    onMatched: discrepancies.sweep,
    onPassed(actor, run, hits) {
      rules.used(new Map(hits))
      learnParties.habits(actor, run)
    },
    onProgress: (run, progress) => hints.progressed(run, 'match', progress),
  })
  /** What an automatic run goes on with when it has new lines (8). */
  function matchInBackground(actor: Actor, run: Run): void {
    if (run.mode === 'automatic')
      auto
        .run(actor, run.id, { includeRejected: false, dryRun: false })
        .catch((error: unknown) => log.warn('auto_match_failed', { run: run.id, error: messageOf(error) }))
  }
  const movements = createMovementSource({
    store,
    audit,
    ledgers,
    runs,
    matches,
    bankAccount,
    now,
    onLinesArrived: (actor, runId) => discrepancies.sweep(runs.get(actor.userId, runId)),
  })
  const mappings = createMappings({ store, audit, now })
  const sources = createSources({
    store,
    audit,
    ledgers,
    runs,
    mappings,
    signs,
    workers,
    now,
    log,
    onLinesArrived: (actor, runId, concerned) => discrepancies.arrived(runs.get(actor.userId, runId), concerned),
    onItemsChanged: (actor, runId) => discrepancies.refresh(runs.get(actor.userId, runId)),
    onManyChanged: (actor, runId) => discrepancies.sweep(runs.get(actor.userId, runId)),
    onImported: matchInBackground,
    onProgress: (run, progress) => hints.progressed(run, 'import', progress),
  })
  const verification = createVerification({ store, workers, now, onVerified: discrepancies.closedRunsChanged })
  const reports = createReports({ store, resourcesDir, ledgers, workers, now })
  const imports = createBookImports({ store, audit, ledgers, journals, workers, now })
  const listEntries = createEntryList(store)
  const context = createBookContext({ db: store.db, ledgers })

  const jobs = runJobs(store.db)
  const endJob: Readonly<Record<RunJob['kind'], (job: RunJob) => Promise<unknown>>> = {
    match: ({ actor, runId }) => auto.finish(actor, runId),
    import: sources.endImport,
    remove_file: sources.endRemoval,
    delete_run: ({ actor, runId }) => closings.endRemoval(actor, runId),
    async movements({ actor, runId }) {
      await movements.take(actor, runId)
      matchInBackground(actor, runs.get(actor.userId, runId))
    },
  }
  /** One after the other, so that a start is not slower for it. */
  async function endJobs(): Promise<void> {
    for (const job of jobs.all())
      await endJob[job.kind](job).catch((error: unknown) =>
        log.error('run_job_not_ended', { run: job.runId, kind: job.kind, error: messageOf(error) }),
      )
  }

  const routes = new OpenAPIHono<ApiEnv>()
    .route('/', runRoutes({ store, ledgers, runs, movements, onFilled: matchInBackground, removeRun: closings.remove }))
    .route('/', sourceRoutes({ store, dataDir, runs, sources, auto }))
    .route('/', notificationRoutes({ dataDir, ledgers, runs, sources, workers }))
    .route('/', previewRoutes({ dataDir, ledgers, mappings, signs, workers }))
    .route('/', autoRoutes({ ledgers, runs, auto }))
    .route('/', matchRoutes({ store, ledgers, runs, matches, acceptAll }))
    .route('/', itemRoutes({ store, ledgers, runs, items, listEntries, context }))
    .route('/', counterpartyRoutes({ store, ledgers, counterparties }))
    .route('/', rulePreviewRoutes({ store, ledgers }))
    .route('/', ruleRoutes({ store, ledgers, rules }))
    .route('/', proposalRoutes({ runs, ledgers, proposals }))
    .route('/', earlierRoutes({ store, ledgers, items }))
    .route('/', bookingRoutes({ store, ledgers, runs, items, proposals, book }))
    .route('/', splitRoutes({ ledgers, items, splits, queries: rows }))
    .route('/', searchRoutes({ ledgers, runs, items, journals, workers, now }))
    .route('/', movementSourceRoutes(movements))
    .route('/', mappingRoutes({ store, ledgers, mappings }))
    .route('/', signRoutes({ store, signs, ledgers, audit }))
    .route('/', historyRoutes({ runs, undo }))
    .route('/', discrepancyRoutes({ store, runs, discrepancies }))
    .route('/', closingRoutes({ store, ledgers, runs, closings, equation }))
    .route('/', bookImportRoutes({ store, dataDir, imports }))
    .route('/', auditRoutes({ store }))
    .route('/', verifyRoutes(verification))
    .route('/', reportRoutes({ runs, reports }))
    .route('/', postingRoutes({ ledgers, runs, listEntries }))
    .route('/', packRoutes({ store, box, runs, reports, workers }))
    .route('/', packCheckRoutes({ store, dataDir, workers }))
    .route('/', worklistRoutes({ ledgers, runs, worklists, context }))
    .route('/', statementLineRoutes({ store, ledgers, runs }))
    .route('/', suspectRoutes({ store, ledgers, runs }))
    .route('/', accountRoutes({ store, ledgers }))
    .route('/', ageingRoutes({ store, ledgers, now }))
    .route('/', journalRoutes({ ledgers, journals, listEntries, now }))
    // Last: `/v1/ledgers/{id}` would take the fixed words above for an id.
    .route('/', ledgerRoutes({ ledgers }))
  routes.all('/v1/ledgers/*', (c) => {
    throw notFound(`${c.req.method} ${c.req.path}`)
  })
  // In front of the lists, which answer the pages of a file.
  const all = new OpenAPIHono<ApiEnv>()
  all.use('/v1/ledgers/*', listExport({ lists: routes, workers }))
  all.route('/', routes)
  return {
    routes: all,
    /**
     * Clears up after a crash: interrupted imports and passes leave nothing, their runs say why they failed. What was
     * decided before is ended in the background; until then those runs are busy.
     */
    start() {
      const interrupted = runs.recover()
      for (const { id } of interrupted) dropStaged(store.db, id)
      sources.recover(interrupted)
      void endJobs()
      imports.recover().catch((error: unknown) => log.error('import_not_cleared', { error: messageOf(error) }))
    },
    /** In the background, at most once a day. */
    verifyIfDue() {
      verification.verifyIfDue().catch((error: unknown) => log.warn('books_not_verified', { error: messageOf(error) }))
    },
  }
}
