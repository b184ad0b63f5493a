import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createControl } from '../../main/core/bank-window/control.ts'
import { browserPath } from '../support/test-browser.ts'
import { click, type } from './acts.ts'
import { eventually } from './eventually.ts'
import { jpegSize } from './jpeg-size.ts'
import { createWindowWorld } from './world.ts'

const form = `<title>Form</title><body style="margin:0;font:16px sans-serif">
<input id=a style="position:absolute;left:0;top:0;width:300px;height:40px">
<p style="margin-top:60px">${'Transferencia recibida. '.repeat(80)}`

let browser: Browser
let context: BrowserContext
let page: Page

/** A browser that draws two pixels per CSS pixel, as a visible one does on a fine screen. */
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: browserPath(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--force-device-scale-factor=2'],
  })
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  await page.setContent(form)
})
afterAll(() => browser?.close())

it('a page at rest is shown with all the pixels there are, a page in use quickly', async () => {
  const world = await createWindowWorld()
  const control = createControl({ now: Date.now })
  const detach = world.bankWindow.attach(world.accountId, { context, control, bankName: 'Test' })
  control.take()
  expect(world.bankWindow.pixelRatio).toBe(1)
  const viewer = await world.look({ width: 1280, height: 800, dpr: 2 })
  expect(world.bankWindow.pixelRatio).toBe(2)
  const widths = () => viewer.frames().map(({ payload }) => jpegSize(payload)[0])

  expect(jpegSize((await viewer.nextFrame()).payload)).toEqual([2560, 1600])
  const before = widths().length
  await world.post('/input', { events: [...click(20, 20), ...type('abc')] })
  await viewer.waitFor('a quick picture', () => widths()[before] === 1280)
  await eventually(() => page.evaluate('a.value')).toBe('abc')
  await viewer.waitFor('a sharp picture', () => widths().at(-1) === 2560)
  expect(viewer.last('frame')).toMatchObject({ width: 1280, height: 800, pixels: 2560 })

  // The caret blinks now: it must not turn the picture soft again and again.
  const rested = widths().length
  await viewer.waitFor('blinking', () => widths().length >= rested + 3)
  expect(new Set(widths().slice(rested))).toEqual(new Set([2560]))

  // A smaller viewer needs no more pixels than it has.
  const small = await world.look({ width: 640, height: 400, dpr: 1 })
  await viewer.leave()
  await small.waitFor('a small picture', () => small.last('frame')?.pixels === 640)
  detach()
})
