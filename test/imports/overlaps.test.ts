import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KnownLine, KnownLines } from '../../main/core/imports/known-lines.ts'
import { createResolver } from '../../main/core/imports/resolve-lines.ts'
import type { FileLine } from '../../main/core/imports/types.ts'
import '../support/fast-check.ts'

interface BankLine {
  readonly day: number
  readonly name: string
  readonly amount: number
}

const dayText = (day: number) => `2025-03-${String(day).padStart(2, '0')}`

/** A file of whole days, as the bank exports them. */
function fileOf(bank: readonly BankLine[], from: number, to: number): FileLine[] {
  const seen = new Map<string, number>()
  return bank
    .filter(({ day }) => day >= from && day <= to)
    .map(({ day, name, amount }, at) => {
      const fingerprint = createHash('sha256').update(`${day} ${name} ${amount}`).digest('hex')
      const occurrence = (seen.get(fingerprint) ?? 0) + 1
      seen.set(fingerprint, occurrence)
      return {
        statement: 0,
        position: at + 1,
        layout: 'csv',
        bookingDate: dayText(day),
        valueDate: null,
        amountMinor: amount,
        currency: 'EUR',
        name,
        text: null,
        strongKey: null,
        fingerprint,
        occurrence,
        facts: null,
      }
    })
}

/** An account in memory that takes what a file brings. */
function account() {
  const stored: { line: FileLine; key: string }[] = []
  const asKnown = ({ line, key }: (typeof stored)[number]): KnownLine => ({
    line_key: key,
    layout: line.layout,
    booking_date: line.bookingDate,
    amount_minor: line.amountMinor,
    currency: line.currency,
    strong_key: line.strongKey,
    name: line.name,
    text: line.text,
    movement_id: key,
    import_id: 'an import',
  })
  const known: KnownLines = {
    hasAny: () => stored.length > 0,
    byKey: () => [],
    byPrint: (print, occurrence) =>
      stored.filter(({ line }) => line.fingerprint === print && line.occurrence === occurrence).map(asKnown),
    ofDay: (day) => stored.filter(({ line }) => line.bookingDate === day).map(asKnown),
    unfiledOn: () => [],
    watchUnfiled: () => () => false,
  }
  return {
    take(file: readonly FileLine[]): number {
      const resolver = createResolver(known)
      const fresh = [...Map.groupBy(file, ({ bookingDate }) => bookingDate).values()].flatMap((day) => {
        const resolutions = resolver.day(day)
        return day.flatMap((line, at) => {
          const resolution = resolutions[at]
          return resolution?.outcome === 'new' ? [{ line, key: resolution.lineKey }] : []
        })
      })
      stored.push(...fresh)
      return fresh.length
    },
    lines: () => stored.map(({ line }) => `${line.bookingDate} ${line.name} ${line.amountMinor}`).sort(),
  }
}

const bankLines = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 6 }),
    name: fc.constantFrom('Ana', 'Juan', 'Eva'),
    amount: fc.constantFrom(1000, 2500),
  }),
  { maxLength: 40 },
)
const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 1,
  maxLength: 8,
})

test('files that overlap in any way bring each line of the bank once, twins included', () => {
  fc.assert(
    fc.property(bankLines, spans, (bank, files) => {
      const own = account()
      const covered = new Set<number>()
      for (const [a, b] of files) {
        const [from, to] = a < b ? [a, b] : [b, a]
        const file = fileOf(bank, from, to)
        own.take(file)
        expect(own.take(file)).toBe(0)
        for (let day = from; day <= to; day += 1) covered.add(day)
      }
      const wanted = bank.filter(({ day }) => covered.has(day))
      expect(own.lines()).toEqual(wanted.map(({ day, name, amount }) => `${dayText(day)} ${name} ${amount}`).sort())
    }),
  )
})
