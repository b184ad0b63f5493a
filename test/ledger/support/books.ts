import type { Caller } from '../../support/core.ts'

export interface LedgerAnswer {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly balance_posted: { readonly amount: string; readonly currency: string; readonly precision: number }
}

/** A small chart: 1810 bank, 1800 savings, 1200 receivables, 1600 payables, 6855 bank fees, 1460 transfers; all EUR. */
export async function openBooks(user: Caller, currency = 'EUR') {
  const ledger = async (code: string, type: string, more: object = {}) => {
    const { status, body } = await user.post<LedgerAnswer>('/v1/ledgers', {
      code,
      type,
      currency_code: currency,
      ...more,
    })
    if (status !== 201) throw new Error(`ledger ${code}: ${status} ${JSON.stringify(body)}`)
    return body
  }
  return {
    bank: await ledger('1810', 'asset', {
      is_reconcilable: true,
      account_identifiers: [{ scheme: 'iban', value: 'DE89 3704 0044 0532 0130 00' }],
    }),
    savings: await ledger('1800', 'asset', {
      is_reconcilable: true,
      account_identifiers: [{ scheme: 'iban', value: 'DE02 1203 0000 0000 2020 51' }],
    }),
    receivables: await ledger('1200', 'asset'),
    payables: await ledger('1600', 'liability'),
    fees: await ledger('6855', 'expense'),
    transfers: await ledger('1460', 'asset'),
  }
}

export interface JournalAnswer {
  readonly id: string
  readonly total_amount: { readonly amount: string }
  readonly entries: readonly {
    readonly id: string
    readonly ledger_id: string
    readonly type: string
    readonly amount: { readonly amount: string }
    readonly open_amount: { readonly amount: string }
    readonly reconciliation_status: string
    readonly version: number
  }[]
}

/** Money in (positive) or out (negative) of the bank ledger against another one; answers the bank's entry. */
export async function bookPayment(
  user: Caller,
  books: { bank: { id: string }; other: { id: string } },
  payment: { amount: number; date: string; [fact: string]: unknown },
) {
  const { amount, date, ...facts } = payment
  const side = amount > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
  const { status, body } = await user.post<JournalAnswer>('/v1/ledgers/journals', {
    booking_date: date,
    entries: [
      { ledger_id: books.bank.id, type: side[0], amount: Math.abs(amount), ...facts },
      { ledger_id: books.other.id, type: side[1], amount: Math.abs(amount) },
    ],
  })
  const entry = body.entries?.[0]
  if (status !== 201 || !entry) throw new Error(`payment: ${status} ${JSON.stringify(body)}`)
  return { ...entry, transactionId: body.id }
}
