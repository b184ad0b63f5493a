import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { day } from '../../main/core/time.ts'
import { addAccount, createTestCore, testPassword } from '../support/core.ts'
import { testClock } from '../support/ports.ts'

const ana = { email: 'ana@example.com', password: testPassword }

describe('registration', () => {
  it('creates the user with a tidy e-mail address and no token', async () => {
    const { call } = await createTestCore()
    const answer = await call('POST', '/auth/register', { ...ana, email: '  ANA@Example.com ', name: '  ' })
    expect(answer).toMatchObject({ status: 201, body: { id: expect.any(String), email: 'ana@example.com' } })
    expect(Object.keys(answer.body as object)).toEqual(['id', 'email'])
  })

  it.each([
    [{}, 'email and password required'],
    [{ email: 'a@b.c' }, 'email and password required'],
    [{ email: ' ', password: testPassword }, 'email and password required'],
    [{ email: 'a b@c.d', password: testPassword }, 'email must look like name@example.com'],
    [{ email: 'nonsense', password: testPassword }, 'email must look like name@example.com'],
    [{ email: 'a@b.c', password: 'Aa1' }, 'Password must be at least 12 characters long'],
    [{ email: 'a@b.c', password: `Aa1${'x'.repeat(30)}` }, 'Password must be at most 32 characters long'],
    [{ email: 'a@b.c', password: 'ABCDEFGHIJ12' }, 'Password must contain a lower-case letter'],
    [{ email: 'a@b.c', password: 'abcdefghij12' }, 'Password must contain an upper-case letter'],
    [{ email: 'a@b.c', password: 'abcdefghijKL' }, 'Password must contain a digit'],
  ])('refuses %j with “%s”', async (body, error) => {
    const { call } = await createTestCore()
    expect(await call('POST', '/auth/register', body)).toMatchObject({ status: 400, body: { error } })
  })

  it('refuses an address twice, also when both arrive at once', async () => {
    const { call } = await createTestCore()
    const answers = await Promise.all([call('POST', '/auth/register', ana), call('POST', '/auth/register', ana)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ error: 'Email already exists' })
  })

  it('is limited to three an hour per caller, signing in to five in 15 minutes', async () => {
    const { call } = await createTestCore()
    for (let i = 0; i < 3; i += 1) await call('POST', '/auth/register', { ...ana, email: `a${i}@b.c` })
    expect(await call('POST', '/auth/register', ana)).toMatchObject({
      status: 429,
      body: { error: 'Too many requests, please try again later' },
    })
    for (let i = 0; i < 5; i += 1) expect((await call('POST', '/auth/login', ana)).status).toBe(401)
    expect((await call('POST', '/auth/login', ana)).status).toBe(429)
    expect((await call('POST', '/auth/login', ana, undefined, 'elsewhere')).status).toBe(401)
  })

  it('tells whether an owner exists', async () => {
    const { call } = await createTestCore()
    expect((await call('GET', '/setup')).body).toEqual({ has_owner: false })
    await call('POST', '/auth/register', ana)
    expect((await call('GET', '/setup')).body).toEqual({ has_owner: true })
  })
})

describe('signing in', () => {
  it('gives a token that opens the API, with and without /api', async () => {
    const { call } = await createTestCore()
    await call('POST', '/auth/register', { ...ana, name: 'Ana' })
    const { body } = await call<{ token: string }>('POST', '/auth/login', { ...ana, email: 'Ana@Example.com' })
    expect(body).toMatchObject({ user: { email: 'ana@example.com', name: 'Ana' } })
    const me = { email: 'ana@example.com', name: 'Ana', operation_mode: null, totp_enabled: false }
    expect((await call('GET', '/me', undefined, body.token)).body).toMatchObject(me)
    expect((await call('GET', '/api/me', undefined, body.token)).body).toMatchObject(me)
  })

  it('answers wrong password and unknown user alike', async () => {
    const { call } = await createTestCore()
    await call('POST', '/auth/register', ana)
    const wrong = await call('POST', '/auth/login', { ...ana, password: 'Wrong-Horse-42' })
    const unknown = await call('POST', '/auth/login', { ...ana, email: 'eva@example.com' })
    expect(wrong).toMatchObject({ status: 401, body: { error: 'Invalid credentials' } })
    expect(unknown.body).toEqual(wrong.body)
  })

  it.each([
    [undefined, 'Unauthorized'],
    ['nonsense', 'Invalid token'],
    ['eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.', 'Invalid token'],
  ])('refuses the token %s', async (token, error) => {
    const { call } = await createTestCore()
    expect(await call('GET', '/me', undefined, token)).toMatchObject({ status: 401, body: { error } })
  })

  it('ends a token after seven days and at sign-out', async () => {
    const clock = testClock()
    const { signUp } = await createTestCore({ ports: { now: clock.now } })
    const old = await signUp()
    clock.advance(7 * day - 1000)
    expect((await old.get('/me')).status).toBe(200)
    clock.advance(1000)
    expect((await old.get('/me')).status).toBe(401)
    const other = await signUp()
    expect((await other.post('/auth/logout')).status).toBe(204)
    expect((await other.get('/me')).status).toBe(401)
  })

  it('keeps tokens valid over a restart and refuses those of another installation', async () => {
    const first = await createTestCore()
    const caller = await first.signUp()
    await first.core.stop()
    const again = await createTestCore({ dataDir: first.dataDir })
    expect((await again.call('GET', '/me', undefined, caller.token)).status).toBe(200)
    const other = await createTestCore()
    expect((await other.call('GET', '/me', undefined, caller.token)).status).toBe(401)
  })
})

describe('operation mode', () => {
  it.each([{}, { mode: 'both' }, { mode: null }])('refuses %j', async (body) => {
    const { signUp } = await createTestCore()
    const caller = await signUp({ mode: null })
    expect(await caller.put('/me/operation-mode', body)).toMatchObject({
      status: 400,
      body: { error: 'mode must be reconcile or passthrough' },
    })
  })

  it('changes nothing when the present mode is chosen; a switch archives and then wipes every account', async () => {
    const { signUp, dataDir } = await createTestCore()
    const caller = await signUp()
    const accountId = await addAccount(caller)
    const movement = {
      external_id: 'm1',
      amount: '10.00',
      currency: 'UYU',
      sender_name: 'Ana',
      received_at: '2026-05-12T10:00:00Z',
    }
    await caller.post(`/accounts/${accountId}/movements`, { movements: [movement] })

    expect(await caller.put('/me/operation-mode', { mode: 'reconcile' })).toMatchObject({ status: 200 })
    expect((await caller.get(`/accounts/${accountId}/movements`)).body).toHaveLength(1)

    expect((await caller.put('/me/operation-mode', { mode: 'passthrough' })).body).toEqual({
      operation_mode: 'passthrough',
    })
    expect((await caller.get(`/accounts/${accountId}/movements`)).body).toEqual([])
    expect((await caller.get(`/accounts/${accountId}/config`)).body).toMatchObject({ account_id: accountId })
    const [archive] = readdirSync(join(dataDir, 'archive'))
    const copy = new SqliteDatabase(join(dataDir, 'archive', archive ?? ''), { readonly: true })
    expect(copy.prepare('select external_id from movements').pluck().all()).toEqual(['m1'])
    copy.close()
  })
})
