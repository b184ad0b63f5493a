import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { camt } from '../ledger/support/statement-files.ts'
import { tempDir } from '../support/temp-dir.ts'
import { type ImportAnswer, openAccount, type Refused, table } from './support/world.ts'

// More than a thread of its own is worth starting for (apply.ts).
const many = 2_500
const days = Array.from({ length: 20 }, (_, at) =>
  new Date(Date.now() - (at + 1) * 86_400_000).toISOString().slice(0, 10),
).reverse()
/** A line of its own amount for each number, in the order of days. */
const lineOf = (at: number) =>
  [days[Math.floor((at * days.length) / many)] ?? '', `Payer ${at}`, `${1000 + at}.00`] as const
const rows = Array.from({ length: many }, (_, at) => lineOf(at))
/** Two references that are no keys since two lines carry them each, and texts that make the file large. */
const file = [
  'Booking date;Counterparty;Amount;Transaction ID;Purpose',
  ...Array.from({ length: 9_000 }, (_, at) => {
    const reference = at === 8_999 ? 1 : at % 8_998
    return `${days[at % 20]};Payer ${at % 700};${at + 1}.00;R-${reference};${'Invoice '.repeat(60)}${at}`
  }),
].join('\n')
const order = (external_id: string, name: string, amount: string) => ({ external_id, name, amount, currency: 'EUR' })

function linesIn(dataDir: string, where: string): number | undefined {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  try {
    return db.prepare<[], number>(`select count(*) from import_lines ${where}`).pluck().get()
  } finally {
    db.close()
  }
}

