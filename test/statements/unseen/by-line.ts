import type { ExpectedStatement } from '../samples/expectation.ts'

/** A booked line: its day and its signed minor units, as "2025-01-31 -420". */
type Line = `${string} ${number}`

// The usual two lines, the older or the newer first.
export const upwards: readonly Line[] = ['2025-01-30 100000', '2025-01-31 -420']
export const downwards: readonly Line[] = ['2025-01-31 -420', '2025-01-30 100000']

type Balances = Pick<ExpectedStatement, 'opening' | 'closing' | 'proof'>

/** A statement of which every line's day and amount is expected, in the file's own order. */
export function byLine(
  account: string | null,
  currency: string | null,
  { opening, closing, proof }: Balances,
  booked: readonly Line[],
): ExpectedStatement {
  const amounts = booked.map((line) => Number(line.split(' ')[1]))
  const side = (of: readonly number[]) => [of.length, String(of.reduce((sum, one) => sum + Math.abs(one), 0))] as const
  return {
    account,
    currency,
    opening,
    closing,
    proof,
    credits: side(amounts.filter((amount) => amount >= 0)),
    debits: side(amounts.filter((amount) => amount < 0)),
    booked,
  }
}
