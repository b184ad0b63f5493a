import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { send } from '../support/send.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type MatchAnswer, openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const matchesPath = '/v1/ledgers/reconciliation/matches'
const itemsPath = '/v1/ledgers/reconciliation/items'
const day = '2025-01-10'

interface AcceptedAll {
  readonly accepted: number
  readonly refused: readonly { readonly match_id: string; readonly code: string }[]
}

async function withLines(amounts: readonly number[], booked: readonly number[] = amounts) {
  const world = await openRun()
  const { core, user, books, run, path } = world
  const entries: { readonly id: string }[] = []
  for (const amount of booked)
    entries.push(await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount, date: day }))
  await uploadTo(
    core,
    user,
    run.id,
    camt({ entries: amounts.map((amount, at) => ({ amount, date: day, text: `line ${at}` })) }),
  )
  const pass = () => user.post<{ matched: number }>(`${path}/auto-match`)
  const stored = new SqliteDatabase(join(core.dataDir, 'reconbanker.db'), { readonly: true })
  onTestFinished(() => void stored.close())
  const trail = (entity: string, id: string) =>
    stored
      .prepare<[string, string], string>(
        'select action from audit_events where entity = ? and entity_id = ? order by seq',
      )
      .pluck()
      .all(entity, id)
  return { ...world, entries, pass, trail }
}

