import { expect, test, vi } from 'vitest'
import { bookPayment, type LedgerAnswer } from '../support/books.ts'
import { camt, type MadeEntry, uploadTo } from '../support/statement-files.ts'
import { verifyFolder } from '../support/verify.ts'
import { type ItemAnswer, type MatchAnswer, openRun, type Refusal, runsPath } from '../support/world.ts'

// Every import runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Row {
  readonly kind: string
  readonly id: string
  readonly is_part: boolean
  readonly amount: { readonly amount: string }
}
const day = '2025-03-04'
const itemsPath = '/v1/ledgers/reconciliation/items'

async function withLines(entries: readonly MadeEntry[], closing?: number) {
  const world = await openRun()
  const { core, user, run, path, items } = world
  await uploadTo(core, user, run.id, camt({ entries, ...(closing === undefined ? {} : { closing }) }))
  return {
    ...world,
    lines: await items(),
    queue: async () => (await user.get<{ data: Row[] }>(`${path}/worklist`)).body.data,
  }
}

test('parts stand in the queue instead of their line, and in the counts of the accounts', async () => {
  const { user, books, lines, queue } = await withLines([{ amount: 1000, date: day, name: 'Acme' }])
  const id = lines[0]?.id
  await user.post(`${itemsPath}/${id}/split`, {
    parts: [{ amount: 600 }, { amount: 400, note: 'freight' }],
    reason: 'Two invoices in one payment',
  })
  expect((await queue()).map(({ kind, is_part, amount }) => [kind, is_part, amount.amount])).toEqual([
    ['item', true, '600'],
    ['item', true, '400'],
  ])
  const accounts = await user.get<{ data: { open_items: number }[] }>(`/v1/ledgers/accounts?ledger_id=${books.bank.id}`)
  expect(accounts.body.data[0]?.open_items).toBe(2)
  const trail = await user.get<{ data: { action: string; reason: string | null }[] }>('/v1/ledgers/audit?limit=500')
  expect(trail.body.data.find(({ action }) => action === 'split')?.reason).toBe('Two invoices in one payment')

  await user.post(`${itemsPath}/${id}/join`)
  expect((await queue()).map(({ id: shown, is_part, amount }) => [shown, is_part, amount.amount])).toEqual([
    [id, false, '1000'],
  ])
})

test('a line is booked and matched in one step', async () => {
  const { user, lines, queue } = await withLines([{ amount: -4990, date: day, name: 'Telco', text: 'March' }])
  const id = lines[0]?.id
  const done = await user.post<MatchAnswer & Refusal>(`${itemsPath}/${id}/create-and-match`, {
    ledger_id: '6855',
    document_no: 'T-3',
  })
  expect(done.status).toBe(201)
  expect(done.body).toMatchObject({ status: 'accepted', kind: 'one_to_one' })
  const leg = done.body.legs.find(({ side }) => side === 'ledger')
  const entry = await user.get(`/v1/ledgers/entries/${leg?.ledger_entry_id}`)
  expect(entry.body).toMatchObject({
    document_no: 'T-3',
    counterparty_name: 'Telco',
    description: 'March',
    booking_date: day,
    signed_amount: { amount: '-4990' },
    reconciliation_status: 'reconciled',
  })
  expect(await queue()).toEqual([])
  const again = await user.post<Refusal>(`${itemsPath}/${id}/create-and-match`, { ledger_id: '6855' })
  expect([again.status, again.body.code]).toEqual([409, 'item_already_matched'])
})

