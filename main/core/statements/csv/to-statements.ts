import type {
  ReadEvent,
  ReadOptions,
  StatementBalance,
  StatementEnd,
  StatementHead,
  StatementWarning,
} from '../types.ts'
import type { CsvReading } from './analyse.ts'
import { type BalancePlace, type Chain, findChain } from './balance-chain.ts'
import { entryBuilder } from './build-entry.ts'
import type { Period } from './date-text.ts'
import type { FoundBalance, Item } from './items.ts'

const groupSize = 1_000

/** The items of one account in one currency, in the file's order. */
interface Group {
  readonly account: string | null
  readonly currency: string | null
  readonly items: Item[]
}

function groupItems({ read, plan }: CsvReading): Group[] {
  const groups = new Map<string, Group>()
  for (const item of read.items) {
    const key = `${item.account ?? ''} ${item.currency ?? ''}`
    const group = groups.get(key)
    if (group) group.items.push(item)
    else groups.set(key, { account: item.account, currency: item.currency, items: [item] })
  }
  return groups.size > 0 ? [...groups.values()] : [{ account: plan.account, currency: plan.currency, items: [] }]
}

/** Hands a reading on: warnings and questions, then each account's statement. */
export function* toEvents(reading: CsvReading, options: ReadOptions): Generator<readonly ReadEvent[]> {
  yield [
    {
      kind: 'detail',
      formatDetail: reading.mapping.name === '' ? 'CSV' : `CSV: ${reading.mapping.name}`,
      mapping: reading.mapping,
    },
    ...reading.warnings.map((warning) => ({ kind: 'warning', warning }) as const),
    ...reading.questions.map((question) => ({ kind: 'question', question }) as const),
  ]
  const build = entryBuilder(reading.text, reading.plan, options.precision)
  const groups = groupItems(reading)
  for (const group of groups) {
    const { end, warnings, place } = closeGroup(group, reading, groups.length === 1)
    const placed = (item: Item): Item =>
      place === 'before' && item.balance !== null ? { ...item, balance: item.balance + item.amount } : item
    yield [
      { kind: 'statement', head: headOf(group, reading) },
      ...warnings.map((warning) => ({ kind: 'warning', warning }) as const),
    ]
    for (let from = 0; from < group.items.length; from += groupSize) {
      options.signal?.throwIfAborted()
      yield group.items
        .slice(from, from + groupSize)
        .map((item) => ({ kind: 'entry', entry: build(placed(item)) }) as const)
    }
    yield [{ kind: 'end', end }]
  }
}

const headOf = ({ account, currency }: Group, { plan }: CsvReading): StatementHead => ({
  account,
  currency,
  statementRef: null,
  sequenceNo: null,
  legalSequenceNo: null,
  pageNo: null,
  lastPage: null,
  copyFlag: 'original',
  accountOwner: account === plan.account || plan.account === null ? plan.owner : null,
})

const orderWords: Readonly<Record<Chain['order'], string>> = {
  ascending: 'ascending order',
  descending: 'descending order',
  days_descending: 'days descending, lines of a day ascending',
  days_ascending: 'days ascending, lines of a day descending',
  by_date: 'lines in the order of their days',
}

function closeGroup(
  group: Group,
  reading: CsvReading,
  isOnly: boolean,
): { end: StatementEnd; warnings: StatementWarning[]; place: BalancePlace } {
  const items = group.items.filter(({ status }) => status === 'booked')
  const chain = findChain(items)
  const dates = items.flatMap(({ bookingDate }) => (bookingDate ? [bookingDate] : []))
  const fromDate = dates.reduce<string | null>((least, date) => (least === null || date < least ? date : least), null)
  const toDate = dates.reduce<string | null>((most, date) => (most === null || date > most ? date : most), null)
  const found = reading.read.balances.filter((one) => isOnly || (one.account !== null && one.account === group.account))
  const named = (kind: FoundBalance['kind']) =>
    kind === 'opening' ? found.find((one) => one.kind === kind) : found.findLast((one) => one.kind === kind)
  const typed = (one: FoundBalance | undefined): StatementBalance | null =>
    one ? { amount: one.amount, date: one.date, kind: one.label } : null
  const closing = typed(named('closing'))
  const opening = believed(typed(named('opening')), closing, items)
  const running = chain
    ? {
        opening: { amount: chain.opening, date: fromDate, kind: 'running' },
        closing: { amount: chain.closing, date: toDate, kind: 'running' },
      }
    : null
  const used = chain && (chain.breaks === 0 || !opening || !closing) ? running : null
  const interpretation = [...reading.interpretation]
  if (chain && chain.steps > 0) interpretation.push(orderWords[chain.order])
  if (chain?.place === 'before') interpretation.push('balances before their lines')
  const stated = covering(isOnly ? reading.plan.period : null, fromDate, toDate)
  const end: StatementEnd = {
    fromDate: stated?.first ?? fromDate,
    toDate: stated?.last ?? toDate,
    opening: used?.opening ?? opening,
    closing: used?.closing ?? closing,
    otherBalances: [
      ...found.filter(({ kind }) => kind === 'other').flatMap((one) => typed(one) ?? []),
      ...(used ? [opening, closing].filter((one) => one !== null) : []),
    ],
    declared: null,
    interpretation,
  }
  return { end, warnings: chainWarnings(items, chain), place: chain?.place ?? 'after' }
}

/** A "last balance" is the one before the lines with some banks, and the one after them with others: it has to prove. */
function believed(
  opening: StatementBalance | null,
  closing: StatementBalance | null,
  items: readonly Item[],
): StatementBalance | null {
  if (opening === null || !/\bletzter?\b/i.test(opening.kind)) return opening
  const sum = items.reduce((total, { amount }) => total + amount, 0)
  return closing !== null && opening.amount + sum === closing.amount ? opening : null
}

/** The stated period, as long as no line lies outside of it. */
const covering = (period: Period | null, first: string | null, last: string | null): Period | null =>
  period !== null && (first === null || period.first <= first) && (last === null || last <= period.last) ? period : null

function chainWarnings(items: readonly Item[], chain: Chain | null): StatementWarning[] {
  const hasBalances = items.length > 1 && items.filter(({ balance }) => balance !== null).length > 1
  if (!hasBalances) return []
  if (!chain) {
    const line = items.find(({ balance }) => balance !== null)?.row.line ?? 1
    return [
      {
        code: 'running_balance_broken',
        params: { context: 'nowhere' },
        message: 'The running balance agrees with the amounts nowhere; it is not used as proof.',
        line,
      },
    ]
  }
  if (chain.firstBreak) {
    const { line, missing } = chain.firstBreak
    return [
      {
        code: 'running_balance_broken',
        message: `The running balance breaks at line ${line}: ${missing} minor units are missing before it.`,
        line,
        count: chain.breaks,
      },
    ]
  }
  const place = chain.order === 'by_date' ? null : dateBreak(items)
  return place === null
    ? []
    : [
        {
          code: 'running_balance_out_of_date_order',
          message: `The running balance follows the lines of the file, but the dates do not: they jump back at line ${place}. Lines may be missing or sorted anew.`,
          line: place,
        },
      ]
}

/** The first line at which the dates run against the direction they began with. */
function dateBreak(items: readonly Item[]): number | null {
  let rising = 0
  let before: string | null = null
  for (const { bookingDate, row } of items) {
    if (bookingDate === null) continue
    if (before !== null && bookingDate !== before) {
      const step = bookingDate > before ? 1 : -1
      if (rising !== 0 && step !== rising) return row.line
      rising = step
    }
    before = bookingDate
  }
  return null
}
