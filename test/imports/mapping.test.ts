import { describe, expect, test } from 'vitest'
import { openAccount, type Refused } from './support/world.ts'

interface PreviewAnswer {
  readonly files: readonly {
    readonly format: string
    readonly reason: string
    readonly mapping_applied: string | null
    readonly mapping: Mapping
    readonly mapping_words: readonly string[]
  }[]
  readonly counts: { readonly new: number; readonly duplicates: number; readonly debits: number }
  readonly lines: readonly { readonly booking_date: string; readonly amount: string; readonly outcome: string }[]
  readonly questions: readonly { readonly code: string; readonly choices: readonly string[] }[]
  readonly table: {
    readonly lines: readonly { readonly line: number; readonly verdict: string }[]
    readonly verdicts: Readonly<Record<string, number>>
    readonly mapping: Mapping
  } | null
  readonly problem: {
    readonly code: string
    readonly places: readonly { readonly code: string; readonly line: number | null; readonly message: string }[]
  } | null
  readonly linked_account: string | null
}
interface Mapping {
  readonly signature: string
  readonly columns: readonly { readonly index: number; readonly role: string; readonly dateOrder?: string }[]
}

const file = (date: string) => `Date;Description;Amount\n${date};Ana Ruiz;100.00\n${date};Rent;-700.00`
/** A currency of countries that write the month first and of others that do not. */
const dollars = { currency: 'USD' }
const moved = 'Date;Branch;Description;Amount\n2025-03-14;001;Ana Ruiz;100.00'

describe('a preview', { timeout: 60_000 }, () => {
  test('says what importing would do and stores nothing', async () => {
    const world = await openAccount()
    await world.import(file('2025-03-13'))

    const { status, body } = await world.preview<PreviewAnswer>(
      `${file('2025-03-13')}\n2025-03-14;Eva Sosa;20.00\n2025-03-14;Broken;x`,
      { exclude_lines: '5' },
    )

    expect(status).toBe(200)
    expect(body.files[0]).toMatchObject({ format: 'csv', mapping_applied: expect.any(String) })
    expect(body.counts).toMatchObject({ new: 1, duplicates: 1, debits: 1 })
    expect(body.lines.map(({ amount, outcome }) => [amount, outcome])).toEqual([
      ['100.00', 'known'],
      ['-700.00', 'known'],
      ['20.00', 'new'],
    ])
    expect(body.table?.verdicts).toMatchObject({ header: 1, item: 3, excluded: 1 })
    expect(await world.movements()).toHaveLength(1)
  })

  test('shows lines that cannot be read with their numbers, and the rest of the table', async () => {
    const world = await openAccount()

    const { body } = await world.preview<PreviewAnswer>(`${file('2025-03-13')}\n2025-03-14;Broken;x`)

    expect(body.problem).toMatchObject({ code: 'rows_unreadable', places: [{ line: 4 }] })
    expect(body.table?.lines.at(-1)).toMatchObject({ line: 4, verdict: 'unreadable' })
  })

  test('of a page or a picture is refused by name', async () => {
    const world = await openAccount()
    const page = await world.preview<Refused>('<html><body>Login</body></html>')
    expect([page.status, page.body.code]).toEqual([415, 'html_instead_of_data'])
    const empty = await world.preview<Refused>('')
    expect([empty.status, empty.body.code]).toEqual([422, 'file_empty'])
  })
})

describe('a mapping', { timeout: 60_000 }, () => {
  test('is kept with the answer: the question is asked once, and the next file says what applied', async () => {
    const world = await openAccount()
    const asked = await world.preview<PreviewAnswer>(file('03/04/2025'), dollars)
    expect(asked.body.questions.map(({ code }) => code)).toEqual(['date_order'])
    const refused = await world.import<Refused>(file('03/04/2025'), dollars)
    expect([refused.status, refused.body.code]).toEqual([422, 'confirmation_required'])

    await world.import(file('03/04/2025'), { ...dollars, answers: JSON.stringify({ date_order: 'dmy' }) })
    expect((await world.movements())[0]?.received_at.slice(0, 10)).toBe('2025-04-03')

    const next = await world.import(file('05/04/2025'), dollars)
    expect(next.status).toBe(201)
    expect(next.body.mapping_applied).not.toBeNull()
    expect((await world.movements())[0]?.received_at.slice(0, 10)).toBe('2025-04-05')
  })

  test('of a table without a header is kept for its kinds of columns, and asked anew for other kinds', async () => {
    const world = await openAccount()
    const headless = (day: string, cheque = '') => `${day},-12.50,Baker,${cheque}\n${day},100.00,Ana Ruiz,`
    const refused = await world.import<Refused>(headless('2025-03-13'))
    expect([refused.status, refused.body.code]).toEqual([422, 'confirmation_required'])
    await world.import(headless('2025-03-13'), { answers: JSON.stringify({ columns: 'as_shown' }) })

    const next = await world.import(headless('2025-03-14', 'C1'))
    expect([next.status, next.body.mapping_applied]).toEqual([201, expect.any(String)])
    expect(await world.movements()).toHaveLength(2)

    const other = await world.import<Refused>('2025-03-15,Baker,-12.50,1087.50,x\n2025-03-15,Ana Ruiz,100.00,3.00,y')
    expect([other.status, other.body.code]).toEqual([422, 'confirmation_required'])
  })

  test('65: a column that the bank inserts stops the import with the difference, until a person agrees', async () => {
    const world = await openAccount()
    await world.import(file('2025-03-13'))

    const stopped = await world.import<Refused>(moved)
    expect([stopped.status, stopped.body.code]).toEqual([422, 'mapping_changed'])
    expect(stopped.body.details?.issues.map(({ message }) => message).join(' ')).toContain('Branch')
    expect(await world.movements()).toHaveLength(1)

    const { body } = await world.preview<PreviewAnswer>(moved)
    expect(body.problem?.code).toBe('mapping_changed')
    const agreed = await world.import(moved, { mapping: JSON.stringify(body.table?.mapping) })
    expect(agreed.body.inserted).toBe(1)
    expect((await world.import(moved.replace('Ana', 'Eva'))).status).toBe(201)
  })

  test('of a person wins: another column is the amount, another order of dates', async () => {
    const world = await openAccount()
    const { body } = await world.preview<PreviewAnswer>(file('03/04/2025'))
    const mapping = body.table?.mapping as Mapping
    const own = {
      ...mapping,
      columns: mapping.columns.map((column) => (column.dateOrder ? { ...column, dateOrder: 'mdy' } : column)),
    }

    const read = await world.preview<PreviewAnswer>(file('03/04/2025'), { mapping: JSON.stringify(own) })

    expect(read.body.lines[0]?.booking_date).toBe('2025-03-04')
  })

  test('can be listed, renamed and forgotten; a foreign one does not exist', async () => {
    const world = await openAccount()
    await world.import(file('2025-03-13'))
    const path = `/accounts/${world.accountId}/csv-mappings`

    const { body } = await world.user.get<{ id: string; words: string[] }[]>(path)
    expect(body).toHaveLength(1)
    expect(body[0]?.words.join(' ')).toContain('Booking date')
    const renamed = await world.core.call<{ name: string }>(
      'PATCH',
      `${path}/${body[0]?.id}`,
      { name: 'My bank' },
      world.user.token,
    )
    expect(renamed.body.name).toBe('My bank')
    const other = await world.core.signUp()
    expect((await other.delete(`${path}/${body[0]?.id}`)).status).toBe(404)

    expect((await world.user.delete(`${path}/${body[0]?.id}`)).status).toBe(204)
    expect((await world.import(moved)).status).toBe(201)
  })
})
