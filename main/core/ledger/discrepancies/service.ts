import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import { inSlices } from '../../slices.ts'
import { localDay } from '../../time.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { ChangedRun } from '../audit/verify/closed-runs.ts'
import type { Entry } from '../books/types.ts'
import type { Finding } from '../engine/types.ts'
import { notFound } from '../errors.ts'
import type { Run } from '../runs/types.ts'
import { statementRows } from '../sources/statement-list.ts'
import { chainTypes, findChainBreaks } from './chain.ts'
import { createClosedBooks } from './closed-books.ts'
import { conditions, findingSeverity } from './conditions.ts'
import { createSweep } from './sweep.ts'
import { createTransfers } from './transfers.ts'
import { createWanted, type JudgedRun } from './wanted.ts'
import { createWidening } from './widening.ts'

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

/** What a decision touched; conditions that concern nothing of it are not looked at again. */
export interface Touched {
  readonly items: readonly string[]
  readonly entries: readonly string[]
  readonly matches: readonly string[]
}

const byType = (isWhole: boolean) =>
  Map.groupBy(
    conditions.filter(({ subject }) => (subject === null) === isWhole),
    ({ type }) => type,
  )
const wholeTypes = byType(true)
const singleTypes = byType(false)

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
  /** Looks at every condition of a run again, in slices. Findings of a matching pass replace those of the last. */
  sweep(run: Run, findings: readonly Finding[] | null): Promise<void>
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
export function createDiscrepancies({ store, audit, now }: { store: Store; audit: Audit; now: Clock }): Discrepancies {
  const { db } = store
  const wanted = createWanted({ db, now })
  const statements = statementRows(db)
  const widen = createWidening(db)
  const byId = db.prepare<[string, string], DiscrepancyRow>(
    'select d.* from discrepancies d join reconciliation_runs r on r.id = d.run_id where r.user_id = ? and d.id = ?',
  )
  const write = db.prepare(
    `update discrepancies set status = @status, note = @note, assignee = @assignee, closed_at = @closedAt,
       closed_reason = @closedReason, closed_by = @closedBy, version = version + 1 where id = @id`,
  )
  // A finding about a settled item has nothing more to say.
  const settling = (among: string) => `update discrepancies set status = 'closed', closed_at = @at,
       closed_reason = 'resolved', closed_by = 'engine', version = version + 1
     where ${among} run_id = @run and status <> 'closed' and match_id is null
       and type in (select value from json_each(@types))
       and (exists (select 1 from source_entries i where i.id = discrepancies.source_entry_id
           and i.match_status in ('matched', 'closed'))
         or exists (select 1 from ledger_entries e where e.id = discrepancies.ledger_entry_id
           and e.allocated = e.signed))`
  const settleFindings = db.prepare(settling(''))
  const settleTouched = db.prepare(
    settling(`id in (select d.id from json_each(@items) x cross join discrepancies d on d.source_entry_id = x.value
      union select d.id from json_each(@entries) x cross join discrepancies d on d.ledger_entry_id = x.value) and +`),
  )
  const closedRuns = db.prepare<[string], { id: string; currency: string }>(
    `select r.id, r.currency from reconciliation_runs r
     where r.id in (select value from json_each(?)) or exists (select 1 from discrepancies d
       where d.run_id = r.id and d.key = 'closed_period_changed:' || r.id and d.status <> 'closed')`,
  )
  const transfers = createTransfers({ db, now })
  const findingTypes = JSON.stringify(Object.keys(findingSeverity))

  const openRuns = db.prepare<[string], JudgedRun>(
    `select id, currency, ledger_id as ledgerId, period_to as periodTo, settings from reconciliation_runs
     where ledger_id = ? and status <> 'closed'`,
  )

  const spanOf = (run: JudgedRun) => ({
    run: run.id,
    ledger: run.ledgerId,
    now: localDay(now()),
    end: run.periodTo,
  })

  /** What one run brings may be missing in another. */
  function settleChain(ledgerId: string): void {
    const breaks = findChainBreaks(statements.ofLedger(ledgerId))
    for (const run of openRuns.all(ledgerId))
      for (const type of chainTypes)
        wanted.settle(
          type,
          run,
          breaks
            .filter((found) => found.runId === run.id && found.type === type)
            .map(({ statementId, severity, amount = null, facts }) => ({
              key: statementId,
              statement: statementId,
              severity,
              amount,
              facts,
            })),
        )
  }

  function settleWhole(run: JudgedRun): void {
    for (const [type, ofType] of wholeTypes) wanted.settleAll(type, ofType, run, spanOf(run))
    settleChain(run.ledgerId)
    transfers.arrived(run)
  }

  function settleTouchedOf(run: JudgedRun, only: Touched): void {
    const touched = { ...only, items: widen.items(only.items) }
    const idsOf = { item: touched.items, entry: touched.entries, match: touched.matches }
    for (const condition of conditions)
      if (condition.subject !== null && idsOf[condition.subject].length > 0)
        wanted.settleSome(condition, run, spanOf(run), idsOf[condition.subject])
    settleTouched.run({
      run: run.id,
      at: now(),
      types: findingTypes,
      items: JSON.stringify(touched.items),
      entries: JSON.stringify(touched.entries),
    })
  }

  const refresh: Discrepancies['refresh'] = (run, touched) =>
    store.write(() => {
      if (touched) {
        settleTouchedOf(run, touched)
        for (const other of widen.otherRuns(run.id, touched)) settleTouchedOf(other, { ...touched, matches: [] })
        return
      }
      for (const [type, ofType] of singleTypes) wanted.settleAll(type, ofType, run, spanOf(run))
      settleWhole(run)
      settleFindings.run({ run: run.id, at: now(), types: findingTypes })
    })
  const refreshWhole = (run: Run) => store.write(() => settleWhole(run))
  const sweep = createSweep({ store, wanted, settleTouched: settleTouchedOf, settleWhole })

  return {
    refresh,
    refreshWhole,
    sweep,
    async arrived(run, concerned) {
      // After a pass every new line is one that is missing, until a match says otherwise.
      if (concerned === null || run.settings !== null) return sweep(run, null)
      const look = (items: readonly string[]) => refresh(run, { items, entries: [], matches: [] })
      await inSlices(concerned, (id) => id, look, { stopped: () => false })
      refreshWhole(run)
    },
    ledgerChanged: (ledgerId) =>
      store.write(() => {
        for (const run of openRuns.all(ledgerId)) settleWhole(run)
      }),
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
