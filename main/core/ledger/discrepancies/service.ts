import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import { computerZone } from '../../time.ts'
import { dayAt } from '../../zoned-days.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { ChangedRun } from '../audit/verify/closed-runs.ts'
import type { Finding } from '../engine/types.ts'
import { notFound, refused } from '../errors.ts'
import type { Run } from '../runs/types.ts'
import { statementRows } from '../sources/statement-list.ts'
import { findChainBreaks } from './chain.ts'
import { conditions, findingSeverity } from './conditions.ts'
import { createPassed } from './passed.ts'
import { createWanted } from './wanted.ts'

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

export interface DiscrepancyChange {
  readonly status?: 'open' | 'in_review' | 'closed' | undefined
  readonly note?: string | null | undefined
  readonly assignee?: string | null | undefined
  readonly closedReason?: 'resolved' | 'accepted_as_is' | 'false_alarm' | 'superseded' | undefined
}

export interface Discrepancies {
  /** Looks at every condition of a run again; `touched` limits it to what a decision concerned. */
  refresh(run: Run, touched?: Touched): void
  /** After a matching pass: replaces what the last one noticed and looks at every condition, in slices. */
  passed(run: Run, findings: readonly Finding[]): Promise<void>
  /** What the check of the books found of closed runs: all of them, so that others are in order again. */
  closedRunsChanged(found: readonly ChangedRun[]): void
  get(userId: string, id: string): DiscrepancyRow
  change(actor: Actor, id: string, change: DiscrepancyChange, version?: number): DiscrepancyRow
}

/** Discrepancies are raised and cleared by condition (7): one open row per key, closed rows come back with their cause. */
export function createDiscrepancies({ store, audit, now }: { store: Store; audit: Audit; now: Clock }): Discrepancies {
  const { db } = store
  const wanted = createWanted({ db, now })
  const statements = statementRows(db)
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
     where ${among} run_id = @run and status <> 'closed' and type in (select value from json_each(@types))
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
  const findingTypes = JSON.stringify(Object.keys(findingSeverity))

  const spanOf = (run: Run) => ({
    run: run.id,
    ledger: run.ledgerId,
    now: dayAt(now(), computerZone()),
    end: run.periodTo,
  })

  function settleChain(run: Run): void {
    const breaks = findChainBreaks(statements.ofLedger(run.ledgerId)).filter(({ runId }) => runId === run.id)
    for (const type of ['statement_gap', 'statement_overlap'] as const)
      wanted.settle(
        type,
        run,
        breaks
          .filter((found) => found.type === type)
          .map(({ statementId, amount, facts }) => ({
            key: statementId,
            statement: statementId,
            severity: 'critical',
            amount,
            facts,
          })),
      )
  }

  function settleWhole(run: Run): void {
    for (const condition of conditions) if (condition.subject === null) wanted.settleAll(condition, run, spanOf(run))
    settleChain(run)
  }

  function settleTouchedOf(run: Run, touched: Touched): void {
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

  return {
    refresh: (run, touched) =>
      store.write(() => {
        if (touched) return settleTouchedOf(run, touched)
        for (const condition of conditions)
          if (condition.subject !== null) wanted.settleAll(condition, run, spanOf(run))
        settleWhole(run)
        settleFindings.run({ run: run.id, at: now(), types: findingTypes })
      }),
    passed: createPassed({ store, wanted, settleTouched: settleTouchedOf, settleWhole }),
    closedRunsChanged: (found) =>
      store.write(() => {
        const changed = new Map(found.map(({ runId, ...facts }) => [runId, facts]))
        for (const run of closedRuns.all(JSON.stringify([...changed.keys()]))) {
          const facts = changed.get(run.id)
          wanted.settle('closed_period_changed', run, facts ? [{ key: run.id, severity: 'critical', facts }] : [])
        }
      }),
    get(userId, id) {
      const row = byId.get(userId, id)
      if (!row) throw notFound(`Discrepancy ${id}`)
      return row
    },
    change: (actor, id, change, version) =>
      store.write(() => {
        const before = byId.get(actor.userId, id)
        if (!before) throw notFound(`Discrepancy ${id}`)
        if (version !== undefined && version !== before.version)
          throw refused('version_conflict', 'The discrepancy was changed meanwhile. Look at it again.', {
            current: before,
          })
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
