/** What a column of an export of the books can be, in the order in which a person looks for it. */
export const bookRoles = [
  'date',
  'value_date',
  'due_date',
  'voucher',
  'account',
  'contra_account',
  'debit',
  'credit',
  'amount',
  'side',
  'currency',
  'document',
  'external_document',
  'description',
  'counterparty',
  'journal',
] as const
export type BookRole = (typeof bookRoles)[number]
