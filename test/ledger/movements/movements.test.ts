import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { addAccount } from '../../support/core.ts'
import { bookPayment } from '../support/books.ts'
import { camt, type MadeEntry, uploadTo } from '../support/statement-files.ts'
import { editable, verifyFolder } from '../support/verify.ts'
import { type Listed, openRun, type Refusal, type RunAnswer, runsPath } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Refreshed {
  readonly added: number
  readonly recognised: number
  readonly removed: number
}
interface MovementInput {
  readonly external_id: string
  readonly amount: number
  readonly sender_name?: string
  readonly received_at: string
  readonly currency?: string
}

async function withAccount() {
  const world = await openRun()
  const { user, books } = world
  const accountId = await addAccount(user)
  const ingest = async (movements: readonly MovementInput[]) => {
    const rows = movements.map((movement) => ({ currency: 'EUR', ...movement }))
    const { status, body } = await user.post(`/accounts/${accountId}/movements`, { movements: rows })
    if (status >= 300) throw new Error(`movements: ${status} ${JSON.stringify(body)}`)
  }
  const create = (more: object = {}) =>
    user.post<RunAnswer & Refusal>(runsPath, {
      ledger_id: books.bank.id,
      source_type: 'movements',
      account_id: accountId,
      period_from: '2025-01-01',
      period_to: '2025-01-31',
      ...more,
    })
  const refresh = (runId: string) => user.post<Refreshed & Refusal>(`${runsPath}/${runId}/refresh`)
  return { ...world, accountId, ingest, create, refresh }
}

const acme = { external_id: 'T-1', amount: 500, sender_name: 'ACME GMBH', received_at: '2025-01-10T23:30:00Z' }
const twins = ['T-2', 'T-3'].map((id) => ({
  external_id: id,
  amount: 20,
  sender_name: 'Twin Ltd',
  received_at: '2025-01-11T09:00:00Z',
}))

test('movements are read as lines of the run that stand on no statement', async () => {
  const { user, ingest, create } = await withAccount()
  await ingest([acme, ...twins])
  const { body: run } = await create()
  const answer = await user.get<{ data: { name: string; amount: { amount: string }; balance: null }[]; total: number }>(
    `${runsPath}/${run.id}/lines?limit=2`,
  )
  expect(answer.body.total).toBe(3)
  expect(answer.body.data).toHaveLength(2)
  expect(answer.body.data[0]).toMatchObject({ balance: null, proposal: null, match_status: 'unmatched' })
  expect((await user.get(`${runsPath}/nobody/lines`)).status).toBe(404)
})

test('a run over movements takes the account’s movements of its days as lines, and is kept up to date', async () => {
  const { user, ingest, create, refresh, items, read } = await withAccount()
  await ingest([
    acme,
    { ...acme, external_id: 'T-8', received_at: '2024-12-31T12:00:00Z' },
    { ...acme, external_id: 'T-9', currency: 'USD' },
  ])

  const created = await create()

  expect(created).toMatchObject({
    status: 201,
    body: { source_type: 'movements', period_from: '2025-01-01', period_to: '2025-01-31', counts: { entries: 1 } },
  })
  const run = created.body.id
  expect(await items(run)).toMatchObject([
    {
      amount: { amount: '50000', currency: 'EUR' },
      counterparty_name: 'ACME GMBH',
      bank_reference: 'T-1',
      booking_date: '2025-01-10',
      match_status: 'unmatched',
    },
  ])
  await ingest(twins)
  expect((await refresh(run)).body).toEqual({ added: 2, recognised: 0, removed: 0 })
  expect((await refresh(run)).body).toEqual({ added: 0, recognised: 0, removed: 0 })
  expect(await read(run)).toMatchObject({ proof_status: 'not_provable', counts: { entries: 3 } })
  expect((await user.delete(`${runsPath}/${run}`)).status).toBe(204)
  expect((await create()).body.counts).toMatchObject({ entries: 3 })
})

test('what cannot be a run over movements is refused with the field', async () => {
  const { core, run, create, refresh } = await withAccount()
  const stranger = await core.signUp({ email: 'eve@example.com' })
  const foreign = await addAccount(stranger)
  for (const [more, field] of [
    [{ account_id: null }, 'account_id'],
    [{ account_id: foreign }, 'account_id'],
    [{ period_to: null }, 'period_to'],
    [{ period_from: '2025-02-01' }, 'period_to'],
  ] as const) {
    const { status, body } = await create(more)
    expect([field, status, body.code]).toEqual([field, 400, 'invalid_request'])
    expect(body.details).toHaveProperty(field)
  }
  expect((await refresh(run.id)).body.code).toBe('invalid_request')
})

