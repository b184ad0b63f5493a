import { createSocket } from 'node:dgram'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseHostRule } from '../../main/core/browser/allowed-hosts.ts'
import { startHostGuard } from '../../main/core/browser/host-guard.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'

let bank: Loopback
let other: Loopback
let browser: TestBrowser

beforeAll(async () => {
  other = await startLoopback({ '/': 'the other host', '/worker.js': '' })
  bank = await startLoopback({
    '/': '<title>bank</title>',
    '/away': (_, response) => response.writeHead(302, { location: `${other.url}/redirected` }).end(),
    '/picture': `<img src="${other.url}/picture.png"><link rel=stylesheet href="${other.url}/style.css"><link rel=preconnect href="${other.url}"><link rel=prefetch href="${other.url}/prefetched"><script src="${other.url}/page.js"></script><iframe src="${other.url}/frame"></iframe>`,
    '/worker.js': `fetch('${other.url}/from-worker').then(() => postMessage('reached'), () => postMessage('refused'))`,
    '/sw.js': `self.addEventListener('message', (e) => e.waitUntil(fetch('${other.url}/from-service-worker').then(() => e.source.postMessage('reached'), () => e.source.postMessage('refused'))))`,
  })
  browser = await startTestBrowser([bank.url])
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([bank?.close(), other?.close()])
})
beforeEach(async () => {
  await browser.page.goto(`${bank.url}/`)
})

/** How often the guard refused the other host so far. */
const refusals = () => browser.guard.refused()[other.host] ?? 0

/** Runs source in the bank page and expects a refusal to be counted, and the other host to have seen nothing. */
async function expectRefused(source: string, answer?: unknown): Promise<void> {
  const before = refusals()
  const got = await browser.page.evaluate(source)
  if (answer !== undefined) expect(got).toBe(answer)
  await expect.poll(refusals).toBeGreaterThan(before)
  expect(other.connections()).toBe(0)
}

