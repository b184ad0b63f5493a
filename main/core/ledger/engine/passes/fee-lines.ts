import { type Books, withinDays } from '../books.ts'
import type { Drafts } from '../drafts.ts'
import { allOfParty, type Group, push, sumEntries } from '../groups.ts'
import type { EngineEntry, EngineItem } from '../types.ts'
import { payoutGroups } from './net-of-fee.ts'
import { tryBest } from './structured-groups.ts'

/** A fee is at most so large a part of what it is taken from, one in so many. */
const leastGrossPerFee = 6
/** Lines of one day among which gross and fee are looked for. */
const mostOfDay = 200
/** German ones end compound words: "Transaktionsgebühr". */
const feeWords =
  /(?<!\p{L})(?:fees?|charges?|commissions?|disagio|comisi(?:ó|o)n\p{L}*|frais|\p{L}*(?:geb(?:ü|ue)hr\p{L}*|entgelte?|provision(?:en)?|kosten))(?!\p{L})/iu

/**
 * Net of a fee that is a line of its own (6.6 pass 4): the books hold the gross amounts and the fee, the statement what was
 * paid out; or the statement shows both and the books the net. Comes before plain pairs, which would write the fee off a
 * second time.
 */
export function feeLines(books: Books, drafts: Drafts, tick: () => void): void {
  feesInBooks(books, drafts, tick)
  feesOnStatement(books, drafts, tick)
}

function feesInBooks(books: Books, drafts: Drafts, tick: () => void): void {
  const byParty = new Map<number, number[]>()
  for (let entry = 0; entry < books.entries.length; entry++)
    if (books.isEntryOpen(entry)) push(byParty, books.entryParty[entry] as number, entry)
  for (let item = 0; item < books.items.length; item++) {
    tick()
    if (!books.isItemOpen(item) || hasEqual(books, item)) continue
    const { open: net } = books.items[item] as EngineItem
    const own = allOfParty(books, item, byParty)
    const isGross = (at: number): boolean => isSameWay(net, (books.entries[at] as EngineEntry).open)
    const fees = own.filter((at) => !isGross(at))
    const gross = fees.length === 0 ? [] : own.filter(isGross)
    if (gross.length === 0) continue
    const groups = [...gross.map((at) => [at]), ...payoutGroups(books, gross)]
    const found = groups.flatMap((entries): Group[] => {
      const fee = net - sumEntries(books, entries)
      if (!isFeeOf(fee, net - fee)) return []
      const line = fees.find((at) => (books.entries[at] as EngineEntry).open === fee)
      return line === undefined ? [] : [{ items: [item], entries: [...entries, line] }]
    })
    tryBest(
      books,
      drafts,
      found.map((group) => ({ kind: 'fee_line', group })),
    )
  }
}

function feesOnStatement(books: Books, drafts: Drafts, tick: () => void): void {
  const byDay = new Map<number, number[]>()
  for (let item = 0; item < books.items.length; item++)
    if (books.isItemOpen(item)) push(byDay, books.itemDays[item] as number, item)
  const byNet = new Map<string, Group[]>()
  for (const items of byDay.values()) {
    tick()
    if (items.length > mostOfDay) continue
    const fees = items.filter((at) => feeWords.test((books.items[at] as EngineItem).text))
    for (const fee of fees)
      for (const gross of items) {
        const [line, whole] = [books.items[fee] as EngineItem, books.items[gross] as EngineItem]
        if (line.currency !== whole.currency || !isFeeOf(line.open, whole.open) || hasEqual(books, gross)) continue
        const isOfSame = books.itemParty[fee] === books.itemParty[gross] || line.counterpartyName === null
        if (isOfSame) push(byNet, `${line.currency} ${whole.open + line.open}`, { items: [gross, fee], entries: [] })
      }
  }
  if (byNet.size === 0) return
  const [fewest, most] = books.input.profile.days
  for (let entry = 0; entry < books.entries.length; entry++) {
    tick()
    if (!books.isEntryOpen(entry)) continue
    const { open, currency } = books.entries[entry] as EngineEntry
    const candidates = (byNet.get(`${currency} ${open}`) ?? []).filter(({ items }) => {
      const gross = items[0] as number
      const lag = (books.itemDays[gross] as number) - (books.entryDays[entry] as number)
      const code = books.party(gross, entry)
      return items.every((at) => books.isItemOpen(at)) && lag >= fewest && lag <= most && code !== null && code !== 'C5'
    })
    if (candidates.length === 0 || books.bucket(currency, open).items.some((at) => books.isItemOpen(at))) continue
    tryBest(
      books,
      drafts,
      candidates.map(({ items }) => ({ kind: 'fee_line', group: { items, entries: [entry] } })),
    )
  }
}

/** Opposite to what it is taken from, and small beside it. */
const isFeeOf = (fee: number, gross: number): boolean =>
  fee !== 0 && !isSameWay(fee, gross) && Math.abs(gross) >= leastGrossPerFee * Math.abs(fee)
const isSameWay = (one: number, other: number): boolean => Math.sign(one) === Math.sign(other)

/** An open entry of the very amount in the window: the pair goes before any group. */
function hasEqual(books: Books, item: number): boolean {
  const { currency, open } = books.items[item] as EngineItem
  const day = books.itemDays[item] as number
  const [fewest, most] = books.input.profile.days
  return withinDays(books.bucket(currency, open).entries, books.entryDays, day - most, day - fewest).some((at) =>
    books.isEntryOpen(at),
  )
}
