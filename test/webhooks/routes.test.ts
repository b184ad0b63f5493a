import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Account, Accounts } from '../../main/core/accounts/types.ts'
import { missing } from '../../main/core/errors.ts'
import { api } from '../../main/core/http/api.ts'
import { answerError } from '../../main/core/http/errors.ts'
import { webhookRoutes } from '../../main/core/webhooks/routes.ts'
import { recordingLog } from '../support/ports.ts'
import { answers } from '../support/receiver.ts'
import { until, type WebhookWorld, webhookWorld } from './support.ts'

/** The routes of this feature behind a door that says who calls. */
function door(world: WebhookWorld) {
  const accounts = {
    ...world.accounts,
    owned(userId: string, id: string): Account {
      const account = world.accounts.find(id)
      if (account?.userId !== userId) throw missing('account.missing', 'Account not found')
      return account
    },
  } as unknown as Accounts
  const app = api()
  app.onError((error, c) => answerError(error, c, recordingLog().log))
  app.use(async (c, next) => {
    c.set('user', { id: c.req.header('x-user') ?? '', email: '', role: 'user', jti: '', tokenExpiresAt: 0 })
    await next()
  })
  app.route('/', webhookRoutes({ webhooks: world.webhooks, accounts }))
  return async (method: string, path: string, body?: unknown, userId = world.userId) => {
    const response = await app.request(path, {
      method,
      headers: { 'x-user': userId, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    })
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
    const answer: any = response.headers.get('content-type')?.includes('json')
      ? await response.json()
      : await response.text()
    return { status: response.status, body: answer, total: response.headers.get('x-total-count') }
  }
}

const stranger = randomUUID()

async function deadDelivery(world: WebhookWorld, ...requests: Parameters<WebhookWorld['decided']>) {
  world.receiver.answerWith(answers.status(500))
  world.webhooks.start()
  world.decided(...requests)
  await world.settled(requests.length, 'waiting')
  world.db.exec("update deliveries set attempts = 11 where state = 'waiting'")
  world.webhooks.retryNow(world.account.id)
  await world.settled(requests.length, 'dead')
}

describe('GET /deliveries', () => {
  test('newest first, with the total of the filtered list', async () => {
    const world = await webhookWorld()
    const call = door(world)
    const [first, second, third] = [world.request(), world.request({ senderName: 'Juan Pérez 100%' }), world.request()]
    world.decided(first)
    world.clock.advance(60_000)
    world.decided(second, third)

    const all = await call('GET', '/deliveries?limit=2')
    expect(all).toMatchObject({ status: 200, total: '3' })
    expect(all.body.map((row: { subject_id: string }) => row.subject_id)).toEqual([third.id, second.id])
    expect(all.body[0]).toEqual({
      id: world.deliveries()[2]?.id,
      account_id: world.account.id,
      account_name: 'Main',
      subject_type: 'conciliation_request',
      subject_id: third.id,
      event: 'matched',
      state: 'queued',
      payload: { external_id: third.externalId, status: 'matched', amount: 250.5, currency: 'USD', name: 'Ana Ruiz' },
      attempts: 0,
      due_at: '2026-05-12T10:01:00.000Z',
      last_status: null,
      last_error: null,
      created_at: '2026-05-12T10:01:00.000Z',
      finished_at: null,
    })
    const subjects = async (query: string) =>
      (await call('GET', `/deliveries?${query}`)).body.map((row: { subject_id: string }) => row.subject_id)
    expect(await subjects('limit=1&offset=2')).toEqual([first.id])
    expect(await subjects(`subject_id=${second.id}`)).toEqual([second.id])
    expect(await subjects(`account_id=${randomUUID()}`)).toEqual([])
    expect(await subjects('state=delivered')).toEqual([])
    expect(await subjects(`q=${encodeURIComponent('PÉREZ 100%')}`)).toEqual([second.id])
    expect(await subjects('q=%25')).toEqual([second.id])
    expect(await subjects('q=nobody')).toEqual([])
    expect(await subjects('to=2026-05-12T10:00:30Z')).toEqual([first.id])
    expect(await subjects('from=2026-05-12T10:00:30Z')).toEqual([third.id, second.id])
  })

  test.each(['limit=0', 'limit=501', 'offset=-1', 'state=lost', 'from=yesterday'])('%s is a 400', async (query) => {
    const call = door(await webhookWorld())
    expect(await call('GET', `/deliveries?${query}`)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    })
  })

  test('can be exported as a whole, with the same filter', async () => {
    const world = await webhookWorld()
    const call = door(world)
    world.decided(...Array.from({ length: 1200 }, () => world.request()))
    const { body } = await call('GET', '/deliveries?format=csv&limit=1')
    const [head, ...rows] = body.trim().split('\r\n')
    expect(head).toContain('id,account_name,subject_type')
    expect(new Set(rows).size).toBe(1200)
    expect((await call('GET', '/deliveries?format=csv&state=dead')).body.trim().split('\r\n')).toHaveLength(1)
  })

  test("shows nobody else's", async () => {
    const world = await webhookWorld()
    world.decided(world.request())
    expect(await door(world)('GET', '/deliveries', undefined, stranger)).toMatchObject({ body: [], total: '0' })
  })
})

