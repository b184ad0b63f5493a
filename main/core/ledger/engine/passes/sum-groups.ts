import { findSums, type SumCandidate, type SumSearch } from '../../../matching/sums/find-sums.ts'
import { largestOfPayer, mostAlternatives } from '../../../matching/sums/limits.ts'
import { type Books, withinDays } from '../books.ts'
import type { Drafts } from '../drafts.ts'
import { nearest } from '../edges.ts'
import { type Group, groupFacts, memberReasons, sharedReasons, sumEntries, sumItems, sumReason } from '../groups.ts'
import { points } from '../points.ts'
import { reason } from '../reasons.ts'
import type { EngineEntry, EngineItem, Reason, Side } from '../types.ts'

/** More groups than this would come by chance alone: the amounts say nothing (6.7). */
const mostChance = 0.06
/** Steps of one search, and of all searches of a run: what a group may cost, counted and not timed. */
const stepsPerSearch = 60_000
const stepsOfRun = { least: 10_000_000, perLine: 150 }
/** Lines of the window that are put before the search, which looks at 40 of them. */
const mostPutForward = 120

/**
 * Pass 5 (6.6, 6.7): groups that only a search over amounts finds, first of one party, then by amount alone where chance
 * would not make them.
 */
export function sumGroups(books: Books, drafts: Drafts, tick: () => void): void {
  const budget = { left: Math.max(stepsOfRun.least, stepsOfRun.perLine * (books.items.length + books.entries.length)) }
  for (const side of ['source', 'ledger'] as const) {
    const view = viewOf(books, side)
    for (let target = 0; target < view.targets; target++) {
      tick()
      if (!view.isOpen(target) || view.isTold(target)) continue
      if (budget.left <= 0) {
        tellIncomplete(drafts, view.idsOf(target), 'The search of this run reached its limit')
        continue
      }
      searchFor(books, drafts, view, target, budget)
    }
  }
  smallManyToMany(books, drafts, tick)
}

interface Ids {
  readonly itemId: string | null
  readonly entryId: string | null
  readonly amount: number
}

const tellIncomplete = (drafts: Drafts, ids: Ids, text: string): void =>
  drafts.find({ type: 'search_incomplete', ...ids, facts: { text } })

/** One line on this side against several on the other. */
interface View {
  readonly targets: number
  isOpen(target: number): boolean
  /** Nothing can be found: fewer than two candidates. */
  isTold(target: number): boolean
  idsOf(target: number): Ids
  amount(target: number): number
  day(target: number): number
  candidates(target: number): {
    readonly ofParty: readonly number[]
    readonly all: readonly number[]
    readonly isCut: boolean
  }
  open(candidate: number): number
  candidateDay(candidate: number): number
  id(candidate: number): string
  group(target: number, members: readonly number[]): Group
}

