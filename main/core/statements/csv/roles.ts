/** What a column of a bank's table means, as far as a person chooses from it, in the order of the list. */
export const chosenRoles = [
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
  'counterpartyAccount',
  'remittance',
  'reference',
  'transactionId',
  'type',
  'status',
  'ownAccount',
  'fee',
  'ignore',
] as const

/** Every meaning; the rarer ones are found by the program. */
export const columnRoles = [
  ...chosenRoles,
  'payerName',
  'payeeName',
  'payerAccount',
  'payeeAccount',
  'counterpartyBank',
  'originalAmount',
  'originalCurrency',
  'rate',
  'endToEndId',
  'mandateId',
  'creditorId',
  'chequeNo',
] as const

export type ColumnRole = (typeof columnRoles)[number]

/** Words of one language: role → phrases separated by `|`, lower case; the better name comes first. */
export type HeaderWords = { readonly [Role in ColumnRole]?: string }
