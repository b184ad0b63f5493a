import { describe, expect, test } from 'vitest'
import { hour } from '../../main/core/time.ts'
import { surfaceOf } from './surface.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

function openWorld() {
  const world = conciliationWorld()
  const call = surfaceOf(world)
  const idOf = (externalId: string) => world.requestOf(externalId).id
  return { ...world, call, idOf }
}

function listWorld() {
  const world = openWorld()
  const second = world.addAccount(world.userId, 'Dollars')
  const stranger = world.addAccount(world.addUser(), 'Not yours')
  world.poll(expected('A-1', 'José Núñez', '1234.50'))
  world.clock.advance(24 * hour)
  world.requests.applyPoll(second.id, [expected('U-1', 'Ana Ruiz', '20.00', 'USD')])
  world.clock.advance(24 * hour)
  world.poll(expected('A-1', 'José Núñez', '1234.50'), expected('A-2', 'Juan Pérez'))
  world.requests.applyPoll(stranger.id, [expected('X-1', 'José Núñez')])
  world.movements.ingest(second.id, [arrived('Ana Ruiz', { amount: '20.00', currency: 'USD' })])
  return { ...world, second, stranger }
}

describe('GET /conciliation', () => {
  test('lists all accounts of the caller, newest registration first, with the total', async () => {
    const world = listWorld()

    const answer = await world.call('GET', '/conciliation?limit=2')

    expect(answer.headers.get('x-total-count')).toBe('3')
    expect(answer.body).toEqual([
      {
        id: world.idOf('A-2'),
        account_id: world.account.id,
        external_id: 'A-2',
        status: 'not_found',
        amount: '1500.00',
        currency: 'UYU',
        sender_name: 'Juan Pérez',
        created_at: '2026-05-14T10:00:00.000Z',
        last_checked_at: '2026-05-14T10:00:00.000Z',
        note: null,
        retry_count: 0,
        bank: 'bank',
        account_name: 'Main account',
      },
      expect.objectContaining({ external_id: 'U-1', account_name: 'Dollars', status: 'matched' }),
    ])
  })

  test.each([
    ['status=matched', ['U-1']],
    ['status=pending', []],
    ['q=nunez', ['A-1']],
    ['q=1234.50%20UYU', ['A-1']],
    ['q=a-', ['A-2', 'A-1']],
    ['from=2026-05-13&to=2026-05-13', ['U-1']],
    ['offset=2', ['A-1']],
  ])('is filtered by %s', async (query, found) => {
    const world = listWorld()

    const { status, body } = await world.call<{ external_id: string }[]>('GET', `/conciliation?${query}`)

    expect([status, body.map((each) => each.external_id)]).toEqual([200, found])
  })

  test('is filtered by account; a foreign one is not found', async () => {
    const world = listWorld()

    expect((await world.call('GET', `/conciliation?account_id=${world.second.id}`)).body).toMatchObject([
      { external_id: 'U-1' },
    ])
    expect(await world.call('GET', `/conciliation?account_id=${world.stranger.id}`)).toMatchObject({
      status: 404,
      body: { error: 'Account not found' },
    })
  })

  test.each([
    ['status=done', 'status must be one of pending, processing, matched'],
    ['limit=1000', 'limit must be a whole number from 1 to 500'],
    ['from=x', 'from must be a day'],
  ])('refuses %s', async (query, message) => {
    const world = listWorld()

    const answer = await world.call('GET', `/conciliation?${query}`)

    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(message)
  })

  test('is exported as CSV with the active filter', async () => {
    const world = listWorld()
    world.requests.applyPoll(world.second.id, [
      expected('U-1', 'Ana Ruiz', '20.00', 'USD'),
      expected('-1+1', '@Ana', '1.00', 'USD'),
    ])

    const answer = await world.call<string>('GET', '/conciliation?format=csv&q=ana')

    expect(answer.headers.get('content-disposition')).toContain('requests.csv')
    const lines = answer.body.split('\r\n')
    expect(lines[0]).toBe(
      '\ufeffid,external_id,status,amount,currency,sender_name,created_at,last_checked_at,bank,account_name,movements,note',
    )
    expect(lines.slice(1).map((line) => line.split(',').slice(1, 6))).toEqual([
      ["'-1+1", 'not_found', '1.00', 'USD', "'@Ana"],
      ['U-1', 'matched', '20.00', 'USD', 'Ana Ruiz'],
      [],
    ])
  })
})

