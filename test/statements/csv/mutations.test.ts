import fc from 'fast-check'
import { expect, it } from 'vitest'
import '../../support/fast-check.ts'
import { lineVerdicts } from '../../../main/core/statements/csv/read-csv.ts'
import { StatementError } from '../../../main/core/statements/failure.ts'
import { englishLayouts } from './layouts/english.ts'
import { germanLayouts } from './layouts/german.ts'
import { northernLayouts } from './layouts/northern.ts'
import { otherLayouts } from './layouts/other.ts'
import { romanceLayouts } from './layouts/romance.ts'
import { readTable } from './table.ts'

const texts = [...germanLayouts, ...englishLayouts, ...romanceLayouts, ...northernLayouts, ...otherLayouts].map(
  ({ rows }) => rows.join('\r\n'),
)
const pieces = [
  '"',
  "'",
  ';',
  ',',
  '\t',
  '|',
  '\n',
  '\r',
  '',
  ' ',
  '-',
  '(',
  ')',
  '.',
  '0',
  '99999999999999999999',
  '31.02.2025',
  '\u0000',
  '\uFEFF',
  'Saldo',
  'Total',
  '=',
  '\u2028',
  '🙂',
  '1e9',
  '1,2.3,4',
]

const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(5_000), fc.nat(20), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 8 }),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [at, length, piece]) => {
      const from = at % (now.length + 1)
      return now.slice(0, from) + piece + now.slice(from + (length > 14 ? length : 0))
    }, text),
  )

it('answers every damaged table with a reading or a named refusal, and gives each line a verdict', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      try {
        const { entries } = await readTable(text)
        for (const { amount, bookingDate, bankStatus } of entries) {
          expect(Number.isSafeInteger(amount)).toBe(true)
          if (bankStatus === 'booked') expect(bookingDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        }
        const verdicts = lineVerdicts(text)
        expect(verdicts.every((verdict) => typeof verdict === 'string')).toBe(true)
        expect(verdicts).not.toContain('unreadable')
      } catch (error) {
        expect(error).toBeInstanceOf(StatementError)
      }
    }),
    { numRuns: 500 },
  )
})
