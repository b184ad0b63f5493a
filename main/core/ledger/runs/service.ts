import { createHash, randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest, notFound, refused } from '../errors.ts'
import { runQueries } from './run-queries.ts'
import { type StatementSummary, statementSummary } from './statement-summary.ts'
import type { Run, RunCounts, RunFailure, RunMode, RunStatus } from './types.ts'

export interface NewRun {
  /** Id, code or number. */
  readonly ledger: string
  readonly mode: RunMode
  readonly sourceType: 'upload' | 'movements'
  readonly accountId?: string | null | undefined
  readonly idempotencyKey?: string | null | undefined
  readonly note?: string | null | undefined
  readonly periodFrom?: string | null | undefined
  readonly periodTo?: string | null | undefined
}

export interface Runs {
  /** 409 `idempotency_key_reused` for a known key with another body. `isNew` is false for a repetition. */
  create(actor: Actor, input: NewRun): { run: Run; isNew: boolean }
  /** Throws 404. */
  get(userId: string, id: string): Run
  counts(id: string): RunCounts
  /** The newest run of a ledger that is not closed. */
  openOf(ledgerId: string): Run | null
  setNote(actor: Actor, id: string, note: string | null): Run
  /** Changes fields and records it; the caller checked that the run may change. */
  change(actor: Actor, run: Run, fields: Partial<Run>, action: string, reason?: string): Run
  /** The first decision takes a run out of `pending` (8). */
  decided(actor: Actor, id: string): void
  remove(actor: Actor, run: Run): void
  /** Work of the run's own job: it may change the run although that is busy. The work ends before this returns. */
  asJob<T>(id: string, work: () => T): T
  /** Throws 409 `run_closed` or `run_busy`; what every write on a run asks first. */
  checkOpen(run: Run): void
  /** Marks the run busy; throws as `checkOpen`. Answers the status before. */
  begin(actor: Actor, id: string): { run: Run; before: RunStatus }
  /** Ends a job; `status` null goes back to `pending`, or `completed` where matching or a decision has happened. */
  end(actor: Actor, id: string, outcome: { status: RunStatus; failure?: RunFailure | null; fields?: Partial<Run> }): Run
  /** Period, balances and proof out of the run's statements. */
  refresh(actor: Actor, id: string): Run
  /** Runs whose job ended with the program before it was decided become failed `interrupted`. */
  recover(): Run[]
  lastClosed(ledgerId: string): string | null
  closedAfter(ledgerId: string, at: number): { id: string; note: string | null } | null
}

/** A run over movements was asked for its days; without a statement nothing proves it. */
const ownPeriod = (run: Run, found: StatementSummary): StatementSummary => ({
  ...found,
  periodFrom: run.periodFrom,
  periodTo: run.periodTo,
  proofStatus: found.proofStatus ?? 'not_provable',
})

/** Where a run stands whose import is over: completed from its first matching pass or decision on (8). */
export const settledStatus = (run: Run) =>
  run.settings === null && run.completedAt === null ? ('pending' as const) : ('completed' as const)

