import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answers } from '../support/receiver.ts'
import { until, webhookWorld } from './support.ts'

describe('queued → delivered', () => {
  test('a 2xx ends it: state, log line, mark on the match, event', async () => {
    const world = await webhookWorld()
    world.account.authorization = 'Bearer s3cret-token'
    const request = world.request()
    const matchId = world.match(request.id, world.movement().id)
    world.webhooks.start()
    world.receiver.answerWith(answers.status(201, { stored: 1 }))
    world.decided(request)
    await world.settled(1, 'delivered')

    const [hit] = world.receiver.hits
    const [row] = world.deliveries()
    expect(hit).toMatchObject({
      method: 'POST',
      path: '/hook',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: 'Bearer s3cret-token',
        'x-delivery-id': row?.id,
      },
      body: row?.payload,
    })
    expect(hit?.headers).not.toHaveProperty('x-signature-256')
    expect(row).toMatchObject({ attempts: 1, last_status: 201, last_error: null })
    expect(world.attempts()).toMatchObject([
      {
        delivery_id: row?.id,
        subject_type: 'conciliation_request',
        subject_id: request.id,
        url: world.receiver.url(),
        request_payload: row?.payload,
        response_status: 201,
        response_body: '{"stored":1}',
        error_message: null,
        attempt: 1,
      },
    ])
    expect(world.isNotified(matchId)).toBe(1)
    expect(world.seen).toMatchObject([
      { type: 'delivery.updated', userId: world.userId, accountId: world.account.id, data: { count: 1 } },
    ])
  })

  test('204 and an answer far too large are accepted too', async () => {
    const world = await webhookWorld()
    world.webhooks.start()
    world.receiver.answerWith(answers.status(204))
    world.decided(world.request())
    await world.settled(1, 'delivered')
    world.receiver.answerWith(answers.huge(30 * 1024 * 1024))
    world.decided(world.request())
    await world.settled(2, 'delivered')
    const kept = world.attempts().map((attempt) => attempt.response_body)
    expect(kept).toEqual([null, JSON.stringify('a'.repeat(10_000))])
  })

  test('a movement is marked only when it arrived', async () => {
    const world = await webhookWorld({ mode: 'passthrough' })
    world.webhooks.start()
    world.receiver.answerWith(answers.status(500))
    const movement = world.movement()
    world.ingested(movement)
    await world.settled(1, 'waiting')
    expect(world.movementRow(movement.id).notified_at).toBeNull()
    world.receiver.answerWith(answers.ok)
    await world.nextSleep()
    await world.settled(1, 'delivered')
    expect(world.movementRow(movement.id).notified_at).toBe(world.clock.now())
    expect(world.receiver.hits[1]?.json).toMatchObject({ id: movement.id, amount: 250.5 })
  })

  test('with a signing secret the body is signed with the time of sending', async () => {
    const world = await webhookWorld({ secret: 'whsec' })
    world.webhooks.start()
    world.decided(world.request())
    await world.settled(1, 'delivered')
    const [hit] = world.receiver.hits
    const timestamp = String(Math.floor(world.clock.now() / 1000))
    expect(hit?.headers['x-webhook-timestamp']).toBe(timestamp)
    const expected = createHmac('sha256', 'whsec').update(`${timestamp}.${hit?.body}`).digest('hex')
    expect(hit?.headers['x-signature-256']).toBe(`sha256=${expected}`)
  })
})

