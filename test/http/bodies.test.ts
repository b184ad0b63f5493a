import { expect, test } from 'vitest'
import { addAccount, createTestCore, settingsBody } from '../support/core.ts'

interface Refused {
  readonly error: string
  readonly details?: { readonly issues: readonly { readonly path: string; readonly message: string }[] }
}
const named = (path: string) => ({
  status: 400,
  body: { error: `${path}: is not a known field`, details: { issues: [{ path, message: 'is not a known field' }] } },
})

test('a mistyped field is named, not dropped, and nothing is done', async () => {
  const core = await createTestCore()
  const user = await core.signUp()
  const account = await addAccount(user, { retry_limit: 5 })

  const settings = settingsBody({ notify_on_expird: true })
  expect(await user.put(`/accounts/${account}/config`, settings)).toMatchObject(named('notify_on_expird'))
  expect(await user.get(`/accounts/${account}/config`)).toMatchObject({ body: { retry_limit: 5 } })

  const row = { external_id: 'T1', amount: '5.00', currency: 'EUR', received_at: '2026-05-12' }
  const movements = `/accounts/${account}/movements`
  expect(await user.post(movements, { movements: [row, { ...row, sendername: 'Ana' }] })).toMatchObject(
    named('movements.1.sendername'),
  )
  expect((await user.get<unknown[]>(movements)).body).toEqual([])

  const both = await user.post<Refused>('/me/api-keys', { name: 'k', scopes: ['otp:write'], accounts: [], colour: 1 })
  expect(both.body.details?.issues.map(({ path }) => path)).toEqual(['accounts', 'colour'])
  // Where nothing may be left out nothing can be lost: clients sign in with what they registered with.
  const ana = { email: 'ana@example.com', password: 'Correct-Horse-42', name: 'Ana', locale: 'es' }
  expect(await core.call('POST', '/auth/register', ana)).toMatchObject({ status: 201 })
  expect(await core.call('POST', '/auth/login', ana)).toMatchObject({ status: 200, body: { user: { name: 'Ana' } } })
  // What is missing is said in the words of the specification, whatever else is there.
  expect(await user.post('/accounts', { bank: 'x', name: 'Main' })).toMatchObject({
    status: 400,
    body: { error: 'bankId and name are required' },
  })
})

test('settings that were read can be changed and sent back as a whole', async () => {
  const core = await createTestCore()
  const user = await core.signUp()
  const account = await addAccount(user, { auth_token: 'secret', webhook_extra_fields: { tenant: 'acme' } })
  const read = await user.get<object>(`/accounts/${account}/config`)
  const saved = await user.put(`/accounts/${account}/config`, { ...read.body, retry_limit: 9 })
  expect(saved).toMatchObject({ status: 200, body: { ...read.body, retry_limit: 9 } })
})

test('a body of another kind is an invalid body, and the answer says which kind is wanted', async () => {
  const core = await createTestCore()
  const user = await core.signUp()
  const send = (path: string, type: string | null, authorization = `Bearer ${user.token}`) =>
    core.core.api.fetch(
      new Request(`http://core.test${path}`, {
        method: 'POST',
        headers: { authorization, ...(type === null ? {} : { 'content-type': type }) },
        body: new TextEncoder().encode('{"code":"123456"}'),
      }),
      { clientAddress: 'test' },
    )
  const wanted = 'Send the body as JSON, with Content-Type: application/json'
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', null])
    for (const path of ['/accounts', '/deliveries/resend-dead']) {
      const answer = await send(path, type)
      expect(answer.status, `${path} ${type}`).toBe(400)
      expect(await answer.json()).toMatchObject({ error: wanted, code: 'body.invalid' })
    }
  const { body: key } = await user.post<{ key: string }>('/me/api-keys', { name: 'k', scopes: ['otp:write'] })
  const account = await addAccount(user)
  const external = await send(`/v1/accounts/${account}/otp`, 'text/plain', `api-key ${key.key}`)
  expect(external.status).toBe(400)
  expect(await external.json()).toEqual({ error: { code: 'VALIDATION_ERROR', message: wanted } })
})

test('the name of an authentication scheme is read without regard to case', async () => {
  const core = await createTestCore()
  const user = await core.signUp()
  const ask = async (authorization: string) =>
    (await core.core.api.fetch(new Request('http://core.test/me', { headers: { authorization } }))).status
  expect(await ask(`bearer ${user.token}`)).toBe(200)
  expect(await ask(`BEARER  ${user.token}`)).toBe(200)
  for (const other of [user.token, `Bearer`, `Bearer${user.token}`, `Basic ${user.token}`])
    expect(await ask(other)).toBe(401)
})
