import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import { inSlices } from '../../slices.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { ChangedRun } from '../audit/verify/closed-runs.ts'
import { ledgerFamily } from '../books/family.ts'
import type { Entry } from '../books/types.ts'
import { notFound } from '../errors.ts'
import { runJobs } from '../runs/run-jobs.ts'
import type { Run } from '../runs/types.ts'
import { createClosedBooks } from './closed-books.ts'
import { createJudge, type Touched } from './judge.ts'
import { findingsOf, type SweepInput } from './sweep-task.ts'

export interface DiscrepancyRow {
  readonly id: string
  readonly run_id: string
  readonly statement_id: string | null
  readonly source_entry_id: string | null
  readonly ledger_entry_id: string | null
  readonly match_id: string | null
  readonly type: string
  readonly severity: 'info' | 'warning' | 'critical'
  readonly status: 'open' | 'in_review' | 'closed'
  readonly amount: number | null
  readonly currency: string | null
  readonly facts: string
  readonly assignee: string | null
  readonly note: string | null
  readonly opened_at: number
  readonly closed_at: number | null
  readonly closed_reason: string | null
  readonly closed_by: string | null
  readonly version: number
}

/** Lines and open entries below which starting a thread costs more than it saves. */
const fewRows = 1000

export interface DiscrepancyChange {
  readonly status?: 'open' | 'in_review' | 'closed' | undefined
  readonly note?: string | null | undefined
  readonly assignee?: string | null | undefined
  readonly closedReason?: 'resolved' | 'accepted_as_is' | 'false_alarm' | 'superseded' | undefined
}

export interface Discrepancies {
  /** Looks at every condition of a run again; `touched` limits it to what a decision concerned. */
  refresh(run: Run, touched?: Touched): void
  /** What concerns a run's files and statements as a whole; few rows, however many lines the run has. */
  refreshWhole(run: Run): void
  /**
   * Looks at every condition of a run again, some at a time; nobody waits for it. Findings of a matching pass that is
   * being ended replace those of the last.
   */
  sweep(run: Run): Promise<void>
  /** Lines came into a run: looks at those that are concerned (`concernedItems`), or at each of the run, in slices. */
  arrived(run: Run, concerned: readonly string[] | null): Promise<void>
  /** The accounts or the currency of a ledger changed: what its open runs hold may be of another one now. */
  ledgerChanged(ledgerId: string): void
  /** Entries were booked, corrected or removed; closed runs that showed other books than these are told (7). */
  booksChanged(before: readonly Entry[], after: readonly Entry[]): void
  /** What the check of the books found of closed runs: all of them, so that others are in order again. */
  closedRunsChanged(found: readonly ChangedRun[]): void
  get(userId: string, id: string): DiscrepancyRow
  change(actor: Actor, id: string, change: DiscrepancyChange): DiscrepancyRow
}

/** Discrepancies are raised and cleared by condition (7): one open row per key, closed rows come back with their cause. */
export function createDiscrepancies(deps: {
  store: Store
  audit: Audit
  workers: Pick<Workers, 'run'>
  now: Clock
}): Discrepancies {
  const { store, audit, workers, now } = deps
  const { db } = store
  const judge = createJudge({ store, now })
  const { wanted, refresh, settleWhole } = judge
  const byId = db.prepare<[string, string], DiscrepancyRow>(
    'select d.* from discrepancies d join reconciliation_runs r on r.id = d.run_id where r.user_id = ? and d.id = ?',
  )
  const write = db.prepare(
    `update discrepancies set status = @status, note = @note, assignee = @assignee, closed_at = @closedAt,
       closed_reason = @closedReason, closed_by = @closedBy, version = version + 1 where id = @id`,
  )
  const closedRuns = db.prepare<[string], { id: string; currency: string }>(
    `select r.id, r.currency from reconciliation_runs r
     where r.id in (select value from json_each(?)) or exists (select 1 from discrepancies d
       where d.run_id = r.id and d.key = 'closed_period_changed:' || r.id and d.status <> 'closed')`,
  )
  const isLarge = db
    .prepare<{ run: string; ledger: string; end: string | null }, number>(
      `select (select count(*) from (select 1 from source_entries where run_id = @run limit ${fewRows}))
         + (select count(*) from (select 1 from ledger_entries where ledger_id in (${ledgerFamily('@ledger')})
           and signed <> allocated and booking_date <= @end limit ${fewRows})) >= ${fewRows}`,
    )
    .pluck()
  const jobs = runJobs(db)

  const refreshWhole = (run: Run) => store.write(() => settleWhole(run))

  /** A large run is looked at in a thread: the window waits for none of it. */
  async function sweep(run: Run): Promise<void> {
    if (isLarge.get({ run: run.id, ledger: run.ledgerId, end: run.periodTo }) === 1) {
      const { id, currency, ledgerId, periodTo, settings } = run
      const input: SweepInput = { run: { id, currency, ledgerId, periodTo, settings }, at: now() }
      await workers.run('ledger.sweep', input)
    } else await judge.sweep(run, findingsOf(jobs, run.id))
  }

  return {
    refresh,
    refreshWhole,
    sweep,
    async arrived(run, concerned) {
      // After a pass every new line is one that is missing, until a match says otherwise.
      if (concerned === null || run.settings !== null) return sweep(run)
      const look = (items: readonly string[]) => refresh(run, { items, entries: [], matches: [] })
      await inSlices(concerned, (id) => id, look, { stopped: () => false })
      refreshWhole(run)
    },
    ledgerChanged: (ledgerId) => store.write(() => judge.settleLedger(ledgerId)),
    booksChanged: createClosedBooks({ db, wanted }),
    closedRunsChanged: (found) =>
      store.write(() => {
        const changed = new Map(found.map(({ runId, ...facts }) => [runId, facts]))
        for (const run of closedRuns.all(JSON.stringify([...changed.keys()]))) {
          const facts = changed.get(run.id)
          wanted.settleOne('closed_period_changed', run, run.id, facts ? { severity: 'critical', facts } : null)
        }
      }),
    get(userId, id) {
      const row = byId.get(userId, id)
      if (!row) throw notFound(`Discrepancy ${id}`)
      return row
    },
    change: (actor, id, change) =>
      store.write(() => {
        const before = byId.get(actor.userId, id)
        if (!before) throw notFound(`Discrepancy ${id}`)
        const status = change.status ?? before.status
        const closes = status === 'closed'
        const after = {
          id,
          status,
          note: change.note === undefined ? before.note : change.note,
          assignee: change.assignee === undefined ? before.assignee : change.assignee,
          closedAt: closes ? (before.closed_at ?? now()) : null,
          closedReason: closes ? (change.closedReason ?? before.closed_reason ?? 'accepted_as_is') : null,
          closedBy: closes ? (before.closed_by ?? actor.name) : null,
        }
        const isSame =
          after.status === before.status &&
          after.note === before.note &&
          after.assignee === before.assignee &&
          after.closedReason === before.closed_reason
        if (isSame) return before
        write.run(after)
        const row = byId.get(actor.userId, id) ?? before
        audit.record({
          actor,
          entity: 'discrepancy',
          entityId: id,
          runId: before.run_id,
          action: status,
          before,
          after: row,
        })
        return row
      }),
  }
}
