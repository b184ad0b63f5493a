import { spawn } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright'
import { buildComponentPage, openViewer, startViewerBrowser } from '../test/bank-window/component-host.ts'
import { startLoopback } from '../test/support/loopback.ts'
import { startTestBrowser } from '../test/support/test-browser.ts'
import { boxAt, colourPage } from './colour-page.ts'
import { root, round, tempDataDir } from './processes.ts'

const samples = 200
const warmUp = 20
/** More than the page of an account leaves for the component in a window of 1280 × 800, where the picture is 744 wide. */
const room = { width: 1072, height: 640 }

interface Host {
  readonly url: string
  readonly token: string
  readonly accountId: string
}

/**
 * Milliseconds from a press of a button or key in the window to the moment its effect on the bank's page is on the screen:
 * program, bank's browser and viewer's browser are three processes, as they are in use. `engine` is the share of the
 * bank's browser alone, measured before: from the press to the picture, nothing of ours in between.
 */
export async function bankWindow() {
  const data = tempDataDir()
  const pages = await buildComponentPage()
  const load = loadavg().map((value) => round(value))
  const engine = await engineAlone()
  const { host, stop } = await startHost(data.path, pages.dir)
  const browser = await startViewerBrowser()
  try {
    const viewer = await openViewer(browser, { ...host, ...room })
    const picture = viewer.locator('canvas')
    await picture.waitFor()
    await viewer.evaluate(watchPicture, boxAt)
    const box = await picture.boundingBox()
    if (!box) throw new Error('the viewer shows no picture')
    const scale = box.width / 1280
    await viewer.mouse.click(box.x + boxAt.x * scale, box.y + boxAt.y * scale)
    await wait(500)
    const click = await measure(viewer, {
      press: () => viewer.mouse.down(),
      release: () => viewer.mouse.up(),
    })
    const key = await measure(viewer, {
      press: () => viewer.keyboard.down('a'),
      release: () => viewer.keyboard.up('a'),
    })
    return { samples, picture_width: round(box.width, 0), load_average: load, engine, click, key }
  } finally {
    await browser.close()
    await stop()
    pages.remove()
    data.remove()
  }
}

interface Seen {
  readonly pressed: number
  readonly drawn: number
  readonly shown: number
}

interface Watch {
  next(): Promise<Seen>
}

async function measure(viewer: Page, act: { press(): Promise<void>; release(): Promise<void> }) {
  const drawn: number[] = []
  const shown: number[] = []
  for (let i = 0; i < samples + warmUp; i += 1) {
    // Neither in step with the screen nor while the last press still echoes.
    await wait(100 + Math.random() * 60)
    const change = viewer.evaluate(() => (window as unknown as { watch: Watch }).watch.next())
    await act.press()
    const seen = await change
    await act.release()
    if (i < warmUp) continue
    drawn.push(seen.drawn - seen.pressed)
    shown.push(seen.shown - seen.pressed)
  }
  return { drawn: percentiles(drawn), shown: percentiles(shown) }
}

/** Runs in the viewer: notes each press, and when a picture with another colour is drawn and then shown. */
function watchPicture(at: { x: number; y: number }): void {
  const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  let pressed = 0
  let before = ''
  let latest = ''
  let resolve: ((seen: Seen) => void) | null = null
  for (const name of ['mousedown', 'keydown'])
    addEventListener(
      name,
      (event) => {
        pressed = event.timeStamp
      },
      { capture: true },
    )
  const prototype = CanvasRenderingContext2D.prototype
  const draw = prototype.drawImage as (...args: unknown[]) => void
  prototype.drawImage = function (...args: unknown[]) {
    draw.apply(this, args)
    if (!probe) return
    const drawn = performance.now()
    const scale = this.canvas.width / 1280
    probe.drawImage(this.canvas, at.x * scale, at.y * scale, 1, 1, 0, 0, 1, 1)
    const [red = 0, green = 0] = probe.getImageData(0, 0, 1, 1).data
    latest = red > 128 ? 'red' : green > 128 ? 'green' : 'blue'
    const tell = resolve
    if (!tell || latest === before) return
    resolve = null
    // The task after the next animation frame: what was drawn has left for the screen.
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => tell({ pressed, drawn, shown: performance.now() })
      channel.port2.postMessage(null)
    })
  }
  const watch: Watch = {
    next: () =>
      new Promise((done) => {
        before = latest
        resolve = done
      }),
  }
  Object.assign(window, { watch })
}

async function engineAlone() {
  const bank = await startLoopback({ '/': colourPage })
  const browser = await startTestBrowser([bank.url])
  try {
    await browser.page.goto(bank.url)
    const session = await browser.context.newCDPSession(browser.page)
    let arrived = () => {}
    session.on('Page.screencastFrame', ({ sessionId }) => {
      arrived()
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
    })
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 80, maxWidth: 1280, maxHeight: 800 })
    const times: number[] = []
    for (let i = 0; i < samples + warmUp; i += 1) {
      await wait(100 + Math.random() * 60)
      const began = performance.now()
      const picture = new Promise<void>((resolve) => {
        arrived = resolve
      })
      await mouse(session, 'mousePressed')
      await picture
      if (i >= warmUp) times.push(performance.now() - began)
      await mouse(session, 'mouseReleased')
    }
    return percentiles(times)
  } finally {
    await browser.close()
    await bank.close()
  }
}

const mouse = (session: CDPSession, type: 'mousePressed' | 'mouseReleased') =>
  session.send('Input.dispatchMouseEvent', { type, ...boxAt, button: 'left', clickCount: 1 })

async function startHost(dataDir: string, pagesDir: string) {
  const child = spawn(process.execPath, [join(root, 'bench', 'window-host.ts'), dataDir, pagesDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const host = await new Promise<Host>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)))
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)))
  })
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { host, stop }
}

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p10_ms: at(0.1), p50_ms: at(0.5), p95_ms: at(0.95), max_ms: at(1) }
}
