import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { CoreEvent } from '../../main/core/events.ts'
import { createPages } from '../../main/node/pages.ts'
import { createRealtime } from '../../main/node/realtime.ts'
import { listenOnLoopback } from '../../main/node/server.ts'
import { addAccount, createTestCore } from '../support/core.ts'
import { testClock } from '../support/ports.ts'

async function setUp() {
  const clock = testClock(Date.now())
  const test = await createTestCore({ ports: { now: clock.now } })
  const pages = createPages(join(test.dataDir, 'no-pages'))
  const realtime = createRealtime(test.core)
  const server = await listenOnLoopback({ api: test.core.api, pages, port: 0, realtime })
  onTestFinished(() => server.close(100))
  const address = `${server.url.replace('http', 'ws')}/realtime`
  const connect = (ticket: string, headers: Record<string, string> = {}) => {
    const client = new WebSocket(address, ['realtime.v1', ticket], { headers })
    onTestFinished(() => client.terminate())
    return client
  }
  const ticketOf = async (caller: { post: (path: string) => Promise<{ body: unknown }> }) =>
    (await caller.post('/realtime/ticket')).body as { ticket: string; ttl_seconds: number }
  return { ...test, clock, connect, ticketOf, server }
}

const refusal = async (client: WebSocket) => {
  const [, response] = (await once(client, 'unexpected-response')) as [unknown, { statusCode: number }]
  client.on('error', () => undefined)
  return response.statusCode
}

describe('realtime', () => {
  it('sends a user the events of own accounts in the published shape', async () => {
    const { signUp, connect, ticketOf } = await setUp()
    const caller = await signUp()
    const stranger = await signUp()
    const { ticket, ttl_seconds } = await ticketOf(caller)
    expect(ttl_seconds).toBe(30)
    const client = connect(ticket)
    await once(client, 'open')
    expect(client.protocol).toBe('realtime.v1')
    const seen: CoreEvent[] = []
    client.on('message', (data) => seen.push(JSON.parse(String(data))))
    await addAccount(stranger)
    const accountId = await addAccount(caller)
    await expect.poll(() => seen.length).toBeGreaterThan(0)
    expect(seen[0]).toEqual({
      type: 'account.updated',
      userId: expect.any(String),
      accountId,
      data: {},
      occurredAt: expect.stringMatching(/Z$/),
    })
    expect(seen.every((event) => event.accountId === accountId)).toBe(true)
  })

  it('refuses a bad, an expired and an access token as ticket with 401', async () => {
    const { signUp, connect, ticketOf, clock } = await setUp()
    const caller = await signUp()
    expect(await refusal(connect('nonsense'))).toBe(401)
    expect(await refusal(connect(caller.token))).toBe(401)
    const { ticket } = await ticketOf(caller)
    clock.advance(30_000)
    expect(await refusal(connect(ticket))).toBe(401)
  })

  it('does not open the API with a ticket', async () => {
    const { signUp, ticketOf, call } = await setUp()
    const { ticket } = await ticketOf(await signUp())
    expect((await call('GET', '/me', undefined, ticket)).status).toBe(401)
  })

  it('refuses a page of another origin with 403 and takes its own', async () => {
    const { signUp, connect, ticketOf, server } = await setUp()
    const { ticket } = await ticketOf(await signUp())
    expect(await refusal(connect(ticket, { origin: 'https://evil.example' }))).toBe(403)
    await once(connect(ticket, { origin: server.url }), 'open')
  })

  it('closes a client that speaks with 1003', async () => {
    const { signUp, connect, ticketOf } = await setUp()
    const client = connect((await ticketOf(await signUp())).ticket)
    await once(client, 'open')
    client.send('hello')
    expect((await once(client, 'close'))[0]).toBe(1003)
  })
})
