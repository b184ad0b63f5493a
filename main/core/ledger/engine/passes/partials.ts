import type { Books } from '../books.ts'
import type { Drafts } from '../drafts.ts'
import { dateOf, toleranceFor } from '../edges.ts'
import { dateReason, partyReason, reason, referenceReason } from '../reasons.ts'
import type { Hit } from '../references/find-references.ts'
import type { EngineEntry, EngineItem, Proposal, Reason } from '../types.ts'

/** Pass 6 (6.6): a reference agrees, the amount does not — within the tolerance, a part, or more than was owed. */
export function partials(books: Books, drafts: Drafts, tick: () => void): void {
  // Several parts may settle one entry; what an earlier one left is what a later one finds.
  const left = new Map<number, number>()
  for (let item = 0; item < books.items.length; item++) {
    tick()
    if (!books.isItemOpen(item)) continue
    const candidates = books
      .hits(item)
      .filter(({ entry }) => books.isEntryOpen(entry) || left.has(entry))
      .flatMap((hit) => weighPartial(books, item, hit, left) ?? [])
      .sort((a, b) => b.score - a.score || a.entry - b.entry)
    const [best, next] = candidates
    if (best) propose(books, drafts, item, best, next, left)
  }
}

interface Partial {
  readonly entry: number
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly share: number
  /** Left of the entry afterwards; 0 when it is settled. */
  readonly rest: number
  readonly treatment: Proposal['treatment']
  readonly entryShare: number
}

function weighPartial(books: Books, item: number, hit: Hit, left: ReadonlyMap<number, number>): Partial | null {
  const { profile } = books.input
  const one = books.items[item] as EngineItem
  const entry = books.entries[hit.entry] as EngineEntry
  const open = left.get(hit.entry) ?? entry.open
  if (hit.code === 'R4' || hit.code === 'R5' || one.currency !== entry.currency || open === 0) return null
  if (Math.sign(open) !== Math.sign(one.open)) return null
  // An id that several entries share, as those of a payment run do, says nothing about one of them.
  if (hit.code === 'R2' && books.hits(item).some(({ entry: at, value }) => at !== hit.entry && value === hit.value))
    return null
  const lag = (books.itemDays[item] as number) - (books.entryDays[hit.entry] as number)
  const [fewest, most] = hit.isCheque ? profile.daysCheque : profile.daysWithReference
  if (lag < fewest || lag > most) return null
  const isOrdinary = lag >= profile.days[0] && lag <= profile.days[1]
  const distance = books.distance(item, hit.entry)
  const date = isOrdinary || hit.isCheque ? dateOf(distance, isOrdinary, hit.isCheque) : 'D5'
  const party = books.party(item, hit.entry)

  const missing = Math.abs(open) - Math.abs(one.open)
  const allowance = Math.min(
    profile.shortPaymentCap,
    Math.floor((Math.abs(entry.open) * profile.shortPaymentPerMille) / 1000),
  )
  const facts = { amount: one.open, entry_amount: open }
  const isTolerated = Math.abs(missing) <= toleranceFor(books, open)
  const isPart = missing >= 0
  const isSlightlyMore = missing < 0 && -missing <= allowance
  // A whole number beside a name that agrees: an overpayment, or digits that changed places.
  const isMore = missing < 0 && party !== null && party !== 'C5' && -missing < Math.abs(open)
  if (!isTolerated && !isPart && !isSlightlyMore && !isMore && hit.code !== 'R1' && hit.code !== 'R2') return null
  const amount = isTolerated
    ? reason('A3', 'The amounts differ within the tolerance', facts)
    : isPart
      ? reason('A5', missing === 0 ? 'Settles what was left' : 'A part of what is open is paid', facts)
      : isSlightlyMore
        ? reason('A5', 'Slightly more than what is open is paid', facts)
        : isMore
          ? reason('A5', 'More than what is open is paid', facts)
          : reason('amount', 'The reference agrees, the amount does not', facts)
  const reasons = [
    amount,
    referenceReason(hit),
    ...(party ? [partyReason(books, item, hit.entry, party)] : []),
    dateReason(books, item, hit.entry, date, distance),
  ]
  const isShort = !isTolerated && missing > 0 && missing <= allowance
  const settles = isTolerated || isShort
  const share = settles ? one.open : Math.sign(open) * Math.min(Math.abs(open), Math.abs(one.open))
  return {
    entry: hit.entry,
    score: reasons.reduce((sum, { points: worth }) => sum + worth, 0),
    reasons,
    share,
    rest: settles ? 0 : open - share,
    treatment:
      settles && missing !== 0
        ? { kind: 'write_off', ledgerId: null, reason: 'below_threshold' }
        : missing === 0
          ? { kind: 'none' }
          : { kind: 'leave_open' },
    entryShare: settles ? open : share,
  }
}

function propose(
  books: Books,
  drafts: Drafts,
  item: number,
  best: Partial,
  next: Partial | undefined,
  left: Map<number, number>,
): void {
  const isAdded = drafts.add({
    pass: 6,
    items: [item],
    entries: [best.entry],
    shares: { items: [best.share], entries: [best.entryShare] },
    treatment: best.treatment,
    reasons: best.reasons,
    alternatives: next && best.score - next.score < 15 ? [[(books.entries[next.entry] as EngineEntry).id]] : [],
    isSure: false,
  })
  if (isAdded) left.set(best.entry, best.rest)
  const one = books.items[item] as EngineItem
  const entry = books.entries[best.entry] as EngineEntry
  if (one.open !== entry.open)
    drafts.find({
      type: 'amount_difference',
      itemId: one.id,
      entryId: entry.id,
      amount: one.open - entry.open,
      facts: { amount: one.open, entry_amount: entry.open },
    })
}
