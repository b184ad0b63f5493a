import { expect, test } from 'vitest'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { doorOf } from '../support/door.ts'
import { camt } from '../support/statement-files.ts'
import { tamper } from '../support/verify.ts'
import {
  type ItemAnswer,
  type Listed,
  type MatchAnswer,
  openRun,
  type Refusal,
  type RunAnswer,
} from '../support/world.ts'

const day = '2025-01-10'
const matchesPath = '/v1/ledgers/reconciliation/matches'
const itemsPath = '/v1/ledgers/reconciliation/items'

/** A run with one line of 1,000 and what of the books belongs to it, spoken to over HTTP. */
async function openWorld() {
  const world = await openRun()
  const { core, user, books, run, path } = world
  const door = await doorOf(core, user)
  const entry = await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 1000, date: day })
  const statement = () => new File([camt({ entries: [{ amount: 1000, date: day }] })], 'january.xml')
  const trail = async (id: string) =>
    (await user.get<Listed<{ action: string }>>(`/v1/ledgers/audit?entity_id=${id}&order=asc&limit=500`)).body.data.map(
      ({ action }) => action,
    )
  return {
    ...world,
    door,
    entry,
    statement,
    trail,
    /** As the program finds it after its start while a job of it is under way. */
    beBusy: () => tamper(core.dataDir, `update reconciliation_runs set status = 'running' where id = '${run.id}'`),
    upload: () => door.sendFile<Refusal>(`${path}/sources/upload`, statement()),
    match: async (body: object = {}) =>
      door.call<MatchAnswer & Refusal>('POST', `${path}/manual-match`, {
        body: { source_entry_ids: [(await world.items())[0]?.id], ledger_entry_ids: [entry.id], ...body },
      }),
  }
}
type World = Awaited<ReturnType<typeof openWorld>>

const toState: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  pending: async () => undefined,
  'pending with lines': ({ upload }) => upload(),
  running: async ({ upload, beBusy }) => {
    await upload()
    beBusy()
  },
  completed: async ({ upload, match }) => {
    await upload()
    await match()
  },
  failed: ({ door, path }) => door.sendFile(`${path}/sources/upload`, new File(['nothing of a bank'], 'a.txt')),
  closed: async ({ upload, match, door, path }) => {
    await upload()
    await match()
    await door.call('POST', `${path}/close`)
  },
}
const events: Readonly<Record<string, (world: World) => Promise<{ status: number; body: unknown }>>> = {
  upload: ({ upload }) => upload(),
  'auto-match': ({ door, path }) => door.call('POST', `${path}/auto-match`),
  decide: async ({ match }) => match(),
  close: ({ door, path }) => door.call('POST', `${path}/close`),
  reopen: ({ door, path }) => door.call('POST', `${path}/reopen`, { body: { reason: 'look again' } }),
  note: ({ door, path }) => door.call('PATCH', path, { body: { note: 'January' } }),
  delete: ({ door, path }) => door.call('DELETE', path),
}

/** What each event answers in each state, and the state after it; `=`, which come first, where nothing changes (8). */
const runs: readonly (readonly [state: string, event: string, answer: string, after: string])[] = [
  ['pending', 'auto-match', '409 no_source_entries', '='],
  ['pending', 'close', '409 run_not_closable', '='],
  ['pending', 'reopen', '200', '='],
  ['pending', 'upload', '201', 'pending'],
  ['pending', 'note', '200', 'pending'],
  ['pending', 'delete', '204', 'gone'],
  ['pending with lines', 'upload', '409 duplicate_file', '='],
  ['pending with lines', 'close', '409 run_not_closable', '='],
  ['pending with lines', 'auto-match', '200', 'completed'],
  ['pending with lines', 'decide', '201', 'completed'],
  ['pending with lines', 'delete', '204', 'gone'],
  ['running', 'upload', '409 run_busy', '='],
  ['running', 'auto-match', '409 run_busy', '='],
  ['running', 'decide', '409 run_busy', '='],
  ['running', 'close', '409 run_busy', '='],
  ['running', 'reopen', '200', '='],
  ['running', 'delete', '409 run_busy', '='],
  ['completed', 'upload', '409 duplicate_file', '='],
  ['completed', 'decide', '200', '='],
  ['completed', 'reopen', '200', '='],
  ['completed', 'delete', '409 run_has_decisions', '='],
  ['completed', 'auto-match', '200', 'completed'],
  ['completed', 'close', '200', 'closed'],
  ['completed', 'note', '200', 'completed'],
  ['failed', 'auto-match', '409 no_source_entries', '='],
  ['failed', 'close', '409 run_not_closable', '='],
  ['failed', 'reopen', '200', '='],
  ['failed', 'upload', '201', 'pending'],
  ['failed', 'delete', '204', 'gone'],
  ['closed', 'upload', '409 run_closed', '='],
  ['closed', 'auto-match', '409 run_closed', '='],
  ['closed', 'decide', '409 run_closed', '='],
  ['closed', 'close', '200', '='],
  ['closed', 'note', '409 run_closed', '='],
  ['closed', 'delete', '409 run_closed', '='],
  ['closed', 'reopen', '200', 'completed'],
]