/** The life of runs (3.3, 8). Jobs, matches and closing use it; nobody else writes `reconciliation_runs`. */
export function createRuns(deps: { store: Store; audit: Audit; ledgers: Ledgers; now: Clock }): Runs {
  const { store, audit, ledgers, now } = deps
  const queries = runQueries(store.db)
  const summary = statementSummary(store.db)

  const get = (userId: string, id: string): Run => {
    const run = queries.byId(userId, id)
    if (!run) throw notFound(`Run ${id}`)
    return run
  }
  let atWork: string | null = null
  const checkOpen = (run: Run): void => {
    if (run.status === 'closed')
      throw refused('run_closed', 'The run is closed. Reopen it with a reason to change anything.')
    if (run.status === 'running' && run.id !== atWork)
      throw refused(
        'run_busy',
        'An import or a matching pass of this run is under way. Wait for it to end, or cancel it.',
      )
  }
  const change: Runs['change'] = (actor, run, fields, action, reason) =>
    store.write(() => {
      const after: Run = { ...run, ...fields, version: run.version + 1, modifiedAt: now(), modifiedBy: actor.name }
      queries.update(after)
      audit.record({
        actor,
        entity: 'run',
        entityId: run.id,
        runId: run.id,
        action,
        before: run,
        after,
        reason: reason ?? null,
      })
      return after
    })

  return {
    get,
    counts: queries.counts,
    openOf: queries.openOfLedger,
    asJob(id, work) {
      const before = atWork
      atWork = id
      try {
        return work()
      } finally {
        atWork = before
      }
    },
    checkOpen,
    change,
    lastClosed: queries.lastClosed,
    closedAfter: queries.closedAfter,
    create: (actor, input) =>
      store.write(() => {
        const ledger = ledgers.find(actor.userId, input.ledger)
        const period = [input.periodFrom ?? null, input.periodTo ?? null]
        const body = [input.mode, input.sourceType, input.accountId ?? null, input.note ?? null, ...period]
        const requestHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
        const known = input.idempotencyKey ? queries.byKey(ledger.id, input.idempotencyKey) : null
        if (known && known.requestHash !== requestHash)
          throw refused(
            'idempotency_key_reused',
            'This idempotency key belongs to a run that was created with another body. Use a new key.',
            { run_id: known.id },
          )
        if (known) return { run: known, isNew: false }
        if (!ledger.active || !ledger.isReconcilable)
          throw invalidRequest(
            `Ledger ${ledger.code} cannot be reconciled: it is switched off, or not marked as reconcilable.`,
            { ledger_id: 'must be an active, reconcilable ledger' },
          )
        const at = now()
        const run: Run = {
          id: randomUUID(),
          userId: actor.userId,
          ledgerId: ledger.id,
          mode: input.mode,
          sourceType: input.sourceType,
          status: 'pending',
          idempotencyKey: input.idempotencyKey ?? null,
          requestHash,
          note: input.note ?? null,
          accountId: input.accountId ?? null,
          currency: ledger.currency,
          periodFrom: input.periodFrom ?? null,
          periodTo: input.periodTo ?? null,
          openingBalance: null,
          closingBalance: null,
          proofStatus: null,
          proofDifference: null,
          proofOverride: null,
          settings: null,
          startedAt: null,
          completedAt: null,
          closedAt: null,
          closedBy: null,
          closeStatement: null,
          failure: null,
          carriedFromRunId: queries.lastClosed(ledger.id),
          version: 1,
          createdAt: at,
          modifiedAt: at,
          createdBy: actor.name,
          modifiedBy: actor.name,
        }
        queries.insert(run)
        audit.record({ actor, entity: 'run', entityId: run.id, runId: run.id, action: 'create', after: run })
        return { run, isNew: true }
      }),
    setNote: (actor, id, note) =>
      store.write(() => {
        const run = get(actor.userId, id)
        if (run.status === 'closed') checkOpen(run)
        return run.note === note ? run : change(actor, run, { note }, 'note')
      }),
    decided(actor, id) {
      const run = get(actor.userId, id)
      if (run.status === 'pending' || run.status === 'failed')
        change(actor, run, { status: 'completed', completedAt: now() }, 'decide')
    },
    remove: (actor, run) =>
      store.write(() => {
        queries.remove(run.id)
        audit.record({ actor, entity: 'run', entityId: run.id, runId: run.id, action: 'delete', before: run })
      }),
    begin: (actor, id) =>
      store.write(() => {
        const run = get(actor.userId, id)
        checkOpen(run)
        return {
          run: change(actor, run, { status: 'running', startedAt: now(), failure: null }, 'begin'),
          before: run.status,
        }
      }),
    end: (actor, id, { status, failure, fields }) =>
      store.write(() => {
        const completedAt = status === 'completed' ? { completedAt: now() } : {}
        return change(
          actor,
          get(actor.userId, id),
          { ...completedAt, ...fields, status, failure: failure ?? null },
          status === 'failed' ? 'fail' : 'end',
        )
      }),
    refresh: (actor, id) =>
      store.write(() => {
        const run = get(actor.userId, id)
        const found = run.sourceType === 'movements' ? ownPeriod(run, summary(id)) : summary(id)
        const isSame = Object.entries(found).every(([name, value]) => run[name as keyof Run] === value)
        return isSame ? run : change(actor, run, found, 'refresh')
      }),
    recover: () =>
      store.write(() =>
        queries.interrupted().map((run) =>
          change(
            { userId: run.userId, name: 'engine' },
            run,
            {
              status: 'failed',
              failure: {
                code: 'interrupted',
                message:
                  'The program ended while this run was working. Nothing that was decided is lost. Send the file, or start the matching, again.',
              },
            },
            'recover',
          ),
        ),
      ),
  }
}
