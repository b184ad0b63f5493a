import type { CurrencyTotals } from './types.ts'

/** Counts and sums of credits and debits by currency; sums without a sign. */
export function totalsOf(
  parts: readonly (CurrencyTotals & { readonly currency: string })[],
): Record<string, CurrencyTotals> {
  const totals: Record<string, CurrencyTotals> = {}
  for (const { currency, ...part } of parts) {
    const own = totals[currency] ?? { credits: 0, credit_sum: 0, debits: 0, debit_sum: 0 }
    totals[currency] = {
      credits: own.credits + part.credits,
      credit_sum: own.credit_sum + part.credit_sum,
      debits: own.debits + part.debits,
      debit_sum: own.debit_sum + part.debit_sum,
    }
  }
  return totals
}
