import { writeFileSync } from 'node:fs'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, it } from 'vitest'
import { createControl } from '../../main/core/bank-window/control.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import {
  buildComponentPage,
  type ComponentPages,
  openViewer,
  serveComponent,
  startViewerBrowser,
} from './component-host.ts'
import { createWindowWorld } from './world.ts'

let bank: Loopback, browser: TestBrowser, pages: ComponentPages, viewerBrowser: Browser
const N = Number(process.env.N ?? 100)
beforeAll(async () => {
  bank = await startLoopback({
    '/': `<title>b</title><body style="margin:0;font:14px sans-serif"><div id=box style="width:300px;height:200px;background:#f00"></div><input id=i autofocus><p>${'Fecha 12/05/2026 Transferencia recibida Juan Pérez 1.500,00 UYU. '.repeat(20)}</p><script>let n=0;const c=['#f00','#0f0','#00f'];const next=()=>{box.style.background=c[++n%3]};document.onmousedown=next;document.onkeydown=next</script>`,
  })
  browser = await startTestBrowser([bank.url])
  pages = await buildComponentPage()
  viewerBrowser = await startViewerBrowser()
})
afterAll(async () => {
  await viewerBrowser?.close()
  await browser?.close()
  await bank?.close()
  pages?.remove()
})
it('latency', async () => {
  const world = await createWindowWorld()
  const marks: Record<string, number> = {}
  const abs = () => performance.timeOrigin + performance.now()
  const host = await serveComponent(pages, {
    fetch: (r: Request, e: unknown) => {
      if (r.url.endsWith('/input')) marks.post ??= abs()
      return world.surface.fetch(r, e as never)
    },
  })
  const realNew = browser.context.newCDPSession.bind(browser.context)
  browser.context.newCDPSession = async (p: any) => {
    const s = await realNew(p)
    const send = s.send.bind(s)
    ;(s as any).send = (m: string, a: any) => {
      if (m.startsWith('Input.')) marks.cdp ??= abs()
      return (send as any)(m, a)
    }
    s.on('Page.screencastFrame', () => {
      if (marks.cdp) marks.frame ??= abs()
    })
    return s
  }
  const control = createControl({ now: Date.now })
  control.take()
  await browser.page.goto(bank.url)
  world.bankWindow.attach(world.accountId, { context: browser.context, control, bankName: 'x' })
  const viewer = await openViewer(viewerBrowser, {
    url: host.url,
    token: world.token,
    accountId: world.accountId,
    width: Number(process.env.VW ?? 1100),
    height: 760,
  })
  await viewer.evaluate(() => {
    const w = window as any
    const cib = window.createImageBitmap.bind(window)
    w.createImageBitmap = async (b: any) => {
      w.t4 ??= performance.now()
      const r = await cib(b)
      w.t5 ??= performance.now()
      return r
    }
    w.draws = []
    w.inputs = []
    const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
    const proto = ImageBitmapRenderingContext.prototype,
      real = proto.transferFromImageBitmap
    proto.transferFromImageBitmap = function (b) {
      if (!b) return real.call(this, b)
      probe.drawImage(b, Math.round(b.width * 0.1), Math.round(b.height * 0.1), 1, 1, 0, 0, 1, 1)
      const [r, g, bl] = probe.getImageData(0, 0, 1, 1).data as any
      real.call(this, b)
      const d: any = { at: performance.now(), color: r > 128 ? 0 : g > 128 ? 1 : 2 }
      w.draws.push(d)
      requestAnimationFrame(() => {
        const ch = new MessageChannel()
        ch.port1.onmessage = () => {
          d.shown = performance.now()
        }
        ch.port2.postMessage(0)
      })
    }
    for (const k of ['mousedown', 'keydown']) addEventListener(k, (e) => w.inputs.push(e.timeStamp), { capture: true })
  })
  await viewer.waitForTimeout(1000)
  const box = (await viewer.locator('canvas').boundingBox())!
  console.log(box.width)
  await viewer.mouse.click(box.x + 60, box.y + 60)
  await viewer.waitForTimeout(600)
  for (const kind of ['click', 'key']) {
    const st: number[][] = [],
      drawn: number[] = [],
      shown: number[] = []
    for (let i = 0; i < N; i++) {
      await viewer.waitForTimeout(90 + Math.random() * 50)
      const color = await viewer.evaluate(() => {
        const w = window as any
        const c = w.draws.at(-1).color
        w.draws.length = 0
        w.inputs.length = 0
        w.t4 = w.t5 = undefined
        return c
      })
      delete marks.post
      delete marks.cdp
      delete marks.frame
      if (kind === 'click') await viewer.mouse.down()
      else await viewer.keyboard.down('a')
      const r = (await viewer
        .waitForFunction(
          (c) => {
            const w = window as any
            const d = w.draws.find((x: any) => x.color === (c + 1) % 3 && x.shown)
            return d ? { d, i: w.inputs[0], t4: w.t4, t5: w.t5, o: performance.timeOrigin } : null
          },
          color,
          { polling: 5, timeout: 3000 },
        )
        .then((h) => h.jsonValue())
        .catch(() => null)) as any
      if (kind === 'click') await viewer.mouse.up()
      else await viewer.keyboard.up('a')
      if (r) {
        const i0 = r.o + r.i
        st.push([
          marks.post! - i0,
          marks.cdp! - marks.post!,
          marks.frame! - marks.cdp!,
          r.o + r.t4 - marks.frame!,
          r.t5 - r.t4,
          r.d.at - r.t5,
          r.d.shown - r.d.at,
        ])
        drawn.push(r.d.at - r.i)
        shown.push(r.d.shown - r.i)
      } else console.log('miss')
    }
    const q = (a: number[]) => {
      const s = a.toSorted((x, y) => x - y)
      return [0.1, 0.5, 0.9, 0.95, 0.999].map((p) => s[Math.floor(s.length * p)]?.toFixed(1)).join(' ')
    }
    console.log(
      kind,
      'stages p10/p50',
      ['post', 'to cdp', 'cdp>frame', 'frame>viewer', 'decode', 'draw', 'show']
        .map(
          (n, i) =>
            n +
            ' ' +
            q(st.map((r) => r[i]!))
              .split(' ')
              .slice(0, 2)
              .join('/'),
        )
        .join(' | '),
    )
    console.log(kind, 'drawn', q(drawn), '| shown', q(shown), 'n', drawn.length)
  }
  await host.close(0)
}, 120000)
