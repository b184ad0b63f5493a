import type { Resolution } from './resolve-lines.ts'
import type { CurrencyTotals, FileLine } from './types.ts'

/** Counts and sums of credits and debits by currency; sums without a sign. */
export function totalsOf(lines: readonly FileLine[]): Record<string, CurrencyTotals> {
  const totals: Record<string, CurrencyTotals> = {}
  for (const { currency, amountMinor } of lines) {
    const own = totals[currency] ?? { credits: 0, credit_sum: 0, debits: 0, debit_sum: 0 }
    totals[currency] = own
    if (amountMinor > 0) {
      own.credits += 1
      own.credit_sum += amountMinor
    } else if (amountMinor < 0) {
      own.debits += 1
      own.debit_sum -= amountMinor
    }
  }
  return totals
}

/** How many credits are new, and how many were there before. */
export function countCredits(lines: readonly FileLine[], resolutions: readonly Resolution[]) {
  const outcomes = resolutions.filter((_, at) => (lines[at]?.amountMinor ?? 0) > 0).map(({ outcome }) => outcome)
  return {
    created: outcomes.filter((outcome) => outcome === 'new').length,
    duplicates: outcomes.filter((outcome) => outcome === 'known').length,
  }
}
