import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type PracticeBank,
  type PracticeBankOptions,
  practiceUser,
  startPracticeBank,
} from '../../main/demo/bank/practice-bank.ts'
import { startLoopback } from '../support/loopback.ts'
import { projectRoot } from '../support/ports.ts'
import { createTestSessions, type TestSessionOptions } from '../support/test-sessions.ts'

const script = readFileSync(
  join(projectRoot, 'resources', 'banks', 'practice-bank', 'extract_transactions.v1.0.0.js'),
  'utf8',
)

let bank: PracticeBank | null = null
afterEach(async () => {
  await bank?.close()
  bank = null
})

async function open(options: PracticeBankOptions = {}, change: Partial<TestSessionOptions> = {}) {
  bank = await startPracticeBank(options)
  const credentials = { username: practiceUser.user, password: practiceUser.password }
  const test = createTestSessions({ script, loginUrl: bank.loginUrl, credentials, ...change })
  return { bank, test }
}

const wrongPassword = { credentials: { username: practiceUser.user, password: 'Not-The-Password' } }

describe('the script of the practice bank, on its website', () => {
  it('reads the credits of both accounts with full names, and new ones the next time', async () => {
    const at = Date.now() - 5 * 60_000
    const name = 'María José Pérez Gómez de la Llana'
    const { bank: site, test } = await open({
      day: [
        { account: '001-2045871', amountMinor: 123_456, at, party: name },
        { account: '001-2045871', amountMinor: 9_900, at, kind: 'debit', party: 'UTE' },
        { account: '001-2045872', amountMinor: 50, at: at - 2 * 86_400_000, party: null },
        { account: '001-2045872', amountMinor: 7_700, at: at - 20 * 86_400_000, party: 'Too old' },
      ],
    })
    expect(await test.read()).toMatchObject({ status: 'success', found: 2 })
    const [peso, dollar] = test.stored()
    expect(peso).toMatchObject({
      amount_minor: 123_456,
      currency: 'UYU',
      sender_name: name,
      received_at: Math.floor(at / 1000) * 1000,
    })
    expect(dollar).toMatchObject({ amount_minor: 50, currency: 'USD', sender_name: null })

    const added = site.addMovement({ account: '001-2045871', amountMinor: 100, party: 'Ana' })
    expect(await test.read()).toMatchObject({ found: 1 })
    expect(test.stored().map((row) => row.external_id)).toContain(added.reference)
    expect(test.lastRun().steps.map((step) => step.step)).toEqual([
      'credentials',
      'launch',
      'load_script',
      'login',
      'auth_wait',
      'poll',
      'close',
    ])
  })

  it('is content with an empty day', async () => {
    const { test } = await open()
    expect(await test.read()).toMatchObject({ status: 'success', found: 0 })
  })

  it('reports a wrong password as such, which blocks the account before the bank locks it', async () => {
    const { bank: site, test } = await open({}, wrongPassword)
    expect((await test.read()).failure).toEqual({
      type: 'login_failed',
      message: 'login_failed: the bank does not accept this user name or password',
    })
    expect(test.accounts.find(test.accountId)?.scrapeBlockedAt).toBeNull()
    await test.read()
    expect(test.accounts.find(test.accountId)).toMatchObject({
      scrapeBlockedReason: expect.stringContaining('login_failed'),
      fatalStreak: 2,
    })
    expect(site.isLocked(practiceUser.user)).toBe(false)
    expect(site.submissions(practiceUser.user)).toBe(2)
    expect(test.types()).toEqual(['account.updated', 'login.failed', 'login.failed', 'account.blocked'])
  })

  it('knows a locked user from a wrong password', async () => {
    const { bank: site, test } = await open({}, wrongPassword)
    for (let i = 0; i < 3; i += 1) {
      const page = await fetch(site.loginUrl)
      const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
      await fetch(site.loginUrl, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' },
        body: new URLSearchParams({ _csrf: csrf, usuario: practiceUser.user, clave: 'x' }),
      })
    }
    expect(site.isLocked(practiceUser.user)).toBe(true)
    expect(await test.read()).toMatchObject({ failure: { type: 'account_locked' } })
    expect(test.accounts.find(test.accountId)?.scrapeBlockedReason).toContain('account_locked')
  })

  it.each<[string, PracticeBankOptions, string, string]>([
    ['maintenance', { behaviour: { maintenance: true } }, 'navigation_failed', 'navigate'],
    [
      'an error of the bank at login',
      { behaviour: { failing: { login: Number.POSITIVE_INFINITY } } },
      'navigation_failed',
      'navigate',
    ],
    [
      'an error while reading',
      { behaviour: { failing: { json: Number.POSITIVE_INFINITY } } },
      'movements_fetch_failed',
      'movements_fetch',
    ],
  ])('tells %s from a wrong password: nothing counts against the account', async (_, options, type, stage) => {
    const { test } = await open(options)
    expect(await test.read()).toMatchObject({ failure: { type } })
    expect(test.lastRun().run.stage).toBe(stage)
    expect(test.accounts.find(test.accountId)).toMatchObject({ fatalStreak: 0, scrapeBlockedAt: null })
  })

  it('reaches the bank and nobody else, whatever the page asks for', async () => {
    const tracker = await startLoopback({ '/': 'tracker' })
    const { test } = await open({ behaviour: { thirdParties: [`${tracker.url}/pixel`] } })
    expect(await test.read()).toMatchObject({ status: 'success' })
    expect(test.lastRun().run.refusedHosts[tracker.url.slice('http://'.length)]).toBeGreaterThan(0)
    expect(tracker.connections()).toBe(0)
    await tracker.close()
  })

  it('fails plainly when the login leads to another host', async () => {
    const elsewhere = await startLoopback({ '/': 'phishing' })
    const { test } = await open({ behaviour: { redirectTo: `${elsewhere.url}/` } })
    const { failure } = await test.read()
    expect(failure).toEqual({
      type: 'navigation_failed',
      message: `navigation_failed: other_site: the way led to ${elsewhere.url.slice('http://'.length)}, which is not among the hosts of this bank`,
    })
    expect(elsewhere.connections()).toBe(0)
    await elsewhere.close()
  })

  it('reads a thousand movements in one go', async () => {
    const at = Date.now() - 3_600_000
    const { test } = await open({
      day: Array.from({ length: 1000 }, (_, i) => ({
        account: '001-2045871',
        amountMinor: 100 + i,
        at: at + i,
        party: `Cliente ${i}`,
      })),
    })
    const started = performance.now()
    expect(await test.read()).toMatchObject({ found: 1000 })
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
