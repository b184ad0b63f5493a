import { expect, test, vi } from 'vitest'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { send } from '../support/send.ts'
import { camt, type UploadAnswer, uploadTo } from '../support/statement-files.ts'
import { openRun, type Refusal, type RunAnswer, runsPath } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const itemsPath = '/v1/ledgers/reconciliation/items'
const matchesPath = '/v1/ledgers/reconciliation/matches'
const day = '2025-01-10'

/** A run whose only line is matched: it could be closed. */
async function closable() {
  const world = await openRun()
  const { core, user, books, run, path, items } = world
  const entry = await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 700, date: day })
  const uploaded = await uploadTo(core, user, run.id, camt({ entries: [{ amount: 700, date: day }] }))
  const [item] = await items()
  const match = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [item?.id],
    ledger_entry_ids: [entry.id],
  })
  return { ...world, entry, item, matchId: match.body.id, fileId: uploaded.body.source_file.id }
}

test('a closed item is posted by a balanced journal; reopening reverses it by a contra entry (115)', async () => {
  const { core, user, run, items, read } = await openRun()
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: -1250, date: day, text: 'Account fee' }] }))
  const [fee] = await items()
  const closed = await user.post<{ closing_transaction_id: string }>(`${itemsPath}/${fee?.id}/close`, {
    ledger_id: '6855',
    reason: 'bank_fee',
  })
  const posted = await user.get<JournalAnswer>(`/v1/ledgers/journals/${closed.body.closing_transaction_id}`)
  expect(posted.body.entries.map(({ type, amount }) => [type, amount.amount])).toEqual([
    ['credit', '1250'],
    ['debit', '1250'],
  ])
  expect((await read()).counts).toMatchObject({ unmatched: 0, closed: 1 })
  const entries = async () => (await user.get<{ total: number }>('/v1/ledgers/entries')).body.total
  expect(await entries()).toBe(2)

  const reopened = await user.post(`${itemsPath}/${fee?.id}/reopen`, { reason: 'wrong' })
  expect(reopened.body).toMatchObject({ match_status: 'unmatched', closing_transaction_id: null })
  // Nothing was deleted: the contra entry stands beside what it reverses.
  expect(await entries()).toBe(4)
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '0' } })
  expect((await read()).counts).toMatchObject({ unmatched: 1, closed: 0 })
})

test.each([
  ['a reason that needs a ledger, without one (116)', { reason: 'bank_fee' }, 400, 'ledger_id'],
  ['the reason "other" without a note', { reason: 'other', ledger_id: '6855' }, 400, 'note'],
  ['an unknown reason', { reason: 'because' }, 400, 'reason'],
  ['its own ledger', { reason: 'bank_fee', ledger_id: '1810' }, 400, 'ledger_id'],
] as const)('closing an item with %s is refused', async (_, body, status, field) => {
  const { core, user, run, items } = await openRun()
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: -1250, date: day }] }))
  const [fee] = await items()
  const answer = await user.post<Refusal>(`${itemsPath}/${fee?.id}/close`, body)
  expect([answer.status, answer.body.code]).toEqual([status, 'invalid_request'])
  expect(answer.body.details).toHaveProperty(field)
})

test('what is matched cannot be closed; what needs no posting is closed without one', async () => {
  const { core, user, run, item, items } = await closable()
  const matched = await user.post<Refusal>(`${itemsPath}/${item?.id}/close`, { reason: 'manual_review' })
  expect([matched.status, matched.body.code]).toEqual([409, 'item_already_matched'])
  await uploadTo(core, user, run.id, camt({ id: 'S-2', opening: 700, entries: [{ amount: 5, date: '2025-01-11' }] }))
  const other = (await items()).find(({ match_status }) => match_status === 'unmatched')
  const closed = await user.post(`${itemsPath}/${other?.id}/close`, { reason: 'prior_period' })
  expect(closed.body).toMatchObject({ match_status: 'closed', closing_transaction_id: null })
})

test('a run that is not ready is refused with everything that is missing (117)', async () => {
  const { core, user, run, path } = await openRun()
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 500, date: day }], closing: 700 }))
  const answer = await user.post<{ details: { obstacles: { code: string }[] } }>(`${path}/close`)
  expect(answer.status).toBe(409)
  expect(answer.body.details.obstacles.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['not_completed', 'not_proved', 'open_items', 'critical_discrepancies']),
  )
  expect((await user.get<RunAnswer>(path)).body.status).toBe('pending')
})

