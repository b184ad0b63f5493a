/** Reasons that stand without a posting; all others need a ledger (10.1). */
const withoutPosting = ['manual_review', 'duplicate_on_statement', 'netted', 'prior_period'] as const
export const withPosting = [
  'bank_fee',
  'interest',
  'tax',
  'transfer_own_account',
  'private',
  'below_threshold',
  'other',
] as const
export const closingReasons = [...withPosting, ...withoutPosting]
export type ClosingReason = (typeof closingReasons)[number]