function viewOf(books: Books, side: Side): View {
  const isSource = side === 'source'
  const lines = isSource ? books.items : books.entries
  const others = isSource ? books.entries : books.items
  const [days, otherDays] = isSource ? [books.itemDays, books.entryDays] : [books.entryDays, books.itemDays]
  const isOtherOpen = isSource ? books.isEntryOpen : books.isItemOpen
  const [fewest, most] = books.input.profile.days
  // Only what is open when the pass begins, by currency and direction, in order of days.
  const pools = new Map<string, number[]>()
  const poolOf = ({ currency, open }: { currency: string; open: number }): string => `${currency} ${Math.sign(open)}`
  others.forEach((other, at) => {
    if (!isOtherOpen(at)) return
    const key = poolOf(other)
    const pool = pools.get(key)
    if (pool) pool.push(at)
    else pools.set(key, [at])
  })
  const candidates: View['candidates'] = (target) => {
    const line = lines[target] as EngineItem | EngineEntry
    const day = days[target] as number
    const [from, to] = isSource ? [day - most, day - fewest] : [day + fewest, day + most]
    const inWindow = withinDays(pools.get(poolOf(line)) ?? [], otherDays, from, to)
    const put = nearest(inWindow, otherDays, day, mostPutForward * 2).filter(
      (at) => isOtherOpen(at) && Math.abs((others[at] as EngineEntry).open) < Math.abs(line.open),
    )
    const ofParty = put.filter((at) => {
      const [item, entry] = isSource ? [target, at] : [at, target]
      const code = books.party(item, entry)
      return code !== null && code !== 'C5'
    })
    return { ofParty, all: nearest(put, otherDays, day, mostPutForward), isCut: put.length > 40 }
  }
  return {
    targets: lines.length,
    isOpen: isSource ? books.isItemOpen : books.isEntryOpen,
    isTold: (target) => !pools.has(poolOf(lines[target] as EngineItem)),
    idsOf: (target) => {
      const { id, open } = lines[target] as EngineItem
      return { itemId: isSource ? id : null, entryId: isSource ? null : id, amount: open }
    },
    amount: (target) => (lines[target] as EngineItem).open,
    day: (target) => days[target] as number,
    candidates,
    open: (candidate) => (others[candidate] as EngineEntry).open,
    candidateDay: (candidate) => otherDays[candidate] as number,
    id: (candidate) => (others[candidate] as EngineEntry).id,
    group: (target, members) =>
      isSource ? { items: [target], entries: members } : { items: members, entries: [target] },
  }
}

function searchFor(books: Books, drafts: Drafts, view: View, target: number, budget: { left: number }): void {
  const { ofParty, all, isCut } = view.candidates(target)
  if (all.length < 2) return
  const byId = new Map([...ofParty, ...all].map((at) => [view.id(at), at]))
  const search = (among: readonly number[], largest: number, isSamePayer: boolean): SumSearch => {
    const candidates = among.map(
      (at): SumCandidate => ({
        id: view.id(at),
        amountMinor: Math.abs(view.open(at)),
        at: view.candidateDay(at),
        isSamePayer,
      }),
    )
    const steps = Math.min(stepsPerSearch, budget.left)
    const found = findSums({ amountMinor: Math.abs(view.amount(target)), at: view.day(target) }, candidates, {
      largest,
      steps,
      ...(isSamePayer ? {} : { mostChance }),
    })
    budget.left -= found.steps
    return found
  }
  const propose = (found: SumSearch, isParty: boolean): boolean => {
    const groups = found.groups.map(({ ids }) =>
      view.group(
        target,
        ids.map((id) => byId.get(id) as number),
      ),
    )
    const usable = groups.filter((group) => drafts.mayPropose(group.items, group.entries))
    if (usable.length === 0) return false
    return proposeGroups(books, drafts, usable, found, isParty, isCut)
  }

  if (ofParty.length > 1) {
    const found = search(ofParty, largestOfPayer, true)
    if (propose(found, true)) return
    if (!found.isComplete) tellIncomplete(drafts, view.idsOf(target), 'More combinations than the search looks at')
  }
  if (budget.left <= 0) return
  const found = search(all, books.input.profile.groupAmountOnly, false)
  if (!found.isComplete) tellIncomplete(drafts, view.idsOf(target), 'More combinations than the search looks at')
  else propose(found, false)
}

