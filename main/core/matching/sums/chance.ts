import type { Minor } from '../../money.ts'

/**
 * How many groups of at most `size` amounts would hit a target by chance (ledger spec 6.7): number of groups × width of
 * the target ÷ number of sums that such groups can reach. Amounts that share a divisor (round ones) reach few sums.
 */
export function chanceOfSum(amounts: readonly Minor[], size: number, tolerance: Minor): number {
  if (amounts.length === 0) return 0
  const sorted = [...amounts].sort((a, b) => b - a)
  const highest = sorted.slice(0, size).reduce((sum, amount) => sum + amount, 0)
  const lowest = sorted.at(-1) ?? 0
  const divisor = amounts.reduce(greatestCommonDivisor)
  const reachable = Math.max(1, (highest - lowest) / divisor)
  return (groupsUpTo(amounts.length, size) * (2 * tolerance + 1)) / reachable
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))

function groupsUpTo(count: number, size: number): number {
  let total = 0
  let groups = 1
  for (let k = 1; k <= size; k++) {
    groups = (groups * (count - k + 1)) / k
    total += groups
  }
  return total
}
