import { isCurrency } from '../currencies.ts'
import { columnOf } from './assigned.ts'
import { headerMeanings, normaliseHeader } from './match-header.ts'
import type { ColumnProfile } from './profile-columns.ts'
import type { ColumnRole } from './roles.ts'

const purchaseWords = /\b(?:transaction|purchase|merchant|original|foreign)\b/i
const accountWords = /\b(?:billing|billed|account|posted|settlement)\b/i
const ofAccount =
  /\b(?:billing|account|rachunku|konta|uctu|kontow[aä]hrung|cuenta|compte|conta|conto|rekening)\b|入账|记账/
const tax = /^(?:vat|tax|mwst|ust|umsatzsteuer|iva|tva|btw|moms|gst)\b/
const net = /\b(?:net|netto|neto|netta|ht)\b/
const gross = /\b(?:gross|brutto|bruto|ttc|lordo)\b/

/** Amounts and currencies of the purchases are not those that move the account. */
export function leaveForeignAmounts(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  roles: Map<number, ColumnRole>,
): void {
  preferAccountCurrency(header, profiles, roles)
  preferAccountPair(header, profiles, roles)
  leavePurchaseCurrency(header, profiles, roles)
  preferGross(header, roles)
}

/** Of "Amount" in the currencies of the purchases and "Amount EUR" the latter moves the account. */
function preferAccountCurrency(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  roles: Map<number, ColumnRole>,
): void {
  const [amount, currency] = [columnOf(roles, 'amount'), columnOf(roles, 'currency')]
  if (amount < 0 || (profiles[currency]?.distinct ?? 0) < 2 || columnOf(roles, 'originalAmount') >= 0) return
  const named = header.findIndex(
    (name, column) =>
      column !== amount &&
      !roles.has(column) &&
      / (?:in )?[A-Z]{3}$|\([A-Z]{3}\)$/.test(name) &&
      headerMeanings(name).some(({ role, exactness }) => role === 'amount' && exactness > 1) &&
      (profiles[column]?.numbers ?? 0) === profiles[column]?.rows,
  )
  if (named < 0) return
  roles.set(named, 'amount')
  roles.set(amount, 'originalAmount')
  roles.set(currency, 'originalCurrency')
}

/**
 * Of two amounts that each have a column of currencies behind them ("Amount of the operation", "Currency of the
 * operation", "Amount in the account's currency", "Currency of the account") the one in a single currency moves the
 * account; where both are, the one that is called the account's.
 */
function preferAccountPair(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  roles: Map<number, ColumnRole>,
): void {
  const amount = columnOf(roles, 'amount')
  const isAmount = (column: number) =>
    headerMeanings(header[column] ?? '').some(
      ({ role, exactness }) => (role === 'amount' || role === 'originalAmount') && exactness > 1,
    ) && (profiles[column]?.numbers ?? 0) === profiles[column]?.rows
  const currencies = (column: number, beside: number): number => {
    const profile = profiles[column + beside]
    return profile && profile.currencies > 0 && profile.currencies === profile.filled ? profile.distinct : 0
  }
  const isOfAccount = (column: number) => ofAccount.test(normaliseHeader(header[column] ?? ''))
  if (amount < 0) return
  for (const beside of [1, -1]) {
    const own = currencies(amount, beside)
    if (own === 0 || (own === 1 && isOfAccount(amount))) continue
    const better = profiles.findIndex(
      (_, column) =>
        column !== amount && currencies(column, beside) === 1 && isAmount(column) && (own > 1 || isOfAccount(column)),
    )
    if (better < 0) continue
    for (const role of ['amount', 'currency', 'originalAmount', 'originalCurrency'] as const) {
      const taken = columnOf(roles, role)
      if (taken >= 0) roles.delete(taken)
    }
    roles.set(better, 'amount')
    roles.set(better + beside, 'currency')
    roles.set(amount, 'originalAmount')
    roles.set(amount + beside, 'originalCurrency')
    return
  }
}

/** Of a net and a gross amount with the tax between them the gross one moves the account. */
function preferGross(header: readonly string[], roles: Map<number, ColumnRole>): void {
  const amount = columnOf(roles, 'amount')
  const names = header.map(normaliseHeader)
  if (amount < 0 || columnOf(roles, 'fee') >= 0 || !names.some((name) => tax.test(name))) return
  if (!net.test(names[amount] ?? '')) return
  const whole = names.findIndex((name, column) => gross.test(name) && (roles.get(column) ?? 'ignore') === 'ignore')
  if (whole < 0) return
  roles.set(whole, 'amount')
  roles.set(amount, 'ignore')
}

/** "Transaction currency" beside a "Billing amount" is that of the purchase, not of the account. */
function leavePurchaseCurrency(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  roles: Map<number, ColumnRole>,
): void {
  const [amount, currency] = [columnOf(roles, 'amount'), columnOf(roles, 'currency')]
  if ((profiles[currency]?.distinct ?? 0) < 2) return
  // Both sides name the currency they are in; the column that says others is about something else.
  const sides = [columnOf(roles, 'debit'), columnOf(roles, 'credit')].map(
    (column) => /\b[A-Z]{3}\b(?=\W*$)/.exec(header[column] ?? '')?.[0],
  )
  if (amount < 0 && sides[0] !== undefined && sides[0] === sides[1] && isCurrency(sides[0]))
    roles.set(currency, 'originalCurrency')
  if (amount < 0) return
  if (purchaseWords.test(header[currency] ?? '') && accountWords.test(header[amount] ?? ''))
    roles.set(currency, 'originalCurrency')
}
