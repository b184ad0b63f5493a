import { describe, expect, test } from 'vitest'
import type { Job } from '../../main/core/jobs/types.ts'
import { day, hour } from '../../main/core/time.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

const order = { external_id: 'A-1', amount: 1500, currency: 'UYU', name: 'Juan Pérez' }
const pollState = (world: ReturnType<typeof conciliationWorld>) =>
  world.db.prepare('select last_polled_at, last_ok_at, last_error, last_count, held from poll_states').get()
const job = (world: ReturnType<typeof conciliationWorld>, attempt = 1): Job => ({
  id: 'j',
  kind: 'poll',
  accountId: world.account.id,
  subjectId: '',
  attempt,
})
const noSignal = new AbortController().signal

describe('polling an endpoint', () => {
  test('asks with GET, bearer and 15 s, and registers what it lists', async () => {
    const world = conciliationWorld()
    world.answer([order, { external_id: 2, amount: 0, currency: 'UYU', name: 'x' }])

    const outcome = await world.requests.poll(world.account.id)

    expect(outcome).toEqual({ created: 1, updated: 0, revived: 0, cancelled: 0, held: 0, skipped: 1 })
    expect(world.sent).toMatchObject([
      {
        method: 'GET',
        url: 'https://shop.example/pending',
        headers: { Accept: 'application/json', Authorization: 'Bearer top-secret' },
        timeoutMs: 15_000,
      },
    ])
    expect(world.sent[0]?.headers).not.toHaveProperty('Content-Type')
    expect(world.sent[0]?.body).toBeUndefined()
    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })
    expect(world.lines.filter(({ event }) => event === 'order_skipped')).toHaveLength(1)
    expect(pollState(world)).toMatchObject({ last_error: null, last_count: 2, held: 0 })
  })

  test('asks with POST and the stored body, or an empty object', async () => {
    const world = conciliationWorld()
    world.account.method = 'POST'
    world.account.authorization = null
    world.answer([])
    world.answer([])

    await world.requests.poll(world.account.id)
    world.account.body = { account: 'main' }
    await world.requests.poll(world.account.id)

    expect(world.sent.map(({ method, body, headers }) => ({ method, body, headers }))).toEqual([
      { method: 'POST', body: '{}', headers: { Accept: 'application/json', 'Content-Type': 'application/json' } },
      {
        method: 'POST',
        body: '{"account":"main"}',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      },
    ])
  })

  test.each([
    ['an error', 'no', { status: 500, type: 'text/plain' }, '500 (text/plain)'],
    ['no JSON', 'hello', {}, 'not JSON'],
    ['no list', '{"orders":[]}', {}, 'neither a list nor an object'],
  ])('that answers %s changes nothing; the next one runs (appendix B 4)', async (_what, body, change, text) => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    const before = world.requestOf('A-1')
    world.clock.advance(hour)
    world.answer(body, change)

    await expect(world.requests.poll(world.account.id)).rejects.toMatchObject({
      code: 'poll.failed',
      message: expect.stringContaining(text),
    })

    expect(world.requestOf('A-1')).toEqual(before)
    expect(pollState(world)).toMatchObject({ last_error: expect.stringContaining(text), last_count: 1 })
    world.answer([order])
    await world.requests.poll(world.account.id)
    expect(pollState(world)).toMatchObject({ last_error: null })
  })

  test('that cannot be reached says why', async () => {
    const world = conciliationWorld()
    world.answers.push({
      kind: 'failure',
      reason: 'timeout',
      message: 'shop.example did not answer within 15 s',
      status: null,
      durationMs: 15_000,
    })

    await expect(world.requests.poll(world.account.id)).rejects.toThrow(
      'Polling failed: shop.example did not answer within 15 s',
    )
  })

  test('never keeps a token that the endpoint echoes', async () => {
    const world = conciliationWorld()
    world.answer('you sent Bearer top-secret', { status: 401, type: 'text/plain' })

    await expect(world.requests.poll(world.account.id)).rejects.toThrow('you sent Bearer •••')

    expect(JSON.stringify([pollState(world), world.lines])).not.toContain('top-secret')
  })

  test('is refused outside reconcile mode and without an endpoint, before anything is sent', async () => {
    const world = conciliationWorld()
    world.account.endpoint = null
    await expect(world.requests.poll(world.account.id)).rejects.toMatchObject({ kind: 'conflict' })
    world.account.mode = 'passthrough'
    await expect(world.requests.poll(world.account.id)).rejects.toMatchObject({ kind: 'conflict' })

    expect(world.sent).toEqual([])
  })

  test('whose answer comes after the mode changed is not applied', async () => {
    const world = conciliationWorld()
    world.answer([order])
    const polling = world.requests.poll(world.account.id)
    world.account.mode = 'passthrough'

    await expect(polling).rejects.toMatchObject({ code: 'poll.notReconcile' })

    expect(world.statuses()).toEqual({})
  })
})

