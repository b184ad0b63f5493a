import { hash } from 'node:crypto'
import { createNameReader } from '../matching/prepared-names.ts'
import type { Minor } from '../money.ts'
import type { StatementFault } from '../statements/failure.ts'
import type { StatementWarning } from '../statements/types.ts'
import type { KnownLine, KnownLines, UnfiledMovement } from './known-lines.ts'
import { pairUp, type Sighting } from './pair-up.ts'
import type { FileLine } from './types.ts'

/** What becomes of one line. `debit` stands for every new line that brings nothing. */
export interface Resolution {
  readonly outcome: 'new' | 'known' | 'debit'
  readonly lineKey: string
  /** The movement that the line is known as; null for new lines, debits, and lines whose movement was removed. */
  readonly movementId: string | null
  /** The import that brought a known line; null for one that came another way, or twice in this upload. */
  readonly sinceImport: string | null
}

/** How a person answered `days_differ`: equal amounts are the same lines and the rest is new, or all of it is new. */
export type DaysAnswer = 'pair' | 'add' | undefined

/**
 * What a line is known by that was never there before. Its amount stands in front: lines of one amount become movements
 * together, and are then close together in the index of what movements are known by.
 */
export const lineKeyOf = (
  line: Pick<FileLine, 'amountMinor' | 'strongKey' | 'fingerprint' | 'occurrence' | 'currency'>,
): string =>
  `file-${amountKey(line.amountMinor)}-${hash('sha256', [line.strongKey ?? '', line.fingerprint, line.occurrence, line.currency].join('|')).slice(0, 32)}`

/** Letters that sort like the amounts; in two decimals, nine hold what no bank has. */
const amountKey = (amountMinor: Minor): string => Math.abs(amountMinor).toString(36).padStart(9, '0')

const asSighting = (line: { name: string | null; text: string | null; strongKey: string | null }): Sighting => ({
  name: line.name,
  text: line.text,
  reference: line.strongKey,
})
const asKnown = (line: KnownLine): Sighting => ({ name: line.name, text: line.text, reference: line.strong_key })
const asMovement = (movement: UnfiledMovement): Sighting => ({
  name: movement.sender_name,
  text: movement.reference_text,
  reference: movement.external_id,
})

/** Remarks and places that an answer names; more would tell nobody anything. */
const mostTold = 100

/**
 * Tells the lines of a file from those that are there: by key, by text, by a day's amounts, by movements (9.3). One booking
 * day at a time, since lines of different days are never the same; a movement may stand on a line's value day instead,
 * which is looked for once every day was told.
 */
export function createResolver(known: KnownLines, answer?: DaysAnswer) {
  const warnings: StatementWarning[] = []
  const differing: StatementFault[] = []
  const movements = createMovementFinder(known)
  const warn = (warning: StatementWarning) => {
    if (warnings.length < mostTold) warnings.push(warning)
  }
  const brought = (line: FileLine, movement: UnfiledMovement): Resolution => ({
    outcome: 'known',
    lineKey: lineKeyOf(line),
    movementId: movement.id,
    sinceImport: null,
  })

  return {
    warnings: warnings as readonly StatementWarning[],
    /** Days of which files of two kinds tell different amounts (9.3 rule 7). */
    differing: differing as readonly StatementFault[],
    /** What becomes of all lines of one booking day, in their order. */
    day(lines: readonly FileLine[]): readonly Resolution[] {
      const found = new Map<FileLine, Resolution>()
      const taken = new Set<string>()
      const is = (
        line: FileLine,
        { line_key: lineKey, movement_id: movementId, import_id: sinceImport }: KnownLine,
      ) => {
        taken.add(lineKey)
        found.set(line, { outcome: 'known', lineKey, movementId, sinceImport })
      }
      for (const line of lines) {
        const same = knownAs(line, known, warn)
        if (same) is(line, same)
      }
      const faults = acrossLayouts(lines, known, { found, taken, is, answer })
      differing.push(...faults.slice(0, mostTold - differing.length))
      const open = lines.filter((line) => line.amountMinor > 0 && !found.has(line))
      for (const [line, movement] of movements.onBookingDay(open)) found.set(line, brought(line, movement))
      // Two files of one archive may overlap.
      const inUpload = new Set<string>()
      return lines.map((line): Resolution => {
        const there = found.get(line)
        if (there) return there
        const lineKey = lineKeyOf(line)
        const isTwice = inUpload.has(lineKey)
        inUpload.add(lineKey)
        const outcome = isTwice ? 'known' : line.amountMinor > 0 ? 'new' : 'debit'
        return { outcome, lineKey, movementId: null, sinceImport: null }
      })
    },
    /** New credits of one value day, once every booking day was told: which of them movements are. */
    valueDay: (lines: readonly FileLine[]): ReadonlyMap<FileLine, Resolution> =>
      new Map(
        [...movements.onValueDay(lines)].map(([line, movement]): [FileLine, Resolution] => [
          line,
          brought(line, movement),
        ]),
      ),
  }
}

