import { expect, onTestFinished, test } from 'vitest'
import { addAccount, createTestCore } from '../support/core.ts'
import { answers, startReceiver } from '../support/receiver.ts'

interface Item {
  readonly id: string
  readonly external_id: string
  readonly status: string
}

const orders = [
  { external_id: 'A-1', amount: 1500, currency: 'UYU', name: 'Juan Pérez' },
  { external_id: 'A-2', amount: '20.00', currency: 'usd', name: 'Ana Ruiz' },
  { external_id: 'A-3', amount: 1.005, currency: 'USD', name: 'Three Decimals' },
]

/** The real core, a shop that lists orders and a receiver of webhooks. */
async function openShop() {
  const shop = await startReceiver()
  const hook = await startReceiver()
  onTestFinished(async () => {
    await shop.close()
    await hook.close()
  })
  shop.answerWith(answers.status(200, orders))
  const core = await createTestCore()
  const caller = await core.signUp()
  const accountId = await addAccount(caller, {
    pending_orders_endpoint: shop.url('/pending'),
    webhook_url: hook.url('/hook'),
    auth_token: 'shop-token',
  })
  const statuses = async () => {
    const { body } = await caller.get<Item[]>('/conciliation')
    return Object.fromEntries(body.map(({ external_id, status }) => [external_id, status]))
  }
  const poll = async () => {
    const before = shop.hits.length
    expect((await caller.post(`/conciliation/poll/${accountId}`)).status).toBe(202)
    await shop.arrived(before + 1)
  }
  const arrive = (...movements: object[]) => caller.post(`/accounts/${accountId}/movements`, { movements })
  return { shop, hook, caller, accountId, statuses, poll, arrive }
}

const movement = (external_id: string, sender_name: string | null, amount = '1500.00', currency = 'UYU') => ({
  external_id,
  sender_name,
  amount,
  currency,
  received_at: new Date().toISOString(),
})

test('orders are pulled with the token, movements matched, results delivered', async () => {
  const { shop, hook, caller, poll, arrive, statuses } = await openShop()
  await poll()
  await expect.poll(statuses).toEqual({ 'A-1': 'not_found', 'A-2': 'not_found' })
  expect(shop.hits[0]?.headers).toMatchObject({ authorization: 'Bearer shop-token', accept: 'application/json' })

  const stored = await arrive(movement('T-1', 'PEREZ, JUAN'), movement('T-2', 'Somebody', '20.00', 'USD'))

  expect([stored.status, stored.body]).toEqual([200, { inserted: 2, duplicates: 0 }])
  const [hit] = await hook.arrived(1)
  expect(hit?.json).toEqual({
    external_id: 'A-1',
    status: 'matched',
    amount: 1500,
    currency: 'UYU',
    name: 'Juan Pérez',
  })
  expect(await statuses()).toEqual({ 'A-1': 'matched', 'A-2': 'not_found' })
  const found = await caller.get<Item[]>('/conciliation?q=perez&status=matched')
  await expect
    .poll(
      async () =>
        (await caller.get<{ match: { is_notified: boolean } }>(`/conciliation/${found.body[0]?.id}`)).body.match,
    )
    .toMatchObject({ is_notified: true, matched_by: 'engine' })
})

test('an ambiguous result is told once; the choice of a person is told as matched', async () => {
  const { hook, caller, poll, arrive, statuses } = await openShop()
  await poll()
  await expect.poll(statuses).toMatchObject({ 'A-1': 'not_found' })

  await arrive(movement('T-1', 'Juan Perez'), movement('T-2', 'Juan Perez'))
  await hook.arrived(1)
  await arrive(movement('T-3', 'Juan Perez'))
  const request = (await caller.get<Item[]>('/conciliation?status=ambiguous')).body[0]
  const candidates = await caller.get<Item[]>(`/conciliation/${request?.id}/candidates`)
  const chosen = await caller.post<{ status: string }>(`/conciliation/${request?.id}/match`, {
    bank_transaction_id: candidates.body[0]?.id,
  })

  expect(candidates.body).toHaveLength(3)
  expect(chosen.body.status).toBe('matched')
  const hits = await hook.arrived(2)
  expect(hits.map(({ json }) => json.status)).toEqual(['ambiguous', 'matched'])
})

test('a poll that fails leaves everything as it was and is shown with the account', async () => {
  const { shop, caller, accountId, poll, statuses } = await openShop()
  await poll()
  await expect.poll(statuses).toMatchObject({ 'A-1': 'not_found' })
  shop.answerWith(answers.text(502, '<h1>Bad gateway</h1>', 'text/html'))

  await poll()

  await expect
    .poll(
      async () => (await caller.get<{ last_poll: { error: string } }>(`/accounts/${accountId}`)).body.last_poll.error,
    )
    .toBe('Polling failed: the endpoint answered 502 (text/html) instead of a list of orders: "<h1>Bad gateway</h1>"')
  expect(await statuses()).toEqual({ 'A-1': 'not_found', 'A-2': 'not_found' })
})
