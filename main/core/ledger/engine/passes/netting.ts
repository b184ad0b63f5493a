import type { Books } from '../books.ts'
import type { Drafts } from '../drafts.ts'
import { dateOf } from '../edges.ts'
import { points } from '../points.ts'
import { reason } from '../reasons.ts'
import { isPlaceholder } from '../references/guards.ts'
import { normalReference } from '../references/words.ts'
import type { EngineEntry, EngineItem, Reason } from '../types.ts'

/** An original and what takes it back lie within so many days (6.6 pass 7). */
const longest = 60
/** Points for what says that a line takes another back; the table of 6.5 speaks of pairs across the sides only. */
const returnPoints = 15
const returnCodes = /RRTN|RJCT|RVSL|UPDD|RETURN|REVERSAL|-RDDT-.*(?:RV|RT)/i
const returnWords =
  /\b(?:return(?:ed)?|reversal|r(?:ue|ü)cklastschrift|retoure|storno|chargeback|devoluci[oó]n|impay[eé])\b/i
const stornoWords =
  /\b(?:storno|reversal|reversed|void(?:ed)?|cancel(?:led|lation)?|annul|correction|gutschrift|anulaci[oó]n)\b/i

interface Line {
  readonly at: number
  readonly id: string
  readonly open: number
  readonly currency: string
  readonly day: number
  readonly keys: readonly string[]
  readonly party: number
  /** Why this line takes another back; empty for others. */
  readonly taking: string
}

const isReturn = (item: EngineItem): boolean =>
  item.isReversal || item.returnReason !== null || returnCodes.test(item.bankCode ?? '')

/**
 * Pass 7 for lines that the bank calls a return: they belong to their original whatever else has its amount, so they are
 * looked at before all others. A return that the books recorded as well is left to the ordinary passes.
 */
export function netReturns(books: Books, drafts: Drafts, tick: () => void): void {
  if (!books.items.some(isReturn)) return
  const lines = books.items.map((item, at): Line => itemLine(books, item, at))
  const byAmount = lookup(lines)
  for (const line of lines) {
    tick()
    const item = books.items[line.at] as EngineItem
    if (!isReturn(item) || !books.isItemOpen(line.at)) continue
    if (books.bucket(item.currency, item.open).entries.some((entry) => isBooked(books, line, entry))) continue
    netOne(books, drafts, line, byAmount, 'source')
  }
}

const isBooked = (books: Books, line: Line, entry: number): boolean =>
  books.isEntryOpen(entry) && Math.abs((books.entryDays[entry] as number) - line.day) <= longest

/** Pass 7 for what is left: lines that take each other back by reference, and entries of the books with their storno. */
export function netRest(books: Books, drafts: Drafts, tick: () => void): void {
  const items = books.items.map((item, at) => itemLine(books, item, at)).filter(({ at }) => books.isItemOpen(at))
  const itemsByAmount = lookup(items)
  for (const line of items) {
    tick()
    if (line.taking === '' || !books.isItemOpen(line.at)) continue
    const item = books.items[line.at] as EngineItem
    if (netOne(books, drafts, line, itemsByAmount, 'source') || !isReturn(item)) continue
    drafts.find({
      type: 'unlinked_return',
      itemId: item.id,
      entryId: null,
      amount: item.open,
      facts: { reason: item.returnReason ?? item.bankCode ?? '' },
    })
  }
  const entries = books.entries
    .map((entry, at) => entryLine(books, entry, at))
    .filter(({ at }) => books.isEntryOpen(at))
  const entriesByAmount = lookup(entries)
  for (const line of entries) {
    tick()
    if (line.taking !== '' && books.isEntryOpen(line.at)) netOne(books, drafts, line, entriesByAmount, 'ledger')
  }
}

function netOne(
  books: Books,
  drafts: Drafts,
  line: Line,
  byAmount: ReadonlyMap<string, readonly Line[]>,
  side: 'source' | 'ledger',
): boolean {
  const isOpen = side === 'source' ? books.isItemOpen : books.isEntryOpen
  const candidates = (byAmount.get(`${line.currency} ${-line.open}`) ?? [])
    .filter((other) => isOpen(other.at) && Math.abs(other.day - line.day) <= longest && other.day <= line.day)
    .map((other) => ({ other, reasons: reasonsFor(line, other) }))
    .map((one) => ({ ...one, score: one.reasons.reduce((sum, { points: worth }) => sum + worth, 0) }))
    .sort((a, b) => b.score - a.score || b.other.day - a.other.day || a.other.at - b.other.at)
  const [best, ...others] = candidates
  if (!best) return false
  const members = [best.other.at, line.at].sort((a, b) => a - b)
  const isAlone = others.length === 0
  return drafts.add({
    pass: 7,
    items: side === 'source' ? members : [],
    entries: side === 'source' ? [] : members,
    reasons: [
      ...best.reasons,
      ...(isAlone ? [reason('U1', 'No other line has the opposite amount in these days')] : []),
    ],
    alternatives: others.filter(({ score }) => best.score - score < 15).map(({ other }) => [other.id]),
    isSure: false,
  })
}

function reasonsFor(line: Line, other: Line): Reason[] {
  const shared = line.keys.filter((key) => other.keys.includes(key))
  const days = Math.abs(line.day - other.day)
  const date = dateOf(days, true, false)
  return [
    reason('A1', 'The amounts are opposite and equal', { amount: line.open }),
    reason('return', 'One of the two takes the other back', { fragment: line.taking }, returnPoints),
    ...(shared.length > 0 ? [reason('R2', 'Both carry the same reference', { fragments: shared })] : []),
    ...(line.party >= 0 && line.party === other.party ? [reason('C3', 'The same counterparty')] : []),
    reason(date, days === 0 ? 'Same day' : `${days} days apart`, { days }, points[date]),
  ]
}

function itemLine(books: Books, item: EngineItem, at: number): Line {
  const word = returnWords.exec(item.text)?.[0] ?? ''
  const ids = [item.endToEndId, item.transactionId, item.bankReference, item.chequeNo]
  const hasParty = item.counterpartyAccount !== null || item.counterpartyName !== null
  return {
    at,
    id: item.id,
    open: item.open,
    currency: item.currency,
    day: books.itemDays[at] as number,
    keys: keysOf(ids),
    party: hasParty ? (books.itemParty[at] as number) : -1,
    taking: isReturn(item) ? (item.returnReason ?? item.bankCode ?? 'reversal') : word,
  }
}

function entryLine(books: Books, entry: EngineEntry, at: number): Line {
  const hasParty = entry.counterpartyId !== null || entry.counterpartyName !== null
  return {
    at,
    id: entry.id,
    open: entry.open,
    currency: entry.currency,
    day: books.entryDays[at] as number,
    keys: keysOf([entry.documentNo, entry.externalDocumentNo, ...entry.references.map(({ value }) => value)]),
    party: hasParty ? (books.entryParty[at] as number) : -1,
    taking: stornoWords.exec(entry.description)?.[0] ?? '',
  }
}

const keysOf = (ids: readonly (string | null)[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const key = normalReference(id ?? '')
      return key.length < 3 || isPlaceholder(key) ? [] : [key]
    }),
  ),
]

function lookup(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>()
  for (const line of lines) {
    const key = `${line.currency} ${line.open}`
    const list = found.get(key)
    if (list) list.push(line)
    else found.set(key, [line])
  }
  return found
}
