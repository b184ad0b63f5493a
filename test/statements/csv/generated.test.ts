import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../../support/fast-check.ts'
import { lineVerdicts, proposeMapping } from '../../../main/core/statements/csv/read-csv.ts'
import { generated, isoOf, ordered, writeTable } from './generated.ts'
import { readTable } from './table.ts'

const answersFor = (date: string) => ({ date_order: date === 'mdy/' ? 'mdy' : 'dmy', amount_sign: 'as_written' })

describe('a table written by any bank', () => {
  it('reads back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (table) => {
        const text = writeTable(table)
        const { entries, statement, questions } = await readTable(text, { answers: answersFor(table.habits.date) })
        expect(entries.map(({ amount, bookingDate, remittanceText }) => [amount, bookingDate, remittanceText])).toEqual(
          ordered(table).map(({ amount, day, text: words }) => [amount, isoOf(day), words.replace(/\s+/g, ' ')]),
        )
        expect(questions).toEqual([])
        if (table.habits.preamble) expect(statement?.account).toBe('DE02120300000000202051')
        if (table.habits.hasBalance) expect(statement?.proof.status).toBe('proved')
      }),
      { numRuns: 400 },
    )
  })

  it('reads the same through its saved mapping, and every line has a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (table) => {
        const text = writeTable(table)
        const options = { answers: answersFor(table.habits.date) }
        const mapping = JSON.parse(JSON.stringify(proposeMapping(text, options)))
        const { amounts, dates } = await readTable(text, { mapping })
        expect(amounts).toEqual(ordered(table).map(({ amount }) => amount))
        expect(dates).toEqual(ordered(table).map(({ day }) => isoOf(day)))
        const verdicts = lineVerdicts(text, { mapping })
        expect(verdicts).not.toContain('unreadable')
        expect(verdicts.filter((verdict) => verdict === 'item').length).toBeGreaterThanOrEqual(table.rows.length)
      }),
      { numRuns: 150 },
    )
  })
})
