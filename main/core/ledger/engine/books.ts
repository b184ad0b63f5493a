import { dayNumber } from './days.ts'
import { type ForeignIndex, indexForeign } from './foreign.ts'
import { createParties, type Parties, type PartyCode } from './parties.ts'
import { type DocumentIndex, indexDocuments } from './references/document-index.ts'
import { findReferences, type Hit } from './references/find-references.ts'
import type { EngineEntry, EngineInput, EngineItem, Reason } from './types.ts'

/** Lines of one amount and currency, by position, in order of time. */
export interface Bucket {
  readonly items: readonly number[]
  readonly entries: readonly number[]
}

/**
 * Both sides in a fixed order (day, place, id), with the indexes that the passes need, and what is still open. Items and
 * entries are numbers here: their places in these lists.
 */
export interface Books {
  readonly input: EngineInput
  readonly items: readonly EngineItem[]
  readonly entries: readonly EngineEntry[]
  readonly itemDays: Int32Array
  readonly entryDays: Int32Array
  readonly itemParty: Int32Array
  readonly entryParty: Int32Array
  readonly parties: Parties
  readonly documents: DocumentIndex
  bucket(currency: string, amount: number): Bucket
  /** Entries kept in another currency whose original amount is this. */
  originals(currency: string, amount: number): readonly number[]
  readonly foreign: ForeignIndex
  hits(item: number): readonly Hit[]
  /** Who pays and whom the books expect; C4 too where another pays and the text names them in full. */
  party(item: number, entry: number): PartyCode | null
  /** Reasons that very many pairs share: one of each is held. */
  readonly dateReasons: Map<string, Reason>
  isItemOpen(item: number): boolean
  isEntryOpen(entry: number): boolean
  takeItem(item: number): void
  takeEntry(entry: number): void
  /** Nearer of booking and value date, in days. */
  distance(item: number, entry: number): number
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const none: readonly never[] = []
const nothing: Bucket = { items: none, entries: none }

/** A list that begins with its first number takes a fifth of one to which it is pushed; most amounts occur once. */
function added(list: readonly number[], value: number): readonly number[] {
  if (list.length === 0) return [value]
  ;(list as number[]).push(value)
  return list
}

export function createBooks(input: EngineInput): Books {
  const items = input.items
    .filter(({ open }) => open !== 0)
    .sort((a, b) => compareText(a.bookingDate, b.bookingDate) || a.position - b.position || compareText(a.id, b.id))
  const entries = input.entries
    .filter(({ open }) => open !== 0)
    .sort((a, b) => compareText(a.bookingDate, b.bookingDate) || compareText(a.id, b.id))
  const parties = createParties(input.counterparties)
  const itemDays = Int32Array.from(items, ({ bookingDate }) => dayNumber(bookingDate))
  const entryDays = Int32Array.from(entries, ({ bookingDate }) => dayNumber(bookingDate))
  const entryParty = Int32Array.from(entries, (entry) => parties.ofEntry(entry))
  const itemParty = Int32Array.from(items, (item) => parties.ofItem(item))
  const documents = indexDocuments(entries)
  const takenItems = new Uint8Array(items.length)
  const takenEntries = new Uint8Array(entries.length)

  const buckets = new Map<string, Map<number, { items: readonly number[]; entries: readonly number[] }>>()
  const originals = new Map<string, number[]>()
  const bucketOf = (currency: string, amount: number) => {
    const amounts = buckets.get(currency) ?? new Map<number, { items: readonly number[]; entries: readonly number[] }>()
    buckets.set(currency, amounts)
    const bucket = amounts.get(amount) ?? { items: none, entries: none }
    amounts.set(amount, bucket)
    return bucket
  }
  items.forEach((item, at) => {
    const bucket = bucketOf(item.currency, item.open)
    bucket.items = added(bucket.items, at)
  })
  entries.forEach((entry, at) => {
    const bucket = bucketOf(entry.currency, entry.open)
    bucket.entries = added(bucket.entries, at)
    if (entry.originalAmount !== null && entry.originalCurrency !== null)
      append(originals, `${entry.originalCurrency} ${Math.sign(entry.open) * Math.abs(entry.originalAmount)}`, at)
  })

  const hits: (readonly Hit[] | undefined)[] = Array.from({ length: items.length })
  const valueDays = (values: readonly { readonly valueDate: string | null }[], days: Int32Array) =>
    Int32Array.from(values, ({ valueDate }, at) => (valueDate === null ? (days[at] as number) : dayNumber(valueDate)))
  const itemValueDays = valueDays(items, itemDays)
  const entryValueDays = valueDays(entries, entryDays)

  // The passes go from item to item; the text of the last one is kept.
  let read = { item: -1, text: '' }
  const textOf = (item: number): string => {
    if (read.item !== item) read = { item, text: parties.textBeside(items[item] as EngineItem) }
    return read.text
  }

  return {
    input,
    items,
    entries,
    itemDays,
    entryDays,
    itemParty,
    entryParty,
    parties,
    documents,
    bucket: (currency, amount) => buckets.get(currency)?.get(amount) ?? nothing,
    originals: (currency, amount) => originals.get(`${currency} ${amount}`) ?? [],
    foreign: indexForeign(entries, items[0]?.currency),
    hits(item) {
      const known = hits[item]
      if (known) return known
      const found = findReferences(items[item] as EngineItem, documents, entries)
      hits[item] = found.length === 0 ? none : found
      return found
    },
    party(item, entry) {
      const [payer, expected] = [itemParty[item] as number, entryParty[entry] as number]
      return parties.code(payer, expected) ?? (parties.isNamedIn(textOf(item), expected) ? 'C4' : null)
    },
    dateReasons: new Map(),
    isItemOpen: (item) => takenItems[item] === 0,
    isEntryOpen: (entry) => takenEntries[entry] === 0,
    takeItem(item) {
      takenItems[item] = 1
      hits[item] = undefined
    },
    takeEntry(entry) {
      takenEntries[entry] = 1
    },
    distance(item, entry) {
      const [i, e] = [itemDays[item] as number, entryDays[entry] as number]
      const [iv, ev] = [itemValueDays[item] as number, entryValueDays[entry] as number]
      return Math.min(Math.abs(i - e), Math.abs(iv - e), Math.abs(iv - ev))
    },
  }
}

/** The part of a list, in order of days, that lies within `from` to `to`. */
export function withinDays(list: readonly number[], days: Int32Array, from: number, to: number): readonly number[] {
  const start = firstFrom(list, days, from)
  const end = firstFrom(list, days, to + 1)
  return start === 0 && end === list.length ? list : list.slice(start, end)
}

export function firstFrom(list: readonly number[], days: Int32Array, day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[list[middle] as number] as number) < day) low = middle + 1
    else high = middle
  }
  return low
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