test('an undo of book-and-match books the opposite, a repetition books anew; the trail tells both', async () => {
  const { core, user, lines, queue, path, matches, run, books } = await withLines([{ amount: -4990, date: day }])
  const id = lines[0]?.id
  const balance = async (ledger: string) =>
    (await user.get<LedgerAnswer>(`/v1/ledgers/${ledger}`)).body.balance_posted.amount
  const state = async () => ({
    balances: [await balance(books.bank.id), await balance('6855')],
    line: (await user.get<ItemAnswer>(`${itemsPath}/${id}`)).body.match_status,
    queue: (await queue()).map(({ kind }) => kind),
    open: (await user.get<{ total: number }>(`${path}/gl-only`)).body.total,
    problems: verifyFolder(core.dataDir).faults,
  })
  const untouched = { balances: ['0', '0'], line: 'unmatched', queue: ['item'], open: 0, problems: [] }
  const done = await user.post<MatchAnswer>(`${itemsPath}/${id}/create-and-match`, { ledger_id: '6855' })
  const booked = { balances: ['-4990', '4990'], line: 'matched', queue: [], open: 0, problems: [] }
  expect(await state()).toEqual(booked)

  await user.post(`${path}/undo`)
  expect(await state()).toEqual(untouched)
  await user.post(`${path}/redo`)
  expect(await state()).toEqual(booked)
  const [again] = await matches(run.id, '&status=accepted')
  expect(again?.id).toBe(done.body.id)
  const entryOf = (match: MatchAnswer | undefined) => match?.legs.find(({ side }) => side === 'ledger')?.ledger_entry_id
  expect(entryOf(again)).not.toBe(entryOf(done.body))
  await user.post(`/v1/ledgers/reconciliation/matches/${again?.id}/reject`, { reason: 'not ours' })
  expect(await state()).toEqual(untouched)
  await user.post(`${path}/undo`)
  expect(await state()).toEqual(booked)

  const trail = await user.get<{ data: { entity: string; action: string }[] }>('/v1/ledgers/audit?limit=500')
  const told = trail.body.data.map(({ entity, action }) => `${entity} ${action}`)
  const count = (what: string) => told.filter((one) => one === what).length
  expect(['undo undone', 'undo redone', 'ledger_transaction reverse', 'match accept_again'].map(count)).toEqual([
    2, 1, 2, 2,
  ])
  const postings = await user.get<{ total: number }>(`${path}/postings`)
  expect(postings.body.total).toBe(10)
})

test('book-and-match is not undone while its other side is matched on another statement', async () => {
  const { core, user, lines, path, books, items, read } = await withLines([{ amount: -4990, date: day }])
  await user.post(`${itemsPath}/${lines[0]?.id}/create-and-match`, { ledger_id: books.savings.id })
  const other = await user.post<{ id: string }>(runsPath, { ledger_id: books.savings.id })
  const file = camt({ account: 'DE02120300000000202051', entries: [{ amount: 4990, date: day }] })
  await uploadTo(core, user, other.body.id, file)
  const [line] = await items(other.body.id)
  const entries = await user.get<{ data: { id: string }[] }>(`/v1/ledgers/entries?ledger_id=${books.savings.id}`)
  const matched = await user.post<{ id: string }>(`${runsPath}/${other.body.id}/manual-match`, {
    source_entry_ids: [line?.id],
    ledger_entry_ids: [entries.body.data[0]?.id],
  })
  expect(matched.status).toBe(201)
  const before = await read()
  expect(await user.post(`${path}/undo`)).toMatchObject({ status: 409, body: { code: 'transaction_in_use' } })
  expect(await read()).toEqual(before)
  await user.post(`/v1/ledgers/reconciliation/matches/${matched.body.id}/reject`)
  expect((await user.post(`${path}/undo`)).status).toBe(200)
})

test('a booking that is refused leaves nothing behind', async () => {
  const { user, books, lines } = await withLines([{ amount: 1000, date: day }])
  const path = `${itemsPath}/${lines[0]?.id}/create-and-match`
  expect((await user.post(path, { ledger_id: books.bank.id })).status).toBe(400)
  expect((await user.post(path, { ledger_id: 'nowhere' })).status).toBe(404)
  expect((await user.post(path, { ledger_id: '6855', version: 99 })).status).toBe(409)
  expect((await user.get<ItemAnswer>(`${itemsPath}/${lines[0]?.id}`)).body.match_status).toBe('unmatched')
  const entries = await user.get<{ total: number }>(`/v1/ledgers/entries?ledger_id=${books.bank.id}`)
  expect(entries.body.total).toBe(0)
})

