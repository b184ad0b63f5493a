import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { newBackupCodes, normalBackupCode } from '../../main/core/users/backup-codes.ts'
import { acceptedStep, newTotpSecret, totpCode, totpUri } from '../../main/core/users/totp.ts'
import { createTestCore, testPassword } from '../support/core.ts'
import { testClock } from '../support/ports.ts'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const stepMs = 30_000

describe('codes of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238: at %d s %s', (at, code) => {
    expect(totpCode(secret, Math.floor(at / 30))).toBe(code)
  })

  it('hold in their step and 5 s after it, never before it, and never again', () => {
    const step = 1000
    const code = totpCode(secret, step)
    const at = (seconds: number, last: number | null = null) =>
      acceptedStep(secret, code, step * stepMs + seconds * 1000, last)
    expect([at(-1), at(0), at(29), at(34), at(36)]).toEqual([null, step, step, step, null])
    expect(at(10, step)).toBeNull()
    expect(at(10, step - 1)).toBe(step)
    for (const nonsense of ['', '12345', '1234567', 'abcdef', `${code} `])
      expect(acceptedStep(secret, nonsense, step * stepMs, null)).toBeNull()
  })

  it('come from 160 random bits, told to the authenticator by an address', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSecret()).not.toBe(newTotpSecret())
    expect(totpUri(secret, 'ana@example.com')).toBe(
      `otpauth://totp/ReconBanker:ana%40example.com?secret=${secret}&issuer=ReconBanker&algorithm=SHA1&digits=6&period=30`,
    )
  })
})

it('backup codes are ten, without letters that look alike, however they are typed', () => {
  const codes = newBackupCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/)
  expect(normalBackupCode(' abcde-23456 ')).toBe('ABCDE23456')
})

async function open() {
  const clock = testClock()
  const test = await createTestCore({ ports: { now: clock.now } })
  const user = await test.signUp({ email: 'ana@example.com' })
  let address = 0
  // One address per call, so that the limits per address are met only where a test means them.
  const from = () => {
    address += 1
    return `somewhere-${address}`
  }
  const login = async () =>
    (
      await test.call<{ token?: string; challengeToken?: string; requiresTotp?: boolean }>(
        'POST',
        '/auth/login',
        { email: 'ana@example.com', password: testPassword },
        undefined,
        from(),
      )
    ).body
  const second = (challengeToken: string | undefined, code: string) =>
    test.call<{ token: string }>('POST', '/auth/login/totp', { challengeToken, code }, undefined, from())
  const send = (method: string, path: string, body?: unknown, at = from()) =>
    test.call<{ backup_codes: string[]; otpauth_uri: string }>(method, path, body, user.token, at)
  const enroll = async () => {
    const { body } = await send('POST', '/me/2fa/enroll')
    const own = new URL(body.otpauth_uri).searchParams.get('secret') ?? expect.fail('no secret')
    return { now: () => totpCode(own, Math.floor(clock.now() / stepMs)), secret: own }
  }
  const switchOn = async () => {
    const codes = await enroll()
    const { body } = await send('POST', '/me/2fa/confirm', { code: codes.now() })
    clock.advance(stepMs)
    return { ...codes, backup: body.backup_codes }
  }
  return { ...test, clock, user, login, second, send, enroll, switchOn }
}

