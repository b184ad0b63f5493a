import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { serve } from '@hono/node-server'
import { expect, it, onTestFinished } from 'vitest'
import type { Core } from '../../main/core/core.ts'
import { practiceUser } from '../../main/demo/bank/practice-bank.ts'
import { type Caller, settingsBody } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { createPracticeCore, endedRun } from '../support/practice-core.ts'

interface Pending {
  readonly id: string
  readonly type: string
  readonly descriptor: Record<string, unknown>
  readonly attempts: number
}
const otp = async (user: Caller, accountId: string) =>
  (await user.get<Pending | null>(`/accounts/${accountId}/otp`)).body
const waiting = (user: Caller, accountId: string) =>
  expect.poll(() => otp(user, accountId), { timeout: 20_000, interval: 50 }).not.toBeNull()

it('shows the request for a code, survives asking again, takes the code and reads on', async () => {
  const { bank, user, accountId } = await createPracticeCore({
    bank: { behaviour: { secondFactor: 'code' } },
    settings: { login_mode: 'assisted' },
  })
  await user.post(`/accounts/${accountId}/scrape`)
  await waiting(user, accountId)
  const first = await otp(user, accountId)
  expect(first).toMatchObject({
    type: 'otp',
    descriptor: { length: 6, type: 'numeric', purpose: 'login' },
    attempts: 1,
  })
  expect(await otp(user, accountId)).toEqual(first)

  const wrong = bank.codes(practiceUser.user).at(-1)?.code === '000000' ? '111111' : '000000'
  expect(await user.post(`/accounts/${accountId}/otp`, { code: wrong })).toMatchObject({
    status: 202,
    body: { submitted: true },
  })
  await expect.poll(async () => (await otp(user, accountId))?.attempts, { timeout: 10_000 }).toBe(2)
  expect((await otp(user, accountId))?.id).toBe(first?.id)
  await user.post(`/accounts/${accountId}/otp`, { code: bank.codes(practiceUser.user).at(-1)?.code })
  expect(await endedRun(user, accountId)).toMatchObject({ status: 'success', failure_type: null })
  expect(await otp(user, accountId)).toBeNull()
})

it('refuses the sixth code in ten minutes over both entry points together', async () => {
  const { user, accountId, core } = await createPracticeCore()
  const { key } = (await user.post<{ key: string }>('/me/api-keys', { name: 'relay', scopes: ['otp:write'] })).body
  const inside = () => user.post(`/accounts/${accountId}/otp`, { code: '1' })
  const outside = () => askOutside(core, `/v1/accounts/${accountId}/otp`, { 'x-api-key': key }, '{"code":"1"}')
  const noOne = 'No pending assistance request for this account'
  expect(await inside()).toMatchObject({ status: 404, body: { error: noOne } })
  expect(await outside()).toEqual({ status: 404, body: { error: { code: 'NOT_FOUND', message: noOne } } })
  for (const attempt of [outside, inside, outside]) expect((await attempt()).status).toBe(404)
  expect(await inside()).toMatchObject({ status: 429, body: { error: 'Too many requests, please try again later' } })
  expect(await outside()).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } })
})

async function askOutside(core: Core, path: string, headers: Record<string, string>, body?: string) {
  const request = new Request(`http://core.test${path}`, {
    method: path.endsWith('otp') ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...headers },
    body: body ?? null,
  })
  const response = await core.api.fetch(request, { clientAddress: 'outside' })
  return { status: response.status, body: (await response.json()) as unknown }
}

