import { expect, test, vi } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { camt, camt054, type MadeBatch, type MadeEntry, sendFile, uploadTo } from '../support/statement-files.ts'
import { verifyFolder } from '../support/verify.ts'
import { openRun, type Refusal } from '../support/world.ts'

vi.setConfig({ testTimeout: 120_000 })

const account = 'DE89370400440532013000'
const day = '2025-01-10'

interface Previewed {
  readonly code?: string
  readonly attached: Readonly<Record<string, number>>
  readonly batches: readonly Readonly<Record<string, unknown>>[]
}

interface AttachAnswer {
  readonly code?: string
  readonly source_file: { readonly id: string; readonly format: string }
  readonly attached: Readonly<Record<string, number>> | null
}

async function runWith(entries: readonly MadeEntry[]) {
  const world = await openRun()
  const { core, user, run } = world
  const statement = await uploadTo(core, user, run.id, camt({ entries, account }))
  expect(statement).toMatchObject({ status: 201, body: { imported: entries.length } })
  const attach = (content: string, fields: Readonly<Record<string, string>> = {}) =>
    sendFile<AttachAnswer>(core, user, `${run.id}/sources/notifications`, new File([content], 'n.xml'), fields)
  const preview = (content: string) =>
    sendFile<Previewed>(core, user, `${run.id}/sources/notifications/preview`, new File([content], 'n.xml'))
  const parts = async () => {
    const whole = new Set((await world.items()).map(({ id }) => id))
    return (await world.items(undefined, '&parts=true')).filter(({ id }) => !whole.has(id))
  }
  const faults = () => verifyFolder(core.dataDir).faults.map(({ message }) => message)
  return { ...world, statement, attach, preview, parts, faults }
}

const entries: readonly MadeEntry[] = [
  { amount: 10_000, date: day, reference: 'B-1', text: 'Batch' },
  { amount: 5_000, date: day, text: 'Batch without a reference' },
  { amount: 7_000, date: day, text: 'Twin' },
  { amount: 7_000, date: day, text: 'Twin' },
]
const batches: readonly MadeBatch[] = [
  { amount: 10_000, reference: 'B-1', date: '2025-01-09', parts: [6_000, 4_000] },
  { amount: 5_000, reference: 'N-77', parts: [2_000, 1_500, 1_500] },
  { amount: 7_000, parts: [3_000, 4_000] },
  { amount: 1_234, parts: [1_000, 234] },
  { amount: 300, parts: [300] },
]

test('a notification divides the lines that it names by reference, or by date and amount where only one has them', async () => {
  const { attach, items, parts, read, faults } = await runWith(entries)
  const proved = (await read()) as { proof_status?: string }

  const { status, body } = await attach(camt054(batches))

  expect([status, body.source_file.format]).toEqual([201, 'camt.054'])
  expect(body.attached).toEqual({
    divided: 2,
    parts: 5,
    already: 0,
    decided: 0,
    unknown: 1,
    ambiguous: 1,
    without_parts: 1,
  })
  expect(await items()).toHaveLength(4)
  expect((await parts()).map(({ amount, counterparty_name: name }) => [amount.amount, name]).sort()).toEqual([
    ['1500', 'Payer 1'],
    ['1500', 'Payer 2'],
    ['2000', 'Payer 0'],
    ['4000', 'Payer 1'],
    ['6000', 'Payer 0'],
  ])
  // No balance and no sum of the statement is touched.
  expect(((await read()) as { proof_status?: string }).proof_status).toBe(proved.proof_status)
  expect(faults()).toEqual([])
})

