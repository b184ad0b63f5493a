import type { Books } from '../books.ts'
import { explains } from '../deductions.ts'
import type { Drafts } from '../drafts.ts'
import { type Edge, edgesOf } from '../edges.ts'
import { baseOpen } from '../foreign.ts'
import { chooseBest } from '../graph.ts'
import { pairReasons } from '../reasons.ts'
import { competitors, groupBy, type Weighed, weigh } from '../rivals.ts'
import type { EngineEntry, EngineItem, Proposal } from '../types.ts'

type Tick = () => void

/** Rivals told with a proposal, the nearest. */
const mostRivalsKept = 10

/** Passes 1 and 3 (6.6): single pairs, those that a reference joins and then all others, each as one assignment. */
export function pairPass(books: Books, drafts: Drafts, pass: 1 | 3, tick: Tick): void {
  const edges: Edge[] = []
  const isInvolved = pass === 1 ? involved(books) : () => true
  for (let item = 0; item < books.items.length; item++) {
    tick()
    if (!books.isItemOpen(item) || !isInvolved(item)) continue
    const found = edgesOf(books, item).filter((edge) => drafts.mayPropose([edge.item], [edge.entry]))
    edges.push(...found)
  }
  const weighed = weigh(books, withoutUnmatched(edges))
  const worthy = weighed.filter(
    ({ edge, score }) =>
      score >= books.input.profile.storeFrom &&
      edge.amount !== null &&
      (edge.amount !== 'A3' || (pass === 3 && (edge.hit !== null || (edge.party !== null && edge.party !== 'C5')))) &&
      (pass === 3 || (edge.hit !== null && edge.hit.code !== 'R5')),
  )
  const byItem = groupBy(edges, ({ item }) => item)
  const byEntry = groupBy(edges, ({ entry }) => entry)
  const chosen = chooseBest(
    worthy.map((one) => ({
      item: one.edge.item,
      entry: one.edge.entry,
      weight: one.total,
      distance: one.edge.distance,
      one,
    })),
    tick,
  )
  for (const { one } of chosen.sort((a, b) => a.item - b.item)) {
    const beside = [...(byItem.get(one.edge.item) ?? []), ...(byEntry.get(one.edge.entry) ?? [])]
    propose(books, drafts, one, competitors(one, beside).slice(0, mostRivalsKept), pass)
  }
}

/** Lines that name somebody, and those of the amount of an entry that is named: its rivals. */
function involved(books: Books): (item: number) => boolean {
  const amounts = new Set<string>()
  const keyOf = ({ currency, open }: { currency: string; open: number }): string => `${open} ${currency}`
  const isNaming = books.items.map((_, item) => {
    const named = books.isItemOpen(item) ? books.hits(item).filter(({ code }) => code !== 'R5') : []
    for (const { entry } of named) amounts.add(keyOf(books.entries[entry] as EngineEntry))
    return named.length > 0
  })
  return (item) => isNaming[item] === true || amounts.has(keyOf(books.items[item] as EngineItem))
}

/** A pair without an amount that agrees is a matter of a later pass, and no rival of one that does. */
const withoutUnmatched = (edges: readonly Edge[]): Edge[] => edges.filter(({ amount }) => amount !== null)

function propose(books: Books, drafts: Drafts, one: Weighed, rivals: readonly Edge[], pass: number): void {
  const { edge } = one
  const item = books.items[edge.item] as EngineItem
  const entry = books.entries[edge.entry] as EngineEntry
  const isAdded = drafts.add({
    pass,
    items: [edge.item],
    entries: [edge.entry],
    treatment: treatmentOf(books, edge),
    reasons: pairReasons(books, one),
    alternatives: rivals.map((other) =>
      other.item === edge.item
        ? [(books.entries[other.entry] as EngineEntry).id]
        : [(books.items[other.item] as EngineItem).id],
    ),
    rivals: rivals.map(({ item, entry }) => ({ item, entry })),
    isSure: isSure(edge),
    isForeign: edge.isForeign,
  })
  if (!isAdded) return
  const pair = { itemId: item.id, entryId: entry.id }
  if (edge.party === 'C5')
    drafts.find({
      type: 'wrong_counterparty',
      ...pair,
      amount: item.open,
      facts: { account: item.counterpartyAccount ?? '', entry_name: entry.counterpartyName ?? '' },
    })
  if (edge.isForeign && edge.amount === 'A3' && baseOpen(entry) !== item.open)
    drafts.find({
      type: 'currency_difference',
      ...pair,
      amount: item.open - baseOpen(entry),
      facts: { currency: entry.currency, entry_amount: entry.open },
    })
  if (item.bookingDate.slice(0, 4) !== entry.bookingDate.slice(0, 4))
    drafts.find({
      type: 'period_mismatch',
      ...pair,
      amount: item.open,
      facts: { date: item.bookingDate, entry_date: entry.bookingDate },
    })
}

/** The evidence that 6.9 asks for, for a pair. */
const isSure = ({ amount, isForeign, hit, party, date }: Edge): boolean =>
  amount === 'A1' &&
  !isForeign &&
  date !== 'D5' &&
  ((hit !== null && (hit.code === 'R1' || hit.code === 'R2' || hit.code === 'R3')) ||
    (party === 'C1' && (date === 'D1' || date === 'D2')))

function treatmentOf(books: Books, edge: Edge): Proposal['treatment'] {
  if (edge.isForeign) return { kind: 'none' }
  if (edge.amount === 'A3') return { kind: 'write_off', ledgerId: null, reason: 'below_threshold' }
  if (edge.amount !== 'A4') return { kind: 'none' }
  const why = explains(books, books.items[edge.item] as EngineItem, edge.entry)
  return {
    kind: 'write_off',
    ledgerId: why?.ledgerId ?? null,
    reason: why?.kind === 'discount' ? 'discount' : 'bank_fee',
  }
}
