import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ScriptRoomDeps } from '../../main/core/browser/script-room.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { facts, openTestRoom, type TestRoom } from '../support/test-room.ts'

let bank: Loopback
let browser: TestBrowser
let room: TestRoom | null = null

beforeAll(async () => {
  bank = await startLoopback({ '/': '<title>bank</title><p id=hi>hello</p><input id=user>' })
  browser = await startTestBrowser([bank.url])
})
afterEach(async () => {
  await room?.close()
  room = null
})
afterAll(async () => {
  await browser?.close()
  await bank?.close()
})

const open = async (change: Partial<ScriptRoomDeps> = {}) => {
  room = await openTestRoom(browser, change)
  return room
}
const run = async (code: string) => (await open()).run(code, facts, 10_000)

describe('a script in its room', () => {
  it('is the body of an asynchronous function with page and context, and may return a list', async () => {
    const result = await run(`
      const arrived = await page.goto('${bank.url}/')
      await page.fill('#user', context.username)
      return [arrived.status, await page.text('#hi'), await page.evaluate(() => user.value), await page.evaluate((n) => n + 1, 2), Object.keys(context).sort()]`)
    expect(result).toEqual({
      kind: 'list',
      value: [
        200,
        'hello',
        'juan',
        3,
        ['accountId', 'debugLog', 'lastExternalId', 'loginUrl', 'password', 'timeZone', 'username'],
      ],
    })
    expect(room?.acts).toEqual(['goto', 'fill', 'text', 'evaluate', 'evaluate'])
  })

  it('keeps hooks alive with what they remember', async () => {
    const { hook } = await open()
    expect(
      await room?.run(
        `let polls = 0
        return {
          async login(page, context) { await page.goto('${bank.url}/'); this.user = context.username },
          isAuthenticated: async (page) => page.visible('#hi'),
          poll() { polls += 1; return [{ polls, user: this.user }] },
          version: 3,
        }`,
        facts,
        10_000,
      ),
    ).toEqual({ kind: 'hooks', hooks: ['login', 'isAuthenticated', 'poll'] })
    expect(await hook('login', 10_000)).toBeNull()
    expect(await hook('isAuthenticated', 10_000)).toBe(true)
    await hook('poll', 10_000)
    expect(await hook('poll', 10_000)).toEqual([{ polls: 2, user: 'juan' }])
    await expect(hook('keepAlive', 10_000)).rejects.toThrow('the script has no hook "keepAlive"')
  })

  it.each([
    ['return 5', 'number'],
    ['', 'undefined'],
    ['return null', 'null'],
    ['return { rows: [] }', 'object'],
    ['return () => 1', 'function'],
  ])('tells what %j returned instead', async (code, type) => {
    expect(await run(code)).toEqual({ kind: 'other', type })
  })

  it('passes on what was thrown, in its own words', async () => {
    await expect(run(`throw new Error('login_failed: wrong password')`)).rejects.toMatchObject({
      message: 'login_failed: wrong password',
      scriptStack: expect.stringContaining('login_failed'),
    })
    await expect(run(`throw 'just text'`)).rejects.toThrow('just text')
    await expect(run('return [')).rejects.toThrow('Unexpected token')
    await expect(run('const a = []; a.push(a); return a')).rejects.toThrow('circular')
    await expect(run('return [1n]')).rejects.toThrow('BigInt')
    await expect(run(`await page.click('#nothing', { timeout: 100 })`)).rejects.toThrow(
      'timeout: click #nothing did not succeed within 0.1 s',
    )
    await expect(run(`await page.click('#hi', { force: true })`)).rejects.toThrow(
      'page.click was called wrongly (argument 2)',
    )
    await expect(run(`await page.screenshot()`)).rejects.toThrow('page.screenshot is not a function')
  })

  it('hands its debug lines to the host and notes lines that are too long', async () => {
    await run(
      `context.debugLog('{"event":"one"}'); context.debugLog({ event: 'two' }); context.debugLog('x'.repeat(1_000_001)); await page.now(); return []`,
    )
    expect(room?.lines).toEqual([
      '{"event":"one"}',
      '{"event":"two"}',
      '{"event":"debug_line_refused","length":1000001}',
    ])
  })

  it('asks for codes only where somebody answers, and sends again when told', async () => {
    expect(await run('return [typeof context.requestOtp]')).toMatchObject({ value: ['undefined'] })
    await room?.close()
    const asked: unknown[] = []
    await open({
      async requestOtp(descriptor, resend) {
        asked.push(descriptor)
        await resend()
        return '123456'
      },
    })
    const code = `let again = 0; return [await context.requestOtp({ length: 6, type: 'numeric' }, () => { again += 1 }), again]`
    expect(await room?.run(code, facts, 10_000)).toEqual({ kind: 'list', value: ['123456', 1] })
    expect(asked).toEqual([{ length: 6, type: 'numeric' }])
    await expect(room?.run(`return [await context.requestOtp({ length: 'six' })]`, facts, 10_000)).rejects.toThrow(
      'requestOtp needs',
    )
  })

  it('can hash: referenceHash needs it', async () => {
    const result = await run(
      `const d = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('a')); return [d.byteLength]`,
    )
    expect(result).toEqual({ kind: 'list', value: [32] })
  })
})

describe('a script that does not end', () => {
  it.each([
    ['a loop', 'for (;;) {}'],
    ['a promise that nobody keeps', 'await new Promise(() => 0)'],
    ['a loop of acts', 'for (;;) await page.now()'],
    ['a loop inside a hook', 'return { poll: () => { for (;;) {} } }'],
  ])('is ended with its room: %s', async (_, code) => {
    await open()
    const started = performance.now()
    const work = (async () => {
      await room?.run(code, facts, 700)
      await room?.hook('poll', 700)
    })()
    await expect(work).rejects.toThrow('timeout: the script did not end within 0.7 s')
    expect(performance.now() - started).toBeLessThan(5000)
    expect(await browser.page.evaluate('1 + 1')).toBe(2)
    await expect(room?.hook('poll', 700)).rejects.toThrow('the script room was closed')
  })

  it('is ended when it floods the host', async () => {
    await expect(run('for (;;) page.now()')).rejects.toThrow(/too much at once|memory|did not end/)
    expect(await browser.page.evaluate('1 + 1')).toBe(2)
  })

  it('is ended when the room is closed from outside', async () => {
    await open()
    const work = room?.run('for (;;) {}', facts, 60_000)
    await Promise.all([expect(work).rejects.toThrow('closed'), room?.close()])
  })
})
