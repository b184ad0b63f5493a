import { readAmount } from '../money.ts'
import type { StatementEntry } from '../types.ts'

/**
 * TRNAMT is in the currency of a CURRENCY aggregate, and CURRATE is the statement's currency per unit of it. Converts on
 * integers, half away from zero; null when the rate cannot be read.
 */
export function converted(
  entry: StatementEntry,
  from: { readonly currency: string; readonly exponent: number },
  to: { readonly currency: string; readonly exponent: number },
  rateText: string,
): StatementEntry | null {
  const rate = readAmount(rateText.trim(), rateText.includes(',') ? ',' : '.', rateDecimals)
  if (typeof rate !== 'number' || rate <= 0 || entry.amount === null) return null
  const scale = 10n ** BigInt(rateDecimals + from.exponent - to.exponent)
  const product = BigInt(Math.abs(entry.amount)) * BigInt(rate)
  const minor = Number((product * 2n + scale) / (scale * 2n))
  if (!Number.isSafeInteger(minor)) return null
  return {
    ...entry,
    amount: entry.amount < 0 && minor !== 0 ? -minor : minor,
    currency: to.currency,
    originalAmount: entry.amount,
    originalCurrency: from.currency,
    exchangeRate: rateText.trim(),
  }
}

const rateDecimals = 8