test('a booking is proposed as the last one with the same counterparty', async () => {
  const { user, books, lines } = await withLines([
    { amount: -4990, date: day, name: 'Telco' },
    { amount: -700, date: day, name: 'Telco' },
    { amount: -300, date: day, name: 'Nobody' },
  ])
  const proposed = async (at: number) => (await user.get(`${itemsPath}/${lines[at]?.id}/proposed-booking`)).body
  expect(await proposed(0)).toEqual({ origin: null, ledger_id: null, reason: null })
  const other = { amount: -100, date: '2025-02-01', counterparty_name: 'Telco' }
  await bookPayment(user, { bank: books.bank, other: books.receivables }, other)
  expect(await proposed(0)).toMatchObject({ origin: 'history', reason: null })
  const closed = await user.post<{ closed_ledger_id: string }>(`${itemsPath}/${lines[1]?.id}/close`, {
    ledger_id: '6855',
    reason: 'bank_fee',
  })
  expect(await proposed(0)).toEqual({
    origin: 'history',
    ledger_id: closed.body.closed_ledger_id,
    reason: 'bank_fee',
  })
  expect(await proposed(2)).toMatchObject({ origin: null })
})

test('lines that may be the cause of a failed proof are named', async () => {
  const { user, run, path } = await withLines(
    [
      { amount: 7700, date: day, name: 'Ana' },
      { amount: 5000, date: day, name: 'Eva' },
      { amount: 2500, date: day, name: 'Luis' },
    ],
    10_200,
  )
  const { body } = await user.get<{ data: { id: string }[] }>(`${path}/statements`)
  const found = await user.get<{ difference: { amount: string }; data: { reason: string; name: string }[] }>(
    `${path}/statements/${body.data[0]?.id}/suspects`,
  )
  expect(Math.abs(Number(found.body.difference.amount))).toBe(5000)
  expect(found.body.data.map(({ name, reason }) => [name, reason])).toEqual([
    ['Eva', 'equals'],
    ['Luis', 'half'],
  ])
  expect((await user.get(`${path}/statements/${run.id}/suspects`)).status).toBe(404)
})

test('earlier lines of the counterparty are told with what became of them', async () => {
  const { user, books, path, lines } = await withLines([
    { amount: -4990, date: '2025-01-04', name: 'Telco', text: 'January' },
    { amount: -4990, date: '2025-02-04', name: 'Telco', text: 'February' },
    { amount: -4990, date: '2025-03-04', name: 'Telco', text: 'March' },
    { amount: -4990, date: '2025-03-05', name: 'Someone else' },
  ])
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: -4990, date: '2025-02-01', document_no: 'T-2' },
  )
  await user.post(`${itemsPath}/${lines[0]?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  await user.post(`${path}/manual-match`, { source_entry_ids: [lines[1]?.id], ledger_entry_ids: [entry.id] })
  const { body } = await user.get<{ data: { text: string; match_status: string; documents: string[] }[] }>(
    `${itemsPath}/${lines[2]?.id}/earlier`,
  )
  expect(body.data.map((line) => [line.text, line.match_status, line.documents])).toEqual([
    ['February', 'matched', ['T-2']],
    ['January', 'closed', []],
  ])
})

test('how a table is read is told line by line, also where it cannot be imported', async () => {
  const { core, user, books } = await openRun()
  const tableOf = async (content: string) => {
    const form = new FormData()
    form.set('ledger_id', books.bank.id)
    form.set('file', new File([content], 'statement.csv'))
    const response = await core.core.api.fetch(
      new Request('http://core.test/v1/ledgers/reconciliation/sources/table', {
        method: 'POST',
        headers: { authorization: `Bearer ${user.token}` },
        body: form,
      }),
      { clientAddress: 'test' },
    )
    expect(response.status).toBe(200)
    return ((await response.json()) as { table: { lines: { line: number; verdict: string }[] } | null }).table
  }
  const rows = ['Date;Name;Amount', '15.03.2026;Ana;12,50', '16.03.2026;Eva;nothing', '17.03.2026;Luis;7,00']
  const found = await tableOf(rows.join('\n'))
  expect(found?.lines.map(({ line, verdict }) => [line, verdict])).toEqual([
    [1, 'header'],
    [2, 'item'],
    [3, 'unreadable'],
    [4, 'item'],
  ])
  expect(await tableOf(camt({ entries: [{ amount: 1000, date: day }] }))).toBeNull()
})