test('a proof that fails may be overridden with a reason, which the run keeps (118)', async () => {
  const { core, user, books, run, path, items, read } = await openRun()
  await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 200, date: day, event: 'opening_balance' },
  )
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 500, date: day }], closing: 700 }))
  const [item] = await items()
  await user.post(`${itemsPath}/${item?.id}/close`, { ledger_id: '1200', reason: 'tax' })
  expect((await user.post<Refusal>(`${path}/close`)).body.code).toBe('run_not_closable')
  const closed = await user.post<RunAnswer>(`${path}/close`, {
    proof_override: 'The bank confirmed the balance by telephone',
    statement: 'January',
  })
  expect(closed).toMatchObject({
    status: 200,
    body: {
      status: 'closed',
      proof_status: 'not_proved',
      proof_override: 'The bank confirmed the balance by telephone',
      close_statement: 'January',
      closed_by: 'user1@example.com',
    },
  })
  expect((await read()).status).toBe('closed')
})

test('every write on a closed run is refused with run_closed (119)', async () => {
  const world = await closable()
  const { core, user, books, run, path, item, entry, matchId, fileId } = world
  await bookPayment(user, { bank: books.bank, other: books.payables }, { amount: -77, date: day })
  await user.post(`${path}/auto-match`)
  const found = await user.get<{ data: { id: string }[] }>(`${path}/discrepancies`)
  expect(found.body.data).toHaveLength(1)
  expect((await user.post(`${path}/close`)).status).toBe(200)
  const writes: [string, string, object?][] = [
    ['PATCH', path, { note: 'late' }],
    ['DELETE', path],
    ['DELETE', `${path}/sources/${fileId}`],
    ['POST', `${path}/auto-match`],
    ['POST', `${path}/accept-all`, { min_band: 'strong' }],
    ['POST', `${path}/undo`],
    ['POST', `${path}/redo`],
    ['POST', `${path}/manual-match`, { source_entry_ids: [item?.id], ledger_entry_ids: [entry.id], note: 'other' }],
    ['POST', `${matchesPath}/${matchId}/reject`],
    ['PATCH', `${matchesPath}/${matchId}/note`, { note: 'late' }],
    ['PATCH', `${itemsPath}/${item?.id}/note`, { note: 'late' }],
    ['POST', `${itemsPath}/${item?.id}/close`, { reason: 'manual_review' }],
    ...found.body.data.map(({ id }): [string, string, object] => [
      'PATCH',
      `/v1/ledgers/reconciliation/discrepancies/${id}`,
      { status: 'in_review' },
    ]),
  ]
  const answers: string[] = []
  for (const [method, to, body] of writes) {
    const { status, body: answer } = await send<Refusal>(world, method, to, { body })
    answers.push(`${method} ${to.split('/').at(-1)}: ${status} ${answer.code}`)
  }
  const upload = await uploadTo(core, user, run.id, camt({ id: 'S-9', entries: [] }))
  answers.push(`upload: ${upload.status} ${(upload.body as UploadAnswer).code}`)
  expect(answers.filter((answer) => !answer.endsWith(': 409 run_closed'))).toEqual([])
})

test('an older run is reopened only after the newer ones (120)', async () => {
  const { core, user, books, path, newRun } = await closable()
  await user.post(`${path}/close`)
  const second = await newRun('February')
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 40, date: '2025-02-03' },
  )
  await uploadTo(
    core,
    user,
    second.id,
    camt({ id: 'S-2', opening: 700, entries: [{ amount: 40, date: '2025-02-03' }] }),
  )
  const secondPath = `${runsPath}/${second.id}`
  const lines = await user.get<{ data: { id: string }[] }>(`${secondPath}/items`)
  await user.post(`${secondPath}/manual-match`, {
    source_entry_ids: [lines.body.data[0]?.id],
    ledger_entry_ids: [entry.id],
  })
  expect(await user.post(`${secondPath}/close`)).toMatchObject({ status: 200 })

  const early = await user.post<Refusal>(`${path}/reopen`, { reason: 'forgot one' })
  expect(early).toMatchObject({ status: 409, body: { code: 'later_run_closed', details: { run_id: second.id } } })
  expect((await user.post(`${path}/reopen`, { reason: '  ' })).status).toBe(400)
  expect((await user.post(`${secondPath}/reopen`, { reason: 'first this' })).status).toBe(200)
  expect(await user.post(`${path}/reopen`, { reason: 'forgot one' })).toMatchObject({ body: { status: 'completed' } })
})

test('a deleted run gives back what it decided, only when forced', async () => {
  const { user, entry, path } = await closable()
  const refused = await user.delete<Refusal>(path)
  expect([refused.status, refused.body.code]).toEqual([409, 'run_has_decisions'])
  expect((await user.delete(`${path}?force=true`)).status).toBe(204)
  const { body } = await user.get<JournalAnswer['entries'][number]>(`/v1/ledgers/entries/${entry.id}`)
  expect(body).toMatchObject({ open_amount: { amount: '700' }, reconciliation_status: 'unreconciled' })
})
