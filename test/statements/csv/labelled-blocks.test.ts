import { expect, test } from 'vitest'
import { tableOfBlocks } from '../../../main/core/statements/csv/labelled-blocks.ts'
import { lineVerdicts } from '../../../main/core/statements/csv/read-csv.ts'
import { detect } from '../../../main/core/statements/detect.ts'
import { lines, readTable } from './table.ts'

const block = (date: string, text: string, amount: string, balance: string) =>
  [`Date:\u00a0${date}`, `Description:\u00a0${text}`, `Amount:\u00a0${amount}`, `Balance:\u00a0${balance}`, ''] as const

test('a list of blocks reads like a table, and each of its lines keeps its number', async () => {
  const text = lines(
    'From: 01/01/2025 to 31/01/2025',
    '',
    'Account: XXXX XXXX XXXX 1234',
    '',
    ...block('31/01/2025', 'CARD, BAKER: "BEST"', '-4.20', '1095.80'),
    ...block('30/01/2025', 'FIRM B', '1000.00', '1100.00'),
  )
  expect(detect(new TextEncoder().encode(text)).format).toBe('csv')
  const { amounts, dates, texts, statement, entries } = await readTable(text)
  expect([amounts, dates, texts]).toEqual([
    [-420, 100000],
    ['2025-01-31', '2025-01-30'],
    ['CARD, BAKER: "BEST"', 'FIRM B'],
  ])
  expect(statement).toMatchObject({ account: '1234', proof: { status: 'proved' } })
  expect(entries.map(({ position }) => position)).toEqual([6, 10])
  expect(lineVerdicts(text)).toHaveLength(14)
})

test('labels without a date and an amount, and tables, are left as they are', () => {
  expect(tableOfBlocks('Name: A\nStreet: B\nTown: C\n\nName: D\nStreet: E\nTown: F\n')).toBeNull()
  expect(tableOfBlocks('Account: 1\n\nDate,Amount\n2025-01-31,-4.20\n')).toBeNull()
})
