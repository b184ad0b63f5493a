import { pairUp } from '../../imports/pair-up.ts'
import type { PreparedName } from '../../matching/names/types.ts'
import { shiftDay } from '../context.ts'

/** A booked line, as far as two reports of the same line can be told by it. Amounts are signed minor units. */
export interface ReportedLine {
  readonly id: string
  readonly day: string
  readonly amount: number
  readonly name: string | null
  readonly text: string | null
  readonly reference: string | null
}

/** A day of which two formats tell different amounts. */
export interface DifferingDay {
  readonly day: string
  readonly known: readonly number[]
  readonly fresh: readonly number[]
}

export interface SameLines {
  /** Lines of the file with the line that was there already. */
  readonly pairs: readonly { readonly fresh: string; readonly known: string }[]
  readonly differing: readonly DifferingDay[]
}

type Prepare = (text: string | null) => PreparedName

function groupBy<T>(lines: readonly T[], key: (line: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const line of lines) {
    const group = groups.get(key(line))
    if (group) group.push(line)
    else groups.set(key(line), [line])
  }
  return groups
}
const amounts = (lines: readonly ReportedLine[]) => lines.map(({ amount }) => amount).sort((a, b) => a - b)

/**
 * Lines of a file that came in another format before (9.3 rule 7): where a day's amounts agree, its lines are the same,
 * whatever their texts say; other days are told. Lines of such days pair only where their names do not contradict.
 */
export function compareDays(
  fresh: readonly ReportedLine[],
  known: readonly ReportedLine[],
  prepare: Prepare,
): SameLines {
  const days = fresh.map(({ day }) => day).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const freshOf = groupBy(fresh, ({ day }) => day)
  const knownOf = groupBy(
    known.filter(({ day }) => day >= first && day <= last),
    ({ day }) => day,
  )
  const pairs: { fresh: string; known: string }[] = []
  const differing: DifferingDay[] = []
  for (const [day, there] of [...knownOf].sort(([a], [b]) => a.localeCompare(b))) {
    const here = freshOf.get(day) ?? []
    const [before, now] = [amounts(there), amounts(here)]
    const isSame = before.length === now.length && before.every((amount, at) => amount === now[at])
    if (!isSame) differing.push({ day, known: before, fresh: now })
    pairs.push(...pairEqual(here, there, isSame, prepare))
  }
  return { pairs, differing }
}

/** Pairs of equal amounts; `isCertain` pairs also those whose names differ. */
function pairEqual(
  here: readonly ReportedLine[],
  there: readonly ReportedLine[],
  isCertain: boolean,
  prepare: Prepare,
) {
  const thereOf = groupBy(there, ({ amount }) => String(amount))
  return [...groupBy(here, ({ amount }) => String(amount))].flatMap(([amount, lines]) => {
    const others = thereOf.get(amount) ?? []
    const found = pairUp(lines, others, prepare)
    const left = others.map((_, at) => at).filter((at) => !found.includes(at))
    return lines.flatMap(({ id }, at) => {
      const partner = others[found[at] === -1 && isCertain ? (left.shift() ?? -1) : (found[at] ?? -1)]
      return partner ? [{ fresh: id, known: partner.id }] : []
    })
  })
}

/** How far the day a movement was seen may lie from the day the bank booked it. */
export const seenWithin = 3

/**
 * Lines that the other half of the product saw before (4.11): the same amount on the same day, or within three days where
 * both name the payer and the names agree. What only one of both has stays for itself.
 */
export function compareMovements(
  fresh: readonly ReportedLine[],
  known: readonly ReportedLine[],
  prepare: Prepare,
): SameLines['pairs'] {
  const key = ({ day, amount }: ReportedLine) => `${day} ${amount}`
  const knownOf = groupBy(known, key)
  const sameDay = [...groupBy(fresh, key)].flatMap(([place, lines]) =>
    pairEqual(lines, knownOf.get(place) ?? [], false, prepare),
  )
  const taken = new Set(sameDay.flatMap((pair) => [pair.fresh, pair.known]))
  const isLeft = ({ id, name }: ReportedLine) => !taken.has(id) && name !== null && name.trim() !== ''
  const later = groupBy(fresh.filter(isLeft), ({ amount }) => String(amount))
  const near = [...groupBy(known.filter(isLeft), ({ amount }) => String(amount))].flatMap(([amount, seen]) => {
    const lines = later.get(amount) ?? []
    const open = new Set(lines)
    return seen.flatMap((one) => {
      const [from, to] = [shiftDay(one.day, -seenWithin), shiftDay(one.day, seenWithin)]
      const fitting = [...open].filter(({ day }) => day >= from && day <= to)
      const [at = -1] = pairUp([one], fitting, prepare)
      const partner = fitting[at]
      if (!partner) return []
      open.delete(partner)
      return [{ fresh: partner.id, known: one.id }]
    })
  })
  return [...sameDay, ...near]
}
