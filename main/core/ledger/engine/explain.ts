import { stableKey } from '../matches/stable-key.ts'
import { type Books, createBooks } from './books.ts'
import { type Edge, edgeOf, edgesOf, nearest } from './edges.ts'
import { bandOf } from './points.ts'
import { pairReasons } from './reasons.ts'
import { weigh } from './rivals.ts'
import type { Band, EngineEntry, EngineInput, EngineItem, Reason } from './types.ts'

export type WhyNot =
  | 'below_threshold'
  | 'amount_differs'
  | 'partial'
  | 'opposite_sign'
  | 'other_currency'
  | 'outside_window'
  | 'rejected'
  | 'replaced_in_series'

/** An entry beside an item: what speaks for the pair, and what keeps it from being suggested. */
export interface Candidate {
  readonly entryId: string
  readonly score: number
  /** Null below the threshold. */
  readonly band: Band | null
  readonly reasons: readonly Reason[]
  /** Empty: it is, or may be, suggested; the assignment of all lines together decides. */
  readonly whyNot: readonly { readonly code: WhyNot; readonly text: string }[]
}

const texts: Readonly<Record<WhyNot, string>> = {
  below_threshold: 'The score is below the threshold of the ledger',
  amount_differs: 'The open amounts differ, and no reference or known deduction explains it',
  partial: 'The reference agrees and the amount does not; only a part of it can be settled',
  opposite_sign: 'One is money in, the other money out',
  other_currency: 'The currencies differ, and the original amount does not agree',
  outside_window: 'The days are further apart than the window of the ledger',
  rejected: 'A person rejected exactly this pair',
  replaced_in_series: 'Another line of the same series is nearer in time',
}
const because = (code: WhyNot) => ({ code, text: texts[code] })

/** Entries near in amount that are shown although nothing else speaks for them. */
const mostNearby = 20

/**
 * The entries that come nearest to matching an item, best first, those below the threshold too, each with its reasons
 * and why it is not suggested (6.5). Unknown item: an empty list.
 */
export function explainCandidates(input: EngineInput, itemId: string, limit: number): Candidate[] {
  const books = createBooks({ ...input, rejected: new Set() })
  const item = books.items.findIndex(({ id }) => id === itemId)
  if (item < 0) return []
  const own = edgesOf(books, item)
  const rivals = rivalItems(books, item, own).flatMap((other) => edgesOf(books, other))
  const weighed = weigh(books, [...own, ...rivals])
  const found = new Map<number, Candidate>()
  for (const one of weighed) {
    if (one.edge.item !== item) continue
    const reasons = pairReasons(books, one)
    const codes: WhyNot[] = [
      ...(one.edge.amount === null ? (['partial'] as const) : []),
      ...(one.score < input.profile.storeFrom ? (['below_threshold'] as const) : []),
      ...(isRejected(books, input, one.edge) ? (['rejected'] as const) : []),
    ]
    found.set(one.edge.entry, candidate(books, input, one.edge.entry, one.score, reasons, codes))
  }
  for (const edge of own)
    if (!found.has(edge.entry)) {
      const reasons = pairReasons(books, { edge, standing: null, rivals: 0, lift: 0, doubt: 0, total: 0, score: 0 })
      found.set(edge.entry, candidate(books, input, edge.entry, sum(reasons), reasons, ['replaced_in_series']))
    }
  for (const entry of nearInAmount(books, item))
    if (!found.has(entry)) {
      const edge = edgeOf(books, item, entry, null)
      const reasons = edge
        ? pairReasons(books, { edge, standing: null, rivals: 0, lift: 0, doubt: 0, total: 0, score: 0 })
        : []
      found.set(entry, candidate(books, input, entry, sum(reasons), reasons, whyNot(books, item, entry)))
    }
  return [...found.entries()]
    .sort(
      ([a, left], [b, right]) =>
        right.score - left.score ||
        Math.abs(differenceOf(books, item, a)) - Math.abs(differenceOf(books, item, b)) ||
        a - b,
    )
    .slice(0, limit)
    .map(([, one]) => one)
}

function candidate(
  books: Books,
  input: EngineInput,
  entry: number,
  score: number,
  reasons: readonly Reason[],
  codes: readonly WhyNot[],
): Candidate {
  const clamped = Math.max(0, Math.min(100, score))
  return {
    entryId: (books.entries[entry] as EngineEntry).id,
    score: clamped,
    band: clamped >= input.profile.storeFrom ? bandOf(clamped) : null,
    reasons,
    whyNot: codes.map(because),
  }
}

const sum = (reasons: readonly Reason[]): number => reasons.reduce((total, { points }) => total + points, 0)
const differenceOf = (books: Books, item: number, entry: number): number =>
  (books.items[item] as EngineItem).open - (books.entries[entry] as EngineEntry).open

const isRejected = (books: Books, input: EngineInput, { item, entry }: Edge): boolean => {
  const [line, booked] = [books.items[item] as EngineItem, books.entries[entry] as EngineEntry]
  const legs = [
    { side: 'source', id: line.id, amount: line.open },
    { side: 'ledger', id: booked.id, amount: booked.open },
  ]
  return input.rejected.has(stableKey(legs))
}

/** Other lines that want one of the same entries. */
function rivalItems(books: Books, item: number, own: readonly Edge[]): number[] {
  const amounts = new Set(own.map(({ entry }) => (books.entries[entry] as EngineEntry).open))
  const { currency } = books.items[item] as EngineItem
  const found = [...amounts].flatMap((amount) =>
    nearest(books.bucket(currency, amount).items, books.itemDays, books.itemDays[item] as number, mostNearby * 2),
  )
  return [...new Set(found)].filter((other) => other !== item)
}

/** Nearest in amount, of any sign, then in time. */
function nearInAmount(books: Books, item: number): number[] {
  const goal = Math.abs((books.items[item] as EngineItem).open)
  return books.entries
    .map(({ open }, at) => ({ at, away: Math.abs(Math.abs(open) - goal), days: books.distance(item, at) }))
    .sort((a, b) => a.away - b.away || a.days - b.days || a.at - b.at)
    .slice(0, mostNearby)
    .map(({ at }) => at)
}

function whyNot(books: Books, item: number, entry: number): WhyNot[] {
  const [line, booked] = [books.items[item] as EngineItem, books.entries[entry] as EngineEntry]
  const lag = (books.itemDays[item] as number) - (books.entryDays[entry] as number)
  const { days } = books.input.profile
  return [
    ...(Math.sign(line.open) === Math.sign(booked.open) ? [] : (['opposite_sign'] as const)),
    ...(line.currency === booked.currency ? [] : (['other_currency'] as const)),
    ...(Math.abs(line.open) === Math.abs(booked.open) ? [] : (['amount_differs'] as const)),
    ...(lag >= days[0] && lag <= days[1] ? [] : (['outside_window'] as const)),
  ]
}
