import { expect, test, vi } from 'vitest'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type MatchAnswer, openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const days = ['2025-01-10', '2025-01-11', '2025-01-12', '2025-01-13'] as const
const items = '/v1/ledgers/reconciliation/items'
const matchesPath = '/v1/ledgers/reconciliation/matches'

interface Undone {
  readonly data: readonly { readonly audit_event_id: number; readonly action: string; readonly entity_id: string }[]
}

/** Four lines, three of them with their booking, and suggestions for those. */
async function withSuggestions() {
  const world = await openRun()
  const { core, user, books, run, path } = world
  const entries: { readonly id: string }[] = []
  for (const [at, amount] of [1000, 2000, 3000].entries())
    entries.push(
      await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount, date: days[at] ?? '' }),
    )
  await uploadTo(
    core,
    user,
    run.id,
    camt({
      entries: [1000, 2000, 3000, -500].map((amount, at) => ({ amount, date: days[at] ?? '', text: `line ${at}` })),
    }),
  )
  await user.post(`${path}/auto-match`)
  const suggestionOf = async (amount: number) =>
    (await world.matches()).find(({ legs }) => legs[0]?.amount.amount === String(amount)) as MatchAnswer
  const state = async () => ({
    items: (await world.items()).map(({ id, match_status, open_amount, closed_reason }) => [
      id,
      match_status,
      open_amount.amount,
      closed_reason,
    ]),
    matches: (await world.matches()).map(({ id, status, note }) => [id, status, note]),
    entries: await Promise.all(
      entries.map(async ({ id }) => {
        const { body } = await user.get<JournalAnswer['entries'][number]>(`/v1/ledgers/entries/${id}`)
        return [body.open_amount.amount, body.reconciliation_status]
      }),
    ),
    fees: (await user.get<{ balance_posted: unknown }>('/v1/ledgers/6855')).body.balance_posted,
    bank: (await user.get<{ balance_posted: unknown }>(`/v1/ledgers/${books.bank.id}`)).body.balance_posted,
  })
  return { ...world, entries, suggestionOf, state }
}

test('the last five decisions are undone and repeated: states are those before and after (130)', async () => {
  const { user, path, items: list, entries, suggestionOf, state } = await withSuggestions()
  const before = await state()
  const [, , , fee] = await list()

  await user.post(`${matchesPath}/${(await suggestionOf(1000)).id}/accept`)
  await user.post(`${matchesPath}/${(await suggestionOf(2000)).id}/reject`)
  const [, second] = await list()
  await user.post(`${path}/manual-match`, {
    source_entry_ids: [second?.id],
    ledger_entry_ids: [entries[1]?.id],
    note: 'after all',
  })
  await user.post(`${matchesPath}/${(await suggestionOf(3000)).id}/accept`)
  await user.post(`${items}/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  const after = await state()

  const undone = []
  for (let step = 0; step < 5; step += 1) {
    const { status, body } = await user.post<Undone>(`${path}/undo`, { audit_event_id: 'last' })
    expect(status).toBe(200)
    undone.push(...body.data.map(({ action }) => action))
  }
  expect(undone).toEqual(['close', 'accept', 'manual_match', 'reject', 'accept'])
  const restored = await state()
  // A match made by hand stays in the list as undone; everything else is as it was.
  expect({ ...restored, matches: restored.matches.filter(([, , note]) => note !== 'after all') }).toEqual(before)
  expect((await user.post<Refusal>(`${path}/undo`)).body.code).toBe('nothing_to_undo')

  const redone = []
  for (let step = 0; step < 5; step += 1)
    redone.push(...(await user.post<Undone>(`${path}/redo`)).body.data.map(({ action }) => action))
  expect(redone).toEqual(['accept', 'reject', 'manual_match', 'accept', 'close'])
  expect(await state()).toEqual(after)
  expect((await user.post<Refusal>(`${path}/redo`)).body.code).toBe('nothing_to_redo')
})

test('one decision is undone by its event; a new decision ends what could be repeated', async () => {
  const { user, path, suggestionOf } = await withSuggestions()
  const first = await suggestionOf(1000)
  await user.post(`${matchesPath}/${first.id}/accept`)
  await user.post(`${matchesPath}/${(await suggestionOf(2000)).id}/accept`)
  const last = await user.post<Undone>(`${path}/undo`)
  const event = last.body.data[0]?.audit_event_id ?? 0
  expect((await user.post<Refusal>(`${path}/undo`, { audit_event_id: event })).status).toBe(404)
  expect(await user.post(`${path}/redo`)).toMatchObject({ status: 200 })
  const again = await user.post<Undone>(`${path}/undo`, { audit_event_id: event })
  expect(again.body.data).toMatchObject([{ audit_event_id: event, action: 'accept' }])
  await user.post(`${matchesPath}/${(await suggestionOf(3000)).id}/accept`)
  expect((await user.post<Refusal>(`${path}/redo`)).body.code).toBe('nothing_to_redo')
  expect((await user.post<Refusal>(`${path}/undo`, { audit_event_id: 'first' })).status).toBe(400)
})

test('what was accepted without a click is taken back in one step', async () => {
  const { core, user, books, run, path, items: list, matches, core: world } = await withSuggestions()
  await world.call('PATCH', `/v1/ledgers/${books.bank.id}`, { unattended: true }, user.token)
  for (const number of ['INV-2025-0071', 'INV-2025-0072'])
    await bookPayment(
      user,
      { bank: books.bank, other: books.receivables },
      {
        amount: number.endsWith('1') ? 71_00 : 72_00,
        date: '2025-01-14',
        document_no: number,
        counterparty_name: 'Acme Trading GmbH',
      },
    )
  await uploadTo(
    core,
    user,
    run.id,
    camt({
      id: 'S-2',
      opening: 5500,
      entries: [
        { amount: 71_00, date: '2025-01-14', name: 'Acme Trading GmbH', text: 'INV-2025-0071' },
        { amount: 72_00, date: '2025-01-14', name: 'Acme Trading GmbH', text: 'INV-2025-0072' },
      ],
    }),
  )
  const pass = await user.post<{ accepted: number }>(`${path}/auto-match`)
  expect(pass.body.accepted).toBe(2)
  const byHand = (await matches()).find(({ status }) => status === 'suggested')
  await user.post(`${matchesPath}/${byHand?.id}/accept`)

  const undone = await user.post<Undone>(`${path}/undo`, { audit_event_id: 'unattended' })

  expect(undone.body.data.map(({ action }) => action)).toEqual(['accept_unattended', 'accept_unattended'])
  expect((await matches()).filter(({ status }) => status === 'accepted').map(({ id }) => id)).toEqual([byHand?.id])
  expect((await list()).filter(({ match_status }) => match_status === 'matched')).toHaveLength(1)
  expect((await user.post<Undone>(`${path}/undo`, { audit_event_id: 'unattended' })).body.data).toEqual([])
})
