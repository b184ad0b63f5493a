import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usualBehaviour } from '../../../main/demo/caja/behaviour.ts'
import { type CajaRural, cajaUser, startCajaRural } from '../../../main/demo/caja/caja-rural.ts'
import { startTestBrowser, type TestBrowser } from '../../support/test-browser.ts'
import { type LoadedScript, loadShippedScript, type ScriptTest } from '../../support/test-script.ts'

const { user, password } = cajaUser
const account = '7700-118'

let bank: CajaRural
let browser: TestBrowser
let script: LoadedScript
let submittedBefore = 0

beforeAll(async () => {
  bank = await startCajaRural()
  browser = await startTestBrowser([bank.url])
})
beforeEach(() => {
  Object.assign(bank.behaviour, usualBehaviour())
  bank.expireSessions()
  bank.unlock(user)
  submittedBefore = bank.submissions(user)
})
afterEach(() => script.close())
afterAll(async () => {
  await browser?.close()
  await bank?.close()
})

const submitted = () => bank.submissions(user) - submittedBefore
const lastCode = () => bank.codes(user).at(-1)?.code ?? ''
const wrongCode = () => lastCode().replace(/^./, (digit) => String((Number(digit) + 1) % 10))
const right = async () => lastCode()

async function load(change: Partial<ScriptTest> = {}) {
  script = await loadShippedScript(browser, {
    bankCode: 'second-practice-bank',
    version: '1.0.0',
    loginUrl: bank.loginUrl,
    username: user,
    password,
    timeZone: 'America/New_York',
    onCode: right,
    ...change,
  })
  return script
}

async function enter() {
  const loaded = await load()
  await loaded.login()
  expect(await loaded.isAuthenticated()).toBe(true)
  return loaded
}

describe('the script of the second practice bank', () => {
  it('logs in with a code and reads new payments poll after poll', async () => {
    const { result, poll, keepAlive, isAuthenticated } = await enter()
    expect(result).toEqual({ kind: 'hooks', hooks: ['login', 'isAuthenticated', 'poll', 'keepAlive'] })
    expect(await poll()).toEqual([])

    const at = Date.now() - 60_000
    const first = bank.addMovement({ account, amountMinor: 1_234_567, at, party: 'Müller & Søn  <ApS>' })
    bank.addMovement({ account, amountMinor: 5, kind: 'debit', at, party: 'Utilities' })
    expect(await poll()).toEqual([
      {
        externalId: first.reference,
        referenceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        amount: 12345.67,
        currency: 'USD',
        senderName: 'Müller & Søn <ApS>',
        receivedAt: expect.stringMatching(/-0[45]:00$/),
        raw: expect.objectContaining({ ref: first.reference, in: '$12,345.67' }),
      },
    ])
    await keepAlive()
    bank.addMovement({ account, amountMinor: 100, at, party: null })
    const [newest, ...rest] = await poll()
    expect(newest).not.toHaveProperty('senderName')
    expect(rest).toHaveLength(1)
    expect(Date.parse(String(rest[0]?.receivedAt))).toBe(Math.floor(at / 1000) * 1000)
    expect(await isAuthenticated()).toBe(true)
    expect([script.codesAsked(), submitted()]).toEqual([1, 1])
  })

  it('asks again after a refused code and after a late one', async () => {
    const { login, isAuthenticated } = await load({
      onCode: async ({ number }) => {
        bank.behaviour.codeLifeMs = number === 2 ? -1 : 60_000
        return number === 1 ? wrongCode() : lastCode()
      },
    })
    await login()
    expect(await isAuthenticated()).toBe(true)
    expect([script.codesAsked(), submitted()]).toEqual([3, 1])
  })

  it('lets the bank send again, until it sends no more', async () => {
    const { login, isAuthenticated } = await load({
      onCode: async ({ resend }) => {
        for (let i = 0; i < 4; i += 1) await resend()
        return lastCode()
      },
    })
    const before = bank.codes(user).length
    await login()
    expect(await isAuthenticated()).toBe(true)
    expect(bank.codes(user).length - before).toBe(4)
    expect(script.lines().map((line) => line.reason)).toContain('the bank sends no more')
  })

  it.each<[string, () => void, Partial<ScriptTest>, RegExp, number]>([
    ['a wrong passphrase', () => undefined, { password: 'nope' }, /^login_failed: the bank does not accept/, 1],
    ['a locked member', () => bank.lock(user), {}, /^account_locked: /, 1],
    [
      'refused codes',
      () => Object.assign(bank.behaviour, { wrongCodesAllowed: 2 }),
      { onCode: async () => wrongCode() },
      /^login_failed: code_refused: /,
      1,
    ],
    [
      'a demanded new passphrase',
      () => Object.assign(bank.behaviour, { mustChangePassword: true }),
      {},
      /^login_failed: must_change_password: /,
      1,
    ],
    [
      'maintenance',
      () => Object.assign(bank.behaviour, { maintenance: true }),
      {},
      /^navigation_failed: maintenance: /,
      0,
    ],
    [
      'an error after the passphrase',
      () => Object.assign(bank.behaviour, { failing: { submit: 1 } }),
      {},
      /^navigation_failed: bank_error: /,
      1,
    ],
    [
      'other names in the login form',
      () => Object.assign(bank.behaviour, { renamedLogin: true }),
      {},
      /^navigation_failed: page_changed: /,
      0,
    ],
    [
      'a bank that never answers the passphrase',
      () => Object.assign(bank.behaviour, { hanging: ['submit'] }),
      {},
      /^timeout: the bank gave no answer to member number and passphrase within 30 s/,
      1,
    ],
  ])(
    'tells %s apart',
    async (_, prepare, change, words, submissions) => {
      prepare()
      await load(change)
      await expect(script.login()).rejects.toThrow(words)
      expect(submitted()).toBe(submissions)
    },
    60_000,
  )

  it('notices that the bank ended the session, while reading and while keeping alive', async () => {
    const { login, isAuthenticated, poll, keepAlive } = await enter()
    await poll()
    bank.expireSessions()
    await expect(poll()).rejects.toThrow('movements_fetch_failed: the bank ended the session')
    expect(await isAuthenticated()).toBe(false)

    await login()
    await poll()
    bank.expireSessions()
    await keepAlive()
    expect(await isAuthenticated()).toBe(false)
    expect(submitted()).toBe(2)
  }, 60_000)

  it('outlives the idle limit when it is kept alive', async () => {
    bank.behaviour.sessionIdleMs = 2_500
    const { isAuthenticated, keepAlive, poll } = await enter()
    const until = Date.now() + 5_000
    while (Date.now() < until) await keepAlive()
    expect(await isAuthenticated()).toBe(true)
    expect(await poll()).toBeInstanceOf(Array)
  })

  it('calls it a failed reading when the bank gives no activity', async () => {
    const { poll } = await enter()
    await poll()
    bank.behaviour.failing = { json: 1 }
    await expect(poll()).rejects.toThrow('movements_fetch_failed: the activity of account 7700-118 could not be loaded')
    expect(await poll()).toBeInstanceOf(Array)
  })
})
