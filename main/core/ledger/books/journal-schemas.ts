import { z } from '@hono/zod-openapi'
import { repeated } from '../../http/exact.ts'
import { iso, isoOrNull } from '../../time.ts'
import { currencyInput, money, moneyInput, moneySchema } from '../money.ts'
import type { Entry, Transaction } from './types.ts'

const instant = z.string().openapi({ format: 'date-time' })
const dayText = z.iso.date('must be a day, YYYY-MM-DD')

export const entrySchema = z
  .object({
    id: z.string(),
    ledger_id: z.string(),
    code: z.string(),
    transaction_id: z.string(),
    type: z.enum(['debit', 'credit']),
    amount: moneySchema.openapi({ description: 'Positive' }),
    signed_amount: moneySchema.openapi({ description: 'Debit positive, credit negative' }),
    amount_lcy: z.string(),
    open_amount: moneySchema,
    reconciliation_status: z.enum(['unreconciled', 'partial', 'reconciled']),
    is_opening: z.boolean().openapi({
      description:
        'Books the opening balance: no line of a statement is its partner, and no count of open entries has it',
    }),
    original_amount: moneySchema.nullable(),
    event: z.string().nullable(),
    description: z.string(),
    timestamp: instant,
    booking_date: z.string(),
    value_date: z.string().nullable(),
    due_date: z.string().nullable(),
    document_no: z.string().nullable(),
    external_document_no: z.string().nullable(),
    cheque_no: z.string().nullable(),
    counterparty_id: z.string().nullable(),
    counterparty_name: z.string().nullable(),
    counterparty_account: z.string().nullable(),
    references: z.array(z.object({ kind: z.string(), value: z.string() })),
    source: z.enum(['manual', 'import', 'closing_posting']),
    metadata: z.record(z.string(), z.unknown()),
    version: z.number().int(),
  })
  .openapi('LedgerEntry')

const statusOf = (entry: Entry) => {
  if (entry.allocated === 0) return 'unreconciled' as const
  return entry.allocated === entry.signed ? ('reconciled' as const) : ('partial' as const)
}

export const entryBody = (entry: Entry, override: number | null = null): z.infer<typeof entrySchema> => ({
  id: entry.id,
  ledger_id: entry.ledgerId,
  code: entry.ledgerCode,
  transaction_id: entry.transactionId,
  type: entry.type,
  amount: money(entry.amount, entry.currency, override),
  signed_amount: money(entry.signed, entry.currency, override),
  amount_lcy: String(entry.amountLcy),
  open_amount: money(entry.signed - entry.allocated, entry.currency, override),
  reconciliation_status: statusOf(entry),
  is_opening: entry.isOpening,
  original_amount:
    entry.originalAmount !== null && entry.originalCurrency !== null
      ? money(entry.originalAmount, entry.originalCurrency)
      : null,
  event: entry.event,
  description: entry.description,
  timestamp: iso(entry.at),
  booking_date: entry.bookingDate,
  value_date: entry.valueDate,
  due_date: entry.dueDate,
  document_no: entry.documentNo,
  external_document_no: entry.externalDocumentNo,
  cheque_no: entry.chequeNo,
  counterparty_id: entry.counterpartyId,
  counterparty_name: entry.counterpartyName,
  counterparty_account: entry.counterpartyAccount,
  references: [...entry.references],
  source: entry.source,
  metadata: entry.metadata,
  version: entry.version,
})

export const transactionSchema = z
  .object({
    id: z.string(),
    id_client: z.string().nullable(),
    type: z.string(),
    status: z.string(),
    total_amount: moneySchema,
    currency_code: z.string(),
    description: z.string(),
    reference_id: z.string().nullable(),
    timestamp: instant,
    value_date: z.string().nullable(),
    completed_at: instant.nullable(),
    reconciled_at: instant.nullable(),
    metadata: z.record(z.string(), z.unknown()),
    total_debit_lcy: z.string(),
    total_credit_lcy: z.string(),
    source: z.enum(['manual', 'import', 'closing_posting']),
    active: z.boolean(),
    version: z.number().int(),
    created_at: instant,
    modified_at: instant,
    created_by: z.string(),
    modified_by: z.string(),
    entries: z.array(entrySchema),
  })
  .openapi('LedgerTransaction')

export const transactionBody = (
  transaction: Transaction,
  entries: readonly Entry[],
  overrideOf: OverrideOf,
): z.infer<typeof transactionSchema> => ({
  id: transaction.id,
  id_client: transaction.idClient,
  type: transaction.type,
  status: transaction.status,
  total_amount: money(transaction.totalAmount, transaction.currency),
  currency_code: transaction.currency,
  description: transaction.description,
  reference_id: transaction.referenceId,
  timestamp: iso(transaction.at),
  value_date: transaction.valueDate,
  completed_at: isoOrNull(transaction.completedAt),
  reconciled_at: isoOrNull(transaction.reconciledAt),
  metadata: transaction.metadata,
  total_debit_lcy: String(transaction.totalDebitLcy),
  total_credit_lcy: String(transaction.totalCreditLcy),
  source: transaction.source,
  active: transaction.active,
  version: transaction.version,
  created_at: iso(transaction.createdAt),
  modified_at: iso(transaction.modifiedAt),
  created_by: transaction.createdBy,
  modified_by: transaction.modifiedBy,
  entries: entries.map((entry) => entryBody(entry, overrideOf(entry.ledgerId))),
})

/** The decimals of a ledger by its id, where they are not those of its currency. */
export type OverrideOf = (ledgerId: string) => number | null

const optionalText = (most: number) => z.string().trim().max(most).nullable().optional()
const reference = z.object({ kind: z.string().max(50), value: z.string().max(200) })
const entryFacts = {
  description: z.string().max(500).optional(),
  booking_date: dayText.optional(),
  value_date: dayText.nullable().optional(),
  due_date: dayText.nullable().optional(),
  document_no: optionalText(100),
  external_document_no: optionalText(100),
  cheque_no: optionalText(50),
  counterparty_id: optionalText(100),
  counterparty_name: optionalText(200),
  counterparty_account: optionalText(100),
  references: z.array(reference).max(100).optional(),
}

export const journalBody = z.object({
  ...repeated(transactionSchema),
  id_client: z.string().trim().min(1).max(200).optional(),
  type: z.string().trim().min(1).max(50).default('journal'),
  currency_code: currencyInput.optional(),
  description: z.string().max(500).optional(),
  reference_id: optionalText(200),
  booking_date: dayText.optional(),
  value_date: dayText.nullable().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  entries: z
    .array(
      z.object({
        ...repeated(entrySchema),
        ledger_id: z.union([z.string(), z.number()]).transform(String).openapi({ description: 'Id, code or number' }),
        type: z.enum(['debit', 'credit']),
        amount: moneyInput,
        amount_lcy: z.union([z.number(), z.string()]).optional(),
        original_amount: moneySchema.optional(),
        event: optionalText(100),
        metadata: z.record(z.string(), z.unknown()).optional(),
        ...entryFacts,
      }),
    )
    .max(10_000),
})

export const correctionBody = z.object({
  ...repeated(transactionSchema),
  version: z.number().int().optional(),
  entries: z
    .array(
      z.object({
        ...repeated(entrySchema),
        id: z.string(),
        amount: moneyInput.optional(),
        amount_lcy: z.union([z.number(), z.string()]).optional(),
        ...entryFacts,
      }),
    )
    .min(1)
    .max(10_000),
})
