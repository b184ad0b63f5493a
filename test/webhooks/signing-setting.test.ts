import { createHmac } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { addAccount, createTestCore } from '../support/core.ts'
import { startReceiver } from '../support/receiver.ts'

const secret = 'Signs-Every-Webhook-1'

it('a stored secret signs webhooks, also after the next start, and is shown to nobody', async () => {
  const receiver = await startReceiver()
  onTestFinished(receiver.close)
  const first = await createTestCore()
  const user = await first.signUp({ mode: 'passthrough', email: 'owner@example.com' })
  const id = await addAccount(user, { webhook_url: receiver.url('/hook') })
  const state = '/settings/webhook-signing'
  expect((await user.get(state)).body).toEqual({ enabled: false })
  for (const bad of ['short', '', 7]) expect((await user.put(state, { secret: bad })).status).toBe(400)
  expect(await user.put(state, { secret })).toMatchObject({ status: 200, body: { enabled: true } })
  expect(JSON.stringify((await user.get('/settings')).body)).not.toContain(secret)
  expect((await first.call('GET', state)).status).toBe(401)

  const arrive = (external_id: string, as = user) =>
    as.post(`/accounts/${id}/movements`, {
      movements: [
        { external_id, amount: 10, currency: 'USD', sender_name: 'Ana', received_at: new Date().toISOString() },
      ],
    })
  const hit = async (count: number) => {
    await expect.poll(() => receiver.hits.length, { timeout: 10_000 }).toBe(count)
    const { headers, body } = receiver.hits[count - 1] ?? expect.fail('no webhook')
    const signed = `${headers['x-webhook-timestamp']}.${body}`
    const right = `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`
    return headers['x-signature-256'] === undefined ? 'none' : headers['x-signature-256'] === right ? 'right' : 'wrong'
  }
  await arrive('T1')
  expect(await hit(1)).toBe('right')
  await first.core.stop()

  const second = await createTestCore({ dataDir: first.dataDir })
  const { body } = await second.call<{ token: string }>('POST', '/auth/login', {
    email: 'owner@example.com',
    password: 'Correct-Horse-42',
  })
  const send = (method: string, path: string, sent?: unknown) => second.call(method, path, sent, body.token)
  const again = (external_id: string) =>
    arrive(external_id, { ...user, post: (path, sent) => send('POST', path, sent) as never })
  await again('T2')
  expect(await hit(2)).toBe('right')
  expect(await send('PUT', state, { secret: null })).toMatchObject({ body: { enabled: false } })
  await again('T3')
  expect(await hit(3)).toBe('none')
})
