import type { Database } from '../../db/open.ts'
import type { Run, RunCounts, RunFailure, RunMode, RunStatus } from './types.ts'

export interface RunRow {
  readonly id: string
  readonly user_id: string
  readonly ledger_id: string
  readonly mode: RunMode
  readonly source_type: 'upload' | 'movements'
  readonly status: RunStatus
  readonly idempotency_key: string | null
  readonly request_hash: string | null
  readonly note: string | null
  readonly account_id: string | null
  readonly currency: string
  readonly period_from: string | null
  readonly period_to: string | null
  readonly opening_balance: number | null
  readonly closing_balance: number | null
  readonly proof_status: 'proved' | 'not_proved' | 'not_provable' | null
  readonly proof_difference: number | null
  readonly proof_override: string | null
  readonly settings: string | null
  readonly started_at: number | null
  readonly completed_at: number | null
  readonly closed_at: number | null
  readonly closed_by: string | null
  readonly close_statement: string | null
  readonly failure: string | null
  readonly carried_from_run_id: string | null
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
  readonly created_by: string
  readonly modified_by: string
}

export const toRun = (row: RunRow): Run => ({
  id: row.id,
  userId: row.user_id,
  ledgerId: row.ledger_id,
  mode: row.mode,
  sourceType: row.source_type,
  status: row.status,
  idempotencyKey: row.idempotency_key,
  requestHash: row.request_hash,
  note: row.note,
  accountId: row.account_id,
  currency: row.currency,
  periodFrom: row.period_from,
  periodTo: row.period_to,
  openingBalance: row.opening_balance,
  closingBalance: row.closing_balance,
  proofStatus: row.proof_status,
  proofDifference: row.proof_difference,
  proofOverride: row.proof_override,
  settings: row.settings === null ? null : (JSON.parse(row.settings) as Run['settings']),
  startedAt: row.started_at,
  completedAt: row.completed_at,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  closeStatement: row.close_statement,
  failure: row.failure === null ? null : (JSON.parse(row.failure) as RunFailure),
  carriedFromRunId: row.carried_from_run_id,
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  createdBy: row.created_by,
  modifiedBy: row.modified_by,
})

const toRow = (run: Run): RunRow => ({
  id: run.id,
  user_id: run.userId,
  ledger_id: run.ledgerId,
  mode: run.mode,
  source_type: run.sourceType,
  status: run.status,
  idempotency_key: run.idempotencyKey,
  request_hash: run.requestHash,
  note: run.note,
  account_id: run.accountId,
  currency: run.currency,
  period_from: run.periodFrom,
  period_to: run.periodTo,
  opening_balance: run.openingBalance,
  closing_balance: run.closingBalance,
  proof_status: run.proofStatus,
  proof_difference: run.proofDifference,
  proof_override: run.proofOverride,
  settings: run.settings && JSON.stringify(run.settings),
  started_at: run.startedAt,
  completed_at: run.completedAt,
  closed_at: run.closedAt,
  closed_by: run.closedBy,
  close_statement: run.closeStatement,
  failure: run.failure && JSON.stringify(run.failure),
  carried_from_run_id: run.carriedFromRunId,
  version: run.version,
  created_at: run.createdAt,
  modified_at: run.modifiedAt,
  created_by: run.createdBy,
  modified_by: run.modifiedBy,
})

const fixed = ['id', 'user_id', 'ledger_id', 'source_type', 'created_at', 'created_by']
const changing = [
  'mode',
  'status',
  'idempotency_key',
  'request_hash',
  'note',
  'account_id',
  'currency',
  'period_from',
  'period_to',
  'opening_balance',
  'closing_balance',
  'proof_status',
  'proof_difference',
  'proof_override',
  'settings',
  'started_at',
  'completed_at',
  'closed_at',
  'closed_by',
  'close_statement',
  'failure',
  'carried_from_run_id',
  'version',
  'modified_at',
  'modified_by',
]