describe('queued → waiting', () => {
  test.each([
    ['another status', answers.status(500), 500, /answered 500/],
    ['a client error', answers.status(422), 422, /answered 422/],
    ['a redirect', answers.redirect('https://elsewhere.example/'), 302, /redirect to elsewhere\.example/],
    ['a closed connection', answers.close, null, /closed the connection/],
    ['a reset connection', answers.reset, null, /closed the connection/],
    ['half an answer', answers.half, 200, /closed the connection/],
    ['something that is not HTTP', answers.notHttp, null, /valid HTTP/],
  ])('%s', async (_name, answer, status, error) => {
    const world = await webhookWorld()
    world.receiver.answerWith(answer)
    world.webhooks.start()
    world.decided(world.request())
    await world.settled(1, 'waiting')
    expect(world.deliveries()).toMatchObject([
      {
        attempts: 1,
        last_status: status,
        last_error: expect.stringMatching(error),
        due_at: world.clock.now() + 10_000,
      },
    ])
    expect(world.attempts()).toMatchObject([{ response_status: status, error_message: expect.stringMatching(error) }])
    expect(world.receiver.hits).toHaveLength(1)
  })

  test('a stored token that cannot be opened is a failure that says so', async () => {
    const world = await webhookWorld()
    world.account.damaged = 'The stored secret cannot be opened. Enter it again.'
    world.webhooks.start()
    world.decided(world.request())
    await world.settled(1, 'waiting')
    expect(world.deliveries()[0]?.last_error).toContain('Enter it again')
    world.account.damaged = null
    world.webhooks.retryNow(world.account.id)
    await world.settled(1, 'delivered')
  })

  test('the token never reaches the log, even when the receiver repeats it', async () => {
    const world = await webhookWorld()
    world.account.authorization = 'Api-Key s3cret-token'
    world.receiver.answerWith((hit, response) => response.writeHead(500).end(JSON.stringify(hit.headers)))
    world.webhooks.start()
    world.decided(world.request())
    await world.settled(1, 'waiting')
    expect(world.receiver.hits[0]?.headers.authorization).toBe('Api-Key s3cret-token')
    expect(JSON.stringify([world.attempts(), world.deliveries(), world.lines])).not.toContain('s3cret-token')
  })
})

describe('waiting → queued → … → dead', () => {
  test('a receiver down for an hour gets it afterwards, under the same id', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.status(503))
    world.webhooks.start()
    const began = world.clock.now()
    world.decided(world.request())
    const delays: number[] = []
    while (world.clock.now() - began < 3_600_000) {
      const attempts = delays.length + 1
      await until(() => world.deliveries()[0]?.attempts === attempts, `attempt ${attempts}`)
      const due = world.deliveries()[0]?.due_at ?? 0
      delays.push(due - world.clock.now())
      // The deliverer never sleeps longer than a minute, and does nothing before the time.
      while (world.clock.now() < due) await world.nextSleep()
      await world.receiver.arrived(attempts + 1)
    }
    world.receiver.answerWith(answers.ok)
    await until(() => world.deliveries()[0]?.attempts === delays.length + 1, 'the last failure')
    while (world.clock.now() < (world.deliveries()[0]?.due_at ?? 0)) await world.nextSleep()
    await world.settled(1, 'delivered')
    expect(delays).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560].map((seconds) => seconds * 1000))
    expect(new Set(world.receiver.hits.map((hit) => hit.headers['x-delivery-id'])).size).toBe(1)
    expect(world.attempts().map((attempt) => attempt.attempt)).toEqual(world.receiver.hits.map((_hit, i) => i + 1))
  })

  test('down for good: dead letter after twelve attempts, a resend resolves it', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.status(500))
    world.webhooks.start()
    const request = world.request()
    world.decided(request)
    for (let attempt = 1; attempt < 12; attempt++) {
      await until(() => world.deliveries()[0]?.attempts === attempt, `attempt ${attempt}`)
      while (world.clock.now() < (world.deliveries()[0]?.due_at ?? 0)) await world.nextSleep()
    }
    await world.settled(1, 'dead')
    expect(world.deadLetters()).toMatchObject([
      {
        account_id: world.account.id,
        subject_type: 'conciliation_request',
        subject_id: request.id,
        url: world.receiver.url(),
        last_status: 500,
        attempts: 12,
        failed_at: world.clock.now(),
        resolved_at: null,
      },
    ])
    expect(world.receiver.hits).toHaveLength(12)

    // A resend that fails to the end refreshes the same row.
    world.webhooks.resendRequest(request)
    for (let attempt = 13; attempt < 24; attempt++) {
      await until(() => world.deliveries()[0]?.attempts === attempt, `attempt ${attempt}`)
      while (world.clock.now() < (world.deliveries()[0]?.due_at ?? 0)) await world.nextSleep()
    }
    await world.settled(1, 'dead')
    expect(world.deadLetters()).toMatchObject([{ attempts: 24, failed_at: world.clock.now(), resolved_at: null }])

    world.receiver.answerWith(answers.ok)
    world.webhooks.resendRequest(request)
    await world.settled(1, 'delivered')
    expect(world.deadLetters()).toMatchObject([{ resolved_at: world.clock.now() }])
    expect(new Set(world.receiver.hits.map((hit) => hit.headers['x-delivery-id'])).size).toBe(1)
  })
})