test('a later statement of the same days completes the lines, adds what is new, and keeps the matches (4.11, 79)', async () => {
  const { core, user, books, run, ingest, create, refresh, items, matches } = await withAccount()
  await ingest([acme, ...twins])
  const over = (await create()).body.id
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 50_000, date: '2025-01-10' },
  )
  const [line] = await items(over)
  await user.post(`${runsPath}/${over}/manual-match`, {
    source_entry_ids: [line?.id],
    ledger_entry_ids: [entry.id],
  })
  const before = (await items(over)).map(({ id }) => id)
  const entries: readonly MadeEntry[] = [
    // Booked a day after it was seen; the name tells it.
    { amount: 50_000, date: '2025-01-11', name: 'Acme GmbH', text: 'INV-2025-0007', reference: 'B-1' },
    { amount: 2000, date: '2025-01-11', name: 'Twin Ltd', reference: 'B-2' },
    { amount: 2000, date: '2025-01-11', name: 'Twin Ltd', reference: 'B-3' },
    { amount: 2000, date: '2025-01-11', name: 'Triplet Ltd', reference: 'B-4' },
    { amount: -150, date: '2025-01-12', text: 'Fee', reference: 'B-5' },
  ]
  const uploaded = await uploadTo(core, user, run.id, camt({ entries }))
  expect(uploaded.body).toMatchObject({
    imported: 2,
    skipped_duplicates: 3,
    warnings: [{ code: 'lines_enriched', count: 3 }],
  })
  expect((await items(over)).map(({ id }) => id)).toEqual(before)
  expect((await items(over))[0]).toMatchObject({
    booking_date: '2025-01-11',
    remittance_text: 'INV-2025-0007',
    bank_reference: 'B-1',
    match_status: 'matched',
  })
  expect(await matches(over)).toMatchObject([{ status: 'accepted' }])
  expect((await items(run.id)).map(({ amount }) => amount.amount)).toEqual(['2000', '-150'])
  expect((await refresh(over)).body).toEqual({ added: 0, recognised: 0, removed: 0 })
  expect(verifyFolder(core.dataDir).faults).toEqual([])
  const again = await uploadTo(core, user, run.id, camt({ entries }), { force: 'true' })
  expect(again.body).toMatchObject({ imported: 0, skipped_duplicates: 5 })
})

test('movements that a statement brought before are recognised, not doubled', async () => {
  const { core, user, run, ingest, create, refresh, items } = await withAccount()
  await uploadTo(
    core,
    user,
    run.id,
    camt({
      entries: [
        { amount: 50_000, date: '2025-01-10', name: 'Acme GmbH', text: 'INV-2025-0007' },
        { amount: 2000, date: '2025-01-11', name: 'Twin Ltd' },
      ],
    }),
  )
  await ingest([acme, ...twins])
  const created = await create()
  expect(created.body.counts).toMatchObject({ entries: 1 })
  expect((await refresh(created.body.id)).body).toEqual({ added: 0, recognised: 0, removed: 0 })
  expect((await items(created.body.id)).map(({ amount }) => amount.amount)).toEqual(['2000'])
})

test('a line whose movement is gone leaves the run unless something rests on it', async () => {
  const { core, user, ingest, create, refresh, items } = await withAccount()
  await ingest([acme, ...twins])
  const run = (await create()).body.id
  const [first, second] = await items(run)
  await user.post(`/v1/ledgers/reconciliation/items/${second?.id}/close`, { reason: 'manual_review' })
  const data = new SqliteDatabase(join(core.dataDir, 'reconbanker.db'))
  data.prepare('delete from movements where id in (?, ?)').run(first?.movement_id, second?.movement_id)
  data.close()
  expect((await refresh(run)).body).toEqual({ added: 0, recognised: 0, removed: 1 })
  expect((await items(run)).map(({ id }) => id)).not.toContain(first?.id)
  expect((await refresh(run)).body).toEqual({ added: 0, recognised: 0, removed: 0 })
  await ingest([acme])
  expect((await refresh(run)).body).toMatchObject({ added: 1 })
  expect(await items(run)).toHaveLength(3)
})

test('a closed run over movements is refreshed no more (119)', async () => {
  const { user, ingest, create, refresh, items } = await withAccount()
  await ingest([acme])
  const run = (await create()).body.id
  const [line] = await items(run)
  await user.post(`/v1/ledgers/reconciliation/items/${line?.id}/close`, { reason: 'manual_review' })
  expect((await user.post(`${runsPath}/${run}/close`)).status).toBe(200)
  await ingest(twins)
  expect((await refresh(run)).body.code).toBe('run_closed')
  expect((await user.get<Listed<unknown>>(`${runsPath}/${run}/items`)).body.total).toBe(1)
})

test('a line that was taken from a movement is guarded against edits like one from a file', async () => {
  const { core, ingest, create, items } = await withAccount()
  await ingest([acme])
  const run = (await create()).body.id
  const [line] = await items(run)
  const file = editable(core.dataDir)
  expect(file.verdictAfter('').faults).toEqual([])
  for (const edit of ['amount = amount + 1', `booking_date = '2025-01-12'`, `note = 'x'`, 'movement_id = null'])
    expect(file.verdictAfter(`update source_entries set ${edit}`).faults).toContainEqual(
      expect.objectContaining({ entity: 'item', id: line?.id, code: 'changed' }),
    )
})