/** The same line of an earlier file: by the bank's key with date and amount, else by its text and number. */
function knownAs(line: FileLine, known: KnownLines, warn: (warning: StatementWarning) => void): KnownLine | undefined {
  const { strongKey, position } = line
  const sameKey = strongKey === null ? [] : known.byKey(strongKey, line.currency)
  const same = sameKey.find((one) => one.booking_date === line.bookingDate && one.amount_minor === line.amountMinor)
  if (same) return same
  if (sameKey.length > 0)
    warn({
      code: 'bank_reference_reused',
      params: { reference: strongKey ?? '' },
      message: `The bank's reference ${strongKey} stands for another line too; both are kept.`,
      line: position,
    })
  const samePrint = known.byPrint(line.fingerprint, line.occurrence, line.currency)
  const print = samePrint.find((one) => one.strong_key === null || strongKey === null)
  if (!print && samePrint.length > 0)
    warn({
      code: 'duplicate_source_entry',
      message: 'A line with the same content but another reference of the bank is there already; both are kept.',
      line: position,
    })
  return print
}

interface Across {
  readonly found: ReadonlyMap<FileLine, Resolution>
  readonly taken: ReadonlySet<string>
  is(line: FileLine, same: KnownLine): void
  readonly answer: DaysAnswer
}

/** A day that a file of another kind has told already: the same amounts are the same lines. */
function acrossLayouts(lines: readonly FileLine[], known: KnownLines, across: Across): StatementFault[] {
  const { found, taken, is, answer } = across
  if (answer === 'add') return []
  const prepare = createNameReader()
  const differing: StatementFault[] = []
  const days = Map.groupBy(lines, (line) => `${line.bookingDate} ${line.currency}`)
  for (const own of days.values()) {
    const open = own.filter((line) => !found.has(line))
    const [first] = open
    if (!first) continue
    const there = distinct(known.ofDay(first.bookingDate, first.currency))
    const others = there.filter((one) => one.layout !== first.layout && !taken.has(one.line_key))
    if (others.length === 0) continue
    const isSameDay = amountsOf(own) === amountsOf(there.map(({ amount_minor: amountMinor }) => ({ amountMinor })))
    if (!isSameDay && answer !== 'pair') {
      differing.push({
        line: first.position,
        code: 'days_differ',
        params: {
          day: first.bookingDate,
          own: own.length,
          ownSum: sumText(own),
          there: there.length,
          thereSum: sumText(there.map(({ amount_minor: amountMinor }) => ({ amountMinor }))),
        },
        message: `${first.bookingDate}: this file has ${own.length} lines (${sumText(own)}), an earlier one of another format ${there.length} (${sumText(there.map(({ amount_minor: amountMinor }) => ({ amountMinor })))}).`,
      })
      continue
    }
    for (const [amount, group] of Map.groupBy(open, (line) => line.amountMinor)) {
      const candidates = others.filter((one) => one.amount_minor === amount)
      const pairs = pairUp(group.map(asSighting), candidates.map(asKnown), prepare)
      const left = candidates.filter((_, at) => !pairs.includes(at))
      group.forEach((line, at) => {
        // Where the whole day agrees, a name written otherwise is still the same line.
        const same = candidates[pairs[at] ?? -1] ?? (isSameDay ? left.shift() : undefined)
        if (same) is(line, same)
      })
    }
  }
  return differing
}

/** Credits that a reading of the bank or a feed brought before: same amount and day, and no other payer. */
export function asMovements(lines: readonly FileLine[], known: KnownLines): Map<FileLine, UnfiledMovement> {
  const finder = createMovementFinder(known)
  const found = finder.onBookingDay(lines)
  for (const [line, movement] of finder.onValueDay(lines.filter((one) => !found.has(one)))) found.set(line, movement)
  return found
}

/** Finds movements for lines, each movement once, however often it is asked. */
function createMovementFinder(known: KnownLines) {
  const prepare = createNameReader()
  const taken = new Set<string>()

  function find(lines: readonly FileLine[], dayOf: (line: FileLine) => string | null): Map<FileLine, UnfiledMovement> {
    const found = new Map<FileLine, UnfiledMovement>()
    const days = new Map<string, ReadonlyMap<string, readonly UnfiledMovement[]>>()
    const unfiled = (day: string) => {
      const there = days.get(day) ?? Map.groupBy(known.unfiledOn(day), (one) => `${one.currency} ${one.amount_minor}`)
      days.set(day, there)
      return there
    }
    const open = lines.filter((line) => dayOf(line) !== null)
    for (const group of Map.groupBy(open, (l) => `${dayOf(l)} ${l.currency} ${l.amountMinor}`).values()) {
      const first = group[0] as FileLine
      const equal = unfiled(dayOf(first) as string).get(`${first.currency} ${first.amountMinor}`) ?? []
      const candidates = equal.filter(({ id }) => !taken.has(id))
      if (candidates.length === 0) continue
      const pairs = pairUp(group.map(asSighting), candidates.map(asMovement), prepare)
      group.forEach((line, at) => {
        const movement = candidates[pairs[at] ?? -1]
        if (!movement) return
        found.set(line, movement)
        taken.add(movement.id)
      })
    }
    return found
  }
  return {
    onBookingDay: (lines: readonly FileLine[]) => find(lines, (line) => line.bookingDate),
    onValueDay: (lines: readonly FileLine[]) =>
      find(lines, (line) => (line.valueDate === line.bookingDate ? null : line.valueDate)),
  }
}

function distinct(lines: readonly KnownLine[]): KnownLine[] {
  const byKey = new Map<string, KnownLine>()
  for (const line of lines) if (!byKey.has(line.line_key)) byKey.set(line.line_key, line)
  return [...byKey.values()]
}

const amountsOf = (lines: readonly { readonly amountMinor: number }[]): string =>
  lines
    .map(({ amountMinor }) => amountMinor)
    .sort((a, b) => a - b)
    .join(' ')

const sumText = (lines: readonly { readonly amountMinor: number }[]): string =>
  (lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) / 100).toFixed(2)
