import type { Database } from '../../db/open.ts'
import type { Item } from './types.ts'

export interface ItemRow {
  readonly id: string
  readonly run_id: string
  readonly ledger_id: string
  readonly source_file_id: string | null
  readonly statement_id: string | null
  readonly movement_id: string | null
  readonly position: number
  readonly parent_entry_id: string | null
  readonly level: Item['level']
  readonly amount: number | null
  readonly currency: string
  readonly is_reversal: number
  readonly bank_status: Item['bankStatus']
  readonly booking_date: string
  readonly value_date: string | null
  readonly counterparty_name: string | null
  readonly counterparty_account: string | null
  readonly bank_reference: string | null
  readonly remittance_text: string | null
  readonly facts: string
  readonly allocated: number
  readonly allocated_parts: number
  readonly match_status: Item['matchStatus']
  readonly closed_ledger_id: string | null
  readonly closed_reason: string | null
  readonly closed_note: string | null
  readonly closed_at: number | null
  readonly closed_by: string | null
  readonly closed_amount: number | null
  readonly closing_transaction_id: string | null
  readonly note: string | null
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
}

export const toItem = (row: ItemRow): Item => ({
  id: row.id,
  runId: row.run_id,
  ledgerId: row.ledger_id,
  sourceFileId: row.source_file_id,
  statementId: row.statement_id,
  movementId: row.movement_id,
  position: row.position,
  parentId: row.parent_entry_id,
  level: row.level,
  amount: row.amount,
  currency: row.currency,
  isReversal: row.is_reversal === 1,
  bankStatus: row.bank_status,
  bookingDate: row.booking_date,
  valueDate: row.value_date,
  counterpartyName: row.counterparty_name,
  counterpartyAccount: row.counterparty_account,
  bankReference: row.bank_reference,
  remittanceText: row.remittance_text,
  facts: JSON.parse(row.facts) as Record<string, unknown>,
  allocated: row.allocated,
  allocatedParts: row.allocated_parts,
  matchStatus: row.match_status,
  closedLedgerId: row.closed_ledger_id,
  closedReason: row.closed_reason,
  closedNote: row.closed_note,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  closedAmount: row.closed_amount,
  closingTransactionId: row.closing_transaction_id,
  note: row.note,
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
})

const shown = `i.id, i.run_id, i.ledger_id, i.source_file_id, i.statement_id, i.movement_id, i.position,
  i.parent_entry_id, i.level, i.amount, i.currency, i.is_reversal, i.bank_status, i.booking_date, i.value_date,
  i.counterparty_name, i.counterparty_account, i.bank_reference, i.remittance_text, i.facts, i.allocated,
  i.allocated_parts, i.match_status, i.closed_ledger_id, i.closed_reason, i.closed_note, i.closed_at, i.closed_by,
  i.closed_amount, i.closing_transaction_id, i.note, i.version, i.created_at, i.modified_at`

/** Items as they are read everywhere: without what was removed or never finished importing. */
export const selectItems = `select ${shown} from items i`

export function itemQueries(db: Database) {
  const byId = db.prepare<[string, string], ItemRow>(
    `${selectItems} join reconciliation_runs r on r.id = i.run_id where r.user_id = ? and i.id = ?`,
  )
  const parts = db.prepare<[string], ItemRow>(`${selectItems} where i.parent_entry_id = ? order by i.position, i.id`)
  const allocate = db.prepare('update source_entries set allocated = allocated + ? where id = ?')
  const allocatePart = db.prepare('update source_entries set allocated_parts = allocated_parts + ? where id = ?')
  // The status follows from the sums; it is stored so that lists can be filtered and counted by it.
  const settle = db.prepare(
    `update source_entries set
       match_status = case
         when closed_at is not null then 'closed'
         when allocated + allocated_parts = 0 then 'unmatched'
         when allocated + allocated_parts = amount then 'matched'
         else 'partial' end,
       version = version + 1, modified_at = ?
     where id = ?`,
  )
  const close = db.prepare(
    `update source_entries set closed_ledger_id = @ledgerId, closed_reason = @reason, closed_note = @note,
       closed_at = @at, closed_by = @by, closed_amount = @amount, closing_transaction_id = @transactionId
     where id = @id`,
  )
  const reopen = db.prepare(
    `update source_entries set closed_ledger_id = null, closed_reason = null, closed_note = null, closed_at = null,
       closed_by = null, closed_amount = null, closing_transaction_id = null
     where id = ?`,
  )
  const setNote = db.prepare('update source_entries set note = ?, version = version + 1, modified_at = ? where id = ?')
  return {
    byId(userId: string, id: string): Item | null {
      const row = byId.get(userId, id)
      return row ? toItem(row) : null
    },
    parts: (id: string) => parts.all(id).map(toItem),
    /** Adds to (or, negative, takes from) what is allocated of an item, and tells its whole. */
    allocate(item: Item, amount: number, at: number): void {
      allocate.run(amount, item.id)
      settle.run(at, item.id)
      if (item.parentId === null) return
      allocatePart.run(amount, item.parentId)
      settle.run(at, item.parentId)
    },
    close(
      item: Item,
      closing: {
        ledgerId: string | null
        reason: string
        note: string | null
        by: string
        amount: number
        transactionId: string | null
      },
      at: number,
    ): void {
      close.run({ ...closing, id: item.id, at })
      if (item.parentId !== null) allocatePart.run(closing.amount, item.parentId)
      settle.run(at, item.id)
      if (item.parentId !== null) settle.run(at, item.parentId)
    },
    reopen(item: Item, at: number): void {
      reopen.run(item.id)
      if (item.parentId !== null) allocatePart.run(-(item.closedAmount ?? 0), item.parentId)
      settle.run(at, item.id)
      if (item.parentId !== null) settle.run(at, item.parentId)
    },
    setNote: (id: string, note: string | null, at: number) => setNote.run(note, at, id),
  }
}
