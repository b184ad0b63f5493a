import { expect, test, vi } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { camt, type MadeEntry, uploadTo } from '../support/statement-files.ts'
import { type ItemAnswer, type Listed, openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const rulesPath = '/v1/ledgers/rules'

interface RuleAnswer {
  readonly id: string
  readonly state: string
  readonly origin: string
  readonly conditions: Readonly<Record<string, unknown>>
  readonly action: { readonly ledger_id: string; readonly reason: string }
  readonly examples: readonly { readonly item_id: string; readonly text: string }[]
  readonly hits: number
  readonly accepted: number
  readonly rejected: number
  readonly recent: string
  readonly version: number
}
interface Proposed {
  readonly item: ItemAnswer
  readonly ledger_id: string
  readonly reason: string
  readonly rule_id: string | null
}

const fee = (
  month: number,
  text = `Account fee ${String(month).padStart(2, '0')}/2025 No. ${month * 7}`,
): MadeEntry => ({
  amount: -100 - month,
  date: `2025-${String(month).padStart(2, '0')}-28`,
  text,
})

async function withFees(entries: readonly MadeEntry[]) {
  const world = await openRun()
  const { core, user, books, run, path } = world
  await uploadTo(core, user, run.id, camt({ entries }))
  const lines = await world.items()
  return {
    ...world,
    lines,
    fees: books.fees.id,
    close: (at: number, ledger = '6855', reason = 'bank_fee') =>
      user.post(`/v1/ledgers/reconciliation/items/${lines[at]?.id}/close`, { ledger_id: ledger, reason }),
    rules: async (query = '') => (await user.get<Listed<RuleAnswer>>(`${rulesPath}${query}`)).body.data,
    patch: (id: string | undefined, body: object) =>
      core.call<RuleAnswer & Refusal>('PATCH', `${rulesPath}/${id}`, body, user.token),
    closings: async () => (await user.get<Listed<Proposed>>(`${path}/closings`)).body.data,
    pass: () => user.post(`${path}/auto-match`),
    decide: (itemId: string | undefined, what: 'accept' | 'reject') => user.post(`${path}/closings/${itemId}/${what}`),
  }
}

test('three equal closings propose a rule with examples; active it proposes, and two rejections in ten switch it off (111)', async () => {
  const months = [1, 2, 3, 4, 5, 6, 7]
  const { lines, fees, close, rules, patch, closings, pass, decide, items } = await withFees(months.map((m) => fee(m)))
  await close(0)
  await close(1)
  expect(await rules()).toEqual([])
  await close(2)
  const [learned] = await rules()
  expect(learned).toMatchObject({
    state: 'proposed',
    origin: 'learned',
    conditions: { direction: 'debit', contains: ['account', 'fee', 'no'] },
    action: { ledger_id: fees, reason: 'bank_fee', unattended_below: null },
    hits: 0,
  })
  expect(learned?.examples.map(({ item_id: id }) => id).sort()).toEqual(
    lines
      .slice(0, 3)
      .map(({ id }) => id)
      .sort(),
  )
  await pass()
  expect(await closings()).toEqual([])

  expect((await patch(learned?.id, { state: 'active' })).body.state).toBe('active')
  await pass()
  expect(
    (await closings()).map(({ item, ledger_id: ledger, reason, rule_id: rule }) => [item.id, ledger, reason, rule]),
  ).toEqual(lines.slice(3).map(({ id }) => [id, fees, 'bank_fee', learned?.id]))
  expect(await decide(lines[3]?.id, 'accept')).toMatchObject({ status: 200, body: { match_status: 'closed' } })
  expect((await rules())[0]).toMatchObject({ hits: 4, accepted: 1, rejected: 0, recent: 'a' })
  expect((await decide(lines[4]?.id, 'reject')).status).toBe(204)
  expect((await closings()).map(({ item }) => item.id)).toEqual([lines[5]?.id, lines[6]?.id])
  await pass()
  // What was rejected does not come back.
  expect((await closings()).map(({ item }) => item.id)).toEqual([lines[5]?.id, lines[6]?.id])
  expect((await decide(lines[5]?.id, 'reject')).status).toBe(204)
  expect((await rules())[0]).toMatchObject({ state: 'disabled', accepted: 1, rejected: 2, recent: 'arr' })
  expect(await closings()).toEqual([])
  expect((await decide(lines[6]?.id, 'accept')).status).toBe(404)
  expect((await items()).map(({ match_status }) => match_status)).toEqual([
    'closed',
    'closed',
    'closed',
    'closed',
    'unmatched',
    'unmatched',
    'unmatched',
  ])
})

test('what a pass proposed to close is there after a restart, with no pass of its own, and can be taken', async () => {
  const { core, user, fees, path } = await withFees([fee(1), fee(2)])
  const action = { ledger_id: '6855', reason: 'bank_fee' }
  const rule = await user.post<RuleAnswer>(rulesPath, { conditions: { contains: ['fee'] }, action })
  await core.call('PATCH', `${rulesPath}/${rule.body.id}`, { state: 'active' }, user.token)
  await user.post(`${path}/auto-match`)
  const before = (await user.get<Listed<Proposed>>(`${path}/closings`)).body
  expect(before.data.map((one) => [one.ledger_id, one.rule_id])).toEqual([1, 2].map(() => [fees, rule.body.id]))
  await core.core.stop()

  const next = await createTestCore({ dataDir: core.dataDir })
  const get = async () => (await next.call<Listed<Proposed>>('GET', `${path}/closings`, undefined, user.token)).body
  expect(await get()).toEqual(before)
  const [first, second] = before.data
  const accepted = await next.call('POST', `${path}/closings/${first?.item.id}/accept`, undefined, user.token)
  expect(accepted.status).toBe(200)
  expect((await get()).data.map(({ item }) => item.id)).toEqual([second?.item.id])
  expect(await next.call<RuleAnswer>('GET', `${rulesPath}/${rule.body.id}`, undefined, user.token)).toMatchObject({
    body: { hits: 2, accepted: 1 },
  })
})

test('closings that contradict each other teach nothing; undone ones do not count', async () => {
  const { user, path, close, rules } = await withFees([1, 2, 3, 4].map((m) => fee(m)))
  await close(0)
  await close(1, '1200', 'tax')
  await close(2)
  await close(3)
  expect(await rules()).toEqual([])
  for (let step = 0; step < 3; step += 1) await user.post(`${path}/undo`)
  await close(1)
  await close(2)
  expect(await rules()).toHaveLength(1)
})

test('the same counterparty account teaches too, whatever the text says', async () => {
  const account = 'DE75512108001245126199'
  const { close, rules } = await withFees(
    [1, 2, 3].map((m) => ({ ...fee(m, ['Rent', 'Miete', 'Thanks'][m - 1]), account, name: `Landlord ${m}` })),
  )
  for (const at of [0, 1, 2]) await close(at, '1200', 'private')
  expect((await rules()).map(({ conditions }) => conditions)).toEqual([
    { direction: 'debit', counterparty_account: account },
  ])
})

test('rules of the user: first in their order wins, conditions are checked, others see nothing of them', async () => {
  const { core, user, books, lines, rules, patch, closings, pass } = await withFees([
    fee(1),
    { amount: -900, date: '2025-01-10', text: 'Card annual price' },
  ])
  const write = (body: object) => user.post<RuleAnswer & Refusal>(rulesPath, body)
  const action = { ledger_id: '6855', reason: 'bank_fee' }
  const general = await write({ conditions: { direction: 'debit' }, action: { ledger_id: '1200', reason: 'private' } })
  expect(general).toMatchObject({ status: 201, body: { origin: 'user', state: 'active' } })
  const special = await write({
    ledger_id: '1810',
    conditions: { contains: ['ACCOUNT fee'], amount_to: '500' },
    action,
  })
  await pass()
  expect((await closings()).map(({ rule_id: rule }) => rule)).toEqual([general.body.id, general.body.id])
  const ordered = await user.post<{ data: RuleAnswer[] }>(`${rulesPath}/order`, { ids: [special.body.id] })
  expect(ordered.body.data.map(({ id }) => id)).toEqual([special.body.id, general.body.id])
  await pass()
  expect((await closings()).map(({ item, rule_id: rule }) => [item.id, rule])).toEqual([
    [lines[1]?.id, general.body.id],
    [lines[0]?.id, special.body.id],
  ])
  for (const [body, field] of [
    [{ conditions: {}, action }, 'conditions'],
    [{ conditions: { pattern: '(a+)+$' }, action }, 'conditions.pattern'],
    [{ conditions: { amount_from: 9, amount_to: 3 }, action }, 'conditions.amount_to'],
    [
      { ledger_id: '1810', conditions: { direction: 'debit' }, action: { ...action, ledger_id: '1810' } },
      'action.ledger_id',
    ],
  ] as const) {
    const { status, body: refusal } = await write(body)
    expect([field, status, refusal.code]).toEqual([field, 400, 'invalid_request'])
    expect(Object.keys(refusal.details ?? {})).toContain(field)
  }
  expect((await write({ conditions: { direction: 'up' }, action })).status).toBe(400)
  expect((await write({ conditions: { contains: ['x'] }, action: { ...action, ledger_id: 'nowhere' } })).status).toBe(
    404,
  )
  expect(await patch(general.body.id, { state: 'disabled', version: 99 })).toMatchObject({
    status: 409,
    body: { code: 'version_conflict' },
  })
  await patch(general.body.id, { state: 'disabled' })
  expect((await closings()).map(({ rule_id: rule }) => rule)).toEqual([special.body.id])
  const stranger = await core.signUp({ email: 'eve@example.com' })
  expect((await stranger.get(`${rulesPath}/${special.body.id}`)).status).toBe(404)
  expect((await user.delete(`${rulesPath}/${special.body.id}`)).status).toBe(204)
  expect((await rules(`?ledger_id=${books.bank.id}`)).map(({ id }) => id)).toEqual([general.body.id])
})

test('a rule closes without a click only below its limit, and only where the ledger allows it', async () => {
  const { core, user, books, pass, items, closings, lines, path } = await withFees([
    fee(1),
    { ...fee(2), amount: -5000 },
  ])
  await user.post(rulesPath, {
    conditions: { contains: ['account fee'] },
    action: { ledger_id: '6855', reason: 'bank_fee', unattended_below: 500 },
  })
  await pass()
  expect((await items()).map(({ match_status }) => match_status)).toEqual(['unmatched', 'unmatched'])
  await core.call('PATCH', `/v1/ledgers/${books.bank.id}`, { unattended: true }, user.token)
  await pass()
  expect((await items()).map(({ match_status }) => match_status)).toEqual(['closed', 'unmatched'])
  expect((await closings()).map(({ item }) => item.id)).toEqual([lines[1]?.id])
  expect((await user.post(`${path}/undo`)).status).toBe(200)
  expect((await items()).map(({ match_status }) => match_status)).toEqual(['unmatched', 'unmatched'])
})

test('a transfer to an own account without its entry is proposed for closing; a restart works proposals out again', async () => {
  const { core, user, books, path, lines, closings, pass } = await withFees([
    { amount: -5000, date: '2025-01-10', name: 'Me', account: 'DE02120300000000202051', text: 'Savings' },
  ])
  await pass()
  const expected = [
    { item: { id: lines[0]?.id }, ledger_id: books.savings.id, reason: 'transfer_own_account', rule_id: null },
  ]
  expect(await closings()).toMatchObject(expected)
  await core.core.stop()
  const again = await createTestCore({ dataDir: core.dataDir })
  const answer = await again.call<Listed<Proposed>>('GET', `${path}/closings`, undefined, user.token)
  expect(answer.body.data).toMatchObject(expected)
})
