import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPageActions } from '../../main/core/browser/page-actions.ts'
import type { PageActions } from '../../main/core/browser/types.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'

const at = Date.parse('2026-05-12T10:00:00.000Z')
const form = `<title>form</title>
  <input id=user><input id=keys oninput="this.dataset.events = Number(this.dataset.events || 0) + 1">
  <select id=pick><option value=a>Uno<option value=b>Dos</select><input id=box type=checkbox>
  <button id=go onclick="document.title = 'clicked'">Go</button>
  <input id=enter onkeydown="document.title = event.key">
  <p id=hidden style="display:none">not seen</p><p class=line>first<br>line</p><p class=line data-id="7">second</p>`
const row = (i: number) =>
  `<tr data-id="R${i}"><td class=who>Juan<br>Pérez&nbsp;${i}<td class=sum><b>1.234,5${i % 10}</b>${i % 2 ? `<td class=link><a href="/detail/${i}">more</a>` : ''}`

let bank: Loopback
let other: Loopback
let browser: TestBrowser
let page: PageActions
const notes: string[] = []

beforeAll(async () => {
  other = await startLoopback({ '/': 'other' })
  bank = await startLoopback({
    '/form': form,
    '/late': `<script>setTimeout(() => document.body.innerHTML = '<p id=two>two</p>', 300)</script>`,
    '/table': `<table>${Array.from({ length: 1000 }, (_, i) => row(i)).join('')}</table>`,
    '/framed': `<iframe id=inner src="/form"></iframe>`,
    '/download': `<a id=csv href="/file.csv">file</a><a id=old href="/old.csv">old</a>`,
    '/file.csv': (_, response) =>
      response.writeHead(200, { 'content-disposition': 'attachment; filename="day.csv"' }).end('a;b\nñ;é'),
    '/old.csv': (_, response) =>
      response
        .writeHead(200, { 'content-disposition': 'attachment; filename="old.csv"' })
        .end(Buffer.from('ñ', 'latin1')),
    '/away': (_, response) => response.writeHead(302, { location: `${other.url}/` }).end(),
    '/error': (_, response) => response.writeHead(500).end('broken'),
    '/never': () => undefined,
    '/leave': ['slow', 'never', 'nothing']
      .map((to) => `<form action="/${to}"><input id=in-${to}><button id=${to}>go</button></form>`)
      .join(''),
    '/slow': (_, response) => void setTimeout(() => response.end('<p id=next>next'), 1000),
    '/nothing': (_, response) => response.writeHead(204).end(),
    '/stuck': `<p id=here>here</p><script>setTimeout(() => { for (;;) {} }, 300)</script>`,
  })
  browser = await startTestBrowser([bank.url])
  page = createPageActions({
    page: browser.page,
    guard: browser.guard,
    now: () => at,
    note: (event, fields) => notes.push(`${event} ${JSON.stringify(fields)}`),
  })
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([bank?.close(), other?.close()])
})
beforeEach(async () => {
  await page.goto(`${bank.url}/form`)
})

