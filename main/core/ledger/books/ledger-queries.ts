import type { Store } from '../../db/store.ts'
import type { AccountIdentifier, Ledger, LedgerType } from './types.ts'

interface LedgerRow {
  readonly id: string
  readonly user_id: string
  readonly num_id: number
  readonly code: string
  readonly description: string
  readonly type: LedgerType
  readonly currency: string
  readonly parent_id: string | null
  readonly direct_booking: number
  readonly is_reconcilable: number
  readonly account_identifiers: string
  readonly statement_required: number
  readonly precision_override: number | null
  readonly profile: string
  readonly unattended: number
  readonly opening_date: string | null
  readonly closing_date: string | null
  readonly locked_until: string | null
  readonly active: number
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
  readonly created_by: string
  readonly modified_by: string
}

const toLedger = (row: LedgerRow): Ledger => ({
  id: row.id,
  userId: row.user_id,
  numId: row.num_id,
  code: row.code,
  description: row.description,
  type: row.type,
  currency: row.currency,
  parentId: row.parent_id,
  directBooking: row.direct_booking === 1,
  isReconcilable: row.is_reconcilable === 1,
  identifiers: JSON.parse(row.account_identifiers) as AccountIdentifier[],
  statementRequired: row.statement_required === 1,
  precisionOverride: row.precision_override,
  profile: JSON.parse(row.profile) as Record<string, unknown>,
  unattended: row.unattended === 1,
  openingDate: row.opening_date,
  closingDate: row.closing_date,
  lockedUntil: row.locked_until,
  active: row.active === 1,
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  createdBy: row.created_by,
  modifiedBy: row.modified_by,
})

const toRow = (ledger: Ledger): LedgerRow => ({
  id: ledger.id,
  user_id: ledger.userId,
  num_id: ledger.numId,
  code: ledger.code,
  description: ledger.description,
  type: ledger.type,
  currency: ledger.currency,
  parent_id: ledger.parentId,
  direct_booking: ledger.directBooking ? 1 : 0,
  is_reconcilable: ledger.isReconcilable ? 1 : 0,
  account_identifiers: JSON.stringify(ledger.identifiers),
  statement_required: ledger.statementRequired ? 1 : 0,
  precision_override: ledger.precisionOverride,
  profile: JSON.stringify(ledger.profile),
  unattended: ledger.unattended ? 1 : 0,
  opening_date: ledger.openingDate,
  closing_date: ledger.closingDate,
  locked_until: ledger.lockedUntil,
  active: ledger.active ? 1 : 0,
  version: ledger.version,
  created_at: ledger.createdAt,
  modified_at: ledger.modifiedAt,
  created_by: ledger.createdBy,
  modified_by: ledger.modifiedBy,
})

const columns = [
  'num_id',
  'code',
  'description',
  'type',
  'currency',
  'parent_id',
  'direct_booking',
  'is_reconcilable',
  'account_identifiers',
  'statement_required',
  'precision_override',
  'profile',
  'unattended',
  'opening_date',
  'closing_date',
  'locked_until',
  'active',
  'version',
  'modified_at',
  'modified_by',
]

export function ledgerQueries({ db }: Pick<Store, 'db'>) {
  const all = db.prepare<[string], LedgerRow>('select * from ledgers where user_id = ? order by code')
  const byId = db.prepare<[string, string], LedgerRow>('select * from ledgers where user_id = ? and id = ?')
  const byCode = db.prepare<[string, string], LedgerRow>('select * from ledgers where user_id = ? and code = ?')
  const byNumber = db.prepare<[string, number], LedgerRow>('select * from ledgers where user_id = ? and num_id = ?')
  const fixed = ['id', 'user_id', 'created_at', 'created_by']
  const insert = db.prepare(
    `insert into ledgers (${[...fixed, ...columns].join(', ')})
     values (${[...fixed, ...columns].map((name) => `@${name}`).join(', ')})`,
  )
  const update = db.prepare(
    `update ledgers set ${columns.map((name) => `${name} = @${name}`).join(', ')} where id = @id`,
  )
  const nextNumber = db
    .prepare<[string], number>('select coalesce(max(num_id), 0) + 1 from ledgers where user_id = ?')
    .pluck()
  const remove = db.prepare('delete from ledgers where id = ?')
  const isUsed = db
    .prepare<{ id: string }, number>(
      `select exists (select 1 from ledger_entries where ledger_id = @id)
         or exists (select 1 from ledgers where parent_id = @id)
         or exists (select 1 from reconciliation_runs where ledger_id = @id)
         or exists (select 1 from source_entries where closed_ledger_id = @id)
         or exists (select 1 from counterparties where usual_ledger_id = @id)`,
    )
    .pluck()
  const hasAmounts = db
    .prepare<{ id: string }, number>(
      `select exists (select 1 from ledger_entries where ledger_id = @id)
         or exists (select 1 from source_entries where ledger_id = @id)`,
    )
    .pluck()
  // The balance of a control ledger is that of its children too; twenty levels are more than any chart has.
  const balance = db.prepare<
    { id: string; until: string },
    { posted: number | null; lcy: number | null; last: string | null }
  >(
    `with recursive family (id, depth) as (
       select @id, 0 union all select l.id, depth + 1 from ledgers l join family f on l.parent_id = f.id where depth < 20)
     select sum(signed) as posted, sum(case type when 'debit' then amount_lcy else -amount_lcy end) as lcy,
       max(booking_date) as last
     from ledger_entries where ledger_id in (select id from family) and booking_date <= @until`,
  )
  const optional = (row: LedgerRow | undefined) => (row ? toLedger(row) : null)
  return {
    all: (userId: string) => all.all(userId).map(toLedger),
    byId: (userId: string, id: string) => optional(byId.get(userId, id)),
    byCode: (userId: string, code: string) => optional(byCode.get(userId, code)),
    byNumber: (userId: string, number: number) => optional(byNumber.get(userId, number)),
    insert: (ledger: Ledger) => insert.run(toRow(ledger)),
    update: (ledger: Ledger) => update.run(toRow(ledger)),
    remove: (id: string) => remove.run(id),
    nextNumber: (userId: string) => nextNumber.get(userId) ?? 1,
    isUsed: (id: string) => isUsed.get({ id }) === 1,
    hasAmounts: (id: string) => hasAmounts.get({ id }) === 1,
    /** Signed minor units of the ledger and its children up to and with the day. */
    balance: (id: string, until = '9999-12-31') => {
      const row = balance.get({ id, until })
      return { posted: row?.posted ?? 0, lcy: row?.lcy ?? 0, last: row?.last ?? null }
    },
  }
}
