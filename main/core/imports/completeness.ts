import type { Accounts } from '../accounts/types.ts'
import type { BankProfile } from '../banks/types.ts'
import type { Database } from '../db/open.ts'
import { invalid } from '../errors.ts'
import type { Minor } from '../money.ts'
import { day } from '../time.ts'
import { dayAt } from './zoned-days.ts'

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
interface SumRow {
  readonly currency: string
  readonly booking_date: string
  readonly sum: Minor
}
interface MovementRow {
  readonly currency: string
  readonly amount_minor: Minor
  readonly received_at: number
  readonly is_filed: number
}

const mostDays = 750
const next = (date: string, by = 1): string => new Date(Date.parse(date) + by * day).toISOString().slice(0, 10)
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
  const lines = db.prepare<[string], SumRow>(
    `select currency, booking_date, sum(amount_minor) as sum from (
       select currency, min(booking_date) as booking_date, amount_minor from import_lines x
        where account_id = ? and ${live} group by line_key)
      group by currency, booking_date`,
  )
  const movements = db.prepare<[string, number, number], MovementRow>(
    `select currency, amount_minor, received_at,
            exists (select 1 from import_lines x where x.movement_id = m.id and ${live}) as is_filed
       from movements m where account_id = ? and received_at >= ? and received_at < ?`,
  )

  return (userId: string, accountId: string, from: string, to: string): CurrencyCompleteness[] => {
    const account = accounts.owned(userId, accountId)
    const count = Math.round((Date.parse(to) - Date.parse(from)) / day) + 1
    if (!(count >= 1 && count <= mostDays))
      throw invalid('completeness.range', `from and to must be days in order, at most ${mostDays} days apart`)
    const { timeZone } = deps.profile(account.bankId)
    const all = statements.all(accountId)
    const filed = lines.all(accountId)
    // Gaps reach beyond the asked days: what arrived between two statements counts wherever they lie.
    const first = all.reduce((least, { from_date }) => (from_date < least ? from_date : least), from)
    const arrived = movements
      .all(accountId, Date.parse(next(first, -2)), Date.parse(next(to, 2)))
      .map((row) => ({ ...row, date: dayAt(row.received_at, timeZone) }))
    const currencies = [...new Set([...all, ...arrived].map(({ currency }) => currency))].sort()
    return currencies.map((currency) =>
      completenessOf({
        currency,
        dates: Array.from({ length: count }, (_, at) => next(from, at)),
        statements: all.filter((row) => row.currency === currency),
        filed: new Map(filed.filter((row) => row.currency === currency).map((row) => [row.booking_date, row.sum])),
        arrived: arrived.filter((row) => row.currency === currency),
      }),
    )
  }
}

function completenessOf(known: {
  currency: string
  dates: readonly string[]
  statements: readonly StatementRow[]
  filed: ReadonlyMap<string, Minor>
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
      const difference = opens - before.closing - sumBetween(known, between.from, between.to)
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

/** What files and readings tell of the days between two statements; each movement once. */
function sumBetween(
  {
    filed,
    arrived,
  }: { filed: ReadonlyMap<string, Minor>; arrived: readonly (MovementRow & { readonly date: string })[] },
  from: string,
  to: string,
): Minor {
  let sum = 0
  for (const [date, amount] of filed) if (date >= from && date <= to) sum += amount
  for (const row of arrived) if (row.is_filed === 0 && row.date >= from && row.date <= to) sum += row.amount_minor
  return sum
}

function provedUntil(state: ReadonlyMap<string, DayState>, statements: readonly StatementRow[]): string | null {
  const first = statements[0]?.from_date
  if (first === undefined) return null
  let last: string | null = null
  for (let date = first; state.get(date) === 'proved'; date = next(date)) last = date
  return last
}
