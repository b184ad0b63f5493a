import type { Browser } from 'playwright'
import { afterAll, beforeAll, it } from 'vitest'
import { createControl } from '../../main/core/bank-window/control.ts'
import { type PracticeBank, startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import {
  buildComponentPage,
  type ComponentPages,
  openViewer,
  serveComponent,
  startViewerBrowser,
} from './component-host.ts'
import { createWindowWorld } from './world.ts'

let bank: PracticeBank, browser: TestBrowser, pages: ComponentPages, viewerBrowser: Browser
beforeAll(async () => {
  bank = await startPracticeBank()
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
it('shots', async () => {
  const world = await createWindowWorld()
  let host = await serveComponent(pages, world.surface)
  const control = createControl({ now: Date.now })
  for (const theme of ['light', 'dark']) {
    const o = {
      url: host.url,
      token: world.token,
      accountId: world.accountId,
      query: `&theme=${theme}&language=es&code=6`,
    }
    await browser.page.goto(bank.loginUrl)
    await browser.page.evaluate(
      `document.querySelector('form').insertAdjacentHTML('afterbegin','<select id=doc style="height:36px;width:100%"><optgroup label="Personas"><option>Cédula<option>Pasaporte<optgroup label="Empresas"><option>RUT<option disabled>Otro</select>')`,
    )
    const detach = world.bankWindow.attach(world.accountId, {
      context: browser.context,
      control,
      bankName: 'Banco del Puerto',
    })
    const viewer = await openViewer(viewerBrowser, o)
    await viewer.locator('canvas').waitFor()
    await viewer.waitForTimeout(600)
    const at = async (s: string) => {
      const b = (await viewer.locator('canvas').boundingBox())!
      const i = (await browser.page.locator(s).boundingBox())!
      const k = b.width / 1280
      return [b.x + (i.x + 30) * k, b.y + (i.y + 10) * k] as const
    }
    await viewer.mouse.click(...(await at('#usuario')))
    await viewer.waitForTimeout(300)
    await viewer.screenshot({ path: `/tmp/proto/${theme}-hint.png` })
    control.take({ reason: 'step', prompt: 'Apruebe el ingreso en la aplicación del banco en su teléfono' })
    await viewer.waitForTimeout(300)
    await viewer.mouse.click(...(await at('#doc')))
    await viewer.waitForTimeout(600)
    await viewer.screenshot({ path: `/tmp/proto/${theme}-choice.png` })
    await viewer.keyboard.press('Escape')
    await browser.page.evaluate(`void window.open('/ingreso','p','width=520,height=420')`)
    await viewer.waitForTimeout(1200)
    await viewer.screenshot({ path: `/tmp/proto/${theme}-popup.png` })
    await viewer.setViewportSize({ width: 520, height: 760 })
    await viewer.waitForTimeout(800)
    await viewer.screenshot({ path: `/tmp/proto/${theme}-narrow.png` })
    await browser.context.pages()[1]?.close()
    await viewer.waitForTimeout(600)
    await viewer.screenshot({ path: `/tmp/proto/${theme}-narrow2.png` })
    await viewer.setViewportSize({ width: 1100, height: 760 })
    await host.close(0)
    await viewer.waitForTimeout(600)
    await viewer.screenshot({ path: `/tmp/proto/${theme}-lost.png` })
    host = await serveComponent(pages, world.surface, host.port)
    control.handBack()
    detach()
    await viewer.close()
  }
  await host.close(0)
}, 90000)