describe('one request', () => {
  test('shows attempts, match and acts', async () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez', { id: 'T-1' }))

    const { status, body } = await world.call('GET', `/conciliation/${world.idOf('A-1')}`)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      external_id: 'A-1',
      attempts: [
        { attempt_number: 1, result: 'not_found' },
        { attempt_number: 2, result: 'matched' },
      ],
      match: { bank_transaction_id: world.movementOf('T-1').id, is_primary: true },
      acts: [],
    })
  })

  test('of another user, or unknown, is not found on every path', async () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    const stranger = world.addUser()
    const calls = [
      ['GET', ''],
      ['POST', '/run'],
      ['POST', '/notify'],
      ['GET', '/candidates'],
      ['POST', '/match', { bank_transaction_id: 'x' }],
      ['DELETE', '/match'],
    ] as const

    for (const [method, path, body] of calls) {
      const foreign = await world.call(method, `/conciliation/${world.idOf('A-1')}${path}`, body, stranger)
      const unknown = await world.call(method, `/conciliation/nothing${path}`, body)
      expect([foreign.status, foreign.body.error, unknown.status, unknown.body.error], `${method} ${path}`).toEqual([
        404,
        'Not found',
        404,
        'Not found',
      ])
    }
  })

  test('is run, resent, matched and undone through its paths', async () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez', { id: 'T-1' }), arrived('Juan Perez', { id: 'T-2' }))
    const path = `/conciliation/${world.idOf('A-1')}`

    expect(await world.call('POST', `${path}/run`)).toMatchObject({ status: 202, body: { queued: true } })
    expect(await world.call('POST', `${path}/notify`)).toMatchObject({ status: 202, body: { queued: true } })
    expect(world.resent).toEqual([world.idOf('A-1')])
    const candidates = await world.call<{ id: string }[]>('GET', `${path}/candidates`)
    expect(candidates.body).toHaveLength(2)
    const chosen = { bank_transaction_id: candidates.body[0]?.id }
    expect(await world.call('POST', `${path}/match`, chosen)).toMatchObject({
      status: 200,
      body: { status: 'matched' },
    })
    expect(await world.call('POST', `${path}/match`, chosen)).toMatchObject({
      status: 409,
      body: { code: 'request.notOpen' },
    })
    expect(await world.call('DELETE', `${path}/match`)).toMatchObject({
      status: 200,
      body: { status: 'not_found', match: null },
    })
    expect(await world.call('DELETE', `${path}/match`)).toMatchObject({
      status: 409,
      body: { code: 'request.notMatched' },
    })
    expect(await world.call('POST', `${path}/match`, {})).toMatchObject({
      status: 400,
      body: { error: 'bank_transaction_id is required' },
    })
  })
})

describe('POST /conciliation/poll/:accountId', () => {
  test('queues one poll of an own account', async () => {
    const world = openWorld()

    const answer = await world.call('POST', `/conciliation/poll/${world.account.id}`)

    expect([answer.status, answer.body]).toEqual([202, { queued: true }])
    expect(world.added).toMatchObject([{ kind: 'poll', accountId: world.account.id }])
  })

  test('of a foreign account is not found', async () => {
    const world = openWorld()

    const answer = await world.call('POST', `/conciliation/poll/${world.account.id}`, undefined, world.addUser())

    expect([answer.status, answer.body.error]).toEqual([404, 'Account not found'])
    expect(world.added).toEqual([])
  })
})
