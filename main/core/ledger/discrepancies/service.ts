import { randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import { iso } from '../../time.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Finding } from '../engine/types.ts'
import { notFound, refused } from '../errors.ts'
import type { Run } from '../runs/types.ts'
import { statementRows } from '../sources/statement-list.ts'
import { findChainBreaks } from './chain.ts'
import { type Condition, conditions, findingSeverity, touchedHere } from './conditions.ts'

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
  /** Replaces what the last matching pass noticed. */
  replaceFindings(run: Run, findings: readonly Finding[]): void
  get(userId: string, id: string): DiscrepancyRow
  change(actor: Actor, id: string, change: DiscrepancyChange, version?: number): DiscrepancyRow
}

const columns = 'key, statement_id, source_entry_id, ledger_entry_id, match_id, severity, amount, facts'

/** Discrepancies are raised and cleared by condition (7): one open row per key, closed rows come back with their cause. */
export function createDiscrepancies({ store, audit, now }: { store: Store; audit: Audit; now: Clock }): Discrepancies {
  const { db } = store
  db.function('new_id', () => randomUUID())
  db.exec(
    `create temp table if not exists wanted (key text primary key, statement_id text, source_entry_id text,
       ledger_entry_id text, match_id text, severity text, amount integer, facts text) without rowid`,
  )
  const clearWanted = db.prepare('delete from temp.wanted')
  const addNew = db.prepare(
    `insert into discrepancies (id, run_id, type, status, currency, opened_at, ${columns})
     select new_id(), @run, @type, 'open', @currency, @at, @type || ':' || w.key, w.statement_id, w.source_entry_id,
       w.ledger_entry_id, w.match_id, w.severity, w.amount, w.facts
     from temp.wanted w
     where not exists (select 1 from discrepancies d where d.run_id = @run and d.key = @type || ':' || w.key)`,
  )
  const update = db.prepare(
    `update discrepancies set severity = w.severity, amount = w.amount, facts = w.facts, version = version + 1
     from temp.wanted w
     where discrepancies.run_id = @run and discrepancies.key = @type || ':' || w.key and discrepancies.status <> 'closed'
       and (discrepancies.severity <> w.severity or discrepancies.amount is not w.amount or discrepancies.facts <> w.facts)`,
  )
  // What a person accepted as it is stays closed unless its amount changes.
  const reopen = db.prepare(
    `update discrepancies set status = 'open', severity = w.severity, amount = w.amount, facts = w.facts, closed_at = null,
       closed_reason = null, closed_by = null, opened_at = @at, version = version + 1
     from temp.wanted w
     where discrepancies.run_id = @run and discrepancies.key = @type || ':' || w.key and discrepancies.status = 'closed'
       and (discrepancies.closed_reason in ('resolved', 'superseded') or discrepancies.amount is not w.amount)`,
  )
  const closing = (limit: string) =>
    `update discrepancies set status = 'closed', closed_at = @at, closed_reason = @reason, closed_by = 'engine',
       version = version + 1
     where run_id = @run and type = @type and status <> 'closed' ${limit}
       and not exists (select 1 from temp.wanted w where discrepancies.key = @type || ':' || w.key)`
  const closeGone = db.prepare(closing(''))
  // The key of what concerns one item, entry or match is its id.
  const closeTouched = db.prepare(
    closing(`and discrepancies.key in (select @type || ':' || value from json_each(@ids))`),
  )
  const fill = new Map(
    conditions.map((condition) => [
      condition,
      {
        all: db.prepare(`insert or ignore into temp.wanted (${columns}) ${condition.sql}`),
        touched:
          condition.subject &&
          db.prepare(`insert or ignore into temp.wanted (${columns}) ${touchedSql(condition.sql, condition.subject)}`),
      },
    ]),
  )
  const want = db.prepare(
    `insert or ignore into temp.wanted (${columns})
     values (@key, @statement, @item, @entry, null, @severity, @amount, @facts)`,
  )
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
  const findingTypes = JSON.stringify(Object.keys(findingSeverity))

  const idsFor = (subject: NonNullable<Condition['subject']>, touched: Touched) =>
    JSON.stringify({ item: touched.items, entry: touched.entries, match: touched.matches }[subject])

  function settle(type: string, run: Run, reason: string): void {
    const row = { run: run.id, type, currency: run.currency, at: now() }
    addNew.run(row)
    update.run({ run: run.id, type })
    reopen.run({ run: run.id, type, at: row.at })
    closeGone.run({ run: run.id, type, at: row.at, reason })
  }

  function settleChain(run: Run): void {
    const breaks = findChainBreaks(statements.ofLedger(run.ledgerId))
    for (const type of ['statement_gap', 'statement_overlap'] as const) {
      clearWanted.run()
      for (const found of breaks)
        if (found.type === type && found.runId === run.id)
          want.run({
            key: found.statementId,
            statement: found.statementId,
            item: null,
            entry: null,
            severity: 'critical',
            amount: found.amount,
            facts: JSON.stringify(found.facts),
          })
      settle(type, run, 'resolved')
    }
  }

  return {
    refresh: (run, touched) =>
      store.write(() => {
        const span = { run: run.id, ledger: run.ledgerId, now: iso(now()).slice(0, 10), end: run.periodTo }
        for (const condition of conditions) {
          if (touched && condition.subject === null) continue
          clearWanted.run()
          const isDue = !condition.afterPass || run.settings !== null
          if (!touched || condition.subject === null) {
            if (isDue) fill.get(condition)?.all.run(named(condition.sql, span))
            settle(condition.type, run, 'resolved')
            continue
          }
          const ids = idsFor(condition.subject, touched)
          if (isDue) fill.get(condition)?.touched?.run({ ...named(condition.sql, span), ids })
          const row = { run: run.id, type: condition.type, at: now() }
          addNew.run({ ...row, currency: run.currency })
          update.run({ run: run.id, type: condition.type })
          reopen.run(row)
          closeTouched.run({ ...row, reason: 'resolved', ids })
        }
        if (!touched) settleChain(run)
        const settled = { run: run.id, at: now(), types: findingTypes }
        if (touched)
          settleTouched.run({
            ...settled,
            items: JSON.stringify(touched.items),
            entries: JSON.stringify(touched.entries),
          })
        else settleFindings.run(settled)
      }),
    replaceFindings: (run, findings) =>
      store.write(() => {
        for (const [type, severity] of Object.entries(findingSeverity)) {
          clearWanted.run()
          for (const finding of findings)
            if (finding.type === type)
              want.run({
                key: `${finding.itemId ?? ''}:${finding.entryId ?? ''}`,
                statement: null,
                item: finding.itemId,
                entry: finding.entryId,
                severity,
                amount: finding.amount,
                facts: JSON.stringify(finding.facts),
              })
          settle(type, run, 'superseded')
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

/**
 * A condition for some ids only. The plus signs keep the search from any other index than that of the ids: by run or ledger
 * it would look at every line.
 */
const touchedSql = (sql: string, subject: NonNullable<Condition['subject']>): string =>
  sql
    .replace(
      /\b(where|and) ([iem]\.(?:run_id|ledger_id|match_status|bank_status|status|booking_date|parent_entry_id)) /g,
      '$1 +$2 ',
    )
    .replace(`and ${touchedHere}`, `and ${alias[subject]}.id in (select value from json_each(@ids))`)
const alias = { item: 'i', entry: 'e', match: 'm' } as const

/** Only the parameters a query names: a prepared statement refuses others. */
const named = (sql: string, values: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`)))