test('a movement that was given up stays unmarked until a resend brings it over', async () => {
  const world = await webhookWorld({ mode: 'passthrough' })
  world.receiver.answerWith(answers.status(500))
  world.webhooks.start()
  const movement = world.movement()
  world.ingested(movement)
  await world.settled(1, 'waiting')
  world.db.exec('update deliveries set attempts = 11')
  world.webhooks.retryNow(world.account.id)
  await world.settled(1, 'dead')
  expect(world.movementRow(movement.id).notified_at).toBeNull()
  expect(world.deadLetters()).toMatchObject([{ subject_type: 'bank_transaction', resolved_at: null }])
  world.receiver.answerWith(answers.ok)
  world.webhooks.resendMovement(movement)
  await world.settled(1, 'delivered')
  expect(world.movementRow(movement.id).notified_at).not.toBeNull()
  expect(world.deadLetters()).toMatchObject([{ resolved_at: world.clock.now() }])
})

describe('queued → dropped', () => {
  test('the settings are gone when it would be sent', async () => {
    const world = await webhookWorld()
    world.decided(world.request())
    world.account.hasSettings = false
    world.webhooks.start()
    await world.settled(1, 'dropped')
    expect(world.deliveries()[0]?.last_error).toMatch(/no settings/)
    expect(world.attempts()).toEqual([])
  })

  test('the mode is another one when it would be sent', async () => {
    const world = await webhookWorld()
    world.decided(world.request())
    world.account.mode = 'passthrough'
    world.webhooks.start()
    await world.settled(1, 'dropped')
    expect(world.deliveries()[0]?.last_error).toMatch(/mode/)
  })

  test('silent ingestion was switched on meanwhile: marked, not sent', async () => {
    const world = await webhookWorld({ mode: 'passthrough' })
    const movement = world.movement()
    world.ingested(movement)
    world.account.silentIngestion = true
    world.webhooks.start()
    await world.settled(1, 'dropped')
    expect(world.movementRow(movement.id).notified_at).not.toBeNull()
    expect(world.receiver.hits).toHaveLength(0)
  })
})

describe('order', () => {
  test('two results of one subject go one after the other, the older first', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.slow(30))
    world.webhooks.start()
    const request = world.request({ status: 'ambiguous' })
    world.decided(request)
    world.decided(world.setStatus(request, 'matched'))
    await world.settled(2, 'delivered')
    expect(world.receiver.hits.map((hit) => hit.json.status)).toEqual(['ambiguous', 'matched'])
    expect(world.receiver.maxOpen()).toBe(1)
  })

  test('the newer one waits while the older one waits for its next attempt; other subjects do not', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith((hit, response, request) =>
      answers.status(hit.json.status === 'ambiguous' ? 500 : 200)(hit, response, request),
    )
    world.webhooks.start()
    const first = world.request({ status: 'ambiguous' })
    world.decided(first)
    await world.settled(1, 'waiting')
    world.decided(world.setStatus(first, 'matched'), world.request())
    await world.settled(1, 'delivered')
    expect(world.deliveries().map((row) => row.state)).toEqual(['waiting', 'queued', 'delivered'])
    world.receiver.answerWith(answers.ok)
    await world.nextSleep()
    await world.settled(3, 'delivered')
    expect(world.receiver.hits.slice(2).map((hit) => hit.json.status)).toEqual(['ambiguous', 'matched'])
  })

  test('different subjects go in parallel, with a bound per account', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.slow(40))
    world.webhooks.start()
    world.decided(...Array.from({ length: 60 }, () => world.request()))
    await world.settled(60, 'delivered')
    expect(world.receiver.maxOpen()).toBeGreaterThan(4)
    expect(world.receiver.maxOpen()).toBeLessThanOrEqual(16)
  })

  test('receivers that hang do not hold up the deliveries of another account', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith((hit, response, request) =>
      hit.path === '/hang' ? undefined : answers.ok(hit, response, request),
    )
    const hanging = [1, 2, 3].map(() => world.addAccount({ url: world.receiver.url('/hang') }))
    world.webhooks.start()
    for (const account of hanging)
      world.decided(...Array.from({ length: 5 }, () => world.request({ accountId: account.id })))
    await world.receiver.arrived(15)
    world.decided(...Array.from({ length: 30 }, () => world.request()))
    await world.settled(30, 'delivered')
  })
})

