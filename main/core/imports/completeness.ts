import type { Accounts } from '../accounts/types.ts'
import type { BankProfile } from '../banks/types.ts'
import type { Database } from '../db/open.ts'
import { invalid } from '../errors.ts'
import type { Minor } from '../money.ts'
import { day } from '../time.ts'
import { aroundDay, dayAt } from '../zoned-days.ts'
import { isBroughtByImport } from './line-movement.ts'

/**
 * What is known of a day: its balances prove it, they contradict, a file tells it without balances, only readings do, an
 * amount is missing, or nothing is known.
 */
export type DayState = 'proved' | 'not_proved' | 'covered' | 'movements' | 'gap' | 'unknown'

export interface CompletenessDay {
  readonly date: string
  readonly state: DayState
  readonly movements: number
  readonly sum: Minor
}

/** Days between which the balances do not agree with the movements. */
export interface CompletenessGap {
  readonly from: string
  readonly to: string
  /** What closing has beyond opening and movements; positive: money came in that no movement tells of. */
  readonly difference: Minor
  /** Between two statements, or within one. */
  readonly kind: 'between' | 'within'
}

export interface CurrencyCompleteness {
  readonly currency: string
  /** The last day up to which, without a break, everything is proved; null when the newest is not. */
  readonly provedUntil: string | null
  readonly days: readonly CompletenessDay[]
  readonly gaps: readonly CompletenessGap[]
}

interface StatementRow {
  readonly currency: string
  readonly from_date: string
  readonly to_date: string
  readonly opening: string | null
  readonly closing: string | null
  readonly proof_status: 'proved' | 'not_proved' | 'not_provable'
  readonly proof_difference: Minor | null
}
interface MovementRow {
  readonly currency: string
  readonly amount_minor: Minor
  readonly received_at: number
}

const mostDays = 750
const next = (date: string, by = 1): string => new Date(Date.parse(date) + by * day).toISOString().slice(0, 10)
const isWithin = (date: string, from: string, to: string): boolean => date >= from && date <= to
const amountOf = (balance: string | null): Minor | null =>
  balance === null ? null : (JSON.parse(balance) as { amount: Minor }).amount

/**
 * The completeness proof of an account: opening + movements = closing, statement by statement and from one statement to
 * the next (ledger specification 5.1, 5.3). Days in the bank's zone.
 */
export function createCompleteness(deps: {
  readonly db: Database
  readonly accounts: Pick<Accounts, 'owned'>
  readonly profile: (bankId: string) => Pick<BankProfile, 'timeZone'>
}) {
  const { db, accounts } = deps
  const live = `exists (select 1 from statement_imports i where i.id = x.import_id and i.status in ('applying', 'done'))`
  const statements = db.prepare<[string], StatementRow>(
    `select currency, from_date, to_date, opening, closing, proof_status, proof_difference from import_statements x
      where account_id = ? and from_date is not null and to_date is not null and ${live}
      order by from_date, to_date, ordinal`,
  )
  // Each line of the bank once, whichever files told it.
  const filed = db
    .prepare<[string, string, string, string], Minor>(
      `select coalesce(sum(amount_minor), 0) from (
         select amount_minor from import_lines x
          where account_id = ? and currency = ? and booking_date between ? and ? and ${live} group by line_key)`,
    )
    .pluck()
  const movements = db.prepare<[string, number, number], MovementRow>(
    'select currency, amount_minor, received_at from movements where account_id = ? and received_at >= ? and received_at < ?',
  )
  const unfiled = db.prepare<[string, number, number], MovementRow>(
    `select currency, amount_minor, received_at from movements m
      where account_id = ? and received_at >= ? and received_at < ?
        and not ${isBroughtByImport}
        and not exists (select 1 from import_lines x where x.movement_id = m.id and ${live})`,
  )

  /** What files and readings tell of the days between two statements; each movement once. */
  const toldBetween = (accountId: string, timeZone: string) => (currency: string, from: string, to: string) => {
    if (from > to) return 0
    const arrived = unfiled
      .all(accountId, aroundDay(from).from, aroundDay(to).until)
      .filter((row) => row.currency === currency)
      .filter((row) => isWithin(dayAt(row.received_at, timeZone), from, to))
    const brought = filed.get(accountId, currency, from, to) ?? 0
    return arrived.reduce((sum, { amount_minor: amount }) => sum + amount, brought)
  }

  return (userId: string, accountId: string, from: string, to: string): CurrencyCompleteness[] => {
    const account = accounts.owned(userId, accountId)
    const count = Math.round((Date.parse(to) - Date.parse(from)) / day) + 1
    if (!(count >= 1 && count <= mostDays))
      throw invalid('completeness.range', `from and to must be days in order, at most ${mostDays} days apart`)
    const { timeZone } = deps.profile(account.bankId)
    const all = statements.all(accountId)
    const told = toldBetween(accountId, timeZone)
    const arrived = movements
      .all(accountId, aroundDay(from).from, aroundDay(to).until)
      .map((row) => ({ ...row, date: dayAt(row.received_at, timeZone) }))
    const currencies = [...new Set([...all, ...arrived].map(({ currency }) => currency))].sort()
    return currencies.map((currency) =>
      completenessOf({
        currency,
        dates: Array.from({ length: count }, (_, at) => next(from, at)),
        statements: all.filter((row) => row.currency === currency),
        told: (start, end) => told(currency, start, end),
        arrived: arrived.filter((row) => row.currency === currency),
      }),
    )
  }
}

