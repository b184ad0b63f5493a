import { expect, test, vi } from 'vitest'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { send } from '../support/send.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type ItemAnswer, openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Divided = ItemAnswer &
  Refusal & { readonly version: number; readonly parts: readonly (ItemAnswer & { note: string })[] }
const day = '2025-01-10'

async function withLine(amount = 1000) {
  const world = await openRun()
  const { core, user, books, run, items } = world
  const book = (of: number) =>
    bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: of, date: day })
  await uploadTo(core, user, run.id, camt({ entries: [{ amount, date: day, name: 'Acme', reference: 'B-1' }] }))
  const [line] = await items()
  const path = `/v1/ledgers/reconciliation/items/${line?.id}`
  return {
    ...world,
    line,
    book,
    itemPath: path,
    split: (amounts: readonly (number | string)[]) =>
      user.post<Divided>(`${path}/split`, { parts: amounts.map((of, at) => ({ amount: of, note: `part ${at + 1}` })) }),
    join: () => user.post<Divided>(`${path}/join`),
    whole: async () => (await user.get<Divided>(path)).body,
  }
}

test('a line is divided, its parts are matched and closed for themselves, and the line stays as it was', async () => {
  const { user, line, book, path, split, whole, items, read } = await withLine()
  const before = await whole()
  const done = await split([600, '400'])
  expect(done.status).toBe(200)
  expect(done.body.parts.map(({ amount, note, open_amount }) => [amount.amount, note, open_amount.amount])).toEqual([
    ['600', 'part 1', '600'],
    ['400', 'part 2', '400'],
  ])
  expect(await items()).toHaveLength(1)
  expect(await items(undefined, '&parts=true')).toHaveLength(3)
  const entry = await book(600)
  const [first, second] = done.body.parts
  const match = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [first?.id],
    ledger_entry_ids: [entry.id],
  })
  expect(match.status).toBe(201)
  expect((await whole()).match_status).toBe('partial')
  await user.post(`/v1/ledgers/reconciliation/items/${second?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  expect(await whole()).toMatchObject({ id: line?.id, match_status: 'matched', open_amount: { amount: '0' } })
  expect((await read()).counts).toMatchObject({ entries: 1, matched: 1 })
  const after = await whole()
  for (const field of ['amount', 'booking_date', 'counterparty_name', 'bank_reference', 'facts', 'raw'] as const)
    expect((after as unknown as Record<string, unknown>)[field]).toEqual(
      (before as unknown as Record<string, unknown>)[field],
    )
})

test('parts are found by the matching pass, and the whole no longer is', async () => {
  const { user, book, path, split, matches } = await withLine()
  await book(600)
  await book(1000)
  const { body } = await split([600, 400])
  await user.post(`${path}/auto-match`)
  const found = await matches()
  expect(found.map(({ legs }) => [legs[0]?.source_entry_id, legs[0]?.amount.amount])).toEqual([
    [body.parts[0]?.id, '600'],
  ])
})

test.each([
  ['a sum that differs', [600, 300], 422, 'parts_differ'],
  ['one part', [1000], 400, 'invalid_request'],
  ['a part of the other sign', [1200, -200], 400, 'invalid_request'],
  ['a part of nothing', [1000, 0], 400, 'invalid_request'],
  ['a broken amount', ['10.00', 0], 400, 'invalid_request'],
] as const)('%s is refused', async (_, amounts, status, code) => {
  const { split, whole } = await withLine()
  const answer = await split(amounts)
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect((await whole()).parts).toEqual([])
})

test('what is decided cannot be divided or joined; repeating changes nothing', async () => {
  const { user, book, path, line, split, join, whole } = await withLine()
  const entry = await book(1000)
  const whole1 = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [line?.id],
    ledger_entry_ids: [entry.id],
  })
  expect((await split([600, 400])).body.code).toBe('item_already_matched')
  await user.post(`/v1/ledgers/reconciliation/matches/${whole1.body.id}/reject`)
  const first = await split([600, 400])
  expect((await split([600, 400])).body).toEqual(first.body)
  expect((await split([500, 500])).body.code).toBe('item_already_split')
  const part = first.body.parts[0]
  await user.post(`/v1/ledgers/reconciliation/items/${part?.id}/close`, { reason: 'manual_review' })
  expect(await join()).toMatchObject({
    status: 409,
    body: { code: 'parts_decided', details: { item_ids: [part?.id] } },
  })
  await user.post(`/v1/ledgers/reconciliation/items/${part?.id}/reopen`)
  expect((await join()).body.parts).toEqual([])
  expect((await join()).status).toBe(200)
  expect(await whole()).toMatchObject({ match_status: 'unmatched', open_amount: { amount: '1000' } })
  expect((await split([500, 500])).status).toBe(200)
})

test('split, decisions on parts and join are undone and repeated, and the books with them', async () => {
  const { user, book, path, split, join, whole } = await withLine()
  const entry = await book(600)
  const { body } = await split([600, 400])
  const states = [await whole()]
  await user.post(`${path}/manual-match`, { source_entry_ids: [body.parts[0]?.id], ledger_entry_ids: [entry.id] })
  states.push(await whole())
  const open = async () =>
    (await user.get<JournalAnswer['entries'][number]>(`/v1/ledgers/entries/${entry.id}`)).body.open_amount.amount
  const seen = ({ match_status, parts }: Divided) => [match_status, parts.map((part) => [part.id, part.match_status])]

  await user.post(`${path}/undo`)
  expect([await open(), seen(await whole())]).toEqual(['600', seen(states[0] as Divided)])
  await user.post(`${path}/undo`)
  expect((await whole()).parts).toEqual([])
  await user.post(`${path}/redo`)
  await user.post(`${path}/redo`)
  expect([await open(), seen(await whole())]).toEqual(['0', seen(states[1] as Divided)])
  await user.post(`${path}/undo`)
  await join()
  expect((await whole()).parts).toEqual([])
  await user.post(`${path}/undo`)
  expect((await whole()).parts.map(({ id }) => id)).toEqual(body.parts.map(({ id }) => id))
})

test('a split that somebody else changed meanwhile is a version conflict; a file with parts can still go', async () => {
  const world = await withLine()
  const { user, itemPath, path, split, items } = world
  const stale = await send<Refusal>(world, 'POST', `${itemPath}/split`, {
    body: { parts: [{ amount: 1 }, { amount: 999 }] },
    headers: { 'if-match': '"9"' },
  })
  expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
  await split([600, 400])
  const files = await user.get<{ data: { id: string }[] }>(`${path}/sources`)
  expect((await user.delete(`${path}/sources/${files.body.data[0]?.id}`)).status).toBe(204)
  expect(await items(undefined, '&parts=true')).toEqual([])
})