describe('at least once, never twice by choice', () => {
  test('a thousand deliveries arrive exactly once each', async () => {
    const world = await webhookWorld()
    world.webhooks.start()
    const requests = Array.from({ length: 1000 }, () => world.request())
    for (let i = 0; i < requests.length; i += 250) world.decided(...requests.slice(i, i + 250))
    await world.settled(1000, 'delivered')
    const arrived = world.receiver.hits.map((hit) => hit.json.external_id)
    expect(new Set(arrived).size).toBe(1000)
    expect(arrived).toHaveLength(1000)
    expect(world.attempts()).toHaveLength(1000)
  })

  test('a second worker on the same data sends nothing until the first one ends', async () => {
    const world = await webhookWorld({ mode: 'passthrough' })
    world.receiver.answerWith(answers.slow(20))
    const second = world.create()
    world.webhooks.start()
    second.start()
    world.ingested(...Array.from({ length: 40 }, () => world.movement()))
    await world.settled(40, 'delivered')
    expect(world.receiver.hits).toHaveLength(40)
    expect(world.lines.map((line) => line.event)).toContain('another_process_delivers')
    await world.webhooks.stop()
    world.ingested(world.movement())
    world.create().start()
    await world.settled(41, 'delivered')
    expect(world.receiver.hits).toHaveLength(41)
  })

  test('a result that cannot be written is sent again under the same id', async () => {
    const world = await webhookWorld()
    world.decided(world.request())
    world.webhooks.start()
    await world.receiver.arrived(1)
    await world.settled(1, 'delivered')
    // As after a crash between sending and writing: the row still says queued.
    await world.webhooks.stop()
    world.db.exec("update deliveries set state = 'queued', finished_at = null, attempts = 0")
    const next = world.create()
    next.start()
    await world.settled(1, 'delivered')
    const [first, again] = world.receiver.hits
    expect(again?.headers['x-delivery-id']).toBe(first?.headers['x-delivery-id'])
    expect(again?.body).toBe(first?.body)
  })

  test('a disk that refuses the write loses nothing and is tried again', async () => {
    const world = await webhookWorld()
    world.webhooks.start()
    world.db.exec(
      `create temp trigger refuse before insert on delivery_attempts begin select raise(abort, 'disk full'); end`,
    )
    world.decided(world.request(), world.request())
    await until(() => world.lines.some((line) => line.event === 'write_failed'), 'the refusal')
    expect(world.deliveries().map((row) => row.state)).toEqual(['queued', 'queued'])
    world.db.exec('drop trigger refuse')
    await world.nextSleep()
    await world.settled(2, 'delivered')
    expect(world.receiver.hits).toHaveLength(2)
    expect(world.attempts()).toHaveLength(2)
  })

  test('rows deleted while on the wire stay deleted', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.slow(50))
    world.webhooks.start()
    world.decided(world.request())
    await world.receiver.arrived(1)
    world.db.exec('delete from deliveries')
    const other = world.request()
    world.decided(other)
    await world.receiver.arrived(2)
    await world.settled(1, 'delivered')
    // The new row has the number of the deleted one; the result of the deleted one must not be taken for its own.
    expect(world.attempts().map((attempt) => attempt.subject_id)).toEqual([other.id])
  })
})

describe('start and stop', () => {
  test('what was queued while it was off goes out at the start', async () => {
    const world = await webhookWorld()
    world.decided(world.request(), world.request())
    expect(world.receiver.hits).toHaveLength(0)
    world.webhooks.start()
    await world.settled(2, 'delivered')
  })

  test('a stop waits for what is on the wire and leaves the rest queued', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.slow(100))
    world.webhooks.start()
    world.decided(...Array.from({ length: 40 }, () => world.request()))
    await world.receiver.arrived(16)
    await world.webhooks.stop()
    const states = world.deliveries().map((row) => row.state)
    expect(states.filter((state) => state === 'delivered')).toHaveLength(16)
    expect(states.filter((state) => state === 'queued')).toHaveLength(24)
    expect(world.receiver.hits).toHaveLength(16)
  })

  test('a stop gives up on a receiver that hangs after three seconds and counts no attempt', async () => {
    const world = await webhookWorld()
    world.receiver.answerWith(answers.hang)
    world.webhooks.start()
    world.decided(world.request())
    await world.receiver.arrived(1)
    const began = performance.now()
    await world.webhooks.stop()
    expect(performance.now() - began).toBeLessThan(4000)
    expect(world.deliveries()).toMatchObject([{ state: 'queued', attempts: 0 }])
    expect(world.attempts()).toEqual([])
  })
})
