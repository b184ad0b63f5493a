import { z } from '@hono/zod-openapi'
import { repeated } from '../../http/exact.ts'
import { iso } from '../../time.ts'
import { currencyInput, money, moneySchema } from '../money.ts'
import { profileSchema } from './profile-schema.ts'
import type { Ledger } from './types.ts'

const instant = z.string().openapi({ format: 'date-time' })
const dayText = z.iso.date('must be a day, YYYY-MM-DD')
const ledgerType = z.enum(['asset', 'liability', 'equity', 'revenue', 'expense'])
const identifier = z.object({
  scheme: z.enum(['iban', 'bban', 'card', 'other']),
  value: z.string().trim().min(1).max(100),
  currency: currencyInput.optional(),
})

export const ledgerSchema = z
  .object({
    id: z.string(),
    num_id: z.number().int(),
    code: z.string(),
    description: z.string(),
    type: ledgerType,
    currency_code: z.string(),
    parent_ledger_id: z.string().nullable(),
    child_ledger_ids: z.array(z.string()),
    is_subledger: z.boolean(),
    direct_booking: z.boolean(),
    is_reconcilable: z.boolean(),
    account_identifiers: z.array(identifier),
    statement_required: z.boolean(),
    precision_override: z.number().int().nullable(),
    profile: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'What differs from the default matching profile' }),
    unattended: z.boolean(),
    opening_date: z.string().nullable(),
    closing_date: z.string().nullable(),
    locked_until: z.string().nullable(),
    last_activity_date: z.string().nullable(),
    active: z.boolean(),
    balance_posted: moneySchema,
    balance_pending: moneySchema,
    balance_available: moneySchema,
    balance_lcy: z.string().openapi({ description: 'Minor units of the base currency' }),
    version: z.number().int(),
    created_at: instant,
    modified_at: instant,
    created_by: z.string(),
    modified_by: z.string(),
  })
  .openapi('Ledger')

const ledgerFields = {
  num_id: z.number().int().min(1).max(999_999_999).optional(),
  description: z.string().max(500).optional(),
  parent_ledger_id: z.string().nullable().optional(),
  direct_booking: z.boolean().optional(),
  is_reconcilable: z.boolean().optional(),
  account_identifiers: z.array(identifier).max(50).optional(),
  statement_required: z.boolean().optional(),
  precision_override: z.number().int().min(0).max(5).nullable().optional().openapi({
    description: 'More decimals than the currency has; only while the ledger has neither entries nor lines',
  }),
  profile: profileSchema.optional(),
  unattended: z.boolean().optional(),
  opening_date: dayText.nullable().optional(),
  closing_date: dayText.nullable().optional(),
  locked_until: dayText.nullable().optional(),
  active: z.boolean().optional(),
}
const code = z.string().trim().min(1).max(100)
export const newLedgerBody = z.object({
  ...repeated(ledgerSchema),
  code,
  type: ledgerType,
  currency_code: currencyInput,
  ...ledgerFields,
})
export const ledgerChangeBody = z.object({
  ...repeated(ledgerSchema),
  code: code.optional(),
  type: ledgerType.optional(),
  currency_code: currencyInput.optional(),
  version: z.number().int().optional(),
  reason: z.string().trim().max(2000).optional().openapi({ description: 'Kept in the trail' }),
  ...ledgerFields,
})

/** The service's input of a body; what is absent stays absent. */
export const ledgerInput = (body: z.infer<typeof ledgerChangeBody>) => ({
  code: body.code,
  numId: body.num_id,
  description: body.description,
  type: body.type,
  currency: body.currency_code,
  parent: body.parent_ledger_id,
  directBooking: body.direct_booking,
  isReconcilable: body.is_reconcilable,
  identifiers: body.account_identifiers,
  statementRequired: body.statement_required,
  precisionOverride: body.precision_override,
  profile: body.profile,
  unattended: body.unattended,
  openingDate: body.opening_date,
  closingDate: body.closing_date,
  lockedUntil: body.locked_until,
  active: body.active,
})

/** A ledger as the API shows it; `children` are the ids of its sub-ledgers. */
export function ledgerBody(
  ledger: Ledger,
  balance: { posted: number; lcy: number; last: string | null },
  children: readonly string[],
): z.infer<typeof ledgerSchema> {
  const posted = money(balance.posted, ledger.currency, ledger.precisionOverride)
  return {
    id: ledger.id,
    num_id: ledger.numId,
    code: ledger.code,
    description: ledger.description,
    type: ledger.type,
    currency_code: ledger.currency,
    parent_ledger_id: ledger.parentId,
    child_ledger_ids: [...children],
    is_subledger: ledger.parentId !== null,
    direct_booking: ledger.directBooking,
    is_reconcilable: ledger.isReconcilable,
    account_identifiers: [...ledger.identifiers],
    statement_required: ledger.statementRequired,
    precision_override: ledger.precisionOverride,
    profile: ledger.profile,
    unattended: ledger.unattended,
    opening_date: ledger.openingDate,
    closing_date: ledger.closingDate,
    locked_until: ledger.lockedUntil,
    last_activity_date: balance.last,
    active: ledger.active,
    balance_posted: posted,
    balance_pending: posted,
    balance_available: posted,
    balance_lcy: String(balance.lcy),
    version: ledger.version,
    created_at: iso(ledger.createdAt),
    modified_at: iso(ledger.modifiedAt),
    created_by: ledger.createdBy,
    modified_by: ledger.modifiedBy,
  }
}
