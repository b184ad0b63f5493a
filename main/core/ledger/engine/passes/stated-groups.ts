import type { Books } from '../books.ts'
import { statedDeductions } from '../deductions.ts'
import type { Draft, Drafts } from '../drafts.ts'
import { type Group, groupFacts, namedReason, sharedReasons, sumEntries, sumItems, sumReason } from '../groups.ts'
import { reason } from '../reasons.ts'
import { normalReference } from '../references/words.ts'
import type { EngineEntry, EngineItem, Proposal, Reason } from '../types.ts'

/**
 * Pass 2 (6.6): groups that the lines themselves name — several documents in one text, a payment run, several lines for
 * one document, less a stated discount.
 */
export function statedGroups(books: Books, drafts: Drafts, tick: () => void): void {
  const byBatch = new Map<string, number[]>()
  books.entries.forEach(({ batchId }, entry) => {
    if (batchId === null || !books.isEntryOpen(entry)) return
    const key = normalReference(batchId)
    byBatch.set(key, [...(byBatch.get(key) ?? []), entry])
  })
  const namedBy = new Map<number, number[]>()
  for (let item = 0; item < books.items.length; item++) {
    tick()
    if (!books.isItemOpen(item)) continue
    for (const key of batchKeys(books.items[item] as EngineItem)) {
      const entries = (byBatch.get(key) ?? []).filter((entry) => books.isEntryOpen(entry))
      if (entries.length > 1 && proposeBatch(books, drafts, { items: [item], entries }, key)) break
    }
    if (books.isItemOpen(item)) proposeNamed(books, drafts, item)
    if (!books.isItemOpen(item)) continue
    for (const { entry, code } of books.hits(item))
      if (code !== 'R5' && books.isEntryOpen(entry)) namedBy.set(entry, [...(namedBy.get(entry) ?? []), item])
  }
  for (const [entry, items] of [...namedBy].sort(([a], [b]) => a - b)) {
    const open = items.filter((item) => books.isItemOpen(item))
    if (open.length < 2 || !books.isEntryOpen(entry)) continue
    if (sumItems(books, open) === sumEntries(books, [entry]))
      propose(books, drafts, { items: open, entries: [entry] }, {})
  }
}

const batchKeys = (item: EngineItem): string[] =>
  [item.paymentInfoId, item.endToEndId, item.bankReference].flatMap((id) => {
    const key = normalReference(id ?? '')
    return key.length > 3 ? [key] : []
  })

function proposeBatch(books: Books, drafts: Drafts, group: Group, key: string): boolean {
  if (!areAlike(books, group) || sumItems(books, group.items) !== sumEntries(books, group.entries)) return false
  const facts = groupFacts(books, group)
  return drafts.add({
    pass: 2,
    ...group,
    reasons: [
      sumReason(books, group),
      reason('R2', 'The payment run is the same', { fragment: key, members: group.entries.length }),
      ...sharedReasons(books, group, facts),
    ],
    alternatives: [],
    isSure: facts.isOrdinary && group.items.length === 1,
  })
}

/** All open documents that an item names, when they add up to it, less what it says was taken off. */
function proposeNamed(books: Books, drafts: Drafts, item: number): void {
  const { daysWithReference } = books.input.profile
  const named = books.hits(item).filter(({ entry }) => {
    const lag = (books.itemDays[item] as number) - (books.entryDays[entry] as number)
    return books.isEntryOpen(entry) && lag >= daysWithReference[0] && lag <= daysWithReference[1]
  })
  const full = named.filter(({ code }) => code !== 'R5')
  // Short numbers count beside the full ones, or stand in the text by chance.
  for (const hits of full.length === named.length ? [named] : [named, full]) {
    proposeSum(books, drafts, { items: [item], entries: hits.map(({ entry }) => entry) })
    if (!books.isItemOpen(item)) return
  }
}

function proposeSum(books: Books, drafts: Drafts, group: Group): void {
  const { entries } = group
  const one = books.items[group.items[0] as number] as EngineItem
  if (entries.length === 0 || entries.length > books.input.profile.groupWithReference || !areAlike(books, group)) return
  const gross = Math.abs(sumEntries(books, entries))
  const missing = gross - Math.abs(one.open)
  if (missing === 0) {
    if (entries.length > 1) propose(books, drafts, group, {})
    return
  }
  const stated = statedDeductions(one, gross).find(
    ({ kind, amount }) => amount === (kind === 'charge' && one.open < 0 ? -missing : missing),
  )
  if (stated) {
    const facts = { entry_amount: Math.sign(one.open) * gross, deduction: stated.amount, fragment: stated.fragment }
    propose(books, drafts, group, {
      amount: reason('A4', 'The difference is the deduction stated on the line', { amount: one.open, ...facts }),
      treatment: { kind: 'write_off', ledgerId: null, reason: stated.kind === 'discount' ? 'discount' : 'bank_fee' },
    })
    return
  }
  const paid = paidPerDocument(books, one, entries)
  if (paid)
    propose(books, drafts, group, {
      amount: reason('A5', 'The line states what it pays of each document', {
        amount: one.open,
        documents: paid.numbers,
      }),
      treatment: { kind: 'leave_open' },
      shares: { items: [one.open], entries: paid.shares },
    })
}

/** Parts of several documents as the line states them, when they add up to it. */
function paidPerDocument(books: Books, item: EngineItem, entries: readonly number[]) {
  const sign = Math.sign(item.open)
  const paid = new Map(item.referredDocuments.map((one) => [normalReference(one.number), one.amountPaid ?? 0]))
  const numbers: string[] = []
  const shares = entries.map((at) => {
    const entry = books.entries[at] as EngineEntry
    const number = [entry.documentNo, entry.externalDocumentNo].find((one) => paid.has(normalReference(one ?? '')))
    if (number) numbers.push(number)
    const amount = paid.get(normalReference(number ?? '')) ?? 0
    return amount > Math.abs(entry.open) ? 0 : sign * amount
  })
  const isWhole = shares.every((share) => share !== 0) && shares.reduce((sum, share) => sum + share, 0) === item.open
  return isWhole ? { shares, numbers } : null
}

interface Reduced {
  readonly amount?: Reason
  readonly treatment?: Proposal['treatment']
  readonly shares?: Draft['shares']
}

function propose(books: Books, drafts: Drafts, group: Group, { amount, treatment, shares }: Reduced): void {
  const facts = groupFacts(books, group)
  if (facts.reference === null || facts.party === 'C5') return
  drafts.add({
    pass: 2,
    ...group,
    ...(treatment ? { treatment } : {}),
    ...(shares ? { shares } : {}),
    reasons: [
      amount ?? sumReason(books, group),
      namedReason(books, group, facts.reference),
      ...sharedReasons(books, group, facts),
    ],
    alternatives: [],
    isSure:
      amount === undefined &&
      facts.isOrdinary &&
      (facts.reference === 'R1' || facts.reference === 'R2' || facts.reference === 'R3'),
  })
}

/** One currency and one direction of money. */
const areAlike = (books: Books, { items, entries }: Group): boolean => {
  const first = books.items[items[0] as number] as EngineItem
  return entries.every((at) => {
    const { currency, open } = books.entries[at] as EngineEntry
    return currency === first.currency && Math.sign(open) === Math.sign(first.open)
  })
}
