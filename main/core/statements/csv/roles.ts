/** What a column of a bank's table means. */
export const columnRoles = [
  'bookingDate',
  'valueDate',
  'amount',
  'debit',
  'credit',
  'indicator',
  'currency',
  'balance',
  'openingBalance',
  'counterpartyName',
  'payerName',
  'payeeName',
  'counterpartyAccount',
  'payerAccount',
  'payeeAccount',
  'counterpartyBank',
  'remittance',
  'reference',
  'transactionId',
  'type',
  'status',
  'ownAccount',
  'originalAmount',
  'originalCurrency',
  'rate',
  'fee',
  'endToEndId',
  'mandateId',
  'creditorId',
  'chequeNo',
  'ignore',
] as const

export type ColumnRole = (typeof columnRoles)[number]

/** Words of one language: role → phrases separated by `|`, lower case; the better name comes first. */
export type HeaderWords = { readonly [Role in ColumnRole]?: string }
