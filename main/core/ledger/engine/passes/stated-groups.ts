import type { Books } from '../books.ts'
import { statedDeductions } from '../deductions.ts'
import type { Draft, Drafts } from '../drafts.ts'
import { type Group, groupFacts, namedReason, sharedReasons, sumEntries, sumItems, sumReason } from '../groups.ts'
import { reason } from '../reasons.ts'
import { findReferences } from '../references/find-references.ts'
import { strengthOf } from '../references/guards.ts'
import { normalReference, type TextWord, wordsOf } from '../references/words.ts'
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
    for (const batch of batchesOf(books.items[item] as EngineItem, byBatch)) {
      const entries = (byBatch.get(batch.key) ?? []).filter((entry) => books.isEntryOpen(entry))
      if (entries.length > 1 && proposeBatch(books, drafts, { items: [item], entries }, batch)) break
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

/** A batch's number is printed in at most so many groups. */
const mostGroups = 4

interface Batch {
  readonly key: string
  readonly fragment: string
  readonly code: 'R2' | 'R3'
}

/** Payment runs, payouts and slips that a line names: in a field of its own, or in its text. */
function* batchesOf(item: EngineItem, byBatch: ReadonlyMap<string, unknown>): Generator<Batch> {
  for (const id of [item.paymentInfoId, item.endToEndId, item.bankReference]) {
    const key = normalReference(id ?? '')
    if (key.length > 3 && byBatch.has(key)) yield { key, fragment: id ?? '', code: 'R2' }
  }
  if (byBatch.size === 0) return
  const words = /\d/.test(item.text) ? wordsOf(item.text) : []
  for (let from = 0; from < words.length; from++) {
    const { start } = words[from] as TextWord
    let key = ''
    for (const { normal, end, isTaken } of words.slice(from, from + mostGroups)) {
      if (isTaken) break
      key += normal
      if (byBatch.has(key) && strengthOf(key) === 'full')
        yield { key, fragment: item.text.slice(start, end), code: 'R3' }
    }
  }
}

/** All that is open of a batch, what was taken back of it too. */
function proposeBatch(books: Books, drafts: Drafts, group: Group, { key, fragment, code }: Batch): boolean {
  const [first] = group.items
  const { currency } = books.items[first as number] as EngineItem
  if (group.entries.some((at) => books.entries[at]?.currency !== currency)) return false
  if (sumItems(books, group.items) !== sumEntries(books, group.entries)) return false
  const facts = groupFacts(books, group)
  return drafts.add({
    pass: 2,
    ...group,
    reasons: [
      sumReason(books, group),
      reason(code, code === 'R2' ? 'The payment run is the same' : 'The batch is named in the text', {
        fragment: code === 'R2' ? key : fragment,
        members: group.entries.length,
      }),
      ...sharedReasons(books, group, facts),
    ],
    alternatives: [],
    isSure: facts.isOrdinary && group.items.length === 1,
  })
}

/** All open documents that an item names, when they add up to it, less what it says was taken off. */
function proposeNamed(books: Books, drafts: Drafts, item: number): void {
  const named = books
    .hits(item)
    .filter(({ entry }) => books.isEntryOpen(entry) && isInReferenceWindow(books, item, entry))
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
  if (missing > 0 && proposeLessCredits(books, drafts, group)) return
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

/** The documents that an item names less the credit notes that it names: entries of the other direction. */
function proposeLessCredits(books: Books, drafts: Drafts, group: Group): boolean {
  const item = group.items[0] as number
  const one = books.items[item] as EngineItem
  const documents = new Set(books.hits(item).map(({ value }) => value))
  // A storno of a named document has its number; it belongs to the wrong entry and not to the line.
  const credits = findReferences({ ...one, open: -one.open }, books.documents, books.entries).filter(
    ({ entry, code, value }) =>
      code !== 'R5' && !documents.has(value) && books.isEntryOpen(entry) && isInReferenceWindow(books, item, entry),
  )
  const entries = [...group.entries, ...credits.map(({ entry }) => entry)]
  if (credits.length === 0 || sumEntries(books, entries) !== one.open) return false
  const named = groupFacts(books, group)
  const whole = { items: group.items, entries }
  const facts = groupFacts(books, whole)
  if (named.reference === null || facts.party === 'C5') return false
  const hits = [...books.hits(item).filter(({ entry }) => group.entries.includes(entry)), ...credits]
  const isFull = [...credits.map(({ code }) => code), named.reference].every((code) => code < 'R4')
  return drafts.add({
    pass: 2,
    ...whole,
    reasons: [
      sumReason(books, whole),
      reason(isFull ? 'R3' : 'R4', 'Every document number of the group is named, credit notes as well', {
        fragments: hits.map(({ fragment }) => fragment),
        values: hits.map(({ value }) => value),
      }),
      ...sharedReasons(books, whole, facts),
    ],
    alternatives: [],
    isSure: false,
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

function isInReferenceWindow(books: Books, item: number, entry: number): boolean {
  const [fewest, most] = books.input.profile.daysWithReference
  const lag = (books.itemDays[item] as number) - (books.entryDays[entry] as number)
  return lag >= fewest && lag <= most
}

/** One currency and one direction of money. */
const areAlike = (books: Books, { items, entries }: Group): boolean => {
  const first = books.items[items[0] as number] as EngineItem
  return entries.every((at) => {
    const { currency, open } = books.entries[at] as EngineEntry
    return currency === first.currency && Math.sign(open) === Math.sign(first.open)
  })
}
