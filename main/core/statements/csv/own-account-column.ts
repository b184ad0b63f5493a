import { headerMeanings, normaliseHeader } from './match-header.ts'
import { firstColumn } from './plan.ts'
import type { ColumnProfile } from './profile-columns.ts'
import type { ColumnRole } from './roles.ts'
import type { Row } from './tokenize.ts'

/** Headers of other languages: a column of nothing but currency codes, and one that holds one IBAN in every row. */
export function nameByContent(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  roles: Map<number, ColumnRole>,
): void {
  const isUnknown = (column: number) => !roles.has(column) && headerMeanings(header[column] ?? '').length === 0
  const only = (fits: (profile: ColumnProfile) => boolean): number => {
    const found = profiles.flatMap((profile, column) => (isUnknown(column) && fits(profile) ? [column] : []))
    return found.length === 1 ? (found[0] ?? -1) : -1
  }
  const currency = only((profile) => profile.filled > 1 && profile.currencies === profile.filled)
  if (currency >= 0 && firstColumn(roles, 'currency') < 0) roles.set(currency, 'currency')
  const own = only((profile) => profile.filled > 1 && profile.distinct === 1 && profile.ibans === profile.filled)
  if (own >= 0 && firstColumn(roles, 'ownAccount') < 0) roles.set(own, 'ownAccount')
}

/** "Mercury Checking xx1234": what a file of several accounts calls them. */
const maskedName = /\p{L}.*[x*•·.]{2,}\s*\d{3,4}$/iu

/** The account that money left or came to, in a file that names no other side's. */
export function takeNamedSource(header: readonly string[], rows: readonly Row[], roles: Map<number, ColumnRole>): void {
  const names = header.map(normaliseHeader)
  const column = names.indexOf('source account')
  const hasOther = names.some((name) => /\b(?:target|destination|recipient|to) account\b/.test(name))
  if (column < 0 || hasOther || firstColumn(roles, 'ownAccount') >= 0) return
  if (rows.every(({ cells }) => maskedName.test(cells[column] ?? ''))) roles.set(column, 'ownAccount')
}

/** An account number before the dates is the own one where another column names the other side's IBAN. */
export function leaveOwnBesideIban(header: readonly string[], roles: Map<number, ColumnRole>): void {
  const date = firstColumn(roles, 'bookingDate')
  if (firstColumn(roles, 'ownAccount') >= 0) return
  const number = header.findIndex(
    (name, column) =>
      column < date &&
      (roles.get(column) ?? 'counterpartyAccount') === 'counterpartyAccount' &&
      headerMeanings(name).some(({ role, exactness }) => role === 'counterpartyAccount' && exactness === 3),
  )
  const iban = header.findIndex((name, column) => column > date && /\biban\b/i.test(name))
  if (number < 0 || iban < 0) return
  roles.set(number, 'ownAccount')
  roles.set(iban, 'counterpartyAccount')
}

/** An account that is the same in every line before the dates is hardly the other side's. */
export function takeConstantAsOwn(profiles: readonly ColumnProfile[], roles: Map<number, ColumnRole>): void {
  const column = firstColumn(roles, 'counterpartyAccount')
  const profile = profiles[column]
  if (!profile || firstColumn(roles, 'ownAccount') >= 0 || column > firstColumn(roles, 'bookingDate')) return
  if (profile.distinct === 1 && profile.filled > 1 && profile.filled === profile.rows) roles.set(column, 'ownAccount')
}
