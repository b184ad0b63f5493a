import { type Assignment, columnOf, isText, share } from './assigned.ts'
import type { ColumnProfile } from './profile-columns.ts'
import type { ColumnRole } from './roles.ts'

/** Finds date and amount by content where the header does not say; true when something had to be guessed. */
export function guessEssentials(
  profiles: readonly ColumnProfile[],
  roles: Map<number, ColumnRole>,
): Omit<Assignment, 'roles'> {
  let isGuessed = false
  let isAmountUnsure = false
  // A column of a time that holds whole dates is worth more than its name.
  const open = (column: number) => !roles.has(column) || roles.get(column) === 'ignore'
  if (columnOf(roles, 'bookingDate') < 0 && columnOf(roles, 'valueDate') < 0) {
    const dated = profiles.flatMap((profile, index) =>
      open(index) && profile.filled > 0 && share(profile.dates, profile) >= 0.6 && profile.decimals === 0
        ? [index]
        : [],
    )
    const [column] = dated
    if (column !== undefined) {
      roles.set(column, 'bookingDate')
      // The only column of dates needs no name.
      isGuessed = dated.length > 1 || (profiles[column]?.dates ?? 0) < (profiles[column]?.rows ?? 0)
      const second = profiles.findIndex(
        (profile, index) =>
          index > column && open(index) && share(profile.dates, profile) >= 0.9 && profile.decimals === 0,
      )
      if (second >= 0) roles.set(second, 'valueDate')
    }
  }
  const hasAmount = columnOf(roles, 'amount') >= 0 || columnOf(roles, 'debit') >= 0 || columnOf(roles, 'credit') >= 0
  if (!hasAmount) {
    const numeric = profiles.flatMap((profile, index) =>
      open(index) && profile.filled > 0 && share(profile.numbers, profile) >= 0.8 && profile.dates < profile.filled
        ? [index]
        : [],
    )
    const quality = (index: number) => {
      const profile = profiles[index]
      return profile ? (profile.negatives > 0 ? 2 : 0) + (profile.decimals > 0 ? 1 : 0) : 0
    }
    const pair = findPair(numeric, profiles)
    if (pair) {
      const [debit, credit] = pair
      isAmountUnsure = true
      roles.set(debit, 'debit')
      roles.set(credit, 'credit')
      const balance = numeric.find((index) => index > credit && (profiles[index]?.decimals ?? 0) > 0)
      if (balance !== undefined && columnOf(roles, 'balance') < 0) roles.set(balance, 'balance')
      isGuessed = true
    }
    const amount = [...numeric].sort((a, b) => quality(b) - quality(a) || a - b)[0]
    if (!pair && amount !== undefined) {
      isGuessed = true
      roles.set(amount, 'amount')
      const chosen = profiles[amount]
      const others = numeric.filter(
        (index) => index !== amount && ((profiles[index]?.decimals ?? 0) > 0 || chosen?.decimals === 0),
      )
      isAmountUnsure = others.length > 0 || chosen?.negatives === 0
      const balance = numeric.find((index) => index > amount && (profiles[index]?.decimals ?? 0) > 0)
      if (balance !== undefined && columnOf(roles, 'balance') < 0) roles.set(balance, 'balance')
    }
  }
  if (columnOf(roles, 'currency') < 0 && isGuessed) {
    const currency = profiles.findIndex(
      (profile, index) => open(index) && profile.filled > 0 && share(profile.currencies, profile) === 1,
    )
    if (currency >= 0) roles.set(currency, 'currency')
  }
  if (isGuessed && columnOf(roles, 'ownAccount') < 0) {
    const own = profiles.findIndex(
      (profile, index) =>
        open(index) && profile.filled > 1 && profile.distinct === 1 && profile.longNumbers === profile.filled,
    )
    if (own >= 0) roles.set(own, 'ownAccount')
  }
  if (columnOf(roles, 'remittance') < 0 && columnOf(roles, 'counterpartyName') < 0)
    for (const [column, profile] of profiles.entries())
      if (open(column) && isText(profile)) roles.set(column, 'remittance')
  return { isGuessed, isAmountUnsure }
}

/** Two neighbouring number columns of which every row fills exactly one, the other being blank or nought: debits, then credits. */
function findPair(numeric: readonly number[], profiles: readonly ColumnProfile[]): readonly [number, number] | null {
  for (const column of numeric) {
    const left = profiles[column]
    const right = profiles[column + 1]
    if (!left || !right || !numeric.includes(column + 1)) continue
    if (left.negatives + right.negatives > 0) continue
    if (left.filled + right.filled === left.rows) return [column, column + 1]
    const moved = left.filled - left.zeros + (right.filled - right.zeros)
    if (left.filled === left.rows && right.filled === right.rows && left.zeros * right.zeros > 0 && moved === left.rows)
      return [column, column + 1]
  }
  return null
}
