import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Control, createControl } from '../../main/core/bank-window/control.ts'
import { listenOnLoopback } from '../../main/node/server.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { testClock } from '../support/ports.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { click, press, type } from './acts.ts'
import { eventually } from './eventually.ts'
import { readWindow } from './window-reader.ts'
import { createWindowWorld, type WindowWorld } from './world.ts'

const moving = `<title>Moving</title><body style="margin:0;font:16px sans-serif"><h1 id=h>0</h1><p>${'Transferencia recibida. '.repeat(80)}</p>
<script>let n=0;setInterval(()=>{h.textContent=++n},16)</script>`

let bank: Loopback
let browser: TestBrowser
let detach = () => {}

beforeAll(async () => {
  bank = await startLoopback({
    '/': `<title>Form</title><input id=a style="position:absolute;left:0;top:0;width:300px;height:40px">`,
    '/moving': moving,
  })
  browser = await startTestBrowser([bank.url])
})
afterAll(async () => {
  await browser?.close()
  await bank?.close()
})
afterEach(() => detach())

async function attached(world: WindowWorld, path = '/'): Promise<Control> {
  await browser.page.goto(`${bank.url}${path}`)
  const control = createControl({ now: Date.now })
  detach = world.bankWindow.attach(world.accountId, { context: browser.context, control, bankName: 'Test bank' })
  return control
}

/** Every route with a good request. */
const routes = [
  ['GET', '', undefined],
  ['GET', '/stream?viewer=viewer-1&width=100&height=100', undefined],
  ['POST', '/input', { events: click(5, 5) }],
  ['POST', '/control', { action: 'take' }],
  ['POST', '/dialog', { id: 1, accept: true }],
  ['POST', '/resize', { viewer: 'viewer-1', width: 100, height: 100 }],
] as const

describe('who may look', () => {
  it.each(routes)('%s %s is there for the owner only', async (method, route, body) => {
    const world = await createWindowWorld()
    await attached(world)
    const foreign = await world.fetch(method, route, body, world.strangerToken)
    expect(foreign.status).toBe(404)
    expect(await foreign.json()).toEqual({ error: 'Account not found', code: 'account.missing' })
    expect((await world.fetch(method, route, body, 'nonsense')).status).toBe(401)
    expect(world.bankWindow.state(world.accountId).viewers).toBe(0)
  })

  it('the line ends with the token that opened it', async () => {
    const clock = testClock(Date.now())
    const world = await createWindowWorld({ now: clock.now })
    await attached(world)
    clock.advance(7 * 86_400_000 - 1500)
    const viewer = await world.look()
    await viewer.nextFrame()
    await viewer.ended()
    expect(world.bankWindow.state(world.accountId).viewers).toBe(0)
  })
})

describe('state', () => {
  it('says that nothing is open, and refuses acts', async () => {
    const world = await createWindowWorld()
    expect(await (await world.fetch('GET', '')).json()).toEqual({
      live: false,
      acting: null,
      bankName: null,
      origin: null,
      title: null,
      viewers: 0,
    })
    for (const [method, route, body] of routes.slice(2, 5)) {
      const answer = await world.fetch(method, route, body)
      expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'bankWindow.closed' }])
    }
  })

  it('says what is open and who acts; acts need the person in control', async () => {
    const world = await createWindowWorld()
    await attached(world)
    await eventually(async () => (await world.fetch('GET', '')).json()).toMatchObject({
      live: true,
      acting: { actor: 'script' },
      bankName: 'Test bank',
      origin: bank.url,
      title: 'Form',
    })
    expect(await world.post('/input', { events: type('a') })).toMatchObject({
      status: 409,
      body: { code: 'bankWindow.notYours' },
    })
    expect(await world.post('/control', { action: 'take' })).toEqual({
      status: 200,
      body: { actor: 'person', reason: 'asked', prompt: null },
    })
    await world.post('/input', { events: [...click(5, 5), ...type('b')] })
    await eventually(() => browser.page.evaluate('a.value')).toBe('b')
    expect(await world.post('/control', { action: 'hand-back' })).toEqual({ status: 200, body: { actor: 'script' } })
  })

  it.each([
    ['no event', []],
    ['too many events', Array.from({ length: 201 }, () => ({ type: 'copy' }))],
    ['an unknown event', [{ type: 'script', text: 'x' }]],
    ['a point far outside', [{ ...click(1, 1)[0], x: 1e9 }]],
    ['a point that is no number', [{ ...click(1, 1)[0], y: null }]],
    ['too long a text', [{ type: 'paste', text: 'x'.repeat(20_001) }]],
    ['a key with a text of its own', [{ ...press('a')[0], text: 'x'.repeat(9) }]],
    ['an unknown button', [{ ...click(1, 1)[0], button: 'side' }]],
  ])('refuses %s', async (_, events) => {
    const world = await createWindowWorld()
    ;(await attached(world)).take()
    expect((await world.post('/input', { events })).status).toBe(400)
  })

  it('refuses a body that is too large, and sizes that no screen has', async () => {
    const world = await createWindowWorld()
    ;(await attached(world)).take()
    const events = Array.from({ length: 10 }, () => ({ type: 'paste', text: 'x'.repeat(20_000) }))
    expect((await world.post('/input', { events })).status).toBe(400)
    expect((await world.fetch('GET', '/stream?viewer=viewer-1&width=0&height=100')).status).toBe(400)
    expect((await world.fetch('GET', '/stream?viewer=viewer-1&width=100000&height=100')).status).toBe(400)
    expect((await world.fetch('GET', '/stream?viewer=..&width=100&height=100')).status).toBe(400)
    expect((await world.post('/resize', { viewer: 'nobody-here', width: 100, height: 100 })).status).toBe(409)
  })
})