describe('the host guard in front of real Chromium', () => {
  it('lets the bank through', async () => {
    expect(await browser.page.title()).toBe('bank')
    expect(bank.asked).toContain('/')
  })

  it('refuses navigation to another host, directly and by redirect', async () => {
    const before = refusals()
    const direct = await browser.page.goto(`${other.url}/direct`)
    expect(direct?.status()).toBe(403)
    const redirected = await browser.page.goto(`${bank.url}/away`)
    expect(redirected?.status()).toBe(403)
    expect(refusals()).toBeGreaterThanOrEqual(before + 2)
    expect(other.connections()).toBe(0)
  })

  it('refuses what a page loads: pictures, styles, scripts, frames, hints', async () => {
    const before = refusals()
    await browser.page.goto(`${bank.url}/picture`)
    await expect.poll(refusals).toBeGreaterThanOrEqual(before + 4)
    expect(other.connections()).toBe(0)
  })

  it('refuses what page scripts ask for', async () => {
    await expectRefused(`fetch('${other.url}/fetched').then((r) => r.status, () => 'failed')`)
    await expectRefused(
      `new Promise((done) => { const r = new XMLHttpRequest(); r.onloadend = () => done(r.responseText.includes('other host')); r.open('GET', '${other.url}/'); r.send() })`,
      false,
    )
    await expectRefused(`navigator.sendBeacon('${other.url}/beacon', 'x')`)
    await expectRefused(`fetch('${other.url}/kept', { keepalive: true, mode: 'no-cors' }).then(() => 1, () => 1)`)
    await expectRefused(`import('${other.url}/module.js').then(() => 'loaded', () => 'failed')`, 'failed')
    await expectRefused(
      `new Promise((done) => { const s = new EventSource('${other.url}/events'); s.onerror = () => done('failed') })`,
      'failed',
    )
  })

  it('refuses web sockets, to loopback by any name as well', async () => {
    await expectRefused(
      `new Promise((done) => { const s = new WebSocket('ws://${other.host}/socket'); s.onopen = () => done('open'); s.onerror = () => done('failed') })`,
      'failed',
    )
    const port = other.host.split(':')[1]
    for (const name of [`localhost:${port}`, `[::ffff:127.0.0.1]:${port}`, `2130706433:${port}`]) {
      expect(
        await browser.page.evaluate(
          `fetch('http://${name}/', { mode: 'no-cors' }).then(() => 'answered', () => 'failed')`,
        ),
      ).toBeDefined()
    }
    expect(other.connections()).toBe(0)
  })

  it('refuses workers and service workers', async () => {
    await expectRefused(`new Promise((done) => { new Worker('/worker.js').onmessage = (e) => done(e.data) })`)
    await expectRefused(`(async () => {
      await navigator.serviceWorker.register('/sw.js')
      const active = (await navigator.serviceWorker.ready).active
      const answer = new Promise((done) => navigator.serviceWorker.addEventListener('message', (e) => done(e.data)))
      active.postMessage('go')
      return answer
    })()`)
  })

  it('keeps WebRTC from sending past the proxy', async () => {
    const socket = createSocket('udp4')
    let packets = 0
    socket.on('message', () => {
      packets += 1
    })
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    const udp = (socket.address() as AddressInfo).port
    await expectRefused(`(async () => {
      const c = new RTCPeerConnection({ iceServers: [
        { urls: 'stun:127.0.0.1:${udp}' },
        { urls: 'turn:${other.host}?transport=tcp', username: 'a', credential: 'b' },
      ] })
      c.createDataChannel('x')
      const done = new Promise((r) => { c.onicegatheringstatechange = () => c.iceGatheringState === 'complete' && r(1); setTimeout(r, 3000) })
      await c.setLocalDescription(await c.createOffer())
      await done
      c.close()
    })()`)
    expect(packets).toBe(0)
    socket.close()
  })

  it('refuses windows that the page opens', async () => {
    const popup = browser.context.waitForEvent('page')
    await expectRefused(`void open('${other.url}/popup')`)
    await (await popup).close()
  })

  it('leaves no channel to this process in the page', async () => {
    const names = await browser.page.evaluate(() =>
      Object.getOwnPropertyNames(globalThis).filter((name) => /playwright|__pw|room_/i.test(name)),
    )
    expect(names).toEqual([])
  })

  it('counts per host and leaves the makers of the browser out', async () => {
    await browser.page.evaluate(`fetch('https://tracker.example/x').catch(() => 0)`)
    await browser.page.evaluate(`fetch('https://update.googleapis.com/x').catch(() => 0)`)
    const refused = browser.guard.refused()
    expect(refused['tracker.example']).toBeGreaterThanOrEqual(1)
    expect(Object.keys(refused).sort()).toEqual(expect.arrayContaining([other.host, 'tracker.example']))
    expect(refused).not.toHaveProperty('update.googleapis.com')
  })
})

describe('the host guard behind a company proxy', () => {
  it('asks the proxy for allowed hosts only', async () => {
    const asked: string[] = []
    const company = createServer((incoming, answer) => {
      asked.push(`${incoming.method} ${incoming.url}`)
      answer.end('by proxy')
    }).on('connect', (incoming, socket) => {
      asked.push(`CONNECT ${incoming.url}`)
      socket.end('HTTP/1.1 200 OK\r\n\r\n')
    })
    await new Promise<void>((resolve) => company.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(company.address() as AddressInfo).port}`
    const rules = ['bank.example', 'bank.example:80'].flatMap((text) => parseHostRule(text) ?? [])
    const guard = await startHostGuard({ rules, env: { HTTPS_PROXY: address, HTTP_PROXY: address } })
    const { hostname, port } = new URL(guard.url)
    const connect = (path: string) =>
      new Promise<number | undefined>((resolve) =>
        request({ host: hostname, port, method: 'CONNECT', path })
          .on('connect', (answer, socket) => {
            socket.destroy()
            resolve(answer.statusCode)
          })
          .end(),
      )
    const get = (path: string) =>
      new Promise<number | undefined>((resolve) =>
        request({ host: hostname, port, path }, (answer) => resolve(answer.resume().statusCode)).end(),
      )
    expect(await connect('bank.example:443')).toBe(200)
    expect(await get('http://bank.example/')).toBe(200)
    expect(await connect('other.example:443')).toBe(403)
    expect(await get('http://other.example/')).toBe(403)
    expect(asked).toEqual(['CONNECT bank.example:443', 'GET http://bank.example/'])
    expect(guard.refused()).toEqual({ 'other.example': 2 })
    await guard.close()
    company.closeAllConnections()
    company.close()
  })
})