test.each(Object.keys(toState))('a run that is %s answers every event as its table says', async (state) => {
  let world: World | null = null
  for (const [, event, answer, after] of runs.filter(([from]) => from === state)) {
    if (world === null) {
      world = await openWorld()
      await toState[state]?.(world)
    }
    const before = await world.read()
    expect(before.status).toBe(state.split(' ')[0])
    const done = await events[event]?.(world)
    const code = (done?.body as Refusal | null)?.code
    const told = done && done.status >= 400 ? `${done.status} ${code}` : String(done?.status)
    expect(`${event}: ${told}`).toBe(`${event}: ${answer}`)
    const now = await world.user.get<RunAnswer>(world.path)
    if (after === 'gone') expect(now.status).toBe(404)
    else if (after === '=') expect(now.body, event).toEqual(before)
    else expect(now.body.status, event).toBe(after)
    if (after === '=') continue
    await world.core.core.stop()
    world = null
  }
})

test('an upload that fails leaves a run with a good file as it was, and one without failed', async () => {
  const { door, path, upload, match, read } = await openWorld()
  const broken = () => door.sendFile<Refusal>(`${path}/sources/upload`, new File(['<Document/>'], 'b.xml'))
  await upload()
  expect((await broken()).status).toBe(415)
  expect(await read()).toMatchObject({ status: 'pending', failure: null })
  await match()
  await broken()
  expect((await read()).status).toBe('completed')
})

test('a line goes from unmatched to partial, matched and closed and back, and in no other way', async () => {
  const { door, path, user, books, entry, upload, match, items, read, trail } = await openWorld()
  await upload()
  const [line] = await items()
  const status = async () => (await items())[0]?.match_status
  const act = (what: string, body: object = {}) =>
    door.call<ItemAnswer & Refusal>('POST', `${itemsPath}/${line?.id}/${what}`, { body })
  const fee = { ledger_id: '6855', reason: 'bank_fee' }
  const undo = (id: string) => door.call<Refusal>('POST', `${matchesPath}/${id}/reject`)

  expect(await act('reopen')).toMatchObject({ status: 200, body: { match_status: 'unmatched', version: 1 } })
  const part = await match({ allocations: { [line?.id ?? '']: 600 }, difference_treatment: 'leave_open' })
  expect([part.status, await status()]).toEqual([201, 'partial'])
  expect((await act('reopen')).body.match_status).toBe('partial')
  const rest = await match({ difference_treatment: 'leave_open' })
  expect([rest.status, await status()]).toEqual([201, 'matched'])
  expect(await act('close', fee)).toMatchObject({ status: 409, body: { code: 'item_already_matched' } })
  await undo(rest.body.id)
  expect(await status()).toBe('partial')

  // The open part is closed; what is matched stays until the line is open again.
  expect(await act('close', fee)).toMatchObject({ status: 200, body: { match_status: 'closed' } })
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '-400' } })
  expect(await act('close', { ...fee, reason: 'interest' })).toMatchObject({
    status: 409,
    body: { code: 'item_already_closed' },
  })
  const late = await match({ allocations: { [line?.id ?? '']: 400 }, difference_treatment: 'leave_open' })
  expect(late).toMatchObject({ status: 409, body: { code: 'legs_not_open', details: { entry_id: line?.id } } })
  expect(await undo(part.body.id)).toMatchObject({ status: 409, body: { code: 'item_rest_closed' } })
  expect(await act('reopen')).toMatchObject({ status: 200, body: { match_status: 'partial' } })
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '0' } })
  expect((await undo(part.body.id)).status).toBe(200)
  expect(await status()).toBe('unmatched')
  expect(await act('close', fee)).toMatchObject({ status: 200, body: { match_status: 'closed' } })
  expect(await act('reopen')).toMatchObject({ status: 200, body: { match_status: 'unmatched' } })
  expect(await trail(line?.id ?? '')).toEqual(['close', 'reopen', 'close', 'reopen'])
  const booked = await user.get<JournalAnswer['entries'][number]>(`/v1/ledgers/entries/${entry.id}`)
  expect(booked.body.open_amount.amount).toBe('1000')
  expect((await read()).status).toBe('completed')

  // A run whose lines are both matched and closed is deleted with everything taken back.
  const again = await match({ allocations: { [line?.id ?? '']: 600 }, difference_treatment: 'leave_open' })
  expect(again.status).toBe(201)
  expect((await act('close', fee)).status).toBe(200)
  expect((await door.call('DELETE', `${path}?force=true`)).status).toBe(204)
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '0' } })
  const left = await user.get<Listed<{ reconciliation_status: string }>>(
    `/v1/ledgers/entries?ledger_id=${books.bank.id}`,
  )
  expect(left.body.data.filter((one) => one.reconciliation_status === 'partial')).toEqual([])
})

