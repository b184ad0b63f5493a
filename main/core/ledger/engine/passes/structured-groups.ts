import type { Books } from '../books.ts'
import type { Drafts } from '../drafts.ts'
import { type Group, groupFacts, openOfParty, push, sharedReasons, sumEntries, sumItems, sumReason } from '../groups.ts'
import { points, rivalMargin } from '../points.ts'
import { reason } from '../reasons.ts'
import type { EngineEntry, EngineItem, Reason } from '../types.ts'
import { netOfFee } from './net-of-fee.ts'

export type Kind = 'counterparty' | 'batch' | 'day_and_type' | 'fee_line'
const kindTexts: Readonly<Record<Kind, string>> = {
  counterparty: 'All open lines of the counterparty in the window',
  batch: 'All lines of one batch, slip or payout',
  day_and_type: 'All lines of one day and type',
  fee_line: 'Gross amounts and the fee, which is a line of its own',
}

/** Groups whose members are given by what they share, whole or less one (6.6 pass 4), in both directions. */
export function structuredGroups(books: Books, drafts: Drafts, tick: () => void): void {
  const byBatch = new Map<string, number[]>()
  const byDay = new Map<string, number[]>()
  const byParty = new Map<number, number[]>()
  for (let entry = 0; entry < books.entries.length; entry++) {
    if (!books.isEntryOpen(entry)) continue
    const one = books.entries[entry] as EngineEntry
    const sign = `${Math.sign(one.open)} ${one.currency}`
    // What was taken back of a batch is a member as well.
    for (const key of [
      one.batchId,
      ...one.references.filter(({ kind }) => /slip|payout|batch/i.test(kind)).map(({ value }) => value),
    ])
      if (key) push(byBatch, `${key} ${one.currency}`, entry)
    push(byDay, `${one.bookingDate} ${typeOf(one.description)} ${sign}`, entry)
    push(byParty, books.entryParty[entry] as number, entry)
  }
  const many = (groups: Map<string, number[]>): number[][] => [...groups.values()].filter(({ length }) => length > 1)
  const byEntryTotal = totals(many(byBatch), 'batch', (at) => (books.entries[at] as EngineEntry).open)
  addTotals(byEntryTotal, many(byDay), 'day_and_type', (at) => (books.entries[at] as EngineEntry).open)

  for (let item = 0; item < books.items.length; item++) {
    tick()
    if (!books.isItemOpen(item)) continue
    const one = books.items[item] as EngineItem
    const found = (byEntryTotal.get(one.open) ?? [])
      .map((total) => ({ ...total, members: total.members.filter((at) => books.isEntryOpen(at)) }))
      .filter(
        ({ members }) =>
          members.length > 1 &&
          isInWindow(books, [item], members) &&
          members.every((at) => books.entries[at]?.currency === one.currency),
      )
      .filter(({ members }) => sumEntries(books, members) === one.open)
    const candidates = [...found, ...ofParty(books, item, byParty)]
    tryBest(
      books,
      drafts,
      candidates.map(({ members, ...total }) => ({ ...total, group: { items: [item], entries: members } })),
    )
  }
  netOfFee(books, drafts, byParty, tick)
  manyToOne(books, drafts, tick)
}

/** Lines of one day and type, or of one payer, against a single entry. */
function manyToOne(books: Books, drafts: Drafts, tick: () => void): void {
  const byDay = new Map<string, number[]>()
  const byPayer = new Map<string, number[]>()
  for (let item = 0; item < books.items.length; item++) {
    if (!books.isItemOpen(item)) continue
    const one = books.items[item] as EngineItem
    const sign = `${Math.sign(one.open)} ${one.currency}`
    push(byDay, `${one.bookingDate} ${one.bankCode ?? ''} ${typeOf(one.text)} ${sign}`, item)
    // A bank's own charges are of one type, whatever each is called.
    if (isCharge(one)) push(byDay, `${one.bookingDate} ${one.bankCode} ${sign}`, item)
    push(byPayer, `${one.bookingDate} ${books.itemParty[item]} ${sign}`, item)
  }
  const many = (groups: Map<string, number[]>): number[][] => [...groups.values()].filter(({ length }) => length > 1)
  const openOf = (at: number): number => (books.items[at] as EngineItem).open
  const byTotal = totals(many(byDay), 'day_and_type', openOf)
  addTotals(byTotal, many(byPayer), 'counterparty', openOf)
  for (let entry = 0; entry < books.entries.length; entry++) {
    tick()
    if (!books.isEntryOpen(entry)) continue
    const one = books.entries[entry] as EngineEntry
    const candidates = (byTotal.get(one.open) ?? [])
      .map((total) => ({ ...total, members: total.members.filter((at) => books.isItemOpen(at)) }))
      .filter(
        ({ members }) =>
          members.length > 1 &&
          members.every((at) => books.items[at]?.currency === one.currency) &&
          sumItems(books, members) === one.open &&
          isInWindow(books, members, [entry]),
      )
    tryBest(
      books,
      drafts,
      candidates.map(({ members, ...total }) => ({ ...total, group: { items: members, entries: [entry] } })),
    )
  }
}