describe('the line', () => {
  it('stands before a browser lives, shows the next one by itself, and says when it goes', async () => {
    const world = await createWindowWorld()
    const viewer = await world.look()
    await viewer.until('live', ({ live }) => !live)
    await attached(world)
    await viewer.until('live', ({ live }) => live)
    await viewer.nextFrame()
    detach()
    await viewer.until('live', ({ live }) => !live)
    await attached(world)
    await viewer.until('live', ({ live }) => live)
    await viewer.nextFrame()
  })

  it('tells every viewer who acts', async () => {
    const world = await createWindowWorld()
    const control = await attached(world)
    const [one, two] = [await world.look(), await world.look()]
    control.take({ reason: 'step', prompt: 'Approve' })
    for (const viewer of [one, two])
      await viewer.until('acting', ({ acting }) => acting.actor === 'person' && acting.prompt === 'Approve')
  })

  it('of a viewer who comes again replaces the one it had', async () => {
    const world = await createWindowWorld()
    await attached(world)
    const first = await world.look({ viewer: 'the-same-viewer' })
    const second = await world.look({ viewer: 'the-same-viewer' })
    await first.ended()
    await second.nextFrame()
    expect(world.bankWindow.state(world.accountId).viewers).toBe(1)
  })

  it('gives a picture of the size that was asked for last', async () => {
    const world = await createWindowWorld()
    await attached(world)
    const viewer = await world.look({ width: 640, height: 400, viewer: 'resizing-viewer' })
    const small = await viewer.nextFrame()
    const before = viewer.all.length
    expect((await world.post('/resize', { viewer: 'resizing-viewer', width: 1280, height: 800, dpr: 1 })).status).toBe(
      204,
    )
    const large = await viewer.waitFor('a larger picture', () =>
      viewer.all.slice(before).find(({ header }) => header.type === 'frame'),
    )
    expect(large.payload.length).toBeGreaterThan(small.payload.length)
  })

  it('gives a slow viewer the newest picture and leaves out what came before', async () => {
    const world = await createWindowWorld()
    await attached(world, '/moving')
    const quick = await world.look()
    await quick.nextFrame()
    const response = await world.fetch('GET', '/stream?viewer=slow-viewer&width=1280&height=800')
    await quick.waitFor('many pictures', () => quick.frames().length > 20)
    const newest = quick.last('frame')?.sequence ?? 0
    const slow = readWindow(response.body as ReadableStream<Uint8Array>)
    const first = await slow.nextFrame()
    expect(first.header.type === 'frame' && first.header.sequence).toBeGreaterThanOrEqual(newest)
    await slow.leave()
  })

  it('streams through the loopback server, and a viewer who does not read falls no further behind', async () => {
    const world = await createWindowWorld()
    await attached(world, '/moving')
    const quick = await world.look()
    const served = await listenOnLoopback({
      api: { fetch: (request, env) => world.surface.fetch(request, env as { clientAddress: string }) },
      pages: { serve: async () => null },
      port: 0,
    })
    const leaving = new AbortController()
    const response = await fetch(`${served.url}/api${world.path}/stream?viewer=far-viewer&width=1280&height=800`, {
      headers: { authorization: `Bearer ${world.token}` },
      signal: leaving.signal,
    })
    expect(response.headers.get('cache-control')).toBe('no-store')
    await quick.waitFor('many pictures', () => quick.frames().length > 20)
    const far = readWindow(response.body as ReadableStream<Uint8Array>)
    const newest = quick.last('frame')?.sequence ?? 0
    await far.waitFor('the newest picture', () => (far.last('frame')?.sequence ?? 0) >= newest)
    leaving.abort()
    await eventually(() => world.bankWindow.state(world.accountId).viewers).toBe(1)
    await served.close(0)
  })
})

