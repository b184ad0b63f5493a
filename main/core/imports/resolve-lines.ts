import { hash } from 'node:crypto'
import { createNameReader } from '../matching/prepared-names.ts'
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
}

export interface Resolved {
  /** One for each line, in order. */
  readonly resolutions: readonly Resolution[]
  readonly warnings: readonly StatementWarning[]
  /** Days of which files of two kinds tell different amounts (9.3 rule 7). */
  readonly differing: readonly StatementFault[]
}

/** How a person answered `days_differ`: equal amounts are the same lines and the rest is new, or all of it is new. */
export type DaysAnswer = 'pair' | 'add' | undefined

const keyOf = (line: FileLine): string =>
  `file-${hash('sha256', [line.strongKey ?? '', line.fingerprint, line.occurrence, line.currency].join('|')).slice(0, 32)}`

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

/** Tells the lines of a file from those that are there: by key, by text, by a day's amounts, by movements (9.3). */
export function resolveLines(lines: readonly FileLine[], known: KnownLines, answer?: DaysAnswer): Resolved {
  const found = new Map<FileLine, Resolution>()
  const warnings: StatementWarning[] = []
  const taken = new Set<string>()
  const is = (line: FileLine, { line_key: lineKey, movement_id: movementId }: KnownLine) => {
    taken.add(lineKey)
    found.set(line, { outcome: 'known', lineKey, movementId })
  }

  for (const line of lines) {
    const same = knownAs(line, known, warnings)
    if (same) is(line, same)
  }
  const differing = acrossLayouts(lines, known, { found, taken, is, answer })
  for (const [line, movement] of asMovements(
    lines.filter((line) => line.amountMinor > 0 && !found.has(line)),
    known,
  ))
    found.set(line, { outcome: 'known', lineKey: keyOf(line), movementId: movement.id })
  // Two files of one archive may overlap.
  const inUpload = new Set<string>()
  const resolutions = lines.map((line): Resolution => {
    const there = found.get(line)
    if (there) return there
    const lineKey = keyOf(line)
    const isTwice = inUpload.has(lineKey)
    inUpload.add(lineKey)
    return { outcome: isTwice ? 'known' : line.amountMinor > 0 ? 'new' : 'debit', lineKey, movementId: null }
  })
  return { resolutions, warnings, differing }
}

/** The same line of an earlier file: by the bank's key with date and amount, else by its text and number. */
function knownAs(line: FileLine, known: KnownLines, warnings: StatementWarning[]): KnownLine | undefined {
  const { strongKey, position } = line
  const sameKey = strongKey === null ? [] : known.byKey(strongKey, line.currency)
  const same = sameKey.find((one) => one.booking_date === line.bookingDate && one.amount_minor === line.amountMinor)
  if (same) return same
  if (sameKey.length > 0)
    warnings.push({
      code: 'bank_reference_reused',
      params: { reference: strongKey ?? '' },
      message: `The bank's reference ${strongKey} stands for another line too; both are kept.`,
      line: position,
    })
  const samePrint = known.byPrint(line.fingerprint, line.occurrence, line.currency)
  const print = samePrint.find((one) => one.strong_key === null || strongKey === null)
  if (!print && samePrint.length > 0)
    warnings.push({
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
  const found = new Map<FileLine, UnfiledMovement>()
  const prepare = createNameReader()
  const days = new Map<string, UnfiledMovement[]>()
  const taken = new Set<string>()
  const unfiled = (day: string) => {
    const there = days.get(day) ?? known.unfiledOn(day)
    days.set(day, there)
    return there
  }
  const pass = (dayOf: (line: FileLine) => string | null) => {
    const open = lines.filter((line) => !found.has(line) && dayOf(line) !== null)
    for (const group of Map.groupBy(open, (l) => `${dayOf(l)} ${l.currency} ${l.amountMinor}`).values()) {
      const first = group[0] as FileLine
      const candidates = unfiled(dayOf(first) as string).filter(
        (one) => one.amount_minor === first.amountMinor && one.currency === first.currency && !taken.has(one.id),
      )
      if (candidates.length === 0) continue
      const pairs = pairUp(group.map(asSighting), candidates.map(asMovement), prepare)
      group.forEach((line, at) => {
        const movement = candidates[pairs[at] ?? -1]
        if (!movement) return
        found.set(line, movement)
        taken.add(movement.id)
      })
    }
  }
  pass((line) => line.bookingDate)
  pass((line) => (line.valueDate === line.bookingDate ? null : line.valueDate))
  return found
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