describe('the second factor', () => {
  it('is on once a code was confirmed; the secret is stored sealed, the backup codes as hashes', async () => {
    const { user, send, enroll, dataDir } = await open()
    expect((await user.get('/me')).body).toMatchObject({ totp_enabled: false })
    expect(await send('POST', '/me/2fa/confirm', { code: '123456' })).toMatchObject({ status: 400 })
    const codes = await enroll()
    expect((await user.get('/me')).body).toMatchObject({ totp_enabled: false })
    const wrong = codes.now() === '000000' ? '000001' : '000000'
    expect(await send('POST', '/me/2fa/confirm', { code: wrong })).toMatchObject({
      status: 401,
      body: { error: 'Invalid code' },
    })
    const { status, body } = await send('POST', '/me/2fa/confirm', { code: codes.now() })
    expect([status, body.backup_codes.length]).toEqual([200, 10])
    expect((await user.get('/me')).body).toMatchObject({ totp_enabled: true })
    expect(await send('POST', '/me/2fa/enroll')).toMatchObject({ status: 409 })
    expect(await send('POST', '/me/2fa/confirm', { code: codes.now() })).toMatchObject({ status: 409 })

    const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
    const stored = JSON.stringify([
      db.prepare('select * from users').all(),
      db.prepare('select * from totp_backup_codes').all(),
    ])
    db.close()
    expect(stored).toContain('enc:v1:')
    expect(stored).not.toContain(codes.secret)
    for (const code of body.backup_codes) expect(stored).not.toContain(normalBackupCode(code))
  })

  it('stands between password and token', async () => {
    const { call, clock, login, second, switchOn } = await open()
    const codes = await switchOn()
    const first = await login()
    expect(first).toEqual({ requiresTotp: true, challengeToken: expect.any(String) })
    // The challenge opens nothing but the second step.
    expect(await call('GET', '/me', undefined, first.challengeToken)).toMatchObject({
      status: 401,
      body: { error: 'Invalid token' },
    })
    expect(await second('nonsense', codes.now())).toMatchObject({
      status: 401,
      body: { error: 'Invalid or expired challenge' },
    })
    const code = codes.now()
    const entered = await second(first.challengeToken, code)
    expect(entered).toMatchObject({ status: 200, body: { user: { email: 'ana@example.com' } } })
    expect(await call('GET', '/me', undefined, entered.body.token)).toMatchObject({ status: 200 })
    // A token is no challenge, and a code is good once.
    expect(await second(entered.body.token, codes.now())).toMatchObject({ status: 401 })
    expect(await second((await login()).challengeToken, code)).toMatchObject({
      status: 401,
      body: { error: 'Invalid code' },
    })
    const late = (await login()).challengeToken
    clock.advance(5 * 60_000 + 1000)
    expect(await second(late, codes.now())).toMatchObject({ body: { error: 'Invalid or expired challenge' } })
  })

  it('takes each backup code once, also when two come at the same moment', async () => {
    const { login, second, switchOn } = await open()
    const { backup } = await switchOn()
    const [one = '', other = ''] = backup
    expect(await second((await login()).challengeToken, one.toLowerCase().replace('-', ' '))).toMatchObject({
      status: 200,
    })
    expect(await second((await login()).challengeToken, one)).toMatchObject({ status: 401 })
    const { challengeToken } = await login()
    const both = await Promise.all([second(challengeToken, other), second(challengeToken, other)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('goes with password and code, and may be set up anew', async () => {
    const { send, login, switchOn, clock, user } = await open()
    expect(await send('DELETE', '/me/2fa', { password: testPassword, code: '123456' })).toMatchObject({ status: 400 })
    const codes = await switchOn()
    expect(await send('DELETE', '/me/2fa', { password: 'Wrong-Password-1', code: codes.now() })).toMatchObject({
      status: 401,
      body: { error: 'Invalid credentials' },
    })
    expect(await send('DELETE', '/me/2fa', { password: testPassword, code: 'AAAAA-AAAAA' })).toMatchObject({
      status: 401,
      body: { error: 'Invalid code' },
    })
    expect((await user.get('/me')).body).toMatchObject({ totp_enabled: true })
    expect(await send('DELETE', '/me/2fa', { password: testPassword, code: codes.now() })).toMatchObject({
      status: 204,
    })
    expect(await login()).toMatchObject({ token: expect.any(String) })
    clock.advance(stepMs)
    const again = await switchOn()
    expect(again.secret).not.toBe(codes.secret)
    expect(again.backup).toHaveLength(10)
  })

  it('guards the revocation of API keys, with a code of the authenticator only', async () => {
    const { user, switchOn } = await open()
    const key = async () =>
      (await user.post<{ id: string }>('/me/api-keys', { name: 'x', scopes: ['status:read'] })).body.id
    const before = await key()
    expect(await user.delete(`/me/api-keys/${before}`)).toMatchObject({ status: 204 })
    const codes = await switchOn()
    const id = await key()
    for (const body of [undefined, {}, { code: '' }, { code: codes.backup[0] }])
      expect(await user.delete(`/me/api-keys/${id}`, body)).toMatchObject({
        status: 401,
        body: { error: 'Invalid code' },
      })
    expect(await user.delete(`/me/api-keys/${id}`, { code: codes.now() })).toMatchObject({ status: 204 })
  })

  it('is tried five times in 15 minutes from one address', async () => {
    const { send, enroll } = await open()
    await enroll()
    for (let i = 0; i < 5; i += 1)
      expect((await send('POST', '/me/2fa/confirm', { code: 'x' }, 'here')).status).toBe(401)
    expect(await send('POST', '/me/2fa/confirm', { code: 'x' }, 'here')).toMatchObject({ status: 429 })
    expect(await send('DELETE', '/me/2fa', { password: 'x', code: 'x' }, 'here')).toMatchObject({ status: 429 })
  })
})
