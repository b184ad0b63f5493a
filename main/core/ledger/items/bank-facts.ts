import { z } from '@hono/zod-openapi'
import type { StatementEntry } from '../../statements/types.ts'
import { money, moneySchema } from '../money.ts'
import type { Item } from './types.ts'

const text = z.string().nullable()
const amount = moneySchema.nullable()

/** What banks say of a line beside amount, days and who paid, by the published names (3.6). */
export const bankFactFields = {
  booking_text: text,
  value_text: text,
  original_amount: amount,
  exchange_rate: text,
  charges: z.array(z.object({ amount: moneySchema, text })),
  counterparty_bank: text,
  ultimate_party_name: text,
  creditor_id: text,
  mandate_id: text,
  end_to_end_id: text,
  instruction_id: text,
  payment_info_id: text,
  transaction_id: text,
  uetr: text,
  entry_reference: text,
  cheque_no: text,
  structured_references: z.array(
    z.object({ scheme: z.string(), value: z.string(), check: z.enum(['valid', 'invalid', 'none']) }),
  ),
  referred_documents: z.array(
    z.object({
      number: z.string(),
      date: text,
      amount_due: amount,
      amount_paid: amount,
      discount: amount,
      credit_note: amount,
    }),
  ),
  additional_info: text,
  bank_code: z.object({ domain: text, family: text, subfamily: text, proprietary: text, issuer: text }).nullable(),
  purpose: text,
  return_reason: text,
}
const schema = z.object(bankFactFields)

/** The facts of an item under those names; `override`: decimals of its ledger. */
export function bankFacts(item: Item, override: number | null): z.infer<typeof schema> {
  const facts = item.facts as Partial<StatementEntry>
  const own = (minor: number | undefined) => (minor === undefined ? null : money(minor, item.currency, override))
  return {
    booking_text: facts.bookingText ?? null,
    value_text: facts.valueText ?? null,
    original_amount:
      facts.originalAmount === undefined || facts.originalCurrency === undefined
        ? null
        : money(facts.originalAmount, facts.originalCurrency),
    exchange_rate: facts.exchangeRate ?? null,
    charges: (facts.charges ?? []).map((charge) => ({
      amount: money(charge.amount, charge.currency),
      text: charge.text ?? null,
    })),
    counterparty_bank: facts.counterpartyBank ?? null,
    ultimate_party_name: facts.ultimatePartyName ?? null,
    creditor_id: facts.creditorId ?? null,
    mandate_id: facts.mandateId ?? null,
    end_to_end_id: facts.endToEndId ?? null,
    instruction_id: facts.instructionId ?? null,
    payment_info_id: facts.paymentInfoId ?? null,
    transaction_id: facts.transactionId ?? null,
    uetr: facts.uetr ?? null,
    entry_reference: facts.entryReference ?? null,
    cheque_no: facts.chequeNo ?? null,
    structured_references: (facts.structuredReferences ?? []).map((reference) => ({ ...reference })),
    referred_documents: (facts.referredDocuments ?? []).map((document) => ({
      number: document.number,
      date: document.date ?? null,
      amount_due: own(document.amountDue),
      amount_paid: own(document.amountPaid),
      discount: own(document.discount),
      credit_note: own(document.creditNote),
    })),
    additional_info: facts.additionalInfo ?? null,
    bank_code: facts.bankCode
      ? {
          domain: facts.bankCode.domain ?? null,
          family: facts.bankCode.family ?? null,
          subfamily: facts.bankCode.subfamily ?? null,
          proprietary: facts.bankCode.proprietary ?? null,
          issuer: facts.bankCode.issuer ?? null,
        }
      : null,
    purpose: facts.purpose ?? null,
    return_reason: facts.returnReason ?? null,
  }
}