test('it comes once, divides nothing that was decided or divided before, and goes with its file', async () => {
  const world = await runWith([
    { amount: 10_000, date: day, reference: 'B-1' },
    { amount: 2_000, date: day, reference: 'B-2' },
  ])
  const { attach, items, parts, user, path, books, statement, faults } = world
  const decided = (await items()).find(({ amount }) => amount.amount === '2000')
  const entry = await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 2_000, date: day })
  const match = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [decided?.id],
    ledger_entry_ids: [entry.id],
  })
  const file = camt054([
    { amount: 10_000, reference: 'B-1', parts: [6_000, 4_000] },
    { amount: 2_000, reference: 'B-2', parts: [1_000, 1_000] },
  ])
  const first = await attach(file)
  expect(first.body.attached).toMatchObject({ divided: 1, parts: 2, decided: 1 })

  expect((await attach(file)).body.code).toBe('duplicate_file')
  expect((await attach(file, { force: 'true' })).body.attached).toMatchObject({ divided: 0, already: 1, decided: 1 })
  expect(await parts()).toHaveLength(2)

  // A part that is matched holds both files.
  const [part] = await parts()
  const booked = await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 6_000, date: day })
  const other = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [part?.id],
    ledger_entry_ids: [booked.id],
  })
  expect(other.status).toBe(201)
  const notification = `${path}/sources/${first.body.source_file.id}`
  const source = `${path}/sources/${statement.body.source_file.id}`
  for (const one of [notification, source]) expect((await user.delete<Refusal>(one)).body.code).toBe('file_in_use')
  for (const { id } of [match.body, other.body]) await user.post(`/v1/ledgers/reconciliation/matches/${id}/reject`)
  expect((await user.delete(notification)).status).toBe(204)
  expect(await parts()).toEqual([])
  expect(await items()).toHaveLength(2)
  expect(faults()).toEqual([])
})

test('when the statement goes, the parts of its lines go too, and the trail knows it', async () => {
  const { attach, items, user, path, statement, faults } = await runWith([
    { amount: 10_000, date: day, reference: 'B-1' },
  ])
  await attach(camt054([{ amount: 10_000, reference: 'B-1', parts: [6_000, 4_000] }]))

  expect((await user.delete(`${path}/sources/${statement.body.source_file.id}`)).status).toBe(204)

  expect(await items()).toEqual([])
  expect(faults()).toEqual([])
})

test('what is no notification, is of another account or is cut is refused and leaves nothing', async () => {
  const { attach, core, user, run, parts, items } = await runWith([{ amount: 10_000, date: day, reference: 'B-1' }])
  const batch = { amount: 10_000, reference: 'B-1', parts: [6_000, 4_000] }

  expect(await attach(camt({ entries: [] }))).toMatchObject({ status: 422, body: { code: 'not_a_notification' } })
  expect(await attach('%PDF-1.7 …')).toMatchObject({ status: 415, body: { code: 'pdf_not_supported' } })
  expect(await attach(camt054([batch]).slice(0, 500))).toMatchObject({ body: { code: 'file_truncated' } })
  expect(await attach(camt054([batch], 'DE02120300000000202051'))).toMatchObject({
    status: 422,
    body: { code: 'account_mismatch' },
  })
  // And as a statement it is no statement.
  expect(await uploadTo(core, user, run.id, camt054([batch]))).toMatchObject({
    status: 415,
    body: { code: 'camt_054_notification' },
  })

  expect(await parts()).toEqual([])
  expect(await items()).toHaveLength(1)
})

test('a preview says what attaching would come to, batch by batch, and stores nothing', async () => {
  const { attach, preview, parts, path, user } = await runWith(entries)

  const { status, body } = await preview(camt054(batches))

  expect(status).toBe(200)
  expect(body.batches.map(({ outcome, parts: count, reference, names }) => [outcome, count, reference, names])).toEqual(
    [
      ['divided', 2, 'B-1', ['Payer 0', 'Payer 1']],
      ['divided', 3, 'N-77', ['Payer 0', 'Payer 1', 'Payer 2']],
      ['ambiguous', 2, null, ['Payer 0', 'Payer 1']],
      ['unknown', 2, null, ['Payer 0', 'Payer 1']],
    ],
  )
  expect(body.batches[0]).toMatchObject({
    booking_date: '2025-01-09',
    amount: { amount: '10000', currency: 'EUR', precision: 2 },
  })
  expect(await parts()).toEqual([])
  expect((await user.get<{ total: number }>(`${path}/sources`)).body.total).toBe(1)

  const attached = await attach(camt054(batches))
  expect(attached.body.attached).toEqual(body.attached)
  const again = await preview(camt054(batches))
  expect(again.body.batches.map(({ outcome }) => outcome)).toEqual(['already', 'already', 'ambiguous', 'unknown'])
})

test('a preview refuses what attaching would refuse', async () => {
  const { preview, core, run } = await runWith(entries)

  expect(await preview(camt({ entries: [] }))).toMatchObject({ status: 422, body: { code: 'not_a_notification' } })
  expect(await preview(camt054(batches, 'DE02120300000000202051'))).toMatchObject({
    status: 422,
    body: { code: 'account_mismatch' },
  })
  const stranger = await core.signUp()
  const foreign = await sendFile(core, stranger, `${run.id}/sources/notifications/preview`, new File(['x'], 'n.xml'))
  expect(foreign.status).toBe(404)
})
