import { type Assignment, columnOf, isText, share } from './assigned.ts'
import { leaveForeignAmounts } from './foreign-amounts.ts'
import { guessEssentials } from './guess-essentials.ts'
import { isDetailAmount } from './header-hints.ts'
import { type HeaderMeaning, headerLanguage, headerMeanings } from './match-header.ts'
import { leaveOwnBesideIban, nameByContent, takeConstantAsOwn } from './own-account-column.ts'
import type { ColumnProfile } from './profile-columns.ts'
import type { ColumnRole } from './roles.ts'

const many: ReadonlySet<ColumnRole> = new Set(['remittance', 'ignore', 'reference'])
// A second column of these is worth keeping as text.
const spare: ReadonlySet<ColumnRole> = new Set(['counterpartyName', 'payerName', 'payeeName', 'type'])
// Decided in this order, so that what a table cannot do without is found first.
const order: readonly ColumnRole[] = [
  'bookingDate',
  'debit',
  'credit',
  'amount',
  'balance',
  'valueDate',
  'currency',
  'indicator',
]

/** Whether a column's content can be what its header says. */
function isConfirmed(role: ColumnRole, profile: ColumnProfile, exactness: number): boolean {
  const isCertain = exactness === 3
  const numbers = profile.numbers + (isCertain ? profile.bigWholes : 0)
  switch (role) {
    case 'bookingDate':
    case 'valueDate':
      // Lines announced but not booked hold a word instead of a date.
      return share(profile.dates, profile) >= (isCertain ? 0.3 : 0.8)
    case 'debit':
    case 'credit':
      return profile.filled === 0 ? isCertain : share(numbers, profile) >= (isCertain ? 0.5 : 0.8)
    case 'amount':
    case 'balance':
    case 'openingBalance':
    case 'originalAmount':
    case 'fee':
    case 'rate':
      return (
        share(numbers, profile) >= (isCertain ? 0.5 : 0.9) && (profile.dates < profile.filled || profile.decimals > 0)
      )
    case 'currency':
    case 'originalCurrency':
      return share(profile.currencies, profile) >= 0.9
    case 'indicator':
      return share(profile.debits + profile.credits, profile) >= 0.9
    case 'ownAccount':
      return isOwnAccount(profile, isCertain)
    default:
      return true
  }
}

/** An account that some lines lack, or that changes with every line, is the other side's. */
function isOwnAccount(profile: ColumnProfile, isCertain: boolean): boolean {
  if (profile.filled < profile.rows || (profile.filled > 2 && profile.distinct === profile.filled)) return false
  // The last digits alone, the same in every line.
  const isShort = isCertain && profile.distinct === 1 && profile.numbers > 0
  return (
    (isShort || share(profile.accounts, profile) >= 0.9) &&
    profile.distinct <= Math.min(50, Math.max(10, profile.filled / 5))
  )
}

interface Candidate {
  readonly column: number
  readonly meaning: HeaderMeaning
}

const better = (a: Candidate, b: Candidate, profiles: readonly ColumnProfile[]): number => {
  if (a.meaning.exactness !== b.meaning.exactness) return b.meaning.exactness - a.meaning.exactness
  const left = profiles[a.column]?.filled ?? 0
  const right = profiles[b.column]?.filled ?? 0
  if (order.includes(a.meaning.role) && (left * 2 < right || right * 2 < left)) return right - left
  // "Amount (in US$)" is nought where the purchase was at home.
  if (a.meaning.role === 'amount') {
    const moved = (column: number) => (profiles[column]?.filled ?? 0) - (profiles[column]?.zeros ?? 0)
    if (moved(a.column) * 2 < moved(b.column) || moved(b.column) * 2 < moved(a.column))
      return moved(b.column) - moved(a.column)
  }
  if (a.meaning.role === 'ownAccount') {
    const ibans = (column: number) => profiles[column]?.ibans ?? 0
    if (ibans(a.column) !== ibans(b.column)) return ibans(b.column) - ibans(a.column)
  }
  return a.meaning.rank - b.meaning.rank || a.column - b.column
}

