import { expect, test } from 'vitest'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun, type Refusal, type RunAnswer, runsPath } from '../support/world.ts'

test('a statement is imported, matched by hand, its fee closed, the run closed and reopened', async () => {
  const { core, user, books, run, path, items, read } = await openRun()
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 50_000, date: '2025-01-10', document_no: 'INV-2025-0007', counterparty_name: 'Acme GmbH' },
  )
  const file = camt({
    entries: [
      { amount: 50_000, date: '2025-01-10', name: 'ACME GMBH', text: 'INV-2025-0007' },
      { amount: -1250, date: '2025-01-31', text: 'Account fee' },
    ],
  })
  const uploaded = await uploadTo(core, user, run.id, file)
  expect(uploaded).toMatchObject({
    status: 201,
    body: {
      imported: 2,
      skipped_duplicates: 0,
      source_file: { status: 'processed', format: 'camt.053', run_id: run.id },
    },
  })
  expect(await read()).toMatchObject({
    status: 'pending',
    proof_status: 'proved',
    opening_balance: { amount: '0' },
    closing_balance: { amount: '48750' },
    counts: { entries: 2, unmatched: 2 },
  })

  const [payment, fee] = await items()
  const manual = await user.post<{ id: string; status: string }>(`${path}/manual-match`, {
    source_entry_ids: [payment?.id],
    ledger_entry_ids: [entry.id],
    note: 'invoice 7',
  })
  expect(manual).toMatchObject({ status: 201, body: { status: 'accepted', origin: 'manual', kind: 'one_to_one' } })
  const again = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [payment?.id],
    ledger_entry_ids: [entry.id],
  })
  expect([again.status, again.body.id]).toEqual([200, manual.body.id])

  const early = await user.post<Refusal>(`${path}/close`)
  expect([early.status, early.body.code]).toEqual([409, 'run_not_closable'])
  const closed = await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, {
    ledger_id: '6855',
    reason: 'bank_fee',
  })
  expect(closed).toMatchObject({ status: 200, body: { match_status: 'closed', closed_reason: 'bank_fee' } })
  expect((await user.get(`${path}/gl-only`)).body).toMatchObject({ total: 0 })
  expect((await user.get(`${path}/proof`)).body).toMatchObject({
    closable: true,
    equation: {
      ledger_balance: { amount: '48750' },
      statement_closing: { amount: '48750' },
      difference: { amount: '0' },
    },
  })

  expect(await user.post(`${path}/close`)).toMatchObject({ status: 200, body: { status: 'closed' } })
  const late = await user.post<Refusal>(`/v1/ledgers/reconciliation/items/${fee?.id}/reopen`)
  expect([late.status, late.body.code]).toEqual([409, 'run_closed'])
  expect(await user.post(`${path}/reopen`, { reason: 'fee was wrong' })).toMatchObject({
    body: { status: 'completed' },
  })

  const reopened = await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/reopen`, { reason: 'wrong ledger' })
  expect(reopened).toMatchObject({ status: 200, body: { match_status: 'unmatched', open_amount: { amount: '-1250' } } })
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '0' } })
  expect((await user.get(`${path}/gl-only`)).body).toMatchObject({ total: 0 })
})

test('the same file is refused, read again by force without doubling, and its removal is refused while a match uses it (74, 121, 122)', async () => {
  const { core, user, books, run, path, newRun, items } = await openRun()
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 700, date: '2025-01-10' },
  )
  const file = camt({
    entries: [
      { amount: 700, date: '2025-01-10' },
      { amount: 700, date: '2025-01-10' },
    ],
  })
  const first = await uploadTo(core, user, run.id, file, { idempotency_key: 'u-1' })
  expect(first).toMatchObject({ status: 201, body: { imported: 2 } })
  const repeated = await uploadTo(core, user, run.id, file, { idempotency_key: 'u-1' })
  expect([repeated.status, repeated.body.source_file.id]).toEqual([200, first.body.source_file.id])
  const other = await uploadTo(core, user, run.id, camt({ entries: [] }), { idempotency_key: 'u-1' })
  expect([other.status, other.body.code]).toEqual([409, 'idempotency_key_reused'])
  const second = await newRun()
  for (const runId of [run.id, second.id])
    expect(await uploadTo(core, user, runId, file)).toMatchObject({
      status: 409,
      body: { code: 'duplicate_file', details: { run_id: run.id, file_id: first.body.source_file.id } },
    })
  expect(await uploadTo(core, user, second.id, file, { force: 'true' })).toMatchObject({
    status: 201,
    body: { imported: 0, skipped_duplicates: 2 },
  })
  expect(await items(second.id)).toEqual([])
  expect(await items()).toHaveLength(2)

  const [item] = await items()
  const match = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [item?.id],
    ledger_entry_ids: [entry.id],
  })
  const fileId = first.body.source_file.id
  const inUse = await user.delete<Refusal>(`${path}/sources/${fileId}`)
  expect([inUse.status, inUse.body.code]).toEqual([409, 'file_in_use'])
  const foreign = await user.delete<Refusal>(`${runsPath}/${second.id}/sources/${fileId}`)
  expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found'])
  await user.post(`/v1/ledgers/reconciliation/matches/${match.body.id}/reject`)
  expect((await user.delete(`${path}/sources/${fileId}`)).status).toBe(204)
  expect(await items()).toEqual([])
})

test('create, patch, list and delete of runs; one key makes one run, and another body is refused (80)', async () => {
  const { user, books, run, path } = await openRun()
  const body = { ledger_id: books.bank.id, idempotency_key: 'k-1', note: 'January' }
  const first = await user.post<RunAnswer>(runsPath, body)
  const same = await user.post<RunAnswer>(runsPath, body)
  expect([first.status, same.status, same.body.id]).toEqual([201, 200, first.body.id])
  expect(same.body).toEqual(first.body)
  for (const other of [{ note: 'February' }, { mode: 'automatic' }, { period_from: '2025-01-01' }])
    expect(await user.post<Refusal>(runsPath, { ...body, ...other })).toMatchObject({
      status: 409,
      body: { code: 'idempotency_key_reused', details: { run_id: first.body.id } },
    })
  // A key belongs to its ledger.
  const elsewhere = await user.post<RunAnswer>(runsPath, { ...body, ledger_id: books.savings.id })
  expect(elsewhere.status).toBe(201)
  const unknown = await user.post<Refusal>(runsPath, { ledger_id: 'nowhere' })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found'])
  const bad = await user.post<Refusal>(runsPath, { ledger_id: books.bank.id, mode: 'magic' })
  expect([bad.status, bad.body.code]).toEqual([400, 'invalid_request'])
  const list = await user.get<{ data: RunAnswer[] }>(`${runsPath}?ledger_id=1810`)
  expect(list.body.data).toHaveLength(2)
  expect(list.body.data.map(({ id }) => id)).toEqual([first.body.id, run.id])
  expect((await user.delete(path)).status).toBe(204)
  expect((await user.get(path)).status).toBe(404)
})

test.each([
  ['unequal amounts', { ledger: 900, treatment: undefined }, 422, 'difference_not_treated'],
  ['opposite signs', { ledger: -1000, treatment: undefined }, 422, 'sign_differs'],
] as const)('a manual match with %s is refused', async (_, { ledger }, status, code) => {
  const { core, user, books, run, path, items } = await openRun()
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: ledger, date: '2025-01-10' },
  )
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 1000, date: '2025-01-10' }] }))
  const [item] = await items()
  const answer = await user.post<Refusal>(`${path}/manual-match`, {
    source_entry_ids: [item?.id],
    ledger_entry_ids: [entry.id],
  })
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test('only entries of the bank’s ledger are partners of its lines: the invoice behind a payment is none', async () => {
  const { core, user, books, run, path, items, newRun } = await openRun()
  const payment = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 1000, date: '2025-01-10' },
  )
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 1000, date: '2025-01-10' }] }))
  const [item] = await items()
  const journal = await user.get<JournalAnswer>(`/v1/ledgers/journals/${payment.transactionId}`)
  const invoice = journal.body.entries.find(({ ledger_id: id }) => id === books.receivables.id)
  const match = (entryId: string | undefined) =>
    user.post<Refusal>(`${path}/manual-match`, { source_entry_ids: [item?.id], ledger_entry_ids: [entryId] })
  expect(await match(invoice?.id)).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', details: { ledger_entry_ids: invoice?.id } },
  })
  const other = await newRun()
  const shown = await user.get<{ data: { id: string }[] }>(`${runsPath}/${other.id}/gl-all`)
  expect(shown.body.data.map(({ id }) => id)).toEqual([payment.id])
  expect((await match(payment.id)).status).toBe(201)
})

test('a rest stays open or is written off, and an undo takes both back', async () => {
  const { core, user, books, run, path, items } = await openRun()
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 1000, date: '2025-01-10' },
  )
  await uploadTo(
    core,
    user,
    run.id,
    camt({
      entries: [
        { amount: 600, date: '2025-01-10' },
        { amount: 400, date: '2025-01-11' },
      ],
    }),
  )
  const [part, rest] = await items()
  const match = (ids: (string | undefined)[], treatment?: object | string) =>
    user.post<{ id: string; legs: unknown[] }>(`${path}/manual-match`, {
      source_entry_ids: ids,
      ledger_entry_ids: [entry.id],
      ...(treatment ? { difference_treatment: treatment } : {}),
    })
  const open = async () =>
    (await user.get<JournalAnswer['entries'][number]>(`/v1/ledgers/entries/${entry.id}`)).body.open_amount.amount
  expect((await match([part?.id], 'leave_open')).status).toBe(201)
  expect(await open()).toBe('400')
  const completed = await match([rest?.id])
  expect(completed.status).toBe(201)
  expect(await open()).toBe('0')
  await user.post(`/v1/ledgers/reconciliation/matches/${completed.body.id}/reject`)
  expect(await open()).toBe('400')
  expect((await items())[1]).toMatchObject({ match_status: 'unmatched', open_amount: { amount: '400' } })
  // Two hundred less than booked: the difference goes to fees.
  const short = await uploadTo(
    core,
    user,
    run.id,
    camt({ id: 'S-2', opening: 1000, entries: [{ amount: 200, date: '2025-01-12' }] }),
  )
  expect(short.body.imported).toBe(1)
  const third = (await items()).find(({ amount }) => amount.amount === '200')
  const written = await match([third?.id], { kind: 'write_off', ledger_id: '6855', reason: 'provider fee' })
  expect(written).toMatchObject({ status: 201, body: { write_off_transaction_id: expect.any(String) } })
  expect(await open()).toBe('0')
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '200' } })
  await user.post(`/v1/ledgers/reconciliation/matches/${written.body.id}/reject`)
  expect(await open()).toBe('400')
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '0' } })
})