describe('acts on the bank page', () => {
  it('goes to addresses, absolute and relative, and tells where it arrived', async () => {
    expect(await page.goto('/table')).toEqual({ url: `${bank.url}/table`, status: 200 })
    expect(await page.url()).toBe(`${bank.url}/table`)
    expect(await page.goto('/error')).toMatchObject({ status: 500 })
  })

  it.each([
    'file:///etc/passwd',
    'chrome://settings',
    'data:text/html,x',
    'javascript:alert(1)',
    'about:blank',
    'view-source:http://127.0.0.1/',
    'blob:x',
  ])('refuses %j', async (address) => {
    await expect(page.goto(address)).rejects.toThrow('navigation_failed: page.goto takes an http or https address')
    expect(await page.url()).toBe(`${bank.url}/form`)
  })

  it('names the host when an address or a redirect leads away from the bank', async () => {
    const message = `navigation_failed: other_site: the way led to ${other.host}, which is not among the hosts of this bank`
    await expect(page.goto(`${other.url}/`)).rejects.toThrow(message)
    await expect(page.goto(`${bank.url}/away`)).rejects.toThrow(message)
    expect(other.connections()).toBe(0)
  })

  it('notes in the trail where a script wanted to go', () => {
    expect(notes).toContain(`goto_refused ${JSON.stringify({ host: other.host })}`)
  })

  it('gives up on a page that never loads', async () => {
    await expect(page.goto('/never', { timeout: 300 })).rejects.toThrow('navigation_failed: Timeout 300ms exceeded')
  })

  it('fills, types, presses, selects, checks and clicks', async () => {
    await page.fill('#user', 'juan')
    await page.type('#keys', 'abc')
    await page.select('#pick', 'Dos')
    await page.check('#box')
    await page.press('#enter', 'Enter')
    expect(
      await page.evaluate(
        `() => [user.value, keys.value, keys.dataset.events, pick.value, box.checked, document.title]`,
      ),
    ).toEqual(['juan', 'abc', '3', 'b', true, 'Enter'])
    await page.check('#box', false)
    await page.click('#go')
    expect(await page.evaluate('() => [box.checked, document.title]')).toEqual([false, 'clicked'])
  })

  it('reads text, attributes and visibility without waiting', async () => {
    expect(await page.text('.line')).toBe('first line')
    expect(await page.text('#nothing')).toBeNull()
    expect(await page.attribute('.line[data-id]', 'data-id')).toBe('7')
    expect(await page.attribute('.line', 'data-id')).toBeNull()
    expect([await page.visible('#go'), await page.visible('#hidden'), await page.visible('#nothing')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('waits for the first of several selectors to show, or answers -1', async () => {
    await page.goto('/late')
    expect(await page.waitFor(['#one', '#two'])).toBe(1)
    expect(await page.waitFor('#two')).toBe(0)
    expect(await page.waitFor(['#one', '#hidden'], { timeout: 100 })).toBe(-1)
  })

  it('reads a whole table at once', async () => {
    await page.goto('/table')
    const before = performance.now()
    const rows = await page.rows('tr', {
      id: '@data-id',
      who: 'td.who',
      sum: '.sum b',
      link: 'td.link a@href',
      missing: '.none',
      all: '.',
    })
    expect(performance.now() - before).toBeLessThan(2000)
    expect(rows).toHaveLength(1000)
    expect(rows[1]).toEqual({
      id: 'R1',
      who: 'Juan Pérez 1',
      sum: '1.234,51',
      link: '/detail/1',
      missing: null,
      all: 'Juan Pérez 1 1.234,51 more',
    })
    expect(rows[2]?.link).toBeNull()
    expect(await page.rows('tr.none', { id: '@id' })).toEqual([])
  })

  it('acts inside a frame', async () => {
    await page.goto('/framed')
    const frame = '#inner'
    expect(await page.waitFor('#user', { frame })).toBe(0)
    await page.fill('#user', 'inside', { frame })
    expect(await page.evaluate('() => user.value', null, { frame })).toBe('inside')
    expect(await page.visible('#user')).toBe(false)
  })

  it('evaluates in the page with an argument, and refuses answers that are too large', async () => {
    expect(await page.evaluate('async (n) => ({ title: document.title, n })', 3)).toEqual({ title: 'form', n: 3 })
    expect(await page.evaluate('() => undefined')).toBeNull()
    await expect(page.evaluate(`() => { throw new Error('from the page') }`)).rejects.toThrow('from the page')
    await expect(page.evaluate(`() => 'x'.repeat(6e6)`)).rejects.toThrow('too large')
  })

  it('downloads a file as text', async () => {
    await page.goto('/download')
    expect(await page.download('#csv')).toEqual({ name: 'day.csv', text: 'a;b\nñ;é' })
    expect(await page.download('#old')).toEqual({ name: 'old.csv', text: 'ñ' })
  })

  it('stays with a click until the next page is there, and is not held up by one that never comes', async () => {
    for (const act of [() => page.click('#slow'), () => page.press('#in-slow', 'Enter')]) {
      await page.goto('/leave')
      await act()
      expect(await page.visible('#next')).toBe(true)
    }
    const timed = async (selector: string) => {
      await page.goto('/leave')
      const began = performance.now()
      await page.click(selector)
      return performance.now() - began
    }
    expect(await timed('#nothing')).toBeLessThan(3000)
    expect(await timed('#never')).toBeLessThan(9000)
    expect(await page.goto('/table')).toMatchObject({ status: 200 })
  }, 40_000)

  it('tells what was not there, without what was to be typed', async () => {
    const failed = await page.fill('#nothing', 'S3cret-Word', { timeout: 100 }).catch((error: Error) => error.message)
    expect(failed).toBe('timeout: fill #nothing did not succeed within 0.1 s')
    const wrong = await page.fill('#go', 'S3cret-Word', { timeout: 500 }).catch((error: Error) => error.message)
    expect(wrong).toMatch(/^fill #go: /)
    expect(wrong).not.toContain('S3cret-Word')
  })

  it('ends an act on a page that no longer answers', async () => {
    const stuck = await startTestBrowser([bank.url])
    const acts = createPageActions({ page: stuck.page, guard: stuck.guard, now: () => at, note: () => undefined })
    await acts.goto(`${bank.url}/stuck`)
    await expect(acts.evaluate('() => new Promise(() => 0)', null, { timeout: 500 })).rejects.toThrow(
      'timeout: evaluate did not succeed within 0.5 s',
    )
    await stuck.kill()
  })

  it('knows the time, and sleeps with a reason', async () => {
    expect(await page.now()).toBe('2026-05-12T10:00:00.000Z')
    await page.sleep(1, 'the bank wants a pause')
    expect(notes.at(-1)).toBe('sleep {"ms":1,"reason":"the bank wants a pause"}')
  })
})
