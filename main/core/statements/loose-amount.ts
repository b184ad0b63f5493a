import { decimalEvidence, splitNumber, toMinorUnits } from './csv/number-text.ts'
import type { AmountReading } from './money.ts'

/**
 * An amount of a format whose writers do not heed its rules: either decimal sign, group separators, signs and marks
 * anywhere. `whenUnclear` decides for numbers such as 1.234 that show no decimal sign by themselves.
 */
export function looseAmount(text: string, exponent: number, whenUnclear: (body: string) => '.' | ','): AmountReading {
  const parts = splitNumber(text.trim())
  if (parts === null) return 'amount_invalid'
  const evidence = decimalEvidence(parts.body)
  const sign = evidence === '.' || evidence === ',' ? evidence : whenUnclear(parts.body)
  const minor = toMinorUnits(parts.body, sign, exponent)
  if (minor === 'not_a_number') return 'amount_invalid'
  if (typeof minor !== 'number') return minor
  const isNegative = parts.negative !== (parts.mark === 'debit')
  return isNegative && minor !== 0 ? -minor : minor
}
