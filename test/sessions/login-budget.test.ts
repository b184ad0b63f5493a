import { describe, expect, it, onTestFinished } from 'vitest'
import type { PageActions } from '../../main/core/browser/types.ts'
import { gateSecrets } from '../../main/core/sessions/secret-gate.ts'
import { type PracticeBankOptions, practiceUser, startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { addPracticeAccount, createPracticeCore, endedRun, readNow } from '../support/practice-core.ts'
import { createTestSessions } from '../support/test-sessions.ts'

type Behaviour = NonNullable<PracticeBankOptions['behaviour']>

const password = 'Puerto-2045'

/** What a row of acts costs; the page keeps a filled password field until it is told otherwise. */
async function costOf(
  acts: (page: PageActions, set: (is: { filled?: boolean; inside?: boolean }) => void) => Promise<unknown>,
) {
  let cost = 0
  let state = { filled: false, inside: false }
  const done: string[] = []
  const actions = new Proxy({} as PageActions, {
    ownKeys: () => [],
    get: (_, name) => async () => void done.push(`${String(name)} ${cost}`),
  })
  const page = gateSecrets({
    actions,
    username: 'telares',
    password,
    checkPage: async () => undefined,
    spend: async () => {
      await null
      cost += 1
    },
    hasFilledPassword: async () => state.filled,
    isConfirmed: () => state.inside,
  })
  await acts(page, (change) => {
    state = { ...state, ...change }
  })
  return { cost, done }
}

describe('one submission of credentials', () => {
  const cases: [string, number, Parameters<typeof costOf>[0]][] = [
    [
      'is the usual login',
      1,
      async (page) => {
        await page.fill('#u', 'telares')
        await page.fill('#p', password)
        await page.click('#go')
      },
    ],
    [
      'is the usual login although the field is still filled when it is sent, and Tab sends nothing',
      1,
      async (page, set) => {
        await page.type('#p', password)
        set({ filled: true })
        await page.press('#p', 'Tab')
        await page.press('#p', 'Enter')
      },
    ],
    ['is nothing when the session of the browser still holds', 0, async (page) => page.click('#accounts')],
    [
      'is two when what is still in the field is sent again',
      2,
      async (page, set) => {
        await page.fill('#p', password)
        set({ filled: true })
        await page.click('#go')
        await page.click('#go')
      },
    ],
    [
      'is two when two clicks come at once',
      2,
      async (page, set) => {
        await page.fill('#p', password)
        set({ filled: true })
        await Promise.all([page.click('#go'), page.click('#go')])
      },
    ],
    [
      'is two when it is typed again after it was sent',
      2,
      async (page) => {
        for (let i = 0; i < 2; i += 1) {
          await page.fill('#p', password)
          await page.click('#go')
        }
      },
    ],
    [
      'is one for a password typed key by key',
      1,
      async (page) => {
        for (const key of password) await page.press('#p', key)
        await page.press('#p', 'Enter')
      },
    ],
    [
      'is one for a password in pieces',
      1,
      async (page) => {
        await page.fill('#p', password.slice(0, 4))
        await page.type('#p', password.slice(4))
        await page.click('#go')
      },
    ],
    [
      'is two for a request made in the page and a form',
      2,
      async (page) => {
        await page.evaluate('(p) => fetch("/login?p=" + p)', password)
        await page.fill('#p', password)
      },
    ],
    [
      'is in doubt for any code in the page',
      1,
      async (page) => page.evaluate('() => 1').then(() => page.evaluate('() => 2')),
    ],
    ['is one for an address that holds it', 1, async (page) => page.goto(`/?p=${encodeURIComponent(password)}`)],
    [
      'is no longer in doubt inside, but typing it again counts',
      2,
      async (page, set) => {
        await page.fill('#p', password)
        await page.click('#go')
        set({ inside: true })
        await page.evaluate('() => 1')
        await page.fill('#search', 'P')
        await page.fill('#p', password)
        await page.click('#go')
      },
    ],
  ]
  it.each(cases)('%s', async (_, cost, acts) => {
    expect((await costOf(acts)).cost).toBe(cost)
  })

  it('is counted before the act reaches the page', async () => {
    const { done } = await costOf(async (page) => page.fill('#p', password))
    expect(done).toEqual(['fill 1'])
  })
})

const wrong = { bank_password: 'Not-The-Password' }

describe('the login budget', () => {
  it('ends the third login before anything is typed, until a person asks for one more try', async () => {
    const { bank, user, accountId } = await createPracticeCore({ settings: wrong })
    await user.put('/settings', { fatal_block_threshold: 3 })
    const read = (call: 'scrape' | 'restart') => readNow(user, accountId, call)
    for (let i = 1; i <= 2; i += 1) {
      expect(await read('scrape')).toMatchObject({ failure_type: 'login_failed', reason: 'wrong_credentials' })
      expect(bank.submissions(practiceUser.user)).toBe(i)
    }
    expect(await read('scrape')).toMatchObject({
      stage: 'login',
      failure_type: 'login_failed',
      reason: 'login_budget_spent',
      advice: 'check_credentials',
    })
    expect(bank.submissions(practiceUser.user)).toBe(2)
    const account = (await user.get<{ scrapeBlockedReason: string | null }>(`/accounts/${accountId}`)).body
    expect(account.scrapeBlockedReason).toContain('2 times without a confirmed login')
    // The third is the person's own decision; this bank then locks.
    expect(await read('restart')).toMatchObject({ reason: 'account_locked' })
    expect(bank.submissions(practiceUser.user)).toBe(3)
    expect(await read('scrape')).toMatchObject({ reason: 'login_budget_spent' })
  }, 40_000)

  it('begins anew with other credentials, not with the same ones again', async () => {
    const test = await createPracticeCore({ settings: wrong })
    const { bank, user, accountId } = test
    const again = (password: string) =>
      user.put(`/accounts/${accountId}/config`, {
        pending_orders_endpoint: 'http://127.0.0.1:9/orders',
        webhook_url: 'http://127.0.0.1:9/hook',
        bank_username: practiceUser.user,
        bank_password: password,
      })
    const read = () => readNow(user, accountId)
    await read()
    await read()
    await again('Not-The-Password')
    expect(await read()).toMatchObject({ reason: 'login_budget_spent' })
    await again(practiceUser.password)
    expect(await read()).toMatchObject({ status: 'success' })
    expect(bank.submissions(practiceUser.user)).toBe(3)
  }, 40_000)

  it('is given back by a login that the bank let in, also when the reading fails later', async () => {
    const test = await practice({ behaviour: { failing: { json: 6 } } })
    for (let i = 0; i < 3; i += 1)
      expect(await test.read()).toMatchObject({ failure: { type: 'movements_fetch_failed' } })
    expect(test.budget.used(test.accountId)).toBe(0)
    expect(await test.read()).toMatchObject({ status: 'success' })
  }, 40_000)
})

async function practice(options: PracticeBankOptions) {
  const bank = await startPracticeBank(options)
  onTestFinished(bank.close)
  const { readFileSync } = await import('node:fs')
  const script = readFileSync('resources/banks/practice-bank/extract_transactions.v1.1.0.js', 'utf8')
  const credentials = { username: practiceUser.user, password: practiceUser.password }
  return { bank, ...createTestSessions({ script, loginUrl: bank.loginUrl, credentials }) }
}

describe('a changed login page', () => {
  const changed: [string, Behaviour, string][] = [
    ['another field', { extraLoginField: true }, 'there is another field, llave'],
    [
      'another target of the form',
      { loginFormAction: 'http://127.0.0.1:9/collect' },
      'the form is sent to http://127.0.0.1:9',
    ],
  ]
  it.each(changed)('stops the login before anything is typed: %s', async (_, behaviour, words) => {
    const { bank, user, accountId } = await createPracticeCore({ bank: { behaviour } })
    await user.post(`/accounts/${accountId}/scrape`)
    const run = await endedRun(user, accountId)
    expect(run).toMatchObject({ failure_type: 'navigation_failed', reason: 'page_changed', advice: 'wait_for_script' })
    expect(run.error_message).toContain(words)
    expect(bank.submissions(practiceUser.user)).toBe(0)
  })
  it('is known from the script too', async () => {
    const { user, accountId } = await createPracticeCore({ bank: { behaviour: { renamedLogin: true } } })
    await user.post(`/accounts/${accountId}/scrape`)
    expect(await endedRun(user, accountId)).toMatchObject({ reason: 'page_changed' })
  })
})

describe('every failed login has a reason', () => {
  const failing: [string, Behaviour, string, string][] = [
    ['maintenance', { maintenance: true }, 'maintenance', 'navigation_failed'],
    ['a demanded new password', { mustChangePassword: true }, 'must_change_password', 'login_failed'],
    ['an error of the bank', { failing: { login: 9 } }, 'bank_error', 'navigation_failed'],
  ]
  it.each(failing)('%s', async (_, behaviour, reason, type) => {
    const { user, accountId } = await createPracticeCore({ bank: { behaviour } })
    await user.post(`/accounts/${accountId}/scrape`)
    expect(await endedRun(user, accountId)).toMatchObject({ reason, failure_type: type })
  })

  it('a locked user, which blocks at once', async () => {
    const { bank, user, accountId } = await createPracticeCore()
    bank.lock(practiceUser.user)
    await user.post(`/accounts/${accountId}/scrape`)
    expect(await endedRun(user, accountId)).toMatchObject({ reason: 'account_locked', failure_type: 'account_locked' })
    const account = (await user.get<{ scrapeBlockedAt: string | null }>(`/accounts/${accountId}`)).body
    expect(account.scrapeBlockedAt).not.toBeNull()
  })

  it('a bank that cannot be reached', async () => {
    const { bank, user, accountId } = await createPracticeCore()
    await bank.close()
    await user.post(`/accounts/${accountId}/scrape`)
    expect(await endedRun(user, accountId)).toMatchObject({ failure_type: 'navigation_failed', reason: 'network' })
  })

  it('no credentials', async () => {
    const { user } = await createPracticeCore()
    const id = await addPracticeAccount(user, { bank_username: undefined, bank_password: undefined }, 'No login')
    await user.post(`/accounts/${id}/scrape`)
    expect(await endedRun(user, id)).toMatchObject({
      reason: 'credentials_missing',
      failure_type: 'credentials_failed',
    })
  })
})