function completenessOf(known: {
  currency: string
  dates: readonly string[]
  statements: readonly StatementRow[]
  /** Sum of what is known of days, the last one included. */
  told: (from: string, to: string) => Minor
  arrived: readonly (MovementRow & { readonly date: string })[]
}): CurrencyCompleteness {
  const { currency, dates, statements, arrived } = known
  const state = new Map<string, DayState>()
  const mark = (from: string, to: string, as: DayState, over: readonly (DayState | undefined)[]) => {
    for (let date = from; date <= to; date = next(date)) if (over.includes(state.get(date))) state.set(date, as)
  }
  const gaps: CompletenessGap[] = []
  for (const { from_date: from, to_date: to, proof_status: status, proof_difference: difference } of statements) {
    if (status === 'proved') mark(from, to, 'proved', [undefined, 'covered', 'not_proved'])
    else if (status === 'not_provable') mark(from, to, 'covered', [undefined])
    else {
      mark(from, to, 'not_proved', [undefined, 'covered'])
      if (difference !== null) gaps.push({ from, to, difference, kind: 'within' })
    }
  }

  let before: { to: string; closing: Minor } | null = null
  for (const { from_date: from, to_date: to, opening, closing } of statements) {
    const opens = amountOf(opening)
    const closes = amountOf(closing)
    if (before !== null && opens !== null && from > before.to) {
      const between = { from: next(before.to), to: next(from, -1) }
      const difference = opens - before.closing - known.told(between.from, between.to)
      if (difference === 0) mark(between.from, between.to, 'proved', [undefined, 'covered'])
      else {
        const isAdjacent = between.from > between.to
        const gap = isAdjacent ? { from: before.to, to: from } : between
        gaps.push({ ...gap, difference, kind: 'between' })
        if (!isAdjacent) mark(gap.from, gap.to, 'gap', [undefined, 'covered'])
      }
    }
    if (closes !== null && (before === null || to >= before.to)) before = { to, closing: closes }
  }

  const byDay = Map.groupBy(arrived, ({ date }) => date)
  const days = dates.map((date): CompletenessDay => {
    const own = byDay.get(date) ?? []
    return {
      date,
      state: state.get(date) ?? (own.length > 0 ? 'movements' : 'unknown'),
      movements: own.length,
      sum: own.reduce((sum, { amount_minor: amount }) => sum + amount, 0),
    }
  })
  return {
    currency,
    provedUntil: provedUntil(state, statements),
    days,
    gaps: gaps.sort((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

function provedUntil(state: ReadonlyMap<string, DayState>, statements: readonly StatementRow[]): string | null {
  const first = statements[0]?.from_date
  if (first === undefined) return null
  let last: string | null = null
  for (let date = first; state.get(date) === 'proved'; date = next(date)) last = date
  return last
}