test('accept, reject, close and reopen twice answer the same and leave one event each (81)', async () => {
  const { user, path, run, matches, items, pass, trail } = await withLines([700, -5], [700])
  await pass()
  const [match] = await matches()
  const act = (what: string) => user.post<MatchAnswer & { version: number }>(`${matchesPath}/${match?.id}/${what}`)
  const first = await act('accept')
  const second = await act('accept')
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  await act('reject')
  await act('reject')
  expect(trail('match', match?.id ?? '')).toEqual(['accept', 'undo'])

  const fee = (await items()).find(({ amount }) => amount.amount === '-5')
  const close = () => user.post(`${itemsPath}/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  const closed = await close()
  expect((await close()).body).toEqual(closed.body)
  const reopened = await user.post(`${itemsPath}/${fee?.id}/reopen`)
  expect((await user.post(`${itemsPath}/${fee?.id}/reopen`)).body).toEqual(reopened.body)
  expect(trail('item', fee?.id ?? '')).toEqual(['close', 'reopen'])

  await close()
  await user.post(`${matchesPath}/${match?.id}/offer-again`)
  await act('accept')
  const before = trail('run', run.id)
  const ended = await user.post(`${path}/close`, { statement: 'done' })
  expect([ended.status, (await user.post(`${path}/close`)).body]).toEqual([200, ended.body])
  const again = await user.post(`${path}/reopen`, { reason: 'look' })
  expect((await user.post(`${path}/reopen`, { reason: 'look once more' })).body).toEqual(again.body)
  expect(trail('run', run.id)).toEqual([...before, 'close', 'reopen'])
})

test('a suggestion whose entry was taken meanwhile is refused, naming the match that took it (109)', async () => {
  const { user, path, matches, items, entries, pass } = await withLines([700, 900], [700, 800])
  await pass()
  const [suggested, ...others] = await matches()
  expect(others).toEqual([])
  const [item, other] = await items()
  const manual = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [other?.id],
    ledger_entry_ids: [entries[0]?.id],
    difference_treatment: 'leave_open',
  })
  expect(manual.status).toBe(201)
  const refused = { status: 409, body: { code: 'legs_not_open', details: { match_id: manual.body.id } } }
  // The suggestion went with its entry; whoever still sees it is told what took its place.
  expect(await user.post<Refusal>(`${matchesPath}/${suggested?.id}/accept`)).toMatchObject(refused)
  const late = { source_entry_ids: [item?.id], ledger_entry_ids: [entries[0]?.id] }
  expect(await user.post<Refusal>(`${path}/manual-match`, late)).toMatchObject(refused)
  expect(await matches(undefined, '&status=suggested')).toEqual([])
  expect((await items()).map(({ match_status: status }) => status)).toEqual(['unmatched', 'partial'])
})

test('two people decide at once: one is first, the other is told what happened, and nothing is booked twice', async () => {
  const world = await withLines([900, 500])
  const { user, path, matches, items, entries, pass } = world
  await pass()
  const found = await matches()
  const [first, second] = ['900', '500'].map((amount) => found.find(({ legs }) => legs[0]?.amount.amount === amount))
  const decide = (what: string) =>
    send<Refusal & { status: string; version: number }>(world, 'POST', `${matchesPath}/${first?.id}/${what}`, {
      headers: { 'if-match': '"1"' },
    })
  const answers = await Promise.all([decide('accept'), decide('reject')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const [done, told] = answers.toSorted((a, b) => a.status - b.status)
  expect(told?.body).toMatchObject({
    code: 'version_conflict',
    details: { current: { id: first?.id, status: done?.body.status, version: 2 } },
  })

  const [, item] = await items()
  const manual = await user.post<MatchAnswer>(`${path}/manual-match`, {
    source_entry_ids: [item?.id],
    ledger_entry_ids: [entries[1]?.id],
    note: 'mine',
  })
  const late = await user.post<Refusal>(`${matchesPath}/${second?.id}/accept`)
  expect(late).toMatchObject({ status: 409, body: { code: 'legs_not_open', details: { match_id: manual.body.id } } })
  expect((await items())[1]).toMatchObject({ match_status: 'matched', open_amount: { amount: '0' } })
  expect((await user.post<Refusal>(`${matchesPath}/nothing/accept`)).status).toBe(404)
})

test('an item that somebody else closed meanwhile is a version conflict; repeating the same closing is none', async () => {
  const world = await withLines([-5], [])
  const { user, items } = world
  const [seen] = await items()
  const path = `${itemsPath}/${seen?.id}`
  const version = (seen as unknown as { version: number }).version
  const closing = { ledger_id: '6855', reason: 'bank_fee', version }
  expect((await user.post(`${path}/close`, closing)).status).toBe(200)
  expect((await user.post(`${path}/close`, closing)).status).toBe(200)
  const other = await user.post<Refusal>(`${path}/close`, { ledger_id: '6855', reason: 'interest', version })
  expect(other).toMatchObject({
    status: 409,
    body: { code: 'version_conflict', details: { current: { closed_reason: 'bank_fee' } } },
  })
  const reopen = await send<Refusal>(world, 'POST', `${path}/reopen`, { headers: { 'if-match': String(version) } })
  expect([reopen.status, reopen.body.code]).toEqual([409, 'version_conflict'])
  const note = await send(world, 'PATCH', `${path}/note`, { body: { note: 'seen', version: version + 1 } })
  expect(note).toMatchObject({ status: 200, body: { note: 'seen' } })
})

test('many suggestions are accepted at once; what cannot be taken is named', async () => {
  const { user, path, matches, items, newRun, pass } = await withLines([100, 200, 300, 400])
  expect((await pass()).body.matched).toBe(4)
  const all = await matches()
  const one = all.find(({ legs }) => legs[0]?.amount.amount === '100')
  const two = all.find(({ legs }) => legs[0]?.amount.amount === '200')
  await user.post(`${matchesPath}/${two?.id}/reject`)

  const named = await user.post<AcceptedAll>(`${path}/accept-all`, { ids: [one?.id, two?.id, 'nothing'] })
  expect(named).toMatchObject({
    status: 200,
    body: {
      accepted: 1,
      refused: [
        { match_id: two?.id, code: 'match_rejected' },
        { match_id: 'nothing', code: 'not_found' },
      ],
    },
  })
  const strong = await user.post<AcceptedAll>(`${path}/accept-all`, { min_band: 'strong' })
  expect(strong.body.accepted).toBe(
    all.filter(({ band, status }) => band === 'strong' && status === 'suggested').length,
  )
  const rest = await user.post<AcceptedAll>(`${path}/accept-all`, { min_band: 'possible' })
  expect(rest.body).toMatchObject({ refused: [] })
  expect((await items()).map(({ match_status }) => match_status)).toEqual([
    'matched',
    'unmatched',
    'matched',
    'matched',
  ])

  const other = await newRun()
  const foreign = await user.post<AcceptedAll>(`/v1/ledgers/reconciliation/runs/${other.id}/accept-all`, {
    ids: [two?.id],
  })
  expect(foreign.body).toMatchObject({ accepted: 0, refused: [{ code: 'not_found' }] })
})

test('a rejected pair is not offered again, unless asked for or offered again by hand (106); notes and ids stay (107)', async () => {
  const { core, user, path, matches, pass } = await withLines([700, 900])
  await pass()
  const found = await matches()
  const [first, second] = ['700', '900'].map((amount) => found.find(({ legs }) => legs[0]?.amount.amount === amount))
  await core.call('PATCH', `${matchesPath}/${second?.id}/note`, { note: 'ask Ana' }, user.token)
  await user.post(`${matchesPath}/${first?.id}/reject`, { reason: 'wrong customer' })
  await pass()
  await pass()
  const suggested = async () => (await matches(undefined, '&status=suggested')).map(({ id, note }) => [id, note])
  expect(await suggested()).toEqual([[second?.id, 'ask Ana']])
  await user.post(`${path}/auto-match`, { include_rejected: true })
  expect(await suggested()).toHaveLength(2)
  await pass()
  expect(await suggested()).toEqual([[second?.id, 'ask Ana']])
  expect(await user.post(`${matchesPath}/${first?.id}/offer-again`)).toMatchObject({
    status: 200,
    body: { status: 'suggested' },
  })
  await pass()
  expect((await suggested()).map(([id]) => id).sort()).toEqual([first?.id, second?.id].sort())
})