describe('the poll job', () => {
  test('is tried three times with growing pauses', async () => {
    const world = conciliationWorld()
    for (const attempt of [1, 2, 3]) world.answer('no', { status: 500 + attempt })
    const handler = world.handlers.get('poll')

    const outcomes = [
      await handler?.run(job(world, 1), noSignal),
      await handler?.run(job(world, 2), noSignal),
      await handler?.run(job(world, 3), noSignal),
    ]

    expect(outcomes).toMatchObject([
      { kind: 'retry', delayMs: 5000 },
      { kind: 'retry', delayMs: 10_000 },
      { kind: 'give-up', reason: expect.stringContaining('503') },
    ])
  })

  test('is given up at once where trying again cannot help', async () => {
    const world = conciliationWorld({ mode: 'passthrough' })

    expect(await world.handlers.get('poll')?.run(job(world), noSignal)).toMatchObject({ kind: 'give-up' })
  })
})

describe('the life of an order', () => {
  test('polled twice is created once; removed it is cancelled; listed again it starts over and matches (appendix B 3)', () => {
    const world = conciliationWorld()
    const other = expected('B-1', 'Ana Ruiz', '20.00')
    expect(world.poll(expected('A-1', 'Juan Pérez'), other)).toMatchObject({ created: 2 })
    const before = world.requestOf('A-1')
    world.clock.advance(hour)
    expect(world.poll(expected('A-1', 'Juan Pérez'), other)).toMatchObject({
      created: 0,
      updated: 0,
      revived: 0,
      cancelled: 0,
    })
    expect(world.requestOf('A-1')).toEqual(before)

    expect(world.poll(other)).toMatchObject({ cancelled: 1 })
    expect(world.statuses()).toMatchObject({ 'A-1': 'cancelled' })
    world.ingest(arrived('Juan Perez'))
    expect(world.statuses()).toMatchObject({ 'A-1': 'cancelled' })

    world.clock.advance(hour)
    expect(world.poll(expected('A-1', 'Juan Pérez'), other)).toMatchObject({ revived: 1 })

    const after = world.requestOf('A-1')
    expect(after).toMatchObject({
      id: before.id,
      status: 'matched',
      created_at: '2026-05-12T12:00:00.000Z',
      retry_count: 0,
    })
    expect(after.attempts.map(({ attempt_number, result }) => [attempt_number, result])).toEqual([
      [1, 'not_found'],
      [2, 'matched'],
    ])
    expect(world.decided.map(({ status }) => status)).toEqual(['matched'])
  })

  test('a changed amount is taken over and evaluated', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Pérez', '99.00'))
    world.ingest(arrived('Juan Perez'))

    expect(world.poll(expected('A-1', 'Juan Pérez'))).toMatchObject({ updated: 1 })

    expect(world.requestOf('A-1')).toMatchObject({ status: 'matched', amount: '1500.00' })
  })

  test('held cancellations are confirmed by the next poll', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Pérez'))

    expect(world.poll()).toMatchObject({ cancelled: 0, held: 1 })
    expect(pollState(world)).toMatchObject({ held: 1, last_count: 0 })
    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })

    expect(world.poll()).toMatchObject({ cancelled: 1, held: 0 })
    expect(world.statuses()).toEqual({ 'A-1': 'cancelled' })
  })

  test('a held one that is listed again lives on', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.poll()
    world.poll(expected('A-1', 'Juan Pérez'))

    expect(world.poll()).toMatchObject({ cancelled: 0, held: 1 })
  })

  test('expires after exactly five days, ambiguous ones excepted (appendix B 6)', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Pérez'), expected('B-1', 'Ana Ruiz', '20.00'))
    world.ingest(arrived('Ana Ruiz', { amount: '20.00' }), arrived('Ana Ruiz', { amount: '20.00' }))

    world.clock.advance(5 * day - 1)
    expect(world.requests.expireStale()).toBe(0)
    world.clock.advance(1)
    expect(world.requests.expireStale()).toBe(1)

    expect(world.statuses()).toEqual({ 'A-1': 'expired', 'B-1': 'ambiguous' })
    expect(world.decided.map(({ externalId, status }) => [externalId, status])).toEqual([
      ['B-1', 'ambiguous'],
      ['A-1', 'expired'],
    ])
    expect(world.requests.expireStale()).toBe(0)
  })

  test('expires 500 at a time, the oldest first', () => {
    const world = conciliationWorld()
    world.poll(expected('oldest', 'Ana Ruiz', '1.00'))
    world.clock.advance(1)
    world.poll(
      expected('oldest', 'Ana Ruiz', '1.00'),
      ...Array.from({ length: 600 }, (_, i) => expected(`A-${i}`, 'Ana Ruiz', `${i + 2}.00`)),
    )
    world.clock.advance(6 * day)

    expect(world.requests.expireStale()).toBe(500)
    expect(world.requestOf('oldest').status).toBe('expired')
    expect(world.requests.expireStale()).toBe(101)
  })

  test('expired and still listed it stays so; absent once and listed again it starts over', () => {
    const world = conciliationWorld()
    const other = expected('B-1', 'Ana Ruiz', '20.00')
    world.poll(expected('A-1', 'Juan Pérez'), other)
    world.clock.advance(5 * day)
    world.requests.expireStale()

    expect(world.poll(expected('A-1', 'Juan Pérez'), other)).toMatchObject({ revived: 0 })
    world.poll(other)
    world.clock.advance(hour)
    expect(world.poll(expected('A-1', 'Juan Pérez'), other)).toMatchObject({ revived: 1 })

    expect(world.requestOf('A-1')).toMatchObject({ status: 'not_found', created_at: '2026-05-17T11:00:00.000Z' })
  })

  test('matched and gone from the source it stays matched', () => {
    const world = conciliationWorld()
    const other = expected('B-1', 'Ana Ruiz', '20.00')
    world.poll(expected('A-1', 'Juan Pérez'), other)
    world.ingest(arrived('Juan Perez'))

    world.poll(other)

    expect(world.statuses()).toMatchObject({ 'A-1': 'matched' })
  })
})

