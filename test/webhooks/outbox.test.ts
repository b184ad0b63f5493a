import { describe, expect, test } from 'vitest'
import { answers } from '../support/receiver.ts'
import { webhookWorld } from './support.ts'

describe('what is queued', () => {
  test.each(['matched', 'ambiguous'] as const)('%s is told', async (status) => {
    const world = await webhookWorld()
    world.decided(world.request({ status }))
    expect(world.deliveries()).toMatchObject([{ event: status, state: 'queued', attempts: 0 }])
  })

  test.each(['pending', 'processing', 'not_found', 'failed', 'cancelled'] as const)('%s is not', async (status) => {
    const world = await webhookWorld()
    world.decided(world.request({ status }))
    expect(world.deliveries()).toEqual([])
  })

  test('expired only where it was asked for', async () => {
    const world = await webhookWorld()
    world.decided(world.request({ status: 'expired' }))
    expect(world.deliveries()).toEqual([])
    world.account.notifyOnExpired = true
    world.decided(world.request({ status: 'expired' }))
    expect(world.deliveries()).toMatchObject([{ event: 'expired' }])
  })

  test('an undone match only where it was asked for, with the status unmatched', async () => {
    const world = await webhookWorld()
    const undone = world.request({ status: 'not_found' })
    world.webhooks.requestUnmatched(undone)
    expect(world.deliveries()).toEqual([])
    world.account.notifyOnUnmatched = true
    world.webhooks.requestUnmatched(undone)
    world.webhooks.start()
    await world.settled(1, 'delivered')
    expect(world.deliveries()).toMatchObject([{ event: 'unmatched' }])
    expect(world.receiver.hits[0]?.json).toMatchObject({ external_id: undone.externalId, status: 'unmatched' })
  })

  test('nothing in another mode or before a mode was chosen', async () => {
    const world = await webhookWorld()
    world.account.mode = null
    world.decided(world.request())
    world.ingested(world.movement())
    world.account.mode = 'passthrough'
    world.decided(world.request())
    world.account.mode = 'reconcile'
    world.ingested(world.movement())
    expect(world.deliveries()).toEqual([])
  })

  test('the payload is fixed: later changes of order and settings do not touch it', async () => {
    const world = await webhookWorld()
    world.account.extra = { tenant: 'acme' }
    const request = world.request({ status: 'ambiguous' })
    world.decided(request)
    world.account.extra = null
    world.setStatus(request, 'matched')
    world.webhooks.start()
    await world.settled(1, 'delivered')
    expect(world.receiver.hits[0]?.json).toEqual({
      external_id: request.externalId,
      status: 'ambiguous',
      amount: 250.5,
      currency: 'USD',
      name: 'Ana Ruiz',
      tenant: 'acme',
    })
  })

  test('the address and the token are those of the moment of sending', async () => {
    const world = await webhookWorld()
    world.account.url = 'http://127.0.0.1:9/wrong'
    world.webhooks.start()
    world.decided(world.request())
    await world.settled(1, 'waiting')
    world.account.url = world.receiver.url('/right')
    world.account.authorization = 'Bearer new'
    expect(world.webhooks.retryNow(world.account.id)).toBe(1)
    await world.settled(1, 'delivered')
    expect(world.receiver.hits).toMatchObject([{ path: '/right', headers: { authorization: 'Bearer new' } }])
  })

  test('a transaction that is rolled back queues nothing', async () => {
    const world = await webhookWorld()
    world.webhooks.start()
    expect(() =>
      world.store.write(() => {
        world.webhooks.requestDecided(world.request())
        throw new Error('later trouble')
      }),
    ).toThrow('later trouble')
    world.decided(world.request())
    await world.settled(1, 'delivered')
    expect(world.receiver.hits).toHaveLength(1)
  })
})

describe('once per status and cycle', () => {
  test('the same status decided again is not told again', async () => {
    const world = await webhookWorld()
    const request = world.request({ status: 'ambiguous' })
    world.decided(request, request)
    world.clock.advance(60_000)
    world.decided(request)
    expect(world.deliveries()).toHaveLength(1)
  })

  test('a new cycle after a revival is told', async () => {
    const world = await webhookWorld()
    const request = world.request({ status: 'ambiguous' })
    world.decided(request)
    world.clock.advance(60_000)
    world.decided({ ...request, createdAt: world.clock.now() })
    expect(world.deliveries()).toHaveLength(2)
  })

  test('a match after an undo is told again', async () => {
    const world = await webhookWorld()
    const request = world.request()
    const matchId = world.match(request.id, world.movement().id)
    world.decided(request)
    world.clock.advance(60_000)
    world.db.prepare('update matches set undone_at = ? where id = ?').run(world.clock.now(), matchId)
    world.clock.advance(1000)
    world.match(request.id, world.movement().id)
    world.decided(request)
    world.decided(request)
    expect(world.deliveries()).toHaveLength(2)
  })

  test('a delivery of an undone match does not mark the match that followed', async () => {
    const world = await webhookWorld()
    const request = world.request()
    const first = world.match(request.id, world.movement().id)
    world.decided(request)
    world.clock.advance(1000)
    world.db.prepare('update matches set undone_at = ? where id = ?').run(world.clock.now(), first)
    const second = world.match(request.id, world.movement().id)
    world.webhooks.start()
    await world.settled(1, 'delivered')
    expect(world.isNotified(second)).toBe(0)
  })
})