test('GET /deliveries/:id/attempts shows every try with its answer', async () => {
  const world = await webhookWorld()
  const call = door(world)
  world.receiver.answerWith(answers.text(500, 'out of order'))
  world.webhooks.start()
  world.decided(world.request())
  await world.settled(1, 'waiting')
  world.receiver.answerWith(answers.ok)
  await world.nextSleep()
  await world.settled(1, 'delivered')
  const id = world.deliveries()[0]?.id
  expect(await call('GET', `/deliveries/${id}/attempts`)).toMatchObject({
    status: 200,
    body: [
      { attempt: 1, response_status: 500, response_body: 'out of order', error_message: 'The receiver answered 500' },
      { attempt: 2, response_status: 200, response_body: { ok: true }, error_message: null, url: world.receiver.url() },
    ],
  })
  expect(await call('GET', `/deliveries/${id}/attempts`, undefined, stranger)).toMatchObject({
    status: 404,
    body: { error: 'Delivery not found' },
  })
  expect(await call('GET', `/deliveries/${randomUUID()}/attempts`)).toMatchObject({ status: 404 })
})

describe('POST /deliveries/:id/resend', () => {
  test('sends it again', async () => {
    const world = await webhookWorld()
    const call = door(world)
    world.webhooks.start()
    world.decided(world.request())
    await world.settled(1, 'delivered')
    const id = world.deliveries()[0]?.id
    expect(await call('POST', `/deliveries/${id}/resend`)).toMatchObject({ status: 202, body: { queued: true } })
    await world.settled(2, 'delivered')
    expect(world.receiver.hits[1]?.body).toBe(world.receiver.hits[0]?.body)
  })

  test('refuses what is no longer so, and what is not the caller’s', async () => {
    const world = await webhookWorld()
    const call = door(world)
    const request = world.request({ status: 'ambiguous' })
    world.decided(request)
    const [first] = world.deliveries()
    world.decided(world.setStatus(request, 'matched'))
    expect(await call('POST', `/deliveries/${first?.id}/resend`)).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/newer delivery/) },
    })
    const second = world.deliveries()[1]
    world.setStatus(request, 'not_found')
    expect(await call('POST', `/deliveries/${second?.id}/resend`)).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/no longer matched/) },
    })
    expect(await call('POST', `/deliveries/${second?.id}/resend`, undefined, stranger)).toMatchObject({ status: 404 })
  })
})

describe('dead letters', () => {
  test('are listed with the published keys and all sent again by one call', async () => {
    const world = await webhookWorld()
    const call = door(world)
    const [kept, undone] = [world.request(), world.request()]
    await deadDelivery(world, kept, undone)
    const listed = await call('GET', `/accounts/${world.account.id}/movements/dead-letters`)
    expect(listed).toMatchObject({ status: 200 })
    expect(listed.body).toHaveLength(2)
    expect(listed.body.find((row: { subjectId: string }) => row.subjectId === kept.id)).toEqual({
      id: expect.any(String),
      accountId: world.account.id,
      subjectType: 'conciliation_request',
      subjectId: kept.id,
      url: world.receiver.url(),
      lastStatus: 500,
      lastError: 'The receiver answered 500',
      attempts: 12,
      failedAt: '2026-05-12T10:00:00.000Z',
      resolvedAt: null,
    })
    expect(
      await call('GET', `/accounts/${world.account.id}/movements/dead-letters`, undefined, stranger),
    ).toMatchObject({ status: 404, body: { error: 'Account not found' } })

    world.setStatus(undone, 'not_found')
    world.receiver.answerWith(answers.ok)
    expect(await call('POST', '/deliveries/resend-dead', { account_id: world.account.id }, stranger)).toMatchObject({
      status: 404,
    })
    expect(await call('POST', '/deliveries/resend-dead', {}, stranger)).toMatchObject({ body: { queued: 0 } })
    expect(await call('POST', '/deliveries/resend-dead')).toMatchObject({ status: 202, body: { queued: 1 } })
    await world.settled(1, 'delivered')
    const left = await call('GET', `/accounts/${world.account.id}/movements/dead-letters`)
    expect(left.body.map((row: { subjectId: string }) => row.subjectId)).toEqual([undone.id])
  })
})

describe('POST /accounts/:id/webhook/test', () => {
  test('sends an example of the mode and shows the answer, without the token, storing nothing', async () => {
    const world = await webhookWorld()
    const call = door(world)
    world.account.authorization = 'Bearer s3cret-token'
    world.account.extra = { tenant: 'acme' }
    world.receiver.answerWith(answers.text(418, 'you said Bearer s3cret-token'))
    const answered = await call('POST', `/accounts/${world.account.id}/webhook/test`)
    expect(answered).toMatchObject({
      status: 200,
      body: { status: 418, body: 'you said Bearer ••••', error: 'The receiver answered 418' },
    })
    expect(world.receiver.hits[0]?.json).toEqual({
      external_id: 'TEST-1',
      status: 'matched',
      amount: 250.5,
      currency: 'USD',
      name: 'Ana Ruiz',
      tenant: 'acme',
    })
    world.account.mode = 'passthrough'
    await call('POST', `/accounts/${world.account.id}/webhook/test`)
    expect(Object.keys(world.receiver.hits[1]?.json)).toEqual([
      'id',
      'amount',
      'currency',
      'name',
      'received_at',
      'tenant',
    ])
    expect(world.deliveries()).toEqual([])
    expect(world.attempts()).toEqual([])
    await until(() => world.lines.some((line) => line.event === 'test_sent'), 'the log line')
    expect(JSON.stringify(world.lines)).not.toContain('s3cret-token')
  })

  test('says so when nothing answers, when there are no settings, when it is not the caller’s', async () => {
    const world = await webhookWorld()
    const call = door(world)
    const path = `/accounts/${world.account.id}/webhook/test`
    world.account.url = 'http://127.0.0.1:9/'
    expect(await call('POST', path)).toMatchObject({
      status: 200,
      body: { status: null, body: null, error: expect.stringContaining('refused the connection') },
    })
    world.account.hasSettings = false
    expect(await call('POST', path)).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/webhook address/) },
    })
    expect(await call('POST', path, undefined, stranger)).toMatchObject({ status: 404 })
  })
})
