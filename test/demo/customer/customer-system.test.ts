import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CustomerSystem, startCustomerSystem } from '../../../main/demo/customer/customer-system.ts'

let customer: CustomerSystem
beforeEach(async () => {
  customer = await startCustomerSystem({ token: 'orders', webhookToken: 'hooks' })
})
afterEach(() => customer.close())

const order = { external_id: 'A-1', amount: 250.5, currency: 'USD', name: 'Ana Ruiz' }
const listed = (init: RequestInit = {}) =>
  fetch(customer.ordersUrl, { redirect: 'manual', ...init, headers: { authorization: 'Bearer orders' } })
const send = (payload: unknown, token = 'hooks') =>
  fetch(customer.webhookUrl, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, 'x-delivery-id': 'd-1', 'content-type': 'application/json' },
    body: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
const matched = { ...order, status: 'matched' }

describe('pending payments', () => {
  it('lists orders to GET and POST, as a list or wrapped, to the right token only', async () => {
    customer.addOrder(order, { ...order, external_id: 'A-2' })
    customer.removeOrder('A-2')
    expect(await (await listed()).json()).toEqual([order])
    customer.answers.wrapped = true
    expect(await (await listed({ method: 'POST', body: '{"account":"main"}' })).json()).toEqual({ data: [order] })
    expect(customer.polls().map((poll) => [poll.method, poll.body])).toEqual([
      ['GET', ''],
      ['POST', '{"account":"main"}'],
    ])
    expect((await fetch(customer.ordersUrl)).status).toBe(401)
  })

  it('answers whatever a test wants to see handled', async () => {
    customer.answers.orders = { mode: 'body', body: '<html>', contentType: 'text/html' }
    const page = await listed()
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html', '<html>'])
    customer.answers.orders = { mode: 'status', status: 502, body: 'bad gateway' }
    expect((await listed()).status).toBe(502)
    customer.answers.orders = { mode: 'redirect', to: 'http://127.0.0.1:9/' }
    expect((await listed()).headers.get('location')).toBe('http://127.0.0.1:9/')
  })
})

describe('webhooks', () => {
  it('keeps payload, headers and time of what it accepted', async () => {
    expect((await send(matched)).status).toBe(200)
    const [webhook] = customer.accepted()
    expect(webhook?.payload).toEqual(matched)
    expect(webhook?.headers['x-delivery-id']).toBe('d-1')
    expect(Math.abs(Date.now() - (webhook?.at ?? 0))).toBeLessThan(5_000)
  })

  it('answers 401 to a wrong token and remembers that it did', async () => {
    expect((await send(matched, 'orders')).status).toBe(401)
    expect(customer.webhooks().map((each) => [each.authorized, each.accepted])).toEqual([[false, false]])
  })

  it('fails the first tries of each subject when flaky', async () => {
    customer.answers.webhook = { mode: 'flaky', fail: 2, status: 503 }
    const other = { ...matched, external_id: 'A-2' }
    const statuses: number[] = []
    for (const payload of [matched, matched, other, matched]) statuses.push((await send(payload)).status)
    expect(statuses).toEqual([503, 503, 503, 200])
  })

  it('closes the connection, hangs, or answers late when told', async () => {
    customer.answers.webhook = { mode: 'close' }
    await expect(send(matched)).rejects.toThrow('fetch failed')
    customer.answers.webhook = { mode: 'slow', ms: 120 }
    const before = performance.now()
    expect((await send(matched)).status).toBe(200)
    expect(performance.now() - before).toBeGreaterThanOrEqual(115)
    customer.answers.webhook = { mode: 'hang' }
    const hanging = expect(send(matched)).rejects.toThrow()
    await customer.close()
    await hanging
    expect(customer.accepted()).toHaveLength(1)
  })

  it('takes a body that is not JSON without falling over', async () => {
    expect((await send('{')).status).toBe(200)
    expect(customer.webhooks()[0]?.payload).toBeNull()
  })

  it('waits for webhooks, and says what arrived when they do not come', async () => {
    const arrived = customer.waitFor((webhooks) => webhooks.length === 1)
    await send(matched)
    await arrived
    await expect(customer.waitFor((webhooks) => webhooks.length === 2, 30)).rejects.toThrow('Arrived: A-1/matched')
  })
})

it('shows orders and webhooks to a person, escaped', async () => {
  customer.addOrder({ ...order, name: '<i>Ana</i>' })
  await send(matched)
  const page = await (await fetch(customer.url)).text()
  expect(page).toContain('&lt;i&gt;Ana&lt;/i&gt;')
  expect(page).toContain('✓ paid')
})