export function runQueries(db: Database) {
  const all = [...fixed, ...changing]
  const insert = db.prepare(
    `insert into reconciliation_runs (${all.join(', ')}) values (${all.map((name) => `@${name}`).join(', ')})`,
  )
  const update = db.prepare(
    `update reconciliation_runs set ${changing.map((name) => `${name} = @${name}`).join(', ')} where id = @id`,
  )
  const byId = db.prepare<[string, string], RunRow>('select * from reconciliation_runs where user_id = ? and id = ?')
  const byKey = db.prepare<[string, string], RunRow>(
    'select * from reconciliation_runs where ledger_id = ? and idempotency_key = ?',
  )
  const lastClosed = db
    .prepare<[string], string>(
      `select id from reconciliation_runs where ledger_id = ? and status = 'closed' order by closed_at desc limit 1`,
    )
    .pluck()
  const closedAfter = db.prepare<[string, number], { id: string; note: string | null }>(
    `select id, note from reconciliation_runs where ledger_id = ? and status = 'closed' and closed_at > ?
     order by closed_at desc limit 1`,
  )
  const openOfLedger = db.prepare<[string], RunRow>(
    `select * from reconciliation_runs where ledger_id = ? and status <> 'closed' order by created_at desc limit 1`,
  )
  const remove = db.prepare('delete from reconciliation_runs where id = ?')
  const itemCounts = db.prepare<[string], { match_status: string; n: number }>(
    `select match_status, count(*) as n from items
     where run_id = ? and parent_entry_id is null and bank_status = 'booked' group by match_status`,
  )
  const matchCounts = db.prepare<[string], { status: string; n: number }>(
    `select status, count(*) as n from ledger_matches where run_id = ? and status <> 'staged' group by status`,
  )
  const discrepancyCounts = db.prepare<[string], { severity: string; n: number }>(
    `select severity, count(*) as n from discrepancies where run_id = ? and status <> 'closed' group by severity`,
  )
  const optional = (row: RunRow | undefined) => (row ? toRun(row) : null)
  return {
    insert: (run: Run) => insert.run(toRow(run)),
    update: (run: Run) => update.run(toRow(run)),
    byId: (userId: string, id: string) => optional(byId.get(userId, id)),
    byKey: (ledgerId: string, key: string) => optional(byKey.get(ledgerId, key)),
    lastClosed: (ledgerId: string) => lastClosed.get(ledgerId) ?? null,
    closedAfter: (ledgerId: string, at: number) => closedAfter.get(ledgerId, at) ?? null,
    openOfLedger: (ledgerId: string) => optional(openOfLedger.get(ledgerId)),
    /** Busy without a job that was decided (`runJobs`, which older files do not have). */
    interrupted: () =>
      db
        .prepare<[], RunRow>(
          `select * from reconciliation_runs where status = 'running' and id not in (select run_id from run_jobs)`,
        )
        .all()
        .map(toRun),
    remove: (id: string) => remove.run(id),
    counts(id: string): RunCounts {
      const items = new Map(itemCounts.all(id).map((row) => [row.match_status, row.n]))
      const matches = new Map(matchCounts.all(id).map((row) => [row.status, row.n]))
      const open = new Map(discrepancyCounts.all(id).map((row) => [row.severity, row.n]))
      const of = (map: ReadonlyMap<string, number>, name: string) => map.get(name) ?? 0
      return {
        entries: [...items.values()].reduce((sum, n) => sum + n, 0),
        unmatched: of(items, 'unmatched'),
        partial: of(items, 'partial'),
        matched: of(items, 'matched'),
        closed: of(items, 'closed'),
        suggested: of(matches, 'suggested'),
        accepted: of(matches, 'accepted'),
        rejected: of(matches, 'rejected'),
        discrepancies: { info: of(open, 'info'), warning: of(open, 'warning'), critical: of(open, 'critical') },
      }
    },
  }
}
