import { expect, test, vi } from 'vitest'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { doorOf } from '../support/door.ts'
import { download } from '../support/download.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun, type Refusal, type RunAnswer, runsPath } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const itemsPath = '/v1/ledgers/reconciliation/items'
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

test('a run that is not ready is refused with everything that is missing, and only that (117)', async () => {
  const missing = async (path: string) => {
    const answer = await world.user.post<{ code: string; details: { obstacles: { code: string; count?: number }[] } }>(
      `${path}/close`,
    )
    expect([answer.status, answer.body.code]).toEqual([409, 'run_not_closable'])
    return answer.body.details.obstacles.map(({ code, count }) => (count === undefined ? code : `${code} ${count}`))
  }
  // Within thirty days of the lines: what is not in the books yet is a warning.
  const world = await openRun({ now: () => Date.parse('2025-01-20T12:00:00Z') })
  const { core, user, books, run, path, items, newRun } = world
  expect(await missing(path)).toEqual(['not_completed', 'no_items'])

  // One line matched, one open.
  const sides = { bank: books.bank, other: books.receivables }
  const booked = await bookPayment(user, sides, { amount: 700, date: day })
  const lines = [700, 500].map((amount) => ({ amount, date: day }))
  await uploadTo(core, user, run.id, camt({ entries: lines }))
  expect(await missing(path)).toEqual(['not_completed', 'open_items 2'])
  const [first, second] = await items()
  await user.post(`${path}/manual-match`, { source_entry_ids: [first?.id], ledger_entry_ids: [booked.id] })
  expect(await missing(path)).toEqual(['open_items 1'])
  await user.post(`${itemsPath}/${second?.id}/close`, { ledger_id: '1200', reason: 'tax' })
  expect(await user.post(`${path}/close`)).toMatchObject({ status: 200, body: { status: 'closed' } })

  // Everything decided, not proved: two more than its lines give.
  const next = await newRun()
  const nextPath = `${runsPath}/${next.id}`
  await uploadTo(
    core,
    user,
    next.id,
    camt({ id: 'S-2', opening: 1200, entries: [{ amount: 5, date: '2025-01-12' }], closing: 1207 }),
  )
  const [line] = await items(next.id)
  await user.post(`${itemsPath}/${line?.id}/close`, { ledger_id: '1200', reason: 'tax' })
  expect(await missing(nextPath)).toEqual(['not_proved', 'critical_discrepancies 1', 'difference'])
})

test('a critical discrepancy alone keeps a run from closing (117)', async () => {
  const { core, user, run, path, items } = await openRun()
  const send = (id: string, opening: number, amount: number, date: string) =>
    uploadTo(core, user, run.id, camt({ id, opening, entries: [{ amount, date }] }))
  await send('S-1', 0, 100, '2025-01-10')
  await send('S-3', 300, 50, '2025-03-10')
  for (const { id } of await items())
    await user.post(`${itemsPath}/${id}/close`, { ledger_id: '1200', reason: 'prior_period' })
  await user.post('/v1/ledgers/journals', {
    booking_date: '2025-02-10',
    entries: [
      { ledger_id: '1810', type: 'debit', amount: 200, event: 'opening_balance' },
      { ledger_id: '1200', type: 'credit', amount: 200 },
    ],
  })
  const answer = await user.post<{ details: { obstacles: { code: string }[] } }>(`${path}/close`)
  expect(answer.status).toBe(409)
  expect(answer.body.details.obstacles.map(({ code }) => code)).toEqual(['critical_discrepancies'])
  const critical = await user.get<{ data: { type: string }[] }>(`${path}/discrepancies?severity=critical&status=open`)
  expect(critical.body.data.map(({ type }) => type)).toEqual(['statement_gap'])
})

test('a proof that fails may be overridden with a reason, which the run keeps and its report prints (118)', async () => {
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
  const report = await user.get(`${path}/report`)
  expect(report.body).toMatchObject({
    proof_override: 'The bank confirmed the balance by telephone',
    proofs: [{ proof: 'not proved' }],
    discrepancies: expect.arrayContaining([
      expect.objectContaining({ note: 'The bank confirmed the balance by telephone' }),
    ]),
  })
  const printed = await download(core, user, `${path}/report?format=csv`)
  expect(printed.text).toContain('The bank confirmed the balance by telephone')
})

/** Calls below a run that change nothing of it, or are there for a closed one. */
const allowedWhenClosed = new Set([
  'post /runs/{runID}/cancel',
  'post /runs/{runID}/close',
  'post /runs/{runID}/reopen',
  'post /runs/{runID}/sum-search',
  'post /runs/{runID}/sources/notifications/preview',
  // Of a run over movements only, which this one is not.
  'post /runs/{runID}/refresh',
])

test('every write of the document on a closed run is refused with run_closed (119)', async () => {
  const world = await closable()
  const { core, user, books, run, path, item, entry, matchId, fileId } = world
  await bookPayment(user, { bank: books.bank, other: books.payables }, { amount: -77, date: day })
  await user.post(`${path}/auto-match`)
  const found = await user.get<{ data: { id: string }[] }>(`${path}/discrepancies`)
  expect(found.body.data).toHaveLength(1)
  expect((await user.post(`${path}/close`)).status).toBe(200)
  const { call, document, sendFile } = await doorOf(core, user)
  const base = '/v1/ledgers/reconciliation'
  const ids: Readonly<Record<string, string | undefined>> = {
    runID: run.id,
    fileID: fileId,
    itemID: item?.id,
    matchID: matchId,
    id: found.body.data[0]?.id,
  }
  /** What a call must hold to be understood. */
  const bodies: Readonly<Record<string, object>> = {
    'patch /runs/{runID}': { note: 'late' },
    'post /runs/{runID}/manual-match': { source_entry_ids: [item?.id], ledger_entry_ids: [entry.id], note: 'other' },
    'post /runs/{runID}/accept-all': { min_band: 'strong' },
    'patch /matches/{matchID}/note': { note: 'late' },
    'patch /items/{itemID}/note': { note: 'late' },
    'post /items/{itemID}/close': { reason: 'manual_review' },
    'post /items/{itemID}/split': { parts: [{ amount: 300 }, { amount: 400 }] },
    'post /items/{itemID}/create-and-match': { ledger_id: '1200' },
    'patch /discrepancies/{id}': { status: 'in_review' },
  }
  // An accepted match is accepted: repeating that is no write.
  const inEffect = 'post /matches/{matchID}/accept'
  const writes = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => ({
        method,
        template: template.slice(base.length),
        name: `${method} ${template.slice(base.length)}`,
      }))
      .filter(() => template.startsWith(base) && /\{(?:runID|matchID|itemID|id)\}/.test(template)),
  )
  const before = (await user.get(path)).body
  const answers: string[] = []
  for (const { method, template, name } of writes) {
    if (allowedWhenClosed.has(name)) continue
    const to = `${base}${template.replace(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? id)}`
    const file = new File([camt({ id: 'S-9', entries: [] })], 's.xml')
    const answer =
      template.includes('/sources/') && method === 'post'
        ? await sendFile<Refusal>(to, file)
        : await call<Refusal>(method.toUpperCase(), to, { body: bodies[name] ?? {} })
    answers.push(`${name}: ${answer.status} ${answer.body?.code}`)
  }
  expect(answers.length).toBeGreaterThan(20)
  expect(answers.filter((answer) => !answer.endsWith(': 409 run_closed'))).toEqual([`${inEffect}: 200 undefined`])
  expect((await user.get(path)).body).toEqual(before)
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