describe('pictures', () => {
  it('are made only while somebody looks', async () => {
    const world = await createWindowWorld()
    const { asked, pictures } = watchSessions(browser)
    await attached(world, '/moving')
    expect(asked).not.toContain('Page.startScreencast')
    const viewer = await world.look()
    await viewer.waitFor('pictures', () => viewer.frames().length > 5)
    await viewer.leave()
    await eventually(() => asked.at(-1)).toBe('Page.stopScreencast done')
    const moment = () => browser.page.evaluate('new Promise((done) => setTimeout(done, 300))')
    // What was on its way when it was stopped.
    await moment()
    const count = pictures()
    await moment()
    expect(pictures()).toBe(count)
  })
})

describe('a person who goes away', () => {
  it('no longer keeps the script waiting after a while', async () => {
    const world = await createWindowWorld({ absenceMs: 100 })
    const control = await attached(world)
    const viewer = await world.look()
    await world.post('/control', { action: 'take' })
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(control.acting.actor).toBe('person')
    await viewer.leave()
    await eventually(() => control.acting.actor).toBe('script')
  })

  it('is waited for when the login needs the person, and when the person comes back in time', async () => {
    const world = await createWindowWorld({ absenceMs: 150 })
    const control = await attached(world)
    control.take({ reason: 'step', prompt: 'Approve' })
    const first = await world.look()
    await first.leave()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(control.acting.actor).toBe('person')
    control.handBack()
    const second = await world.look()
    control.take()
    await second.leave()
    await world.look()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(control.acting.actor).toBe('person')
  })
})

describe('log lines and answers', () => {
  it('hold nothing of pictures, keys and texts, also where something fails', async () => {
    const world = await createWindowWorld()
    ;(await attached(world)).take()
    const viewer = await world.look()
    await viewer.nextFrame()
    const secret = 'S3cretWord'
    await world.post('/input', { events: [...click(5, 5), ...type(secret), { type: 'paste', text: secret }] })
    await eventually(() => browser.page.evaluate('a.value')).toBe(secret + secret)
    const refused = await world.post('/input', { events: [{ type: 'text', text: secret, more: 1 }, { type: secret }] })
    expect(refused.status).toBe(400)
    const popup = browser.context.waitForEvent('page')
    await browser.page.evaluate(`void window.open('about:blank')`)
    await (await popup).close()
    await world.post('/input', { events: [...type(secret), { type: 'copy' }] })
    await viewer.leave()
    detach()
    await world.post('/input', { events: type(secret) })
    const said = JSON.stringify(world.lines) + JSON.stringify(refused)
    expect(said).not.toContain(secret)
    expect(JSON.stringify(world.lines)).not.toMatch(/\/9j\/|JFIF|KeyS|paste/)
  })
})

/** What is asked of the browser by its debugging protocol, and how many pictures it sends. */
function watchSessions({ context }: TestBrowser) {
  const asked: string[] = []
  let pictures = 0
  const open = context.newCDPSession.bind(context)
  context.newCDPSession = async (page) => {
    const session = await open(page)
    const send = session.send.bind(session) as (method: string, params?: object) => Promise<never>
    Object.assign(session, {
      send: async (method: string, params?: object) => {
        const isOurs = method.includes('Screencast') && !method.endsWith('Ack')
        if (isOurs) asked.push(method)
        const answer = await send(method, params)
        if (isOurs) asked.push(`${method} done`)
        return answer
      },
    })
    session.on('Page.screencastFrame', () => {
      pictures += 1
    })
    return session
  }
  return { asked, pictures: () => pictures }
}