function proposeGroups(
  books: Books,
  drafts: Drafts,
  groups: readonly Group[],
  found: SumSearch,
  isParty: boolean,
  isCut: boolean,
): boolean {
  const weighed = groups
    .map((group) => ({ group, facts: groupFacts(books, group) }))
    .sort((a, b) => points[b.facts.party ?? 'D4'] - points[a.facts.party ?? 'D4'])
  const [best, ...others] = weighed
  if (!best) return false
  // By amount alone one solution that chance would hardly make, or no suggestion (6.7).
  if (best.facts.party === 'C5' || (best.facts.party === null && (others.length > 0 || found.chance > mostChance)))
    return false
  if (best.facts.party === null && isContradicted(books, best.group)) return false
  const reasons: Reason[] = [
    sumReason(books, best.group),
    ...sharedReasons(books, best.group, best.facts),
    ...(others.length === 0 ? [reason('U1', 'No other group of this size or smaller has this sum')] : []),
    ...(isParty || best.facts.party !== null ? [] : memberReasons(best.group)),
    reason('chance', `Groups that chance alone would make: ${found.chance.toPrecision(2)}`, {
      chance: Number(found.chance.toPrecision(2)),
    }),
    ...(isCut || found.wasCutShort
      ? [reason('list_cut', 'Only the 40 nearest lines, those of the same party first, were combined')]
      : []),
  ]
  return drafts.add({
    pass: 5,
    ...best.group,
    reasons,
    alternatives: others
      .slice(0, mostAlternatives)
      .map(({ group }) =>
        group.items.length > 1
          ? group.items.map((at) => (books.items[at] as EngineItem).id)
          : group.entries.map((at) => (books.entries[at] as EngineEntry).id),
      ),
    isSure: false,
  })
}

/**
 * Somebody's name on one side and somebody else's on the other, or the number of an entry that is no member: the amounts
 * alone do not stand against that.
 */
function isContradicted(books: Books, { items, entries }: Group): boolean {
  const members = new Set(entries)
  return items.some((item) => {
    const party = books.itemParty[item] as number
    if (books.hits(item).some(({ entry, code }) => code !== 'R5' && books.isEntryOpen(entry) && !members.has(entry)))
      return true
    if (books.parties.itemName(party) === '') return false
    return entries.some(
      (entry) => books.parties.entryName(books.entryParty[entry] as number) !== '' && books.party(item, entry) === null,
    )
  })
}

const mostOnBothSides = 3

/** Two or three lines of one party against two or three entries of it (6.6): all that is left of it, with equal sums. */
function smallManyToMany(books: Books, drafts: Drafts, tick: () => void): void {
  const byParty = new Map<string, number[]>()
  for (let item = 0; item < books.items.length; item++) {
    if (!books.isItemOpen(item)) continue
    const { open, currency } = books.items[item] as EngineItem
    const key = `${books.itemParty[item]} ${Math.sign(open)} ${currency}`
    byParty.set(key, [...(byParty.get(key) ?? []), item])
  }
  const entriesOf = new Map<number, number[]>()
  for (let entry = 0; entry < books.entries.length; entry++)
    if (books.isEntryOpen(entry)) {
      const party = books.entryParty[entry] as number
      entriesOf.set(party, [...(entriesOf.get(party) ?? []), entry])
    }
  for (const items of byParty.values()) {
    tick()
    const first = items[0] as number
    if (items.length < 2 || items.length > mostOnBothSides) continue
    const { open, currency } = books.items[first] as EngineItem
    const party = books.itemParty[first] as number
    const entries = books.parties
      .like(party)
      .filter((other) => (books.parties.code(party, other) ?? 'C5') !== 'C5')
      .flatMap((other) => entriesOf.get(other) ?? [])
      .filter((at) => {
        const entry = books.entries[at] as EngineEntry
        return books.isEntryOpen(at) && Math.sign(entry.open) === Math.sign(open) && entry.currency === currency
      })
    if (entries.length < 2 || entries.length > mostOnBothSides) continue
    const group = { items, entries }
    const facts = groupFacts(books, group)
    if (!facts.isOrdinary || sumItems(books, items) !== sumEntries(books, entries)) continue
    // A line and an entry of one amount would be a pair; where they are none, their group is none either.
    const amounts = new Set(items.map((at) => (books.items[at] as EngineItem).open))
    if (entries.some((at) => amounts.has((books.entries[at] as EngineEntry).open))) continue
    drafts.add({
      pass: 5,
      ...group,
      reasons: [sumReason(books, group), ...sharedReasons(books, group, facts)],
      alternatives: [],
      isSure: false,
    })
  }
}
