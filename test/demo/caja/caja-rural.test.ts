import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CajaRural, startCajaRural } from '../../../main/demo/caja/caja-rural.ts'

const user = 'M-20417'
const account = '7700-118'
const start = Date.parse('2026-05-12T15:00:00Z')

let now = start
let bank: CajaRural
let cookie = ''

beforeEach(async () => {
  now = start
  bank = await startCajaRural({ now: () => now })
  cookie = ''
})
afterEach(() => bank.close())

const call = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(bank.url + path, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}
const signIn = (passphrase = 'Harvest-Moon-88') => call('POST', '/api/session', { memberId: user, passphrase })
const lastCode = () => bank.codes(user).at(-1)?.code ?? ''
const sendCode = (code = lastCode()) => call('POST', '/api/session/code', { code })
const wrongCode = () => lastCode().replace(/^./, (digit) => String((Number(digit) + 1) % 10))

describe('the second practice bank', () => {
  it('lets nobody in without passphrase and code', async () => {
    expect((await call('GET', '/api/session')).body).toEqual({ state: 'out', ended: false })
    expect(await signIn('wrong')).toEqual({ status: 401, body: { error: 'bad_credentials', attemptsLeft: 2 } })
    expect((await signIn()).body).toEqual({ state: 'code', length: 6, wrong: 0, resends: 0 })
    expect((await call('GET', `/api/ledger/${account}`)).status).toBe(401)
    expect(await sendCode(wrongCode())).toEqual({ status: 422, body: { error: 'wrong_code', left: 4 } })
    expect((await sendCode()).body).toMatchObject({ state: 'in', member: 'Este Export Co-op' })
    expect((await call('GET', `/api/ledger/${account}`)).status).toBe(200)
    expect((await call('GET', '/api/ledger/other')).status).toBe(404)
  })

  it('locks the member at the third wrong passphrase', async () => {
    for (let i = 0; i < 3; i += 1) await signIn('wrong')
    expect(await signIn()).toEqual({ status: 423, body: { error: 'locked' } })
    expect(bank.submissionLog().map((each) => each.result)).toEqual(['wrong', 'wrong', 'locked', 'locked'])
  })

  it('sends three more codes and no fourth; a late one is not taken', async () => {
    await signIn()
    for (const left of [2, 1, 0])
      expect(await call('POST', '/api/session/code/resend')).toEqual({ status: 200, body: { left } })
    expect((await call('POST', '/api/session/code/resend')).status).toBe(429)
    now += bank.behaviour.codeLifeMs + 1
    expect((await call('GET', '/api/session')).body).toMatchObject({ state: 'out', ended: true })
    bank.behaviour.sessionIdleMs = Number.POSITIVE_INFINITY
    await signIn()
    now += bank.behaviour.codeLifeMs + 1
    expect((await sendCode()).body).toEqual({ error: 'late_code' })
  })

  it('ends the login at the last wrong code', async () => {
    bank.behaviour.wrongCodesAllowed = 1
    await signIn()
    expect((await sendCode(wrongCode())).status).toBe(410)
    expect((await sendCode()).status).toBe(409)
  })

  it('ends a session after three idle minutes, unless it is touched', async () => {
    await signIn()
    await sendCode()
    for (let i = 0; i < 3; i += 1) {
      now += 179_000
      expect((await call('POST', '/api/session/touch')).status).toBe(200)
    }
    now += 180_001
    expect((await call('POST', '/api/session/touch')).status).toBe(401)
    expect((await call('GET', '/api/session')).body).toEqual({ state: 'out', ended: true })
  })

  it('shows entries of the last days in New York time', async () => {
    const day = 86_400_000
    bank.addMovement({ account, amountMinor: 123_456, at: now - day, party: 'Bluewater' })
    bank.addMovement({ account, amountMinor: 1, at: now - 9 * day, party: 'Old' })
    await signIn()
    await sendCode()
    const recent = await call('GET', `/api/ledger/${account}`)
    expect(recent.body).toEqual({
      account,
      currency: 'USD',
      entries: [
        {
          ref: 'CRE-0000418237',
          posted: 'May 11, 2026, 11:00:00 AM EDT',
          description: 'Incoming transfer',
          counterparty: 'Bluewater',
          in: '$1,234.56',
          out: null,
          balance: expect.stringMatching(/^\$[\d,]+\.\d\d$/),
        },
      ],
    })
    expect((await call('GET', `/api/ledger/${account}?days=10`)).body.entries).toHaveLength(2)
  })

  it.each<[string, () => void, number]>([
    ['maintenance', () => Object.assign(bank.behaviour, { maintenance: true }), 503],
    ['an error', () => Object.assign(bank.behaviour, { failing: { submit: 1 } }), 500],
  ])('counts a submitted login in spite of %s', async (_, prepare, status) => {
    prepare()
    expect((await signIn()).status).toBe(status)
    expect(bank.submissions(user)).toBe(1)
    expect(bank.submissionLog()[0]?.result).toBe('unread')
  })

  it('counts nonsense as a submitted login', async () => {
    await fetch(`${bank.url}/api/session`, { method: 'POST', body: '{' })
    await fetch(`${bank.url}/api/session`, { method: 'POST', body: '[]' })
    expect(bank.submissions('')).toBe(2)
  })
})