it('lets a key do what it was made for and nothing else', async () => {
  const { user, accountId, core } = await createPracticeCore()
  const ask = (path: string, key: string | null, body?: string) =>
    askOutside(
      core,
      path,
      key === null ? {} : key.startsWith('Bearer') ? { authorization: key } : { 'x-api-key': key },
      body,
    )
  const make = async (input: object) =>
    (await user.post<{ key: string; id: string }>('/me/api-keys', { name: 'k', ...input })).body
  const other = (await user.post<{ id: string }>('/accounts', { bankId: await bankOf(user, accountId), name: 'B' }))
    .body.id
  const reader = await make({ scopes: ['status:read'], account_ids: [accountId] })
  const everything = await make({ scopes: ['status:read', 'otp:write'] })
  const code = JSON.stringify({ code: '123456' })
  const nobody = '00000000-0000-4000-8000-000000000000'

  expect(await ask(`/v1/accounts/${accountId}/status`, reader.key)).toEqual({
    status: 200,
    body: { account_id: accountId, session_running: false, pending_assistance: null },
  })
  const cases: [string, string | null, string | undefined, number, string][] = [
    [`${accountId}/status`, null, undefined, 401, 'UNAUTHORIZED'],
    [`${accountId}/status`, `Bearer ${user.token}`, undefined, 401, 'UNAUTHORIZED'],
    [`${accountId}/status`, 'rbk_00000000_00', undefined, 401, 'INVALID_API_KEY'],
    [`${other}/status`, reader.key, undefined, 403, 'FORBIDDEN'],
    [`${accountId}/otp`, reader.key, code, 403, 'FORBIDDEN'],
    [`${accountId}/otp`, reader.key, '{', 403, 'FORBIDDEN'],
    [`${nobody}/status`, everything.key, undefined, 404, 'NOT_FOUND'],
    ['not-an-id/status', everything.key, undefined, 400, 'VALIDATION_ERROR'],
    [`${accountId}/otp`, everything.key, '{"code":""}', 400, 'VALIDATION_ERROR'],
    [`${accountId}/otp`, everything.key, '{', 400, 'VALIDATION_ERROR'],
    [`${accountId}/otp`, everything.key, code, 404, 'NOT_FOUND'],
    [`${accountId}/otp`, everything.key, JSON.stringify({ code: '1'.repeat(200_000) }), 400, 'VALIDATION_ERROR'],
    [`${accountId}/else`, everything.key, undefined, 404, 'NOT_FOUND'],
  ]
  for (const [path, key, body, status, name] of cases)
    expect([path, await ask(`/v1/accounts/${path}`, key, body)]).toMatchObject([
      path,
      { status, body: { error: { code: name } } },
    ])
  await user.delete(`/me/api-keys/${everything.id}`)
  expect(await ask(`/v1/accounts/${accountId}/status`, everything.key)).toMatchObject({ status: 401 })
  expect((await ask(`/accounts/${accountId}/runs`, reader.key)).status).toBe(401)
})

const bankOf = async (user: Caller, accountId: string) => {
  const { bank } = (await user.get<{ bank: string }>(`/accounts/${accountId}`)).body
  return (await user.get<{ id: string; code: string }[]>('/banks')).body.find((each) => each.code === bank)?.id
}

it('tells an outside process that a login waits, takes the code from it and reads on', async () => {
  const { bank, user, accountId, core } = await createPracticeCore({
    bank: {
      behaviour: { secondFactor: 'code' },
      day: [{ account: '001-2045871', amountMinor: 100, at: Date.now(), party: 'Ana' }],
    },
    settings: { login_mode: 'assisted' },
  })
  const server = serve({ fetch: (request) => core.api.fetch(request, { clientAddress: 'relay' }), port: 0 })
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const { key } = (await user.post<{ key: string }>('/me/api-keys', { name: 'relay', scopes: ['otp:write'] })).body
  const relay = spawn(process.execPath, [join(projectRoot, 'test/sessions/relay.ts'), base, key, bank.controlUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void relay.kill())
  const said: string[] = []
  createInterface({ input: relay.stdout }).on('line', (line) => said.push(line))
  await expect.poll(() => said.length, { timeout: 10_000 }).toBe(1)
  const saved = await user.put(
    `/accounts/${accountId}/config`,
    settingsBody({
      login_mode: 'assisted',
      notification_endpoint_url: said[0],
      notification_events: ['assistance_required'],
    }),
  )
  expect(saved.status).toBe(200)
  await user.post(`/accounts/${accountId}/scrape`)
  expect(await endedRun(user, accountId)).toMatchObject({ status: 'success', transactions_found: 1 })
  expect(said.slice(1)).toEqual(['202 {"submitted":true}'])
})

it('asks a person for what only a person can do, and goes on when it is done', async () => {
  const { bank, user, accountId } = await createPracticeCore({
    bank: { behaviour: { secondFactor: 'push' } },
    settings: { login_mode: 'assisted' },
  })
  await user.post(`/accounts/${accountId}/scrape`)
  await waiting(user, accountId)
  expect(await otp(user, accountId)).toMatchObject({ type: 'page' })
  expect((await user.post(`/accounts/${accountId}/otp`, { code: '1' })).status).toBe(404)
  bank.approve(practiceUser.user)
  expect(await endedRun(user, accountId)).toMatchObject({ status: 'success' })
  expect(await otp(user, accountId)).toBeNull()
})