describe('what a thread beside the program stores', { timeout: 120_000 }, () => {
  test('leaves to it what is waited for, what is there and what a file adds to it', async () => {
    const world = await openAccount()
    await world.expectPayments(
      order('A-1', `Payer ${many - 7}`, `${1000 + many - 7}.00`),
      order('A-2', 'Twin Payer', '900.00'),
      order('A-3', 'Nobody Else', '1009.00'),
    )
    const [seenDay, , seenAmount] = lineOf(12)
    const [bareDay, , bareAmount] = lineOf(20)
    await world.scrape(
      {
        external_id: 'BANK-12',
        amount: seenAmount,
        currency: 'EUR',
        sender_name: 'Payer 12',
        received_at: `${seenDay}T10:00:00Z`,
      },
      { external_id: 'BANK-20', amount: bareAmount, currency: 'EUR', received_at: `${bareDay}T10:00:00Z` },
    )
    const twins = [days.at(-2) ?? '', days.at(-1) ?? ''].map((day) => [day, 'Twin Payer', '900.00'] as const)

    const { body } = await world.import(table(...rows, ...twins))

    expect(body).toMatchObject({ status: 'done', inserted: many, duplicates: 2, enriched: 1 })
    const statuses = (await world.requests()).map(({ external_id, status }) => [external_id, status]).sort()
    expect(statuses).toEqual([
      ['A-1', 'matched'],
      ['A-2', 'ambiguous'],
      ['A-3', 'not_found'],
    ])
    const total = async (query = '') =>
      Number(
        (await world.user.get(`/accounts/${world.accountId}/movements?limit=1${query}`)).headers.get('x-total-count'),
      )
    expect(await total()).toBe(many + 2)
    // What the bank's page shows now is what the file brought.
    const [day, name, amount] = lineOf(40)
    const scraped = await world.scrape({
      external_id: 'BANK-40',
      amount,
      currency: 'EUR',
      sender_name: name,
      received_at: `${day}T10:00:00Z`,
    })
    expect(scraped.body).toMatchObject({ inserted: 0 })

    const again = await world.import(table(...rows, ...twins), { force: 'true' })
    expect(again.body).toMatchObject({ status: 'done', inserted: 0, duplicates: many + 2 })
    expect(await total()).toBe(many + 2)

    // One the bank's page showed before, one it showed since, one only there without a name.
    expect((await world.undo(again.body.id)).body.status).toBe('undone')
    expect((await world.undo(body.id)).body.status).toBe('undone')
    expect((await world.movements()).map(({ amount: left }) => left).sort()).toEqual(
      [seenAmount, bareAmount, amount].sort(),
    )
  })

  test('is known, taken out, put back and taken back like what the program stores itself', async () => {
    const world = await openAccount()
    const file = table(...rows)
    const first = await world.import(file)
    const before = (await world.movements())[7]
    const path = `/accounts/${world.accountId}/movements/${before?.id}`

    expect((await world.user.delete(path)).status).toBe(200)
    const again = await world.import(file, { force: 'true' })
    expect(again.body).toMatchObject({ status: 'done', inserted: 0, duplicates: many })
    expect((await world.movements()).map(({ id }) => id)).not.toContain(before?.id)
    expect((await world.user.post(`${path}/restore`)).status).toBe(200)
    expect((await world.movements()).find(({ id }) => id === before?.id)).toEqual(before)

    // The second file holds all of it too.
    const undone = await world.undo(first.body.id)
    expect(undone.body.status).toBe('undone')
    const stake = (await world.read(again.body.id)).body.undo
    expect(stake).toMatchObject({ movements: many, kept: 0 })
    await world.undo(again.body.id)
    expect(await world.movements()).toEqual([])
    expect((await world.import(file, { force: 'true' })).body).toMatchObject({ inserted: many, duplicates: 0 })
  })

  test('stands for its lines between two statements, each once', async () => {
    const world = await openAccount()
    const sum = rows.reduce((total, [, , amount]) => total + Number(amount) * 100, 0)
    const statement = (day: string, opening: number) =>
      camt({ from: day, to: day, opening, id: day, entries: [{ amount: 100, date: day, name: 'Ana Ruiz' }] })
    await world.import(statement('2025-03-03', 0))
    await world.import(table(...rows.map(([, name, amount]) => ['2025-03-04', name, amount] as const)))
    await world.import(statement('2025-03-05', 100 + sum))

    const { body } = await world.user.get<{ currencies: readonly { readonly gaps: readonly unknown[] }[] }>(
      `/accounts/${world.accountId}/completeness?from=2025-03-03&to=2025-03-05`,
    )

    expect(body.currencies.map(({ gaps }) => gaps)).toEqual([[]])
  })

  test('is nothing of an account that forwards: each line is, in order of time', async () => {
    const dataDir = tempDir()
    const world = await openAccount({ dataDir, mode: 'passthrough' })
    const shuffled = rows.toSorted(([, a], [, b]) => (a < b ? -1 : 1))

    const { body } = await world.import(table(...shuffled))

    expect(body).toMatchObject({ status: 'done', inserted: many })
    const file = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
    onTestFinished(() => void file.close())
    const told = file
      .prepare<[], number>(
        'select m.received_at from deliveries d join movements m on m.id = d.subject_id order by d.seq',
      )
      .pluck()
      .all()
    expect(told).toHaveLength(many)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  test('reads a large file as it reads a small one', async () => {
    const dataDir = tempDir()
    const world = await openAccount({ dataDir })
    expect(file.length).toBeGreaterThan(4 * 2 ** 20)

    const first = await world.import(file)
    expect(first.body).toMatchObject({ status: 'done', inserted: 9_000 })
    expect(linesIn(dataDir, `where strong_key in ('R-0', 'R-1')`)).toBe(0)
    expect(linesIn(dataDir, 'where strong_key is not null')).toBe(8_996)
    // Half of it in a file that is read in one piece: nothing of it is new.
    const half = file.split('\n').slice(0, 4_501).join('\n')
    expect((await world.import(half)).body).toMatchObject({ status: 'done', inserted: 0, duplicates: 4_500 })
  })

  test('leaves nothing of a large file whose end cannot be read', async () => {
    const dataDir = tempDir()
    const world = await openAccount({ dataDir })

    const refused = await world.import<Refused>(`${file}\n${days[0]};Nobody;a lot;R-9000;x`)

    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(linesIn(dataDir, '')).toBe(0)
    expect(await world.movements()).toEqual([])
    expect((await world.import(file)).body).toMatchObject({ status: 'done', inserted: 9_000 })
  })

  test('knows what another source brings while a large file is read', async () => {
    const world = await openAccount()
    const importing = world.import(file)
    const path = `/accounts/${world.accountId}/imports`
    await expect.poll(async () => (await world.user.get<ImportAnswer[]>(path)).body.length, { timeout: 60_000 }).toBe(1)

    const row = { amount: '21.00', currency: 'EUR', sender_name: 'Payer 20', received_at: `${days[0]}T10:00:00Z` }
    const scraped = await world.scrape({ ...row, external_id: 'BANK-20' })

    const { body } = await importing
    // Whichever came first, it is one movement.
    expect(body.status).toBe('done')
    expect(body.inserted + scraped.body.inserted).toBe(9_000)
    const listed = await world.user.get(`/accounts/${world.accountId}/movements?limit=1`)
    expect(listed.headers.get('x-total-count')).toBe('9000')
  })
})