interface Total {
  readonly kind: Kind
  readonly isLessOne?: boolean
  readonly members: readonly number[]
}

const mostForLessOne = 30

/** Groups by their sum, and by their sum less one member where they are small. */
function totals(
  groups: readonly (readonly number[])[],
  kind: Kind,
  openOf: (at: number) => number,
): Map<number, Total[]> {
  const found = new Map<number, Total[]>()
  addTotals(found, groups, kind, openOf)
  return found
}

function addTotals(
  found: Map<number, Total[]>,
  groups: readonly (readonly number[])[],
  kind: Kind,
  openOf: (at: number) => number,
): void {
  for (const members of groups) {
    const sum = members.reduce((total, at) => total + openOf(at), 0)
    push(found, sum, { kind, members })
    if (members.length > 2 && members.length <= mostForLessOne)
      for (const left of members)
        push(found, sum - openOf(left), { kind, isLessOne: true, members: members.filter((at) => at !== left) })
  }
}

/** Everything open of parties that agree with the item's, in its window: whole, or less one. */
function ofParty(books: Books, item: number, byParty: ReadonlyMap<number, readonly number[]>): Total[] {
  const members = openOfParty(books, item, byParty)
  if (members.length < 2 || members.length > books.input.profile.groupWithReference) return []
  const over = sumEntries(books, members) - (books.items[item] as EngineItem).open
  if (over === 0) return [{ kind: 'counterparty', members }]
  if (members.length < 3) return []
  return members
    .filter((at) => (books.entries[at] as EngineEntry).open === over)
    .slice(0, 3)
    .map((left) => ({ kind: 'counterparty', isLessOne: true, members: members.filter((at) => at !== left) }))
}

interface Candidate {
  readonly kind: Kind
  readonly isLessOne?: boolean
  readonly group: Group
}

/**
 * Proposes the group for which most speaks; those that come within 15 points are its alternatives. Among these a whole one
 * goes before one that lacks a member.
 */
export function tryBest(books: Books, drafts: Drafts, candidates: readonly Candidate[]): void {
  // The whole group of one kind may be another's without a member.
  const distinct = new Map<string, Candidate>()
  for (const one of candidates) {
    const key = `${one.group.items} ${one.group.entries}`
    const known = distinct.get(key)
    if (!known || (known.isLessOne && !one.isLessOne)) distinct.set(key, one)
  }
  const weighed = [...distinct.values()]
    .map((one) => ({ ...one, facts: groupFacts(books, one.group) }))
    .filter(({ facts, group }) => facts.party !== 'C5' && drafts.mayPropose(group.items, group.entries))
    .sort((a, b) => worth(b.facts) - worth(a.facts) || a.facts.distance - b.facts.distance)
  const [first] = weighed
  if (!first) return
  const near = weighed.filter(({ facts }) => worth(first.facts) - worth(facts) < rivalMargin)
  const best = near.find(({ isLessOne }) => !isLessOne) ?? first
  const rivals = near.filter((one) => one !== best)
  const isAlone = rivals.length === 0
  const reasons: Reason[] = [
    sumReason(books, best.group),
    ...sharedReasons(books, best.group, best.facts),
    reason('structure', kindTexts[best.kind], { kind: best.kind }),
    ...(isAlone ? [reason('U1', 'No other group of this kind has this sum', {}, points.U1)] : []),
  ]
  drafts.add({
    pass: 4,
    ...best.group,
    reasons,
    alternatives: rivals.map(({ group }) =>
      group.items.length > 1
        ? group.items.map((at) => (books.items[at] as EngineItem).id)
        : group.entries.map((at) => (books.entries[at] as EngineEntry).id),
    ),
    isSure: false,
  })
}

const worth = ({ party, date }: { party: keyof typeof points | null; date: keyof typeof points }): number =>
  (party ? points[party] : 0) + points[date]

const isInWindow = (books: Books, items: readonly number[], entries: readonly number[]): boolean => {
  const [fewest, most] = books.input.profile.days
  return items.every((item) =>
    entries.every((entry) => {
      const lag = (books.itemDays[item] as number) - (books.entryDays[entry] as number)
      return lag >= fewest && lag <= most
    }),
  )
}

/** A line without anybody behind it that the bank codes as its charge. */
const isCharge = ({ bankCode, counterpartyName, open }: EngineItem): boolean =>
  open < 0 && counterpartyName === null && /-(?:CHRG|COMM|FEES)(?:-|$)/i.test(bankCode ?? '')

/** Text without numbers: lines that differ in nothing else are of one type. */
const typeOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\S*\d\S*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