describe('passthrough', () => {
  test('no sender: kept with its cause, not sent', async () => {
    const world = await webhookWorld({ mode: 'passthrough' })
    world.webhooks.start()
    world.ingested(world.movement({ senderName: null }), world.movement({ senderName: '  ' }), world.movement())
    await world.settled(3)
    expect(world.deliveries().map((row) => row.state)).toEqual(['dropped', 'dropped', 'delivered'])
    expect(world.deliveries()[0]?.last_error).toMatch(/no sender name/)
    expect(world.receiver.hits).toHaveLength(1)
  })

  test('silent: marked, nothing queued; a resend is sent all the same', async () => {
    const world = await webhookWorld({ mode: 'passthrough' })
    world.account.silentIngestion = true
    world.webhooks.start()
    const movement = world.movement()
    world.ingested(movement)
    expect(world.movementRow(movement.id).notified_at).toBe(world.clock.now())
    expect(world.deliveries()).toEqual([])
    world.webhooks.resendMovement(movement)
    expect(world.movementRow(movement.id).notified_at).toBeNull()
    await world.settled(1, 'delivered')
    expect(world.movementRow(movement.id).notified_at).not.toBeNull()
  })

  test('without settings nothing is sent, and the list says why', async () => {
    const world = await webhookWorld({ mode: 'passthrough' })
    world.account.hasSettings = false
    world.ingested(world.movement())
    expect(world.deliveries()).toMatchObject([{ state: 'dropped', last_error: expect.stringMatching(/settings/) }])
  })
})

describe('manual resend', () => {
  test('of a delivered one is a new delivery with a new id', async () => {
    const world = await webhookWorld()
    world.webhooks.start()
    const request = world.request()
    world.decided(request)
    await world.settled(1, 'delivered')
    world.webhooks.resendRequest(request)
    await world.settled(2, 'delivered')
    const ids = world.receiver.hits.map((hit) => hit.headers['x-delivery-id'])
    expect(new Set(ids).size).toBe(2)
  })

  test('of one that waits for its next attempt goes now, under its id', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.status(500))
    world.webhooks.start()
    const request = world.request()
    world.decided(request)
    await world.settled(1, 'waiting')
    world.receiver.answerWith(answers.ok)
    world.webhooks.resendRequest(request)
    await world.settled(1, 'delivered')
    expect(world.deliveries()).toHaveLength(1)
    expect(new Set(world.receiver.hits.map((hit) => hit.headers['x-delivery-id'])).size).toBe(1)
  })

  test('replaces an older result of the subject that is stuck', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith((hit, response, request) =>
      answers.status(hit.json.status === 'ambiguous' ? 500 : 200)(hit, response, request),
    )
    world.webhooks.start()
    const request = world.request({ status: 'ambiguous' })
    world.decided(request)
    await world.settled(1, 'waiting')
    const matched = world.setStatus(request, 'matched')
    world.decided(matched)
    world.webhooks.resendRequest(matched)
    await world.settled(2)
    expect(world.deliveries()).toMatchObject([
      { event: 'ambiguous', state: 'dropped', last_error: 'Replaced by a resend' },
      { event: 'matched', state: 'delivered' },
    ])
  })

  test('while the older one is on the wire waits for its end, also when that is a failure', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith((hit, response) => void setTimeout(() => response.writeHead(500).end(hit.path), 50))
    world.webhooks.start()
    const request = world.request({ status: 'ambiguous' })
    world.decided(request)
    await world.receiver.arrived(1)
    const matched = world.setStatus(request, 'matched')
    world.webhooks.resendRequest(matched)
    world.receiver.answerWith(answers.ok)
    await world.settled(2)
    expect(world.deliveries().map((row) => row.state)).toEqual(['dropped', 'delivered'])
    expect(world.receiver.hits.map((hit) => hit.json.status)).toEqual(['ambiguous', 'matched'])
    expect(world.receiver.maxOpen()).toBe(1)
  })

  test.each(['pending', 'not_found', 'cancelled', 'failed'] as const)(
    'of a %s request sends nothing',
    async (status) => {
      const world = await webhookWorld()
      world.webhooks.resendRequest(world.request({ status }))
      expect(world.deliveries()).toEqual([])
    },
  )

  test('of an expired request is sent although automatic ones are off', async () => {
    const world = await webhookWorld()
    world.webhooks.start()
    world.webhooks.resendRequest(world.request({ status: 'expired' }))
    await world.settled(1, 'delivered')
    expect(world.receiver.hits[0]?.json.status).toBe('expired')
  })

  test('of a movement in reconcile mode is refused with the cause', async () => {
    const world = await webhookWorld()
    world.webhooks.resendMovement(world.movement())
    expect(world.deliveries()).toMatchObject([{ state: 'dropped', last_error: expect.stringMatching(/mode/) }])
  })
})