const matchStates = ['suggested', 'accepted', 'rejected', 'undone'] as const
test.each(matchStates)('a match that is %s answers every decision as its table says', async (state) => {
  const { door, path, upload, matches, trail } = await openWorld()
  await upload()
  await door.call('POST', `${path}/auto-match`)
  const id = (await matches())[0]?.id ?? ''
  const decide = (what: string) => door.call<MatchAnswer & Refusal>('POST', `${matchesPath}/${id}/${what}`)
  const status = async () => (await matches()).find((one) => one.id === id)?.status
  const arrive = async () => {
    if (state === 'accepted' || state === 'undone') await decide('accept')
    if (state === 'rejected' || state === 'undone') await decide('reject')
    if (state === 'suggested') await decide('offer-again')
  }
  /** Answer and status after each decision. */
  const table = {
    suggested: { accept: ['200', 'accepted'], reject: ['200', 'rejected'], 'offer-again': ['200', 'suggested'] },
    accepted: {
      accept: ['200', 'accepted'],
      reject: ['200', 'rejected'],
      'offer-again': ['409 match_accepted', 'accepted'],
    },
    rejected: {
      accept: ['409 match_rejected', 'rejected'],
      reject: ['200', 'rejected'],
      'offer-again': ['200', 'suggested'],
    },
    undone: {
      accept: ['409 match_rejected', 'rejected'],
      reject: ['200', 'rejected'],
      'offer-again': ['200', 'suggested'],
    },
  } as const
  for (const [what, expected] of Object.entries(table[state])) {
    await arrive()
    const [before, events] = [await status(), await trail(id)]
    const done = await decide(what)
    const told = done.status >= 400 ? `${done.status} ${done.body.code}` : String(done.status)
    expect([what, told, await status()]).toEqual([what, ...expected])
    // What is in effect already is answered without a trace.
    expect((await trail(id)).length - events.length).toBe(before === expected[1] ? 0 : 1)
    if ((await status()) === 'accepted') await decide('reject')
    if ((await status()) === 'rejected') await decide('offer-again')
  }
})

test('two people at once: what is decided once is booked once, whoever comes second is told', async () => {
  const { door, path, user, books, entry, upload, match, items, matches, trail } = await openWorld()
  await upload()
  const [line] = await items()
  const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort()

  const both = await Promise.all([match(), match()])
  expect(statuses(both)).toEqual([200, 201])
  expect(new Set(both.map(({ body }) => body.id)).size).toBe(1)
  const id = both[0]?.body.id ?? ''
  expect(await trail(id)).toEqual(['manual_match'])
  const undone = await Promise.all([1, 2].map(() => door.call('POST', `${matchesPath}/${id}/reject`)))
  expect(statuses(undone)).toEqual([200, 200])
  expect(await trail(id)).toEqual(['manual_match', 'undo'])

  const other = await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 1000, date: day })
  const rivals = await Promise.all([match(), match({ ledger_entry_ids: [other.id] })])
  expect(statuses(rivals)).toEqual([201, 409])
  const winner = rivals.find(({ status }) => status === 201)
  expect(rivals.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'legs_not_open',
    details: { entry_id: line?.id, match_id: winner?.body.id },
  })
  await door.call('POST', `${matchesPath}/${winner?.body.id}/reject`)

  const close = (reason: string) =>
    door.call<ItemAnswer & Refusal>('POST', `${itemsPath}/${line?.id}/close`, { body: { ledger_id: '6855', reason } })
  const closed = await Promise.all([close('bank_fee'), close('interest')])
  expect(statuses(closed)).toEqual([200, 409])
  expect(closed.find(({ status }) => status === 409)?.body.code).toBe('item_already_closed')
  expect((await user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '-1000' } })
  await door.call('POST', `${itemsPath}/${line?.id}/reopen`, { body: {} })
  await door.call('DELETE', `/v1/ledgers/journals/${other.transactionId}`)

  const jobs = await Promise.all([1, 2].map(() => door.call<Refusal>('POST', `${path}/auto-match`)))
  expect(statuses(jobs)).toEqual([200, 409])
  expect(jobs.find(({ status }) => status === 409)?.body.code).toBe('run_busy')
  const created = await Promise.all(
    [1, 2].map(() =>
      door.call<RunAnswer>('POST', '/v1/ledgers/reconciliation/runs', {
        body: { ledger_id: books.savings.id, idempotency_key: 'twice' },
      }),
    ),
  )
  expect(statuses(created)).toEqual([200, 201])
  expect(created[0]?.body.id).toBe(created[1]?.body.id)

  const suggestion = (await matches()).find(({ status }) => status === 'suggested')
  const stale = await Promise.all(
    ['accept', 'reject'].map((what) =>
      door.call<Refusal>('POST', `${matchesPath}/${suggestion?.id}/${what}`, { body: { version: 1 } }),
    ),
  )
  expect(statuses(stale)).toEqual([200, 409])
  expect(stale.find(({ status }) => status === 409)?.body.code).toBe('version_conflict')
  expect((await user.get(`/v1/ledgers/entries/${entry.id}`)).status).toBe(200)
})