/** Gives each column the meaning that its header names and its content confirms. */
export function assignColumns(header: readonly string[] | null, profiles: readonly ColumnProfile[]): Assignment {
  const roles = new Map<number, ColumnRole>()
  const candidates: Candidate[] = []
  const language = header ? headerLanguage(header) : null
  if (header)
    for (const [column, profile] of profiles.entries()) {
      const confirmed = headerMeanings(header[column] ?? '').filter((meaning) =>
        isConfirmed(meaning.role, profile, meaning.exactness),
      )
      // "Kontonummer" is the other side's account in German and the own one in Swedish.
      const spoken = confirmed.filter(({ languages }) => language !== null && languages.includes(language))
      for (const meaning of spoken.length > 0 ? spoken : confirmed) candidates.push({ column, meaning })
    }

  const take = (role: ColumnRole): void => {
    const open = candidates.filter((one) => one.meaning.role === role && !roles.has(one.column))
    if (many.has(role)) for (const one of open) roles.set(one.column, role)
    else {
      const best = open.sort((a, b) => better(a, b, profiles))[0]
      if (best) roles.set(best.column, role)
    }
  }
  for (const role of order) take(role)
  dropLoneOrLoose(roles, candidates)
  const parts = columnOf(roles, 'amount')
  if (header && columnOf(roles, 'debit') >= 0 && isDetailAmount(header[parts] ?? '')) roles.delete(parts)
  // A column may have lost its first meaning to another column; the names say which of the rest comes first.
  const rest = [...new Set(candidates.map(({ meaning }) => meaning.role))].filter((role) => !order.includes(role))
  const strength = (role: ColumnRole) =>
    Math.max(...candidates.filter((one) => one.meaning.role === role).map((one) => one.meaning.exactness))
  for (const role of rest.sort((a, b) => strength(b) - strength(a) || Number(many.has(a)) - Number(many.has(b))))
    take(role)
  // "Status" says whether a line is final, "Balance Impact" whether it moved the account at all.
  for (const { column, meaning } of candidates)
    if (meaning.role === 'status' && meaning.exactness === 3 && !roles.has(column)) roles.set(column, 'status')
  for (const { column, meaning } of candidates)
    if (spare.has(meaning.role) && meaning.exactness === 3 && !roles.has(column) && isText(profiles[column]))
      roles.set(column, 'remittance')

  nameTheUnnamed(header, profiles, roles)
  if (header) nameByContent(header, profiles, roles)
  if (header) leaveOwnBesideIban(header, roles)
  takeConstantAsOwn(profiles, roles)
  if (header) leaveForeignAmounts(header, profiles, roles)
  const { isGuessed, isAmountUnsure } = guessEssentials(profiles, roles)
  const isSideUnread = header !== null && leavesSideUnread(header, profiles, roles)
  return {
    roles,
    isGuessed: isGuessed || header === null || isSideUnread,
    isAmountUnsure: isAmountUnsure || isSideUnread,
  }
}

/** Whether a column is called the direction, but its words are unknown, and no amount carries a sign of its own. */
function leavesSideUnread(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  roles: ReadonlyMap<number, ColumnRole>,
): boolean {
  const amount = profiles[columnOf(roles, 'amount')]
  if (!amount || amount.negatives > 0 || columnOf(roles, 'indicator') >= 0) return false
  return profiles.some(
    (profile, column) =>
      profile.filled * 2 > profile.rows &&
      headerMeanings(header[column] ?? '').some(({ role, exactness }) => role === 'indicator' && exactness === 3),
  )
}

/** One side alone is no pair; a loosely named amount gives way to a pair. */
function dropLoneOrLoose(roles: Map<number, ColumnRole>, candidates: readonly Candidate[]): void {
  const debit = columnOf(roles, 'debit')
  const credit = columnOf(roles, 'credit')
  const amount = columnOf(roles, 'amount')
  const exactness = (column: number) =>
    Math.max(0, ...candidates.filter((one) => one.column === column).map((one) => one.meaning.exactness))
  if (debit >= 0 && credit >= 0) {
    if (amount >= 0 && exactness(amount) < Math.min(exactness(debit), exactness(credit))) roles.delete(amount)
    return
  }
  if (amount < 0) return
  if (debit >= 0) roles.delete(debit)
  if (credit >= 0) roles.delete(credit)
}

function nameTheUnnamed(
  header: readonly string[] | null,
  profiles: readonly ColumnProfile[],
  roles: Map<number, ColumnRole>,
): void {
  const hasIndicator = columnOf(roles, 'indicator') >= 0
  for (const [column, profile] of profiles.entries()) {
    if (roles.has(column) || profile.filled === 0) continue
    if (
      !hasIndicator &&
      header !== null &&
      share(profile.debits + profile.credits, profile) === 1 &&
      (header[column] ?? '') === ''
    )
      roles.set(column, 'indicator')
    // Banks leave the headers of continued text columns empty.
    else if (
      header !== null &&
      (header[column] ?? '') === '' &&
      roles.get(column - 1) === 'remittance' &&
      isText(profile)
    )
      roles.set(column, 'remittance')
  }
  // A column of "Debit" and "Credit" says the direction, whatever its header is.
  if (columnOf(roles, 'indicator') < 0)
    for (const [column, profile] of profiles.entries()) {
      const role = roles.get(column)
      if (role !== undefined && role !== 'type' && role !== 'remittance') continue
      const isBoth = profile.debits > 0 && profile.credits > 0
      if (
        (isBoth || profile.sideWords === profile.filled) &&
        profile.filled > 0 &&
        profile.debits + profile.credits === profile.filled
      ) {
        roles.set(column, 'indicator')
        break
      }
    }
}
