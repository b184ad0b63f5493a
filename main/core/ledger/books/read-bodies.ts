import type { z } from '@hono/zod-openapi'
import { invalidRequest } from '../errors.ts'
import { readMoney } from '../money.ts'
import type { correctionBody, journalBody, OverrideOf } from './journal-schemas.ts'
import type { EntryCorrection } from './journals.ts'
import type { Ledgers } from './ledgers.ts'
import type { Entry, NewJournal } from './types.ts'

type EntryFacts = Omit<z.infer<typeof journalBody>['entries'][number], 'ledger_id' | 'type' | 'amount' | 'amount_lcy'>

const factsOf = (entry: Partial<EntryFacts>) => ({
  description: entry.description,
  bookingDate: entry.booking_date,
  valueDate: entry.value_date,
  dueDate: entry.due_date,
  documentNo: entry.document_no,
  externalDocumentNo: entry.external_document_no,
  chequeNo: entry.cheque_no,
  counterpartyId: entry.counterparty_id,
  counterpartyName: entry.counterparty_name,
  counterpartyAccount: entry.counterparty_account,
  references: entry.references,
})

/** The body of `POST /v1/ledgers/journals` as a journal; `today` stands in for a missing booking date. */
export function readJournal(
  body: z.infer<typeof journalBody>,
  userId: string,
  ledgers: Ledgers,
  today: string,
): NewJournal {
  const bookingDate = body.booking_date ?? body.entries[0]?.booking_date ?? today
  const found = body.entries.map((entry) => ledgers.find(userId, entry.ledger_id))
  return {
    idClient: body.id_client,
    type: body.type,
    currency: body.currency_code ?? found[0]?.currency ?? '',
    description: body.description,
    referenceId: body.reference_id,
    bookingDate,
    valueDate: body.value_date,
    metadata: body.metadata,
    source: 'manual',
    entries: body.entries.map((entry, at) => ({
      ...factsOf(entry),
      ledger: entry.ledger_id,
      type: entry.type,
      amount: readMoney(
        entry.amount,
        found[at]?.currency ?? '',
        `entries.${at}.amount`,
        found[at]?.precisionOverride ?? null,
      ),
      amountLcy: entry.amount_lcy === undefined ? null : readMoney(entry.amount_lcy, '', `entries.${at}.amount_lcy`),
      originalAmount: entry.original_amount
        ? readMoney(entry.original_amount, entry.original_amount.currency, `entries.${at}.original_amount`)
        : null,
      originalCurrency: entry.original_amount?.currency,
      event: entry.event,
      metadata: entry.metadata,
    })),
  }
}

/** The body of `PATCH /v1/ledgers/journals/{id}` against the transaction's own entries. Throws 400 for a foreign id. */
export function readCorrections(
  body: z.infer<typeof correctionBody>,
  entries: readonly Entry[],
  overrideOf: OverrideOf,
): Record<string, EntryCorrection> {
  return Object.fromEntries(
    body.entries.map((change, at) => {
      const entry = entries.find(({ id }) => id === change.id)
      if (!entry)
        throw invalidRequest(`entries.${at}.id is no entry of this transaction`, {
          [`entries.${at}.id`]: 'must be an entry of this transaction',
        })
      const amount =
        change.amount === undefined
          ? undefined
          : readMoney(change.amount, entry.currency, `entries.${at}.amount`, overrideOf(entry.ledgerId))
      const lcy =
        change.amount_lcy === undefined
          ? amount !== undefined && entry.amountLcy === entry.amount
            ? amount
            : undefined
          : readMoney(change.amount_lcy, '', `entries.${at}.amount_lcy`)
      const all = { ...factsOf(change), amount, amountLcy: lcy }
      return [entry.id, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))]
    }),
  )
}
