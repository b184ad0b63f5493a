import { describe, expect, it } from 'vitest'
import { lineVerdicts, proposeMapping } from '../../../main/core/statements/csv/read-csv.ts'
import { americanLayouts } from './layouts/americas.ts'
import { asiaPacificLayouts } from './layouts/asia-pacific.ts'
import { easternLayouts } from './layouts/eastern.ts'
import { englishLayouts } from './layouts/english.ts'
import { germanLayouts } from './layouts/german.ts'
import { northernLayouts } from './layouts/northern.ts'
import { otherLayouts } from './layouts/other.ts'
import { recentLayouts } from './layouts/recent.ts'
import { romanceLayouts } from './layouts/romance.ts'
import { sectionLayouts } from './layouts/sections-and-sides.ts'
import { westernLayouts } from './layouts/western.ts'
import { readTable } from './table.ts'

const layouts = [
  ...germanLayouts,
  ...englishLayouts,
  ...romanceLayouts,
  ...northernLayouts,
  ...otherLayouts,
  ...westernLayouts,
  ...americanLayouts,
  ...easternLayouts,
  ...asiaPacificLayouts,
  ...recentLayouts,
  ...sectionLayouts,
]

describe('exports in the manner of real banks', () => {
  it.each(layouts.map((layout) => [layout.bank, layout] as const))('%s', async (_, layout) => {
    const text = layout.rows.join('\r\n')
    const { amounts, dates, statement, questions, entries, booked } = await readTable(text)
    expect({
      account: layout.account === undefined ? undefined : (statement?.account ?? null),
      currency: statement?.currency ?? null,
      amounts,
      first: dates[0],
      proof: statement?.proof.status,
      questions,
      notBooked: entries.length - booked.length,
    }).toEqual({
      account: layout.account,
      currency: layout.currency,
      amounts: layout.amounts,
      first: layout.first,
      proof: layout.proof ?? 'not_provable',
      questions: layout.questions ?? [],
      notBooked: layout.notBooked ?? 0,
    })
    if (layout.owner !== undefined) expect(statement?.accountOwner).toBe(layout.owner)
    if (layout.period !== undefined) expect([statement?.fromDate, statement?.toDate]).toEqual(layout.period)
    expect(lineVerdicts(text)).toHaveLength(layout.rows.length)
  })

  it.each(layouts.map((layout) => [layout.bank, layout] as const))(
    '%s reads the same through its own mapping',
    async (_, layout) => {
      const text = layout.rows.join('\n')
      const mapping = JSON.parse(JSON.stringify(proposeMapping(text)))
      const { amounts, questions, dates } = await readTable(text, { mapping })
      expect(amounts).toEqual(layout.amounts)
      expect(dates[0]).toBe(layout.first)
      expect(questions).toEqual([])
    },
  )
})