describe('a poll that changes much', () => {
  const many = (count: number, change: (i: number) => { amount?: string; name?: string } = () => ({})) =>
    Array.from({ length: count }, (_, i) => ({
      external_id: `M-${i}`,
      name: change(i).name ?? `Payer ${i % 150}`,
      amount: change(i).amount ?? `${100 + (i % 60)}.00`,
      currency: 'UYU',
    }))
  const asOrders = (list: ReturnType<typeof many>) =>
    list.map(({ external_id, name, amount }) => expected(external_id, name, amount))
  const arrivals = () =>
    Array.from({ length: 120 }, (_, i) => arrived(`PAYER ${i % 100}`, { id: `T-${i}`, amount: `${100 + (i % 60)}.00` }))

  test('ends as in one transaction, while others are served', async () => {
    const [atOnce, inSlices] = [conciliationWorld(), conciliationWorld()]
    const first = many(300)
    // Some are gone, some move to another amount, some are new.
    const second = many(350, (i) => (i % 7 === 0 ? { amount: `${100 + ((i + 1) % 60)}.00` } : {})).slice(0, -20)
    second.splice(120, 20)
    let turns = 0
    let isOver = false
    const count = () => {
      turns += 1
      if (!isOver) setImmediate(count)
    }
    setImmediate(count)
    for (const list of [first, second]) {
      atOnce.poll(...asOrders(list))
      inSlices.answer(list)
      await inSlices.requests.poll(inSlices.account.id)
      for (const world of [atOnce, inSlices]) world.ingest(...(list === first ? arrivals() : []))
    }
    isOver = true

    expect(inSlices.statuses()).toEqual(atOnce.statuses())
    expect(new Set(Object.values(inSlices.statuses())).size).toBeGreaterThan(2)
    expect(turns).toBeGreaterThan(5)
    const told = ({ decided }: typeof atOnce) =>
      decided.map(({ externalId, status }) => `${externalId} ${status}`).sort()
    expect(told(inSlices)).toEqual(told(atOnce))
  })

  test('leaves alone what was decided on the way', async () => {
    const world = conciliationWorld()
    world.answer(many(300))
    await world.requests.poll(world.account.id)
    const changed = many(300, () => ({ name: 'Somebody Else' }))
    world.answer(changed)

    const polling = world.requests.poll(world.account.id)
    await new Promise((resolve) => setImmediate(resolve))
    const last = world.requestOf('M-299')
    const isChanged = last.sender_name === 'Somebody Else'
    world.ingest(arrived('Payer 149', { id: 'T-late', amount: last.amount }))
    const matched = world.statuses()['M-299']
    await polling

    expect(isChanged).toBe(false)
    expect(matched).toBe('matched')
    expect(world.requestOf('M-299')).toMatchObject({ status: 'matched', sender_name: 'Payer 149' })
    expect(world.requestOf('M-0').sender_name).toBe('Somebody Else')
  })
})
