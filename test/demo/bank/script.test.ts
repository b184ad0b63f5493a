import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usualBehaviour } from '../../../main/demo/bank/behaviour.ts'
import { type PracticeBank, practiceUser, startPracticeBank } from '../../../main/demo/bank/practice-bank.ts'
import { startLoopback } from '../../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../../support/test-browser.ts'
import { roomNow } from '../../support/test-room.ts'
import { type LoadedScript, loadShippedScript, type ScriptTest } from '../../support/test-script.ts'

const { user, password } = practiceUser

let bank: PracticeBank
let browser: TestBrowser
let script: LoadedScript
let submittedBefore = 0

beforeAll(async () => {
  bank = await startPracticeBank()
  browser = await startTestBrowser([bank.url])
})
beforeEach(() => {
  Object.assign(bank.behaviour, usualBehaviour())
  bank.expireSessions()
  bank.unlock(user)
  bank.changePassword(user, password)
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
    bankCode: 'practice-bank',
    version: '1.1.0',
    loginUrl: bank.loginUrl,
    username: user,
    password,
    timeZone: 'America/Montevideo',
    ...change,
  })
  return script
}

describe('the script of the practice bank with codes', () => {
  it('is a hook script that logs in without a code where none is wanted', async () => {
    const { result, login, isAuthenticated } = await load({ onCode: right })
    expect(result).toEqual({ kind: 'hooks', hooks: ['login', 'isAuthenticated', 'poll', 'keepAlive'] })
    await login()
    expect(await isAuthenticated()).toBe(true)
    expect([script.codesAsked(), submitted()]).toEqual([0, 1])
    await login()
    expect(submitted()).toBe(1)
  })

  it.each(['page', 'frame'] as const)('hands in the code of the SMS, form in the %s', async (place) => {
    bank.behaviour.secondFactor = 'code'
    bank.behaviour.codePlace = place
    const seen: unknown[] = []
    const { login, isAuthenticated } = await load({
      onCode: async ({ descriptor }) => {
        seen.push(descriptor)
        return lastCode()
      },
    })
    await login()
    expect(await isAuthenticated()).toBe(true)
    expect(seen).toEqual([{ length: 6, type: 'numeric', purpose: 'login' }])
    expect(submitted()).toBe(1)
  })

  it.each(['page', 'frame'] as const)(
    'asks again after a refused code and after a late one, form in the %s',
    async (place) => {
      bank.behaviour.secondFactor = 'code'
      bank.behaviour.codePlace = place
      const { login, isAuthenticated } = await load({
        onCode: async ({ number }) => {
          bank.behaviour.codeLifeMs = number === 2 ? -1 : 60_000
          return number === 1 ? wrongCode() : lastCode()
        },
      })
      await login()
      expect(await isAuthenticated()).toBe(true)
      expect(script.codesAsked()).toBe(3)
      // The late one was answered by asking for a new one.
      expect(bank.codes(user).at(-1)?.resend).toBe(1)
      expect(submitted()).toBe(1)
    },
  )

  it('lets the bank send again when asked, and says so when the bank sends no more', async () => {
    bank.behaviour.secondFactor = 'code'
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
    expect(script.lines()).toContainEqual(
      expect.objectContaining({ event: 'code_not_sent_again', reason: 'the bank sends no more' }),
    )
  })

  it('gives up after five refused codes, in words of its own, and never submits the password again', async () => {
    bank.behaviour.secondFactor = 'code'
    bank.behaviour.wrongCodesAllowed = 10
    await load({ onCode: async () => wrongCode() })
    await expect(script.login()).rejects.toThrow('login_failed: code_refused: the bank accepted none of 5 codes')
    expect([script.codesAsked(), submitted()]).toEqual([5, 1])
  })

  it('hears that the bank takes no more codes', async () => {
    bank.behaviour.secondFactor = 'code'
    bank.behaviour.wrongCodesAllowed = 2
    await load({ onCode: async () => wrongCode() })
    await expect(script.login()).rejects.toThrow('login_failed: code_refused: the bank takes no more codes')
    expect([script.codesAsked(), submitted()]).toEqual([2, 1])
  })

  it.each([
    ['the code in another window', { secondFactor: 'code', codePlace: 'window' }],
    ['the picture', { botCheck: true }],
    ['the approval', { secondFactor: 'push' }],
  ] as const)('leaves %s to a person', async (_, behaviour) => {
    Object.assign(bank.behaviour, behaviour)
    const { login, isAuthenticated } = await load({ onCode: right })
    await login()
    expect(await isAuthenticated()).toBe(false)
    expect([script.codesAsked(), submitted()]).toEqual([0, 1])
  })

  it('leaves the code to a person where no code can be asked for', async () => {
    bank.behaviour.secondFactor = 'code'
    const { login, isAuthenticated } = await load()
    await login()
    expect(await isAuthenticated()).toBe(false)
  })

  it('is let in by the approval on the phone, and told when it was denied', async () => {
    bank.behaviour.secondFactor = 'push'
    const { login, isAuthenticated } = await load()
    await login()
    expect(bank.approve(user)).toBe(1)
    await expect.poll(isAuthenticated, { timeout: 10_000 }).toBe(true)

    bank.expireSessions()
    await login()
    expect(bank.deny(user)).toBe(1)
    await expect
      .poll(() => isAuthenticated().catch(String), { timeout: 10_000 })
      .toContain('login_failed: code_refused: the login was denied on the phone')
  })

  it.each<[string, () => void, Partial<ScriptTest>, RegExp, number]>([
    ['a wrong password', () => undefined, { password: 'nope' }, /login_failed: the bank does not accept/, 1],
    ['a locked user', () => bank.lock(user), {}, /account_locked: /, 1],
    [
      'a demanded new password',
      () => Object.assign(bank.behaviour, { mustChangePassword: true }),
      {},
      /login_failed: must_change_password: /,
      1,
    ],
    [
      'maintenance',
      () => Object.assign(bank.behaviour, { maintenance: true }),
      {},
      /navigation_failed: maintenance: /,
      0,
    ],
    [
      'an error after the password',
      () => Object.assign(bank.behaviour, { failing: { submit: 1 } }),
      {},
      /navigation_failed: bank_error: /,
      1,
    ],
    [
      'other names in the login form',
      () => Object.assign(bank.behaviour, { renamedLogin: true }),
      {},
      /navigation_failed: page_changed: /,
      0,
    ],
  ])('tells %s apart', async (_, prepare, change, words, submissions) => {
    prepare()
    const { login, isAuthenticated } = await load(change)
    await expect(login().then(isAuthenticated)).rejects.toThrow(words)
    expect(submitted()).toBe(submissions)
  })

  it('never takes a slow answer for a wrong password', async () => {
    bank.behaviour.delayMs = { submit: 4_000 }
    const { login, isAuthenticated } = await load()
    await login()
    expect(await isAuthenticated()).toBe(true)
    expect(submitted()).toBe(1)
  })

  it('calls it a time-out when the bank never answers the password, and submits it once', async () => {
    bank.behaviour.hanging = ['submit']
    await load()
    await expect(script.login()).rejects.toThrow(/^timeout: the bank gave no answer to user name and password/)
    expect(bank.submissionLog().at(-1)).toMatchObject({ user, result: 'unread' })
    expect(submitted()).toBe(1)
  }, 90_000)

  it.each([
    ['the bank leads to another site', 'redirectSubmitTo'],
    ['the form is sent to another site', 'loginFormAction'],
  ] as const)(
    'says where the way led when %s, which sees nothing of it',
    async (_, setting) => {
      const elsewhere = await startLoopback({ '/': 'another bank' })
      bank.behaviour[setting] = `${elsewhere.url}/`
      await load()
      await expect(script.login()).rejects.toThrow(`navigation_failed: other_site: the bank led to ${elsewhere.host}`)
      expect(elsewhere.connections()).toBe(0)
      await elsewhere.close()
    },
    90_000,
  )

  it('notices that the bank ended the session, while reading and while keeping alive', async () => {
    const { login, isAuthenticated, poll, keepAlive } = await load()
    await login()
    await isAuthenticated()
    const { reference } = bank.addMovement({
      account: '001-2045871',
      amountMinor: 123_456,
      at: roomNow - 60_000,
      party: 'Ana Núñez',
    })
    expect(await poll()).toContainEqual(
      expect.objectContaining({ externalId: reference, amount: 1234.56, currency: 'UYU', senderName: 'Ana Núñez' }),
    )
    await keepAlive()
    expect(await isAuthenticated()).toBe(true)

    bank.expireSessions()
    await expect(poll()).rejects.toThrow('movements_fetch_failed: the bank ended the session')
    expect(await isAuthenticated()).toBe(false)

    await login()
    bank.expireSessions()
    await keepAlive()
    expect(await isAuthenticated()).toBe(false)
    expect(submitted()).toBe(2)
  })
})
