import { expect, test } from 'vitest'
import { type ImportAnswer, openAccount, table } from './support/world.ts'

interface Line {
  readonly line: number
  readonly outcome: string
  readonly known_from: {
    readonly kind: string
    readonly id: string | null
    readonly file_name: string | null
    readonly at: string | null
  } | null
}
interface PreviewAnswer {
  readonly lines: readonly Line[]
  readonly known_lines: readonly Line[]
  readonly known_count: number
}

test('a preview says line by line what is there already, and since which import or movement', async () => {
  const world = await openAccount()
  const { body: first } = await world.import<ImportAnswer>(table(['2025-03-13', 'Ana Ruiz', '100.00']), {}, 'march.csv')
  await world.scrape({
    external_id: 'bank-7',
    amount: '20.00',
    currency: 'EUR',
    sender_name: 'Eva Sosa',
    received_at: '2025-03-14T09:00:00Z',
  })
  const read = (await world.movements()).find(({ external_id }) => external_id === 'bank-7')

  const { body } = await world.preview<PreviewAnswer>(
    table(
      ['2025-03-13', 'Ana Ruiz', '100.00'],
      ['2025-03-14', 'Eva Sosa', '20.00'],
      ['2025-03-14', 'Juan Paz', '30.00'],
      ['2025-03-14', 'Rent', '-700.00'],
    ),
  )

  expect(body.lines.map(({ outcome, known_from: from }) => [outcome, from?.kind, from?.id])).toEqual([
    ['known', 'import', first.id],
    ['known', 'movement', read?.id],
    ['new', undefined, undefined],
    ['debit', undefined, undefined],
  ])
  expect(body.lines[0]?.known_from).toMatchObject({ file_name: 'march.csv', at: expect.stringMatching(/Z$/) })
  expect(body.known_lines).toEqual(body.lines.slice(0, 2))
  expect(body.known_count).toBe(2)
}, 60_000)

test('lines that are there already are named wherever they stand in the file', async () => {
  const world = await openAccount()
  const day = (at: number) => `2025-03-${String(1 + Math.floor(at / 10)).padStart(2, '0')}`
  const rows = Array.from({ length: 250 }, (_, at) => [day(at), `Payer ${at}`, `${at + 1}.00`] as const)
  await world.import(table(...rows.slice(100, 240)))

  const { body } = await world.preview<PreviewAnswer>(table(...rows))

  expect(body.lines).toHaveLength(20)
  expect(body.lines.every(({ outcome }) => outcome === 'new')).toBe(true)
  // The header is the first line of the file; a hundred of them are shown.
  expect(body.known_lines.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, at) => at + 102))
  expect(body.known_count).toBe(140)
}, 60_000)
