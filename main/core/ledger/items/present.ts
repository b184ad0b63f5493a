import { z } from '@hono/zod-openapi'
import { iso, isoOrNull } from '../../time.ts'
import { money, moneySchema } from '../money.ts'
import { bankFactFields, bankFacts } from './bank-facts.ts'
import { type Item, openAmount } from './types.ts'

const instant = z.string().openapi({ format: 'date-time' })

export const itemSchema = z
  .object({
    id: z.string(),
    run_id: z.string(),
    source_file_id: z.string().nullable(),
    statement_id: z.string().nullable(),
    movement_id: z.string().nullable(),
    position: z.number().int(),
    parent_entry_id: z.string().nullable(),
    level: z.enum(['entry', 'detail', 'residual', 'split']),
    amount: moneySchema.nullable(),
    open_amount: moneySchema,
    currency: z.string(),
    direction: z.enum(['credit', 'debit']).nullable(),
    is_reversal: z.boolean(),
    bank_status: z.enum(['booked', 'pending', 'info', 'future']),
    booking_date: z.string(),
    value_date: z.string().nullable(),
    counterparty_name: z.string().nullable(),
    counterparty_account: z.string().nullable(),
    bank_reference: z.string().nullable(),
    remittance_text: z.string().nullable(),
    ...bankFactFields,
    facts: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'The same and whatever else the bank said, under the names of the program' }),
    match_status: z.enum(['unmatched', 'matched', 'partial', 'closed']),
    closed_ledger_id: z.string().nullable(),
    closed_reason: z.string().nullable(),
    closed_note: z.string().nullable(),
    closed_at: instant.nullable(),
    closing_transaction_id: z.string().nullable(),
    note: z.string().nullable(),
    version: z.number().int(),
    created_at: instant,
    modified_at: instant,
  })
  .openapi('SourceEntry')

/** An item as the API shows it; for a part of a batch its whole decides what is open. */
export const itemBody = (
  item: Item,
  parent: Item | null,
  override: number | null = null,
): z.infer<typeof itemSchema> => ({
  id: item.id,
  run_id: item.runId,
  source_file_id: item.sourceFileId,
  statement_id: item.statementId,
  movement_id: item.movementId,
  position: item.position,
  parent_entry_id: item.parentId,
  level: item.level,
  amount: item.amount === null ? null : money(item.amount, item.currency, override),
  open_amount: money(openAmount(item, parent), item.currency, override),
  currency: item.currency,
  direction: item.amount === null ? null : item.amount >= 0 ? 'credit' : 'debit',
  is_reversal: item.isReversal,
  bank_status: item.bankStatus,
  booking_date: item.bookingDate,
  value_date: item.valueDate,
  counterparty_name: item.counterpartyName,
  counterparty_account: item.counterpartyAccount,
  bank_reference: item.bankReference,
  remittance_text: item.remittanceText,
  ...bankFacts(item, override),
  facts: { ...item.facts },
  match_status: item.matchStatus,
  closed_ledger_id: item.closedLedgerId,
  closed_reason: item.closedReason,
  closed_note: item.closedNote,
  closed_at: isoOrNull(item.closedAt),
  closing_transaction_id: item.closingTransactionId,
  note: item.note,
  version: item.version,
  created_at: iso(item.createdAt),
  modified_at: iso(item.modifiedAt),
})
