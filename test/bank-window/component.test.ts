import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Control, createControl } from '../../main/core/bank-window/control.ts'
import type { Listening } from '../../main/node/server.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import {
  buildComponentPage,
  type ComponentPages,
  openViewer,
  serveComponent,
  startViewerBrowser,
} from './component-host.ts'
import { eventually } from './eventually.ts'
import { createWindowWorld, type WindowWorld } from './world.ts'

const form = `<!doctype html><title>Form</title>
<style>body{margin:0;font:16px sans-serif} input,textarea,button,select,div,a{position:absolute;box-sizing:border-box}</style>
<input id=name style="left:20px;top:20px;width:300px;height:40px">
<textarea id=area style="left:20px;top:80px;width:300px;height:80px"></textarea>
<button id=go style="left:20px;top:200px;width:120px;height:40px">Go</button>
<select id=list style="left:20px;top:260px;width:160px;height:30px"><option>Cédula<option>Pasaporte<option disabled>RUT</select>
<a href="#there" style="left:20px;top:310px">there</a>
<div id=box style="left:1200px;top:720px;width:40px;height:40px;background:#00f"></div>
<div style="left:400px;top:20px;width:10px;height:3000px"></div>
<script>
window.seen=[]; const say=(text)=>seen.push(text)
go.onclick=()=>say('click'); go.ondblclick=()=>say('dblclick')
box.onclick=()=>{ say('box'); box.style.background='#f00' }
list.onchange=()=>say('list '+list.value)
document.oncontextmenu=()=>say('menu'); document.onkeydown=(e)=>say('key '+e.key)
for (const kind of ['compositionstart','compositionend']) area.addEventListener(kind,(e)=>say(kind+' '+e.data))
</script>`

let bank: Loopback
let browser: TestBrowser
let pages: ComponentPages
let viewerBrowser: Browser
let world: WindowWorld
let control: Control
let host: Listening
let viewer: Page
let detach = () => {}

beforeAll(async () => {
  bank = await startLoopback({ '/': form, '/next': '<title>Next</title><h1>next</h1>' })
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
beforeEach(async () => {
  world = await createWindowWorld()
  host = await serveComponent(pages, world.surface)
  control = createControl({ now: Date.now })
  await browser.page.goto(bank.url)
})
afterEach(async () => {
  detach()
  detach = () => {}
  await viewer?.context().close()
  for (const each of browser.context.pages().slice(1)) await each.close()
  await host.close(0)
})

const attach = () => {
  detach = world.bankWindow.attach(world.accountId, { context: browser.context, control, bankName: 'Test bank' })
}
const open = async (query = '') => {
  viewer = await openViewer(viewerBrowser, { url: host.url, token: world.token, accountId: world.accountId, query })
}
/** The component with a picture of the form, the person in control and the keyboard in the page. */
const openInControl = async () => {
  attach()
  await open()
  await viewer.locator('canvas').waitFor()
  await viewer.getByRole('button', { name: 'Take over' }).click()
  await viewer.getByText('You are in control').waitFor()
  await eventually(hasKeyboard).toBe(true)
}
const hasKeyboard = () => viewer.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)
/** A point of the bank's page as a point of the window. */
const at = async (x: number, y: number): Promise<[number, number]> => {
  const box = await viewer.locator('canvas').boundingBox()
  if (!box) throw new Error('no picture')
  return [box.x + (x * box.width) / 1280, box.y + (y * box.height) / 800]
}
const clickAt = async (x: number, y: number) => viewer.mouse.click(...(await at(x, y)))
const page = <T>(source: string): Promise<T> => browser.page.evaluate(source) as Promise<T>
const name = () => page<string>(`document.querySelector('#name').value`)

describe('the bank window on the screen', () => {
  it('shows the page smaller than it is, and a click lands where it was meant', async () => {
    await openInControl()
    const box = await viewer.locator('canvas').boundingBox()
    expect(box?.width).toBeLessThan(1200)
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.6, 2)
    await clickAt(1220, 740)
    await eventually(() => page('seen')).toContain('box')
    // The person sees what the click did.
    await eventually(() =>
      viewer.evaluate(() => {
        const picture = document.querySelector('canvas')
        const dot = new OffscreenCanvas(1, 1).getContext('2d')
        if (!picture || !dot) return null
        // At one device pixel per CSS pixel the picture has as many pixels as it is wide.
        const { clientWidth, clientHeight } = picture
        dot.drawImage(picture, (1220 / 1280) * clientWidth, (740 / 800) * clientHeight, 1, 1, 0, 0, 1, 1)
        const [red = 0, , blue = 0] = dot.getImageData(0, 0, 1, 1).data
        return red > 200 && blue < 60
      }),
    ).toBe(true)
  })

  it('passes on letters, accents, keys and composed text', async () => {
    await openInControl()
    await clickAt(100, 40)
    await viewer.keyboard.type('Peña')
    await viewer.keyboard.press('Home')
    await viewer.keyboard.type('J. ')
    await viewer.keyboard.insertText('漢😀')
    await eventually(name).toBe('J. 漢😀Peña')

    await clickAt(100, 120)
    const input = await viewer.context().newCDPSession(viewer)
    await input.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 })
    await input.send('Input.imeSetComposition', { text: 'á', selectionStart: 1, selectionEnd: 1 })
    await eventually(() => page('area.value')).toBe('á')
    await input.send('Input.insertText', { text: 'á' })
    await viewer.keyboard.press('Enter')
    await viewer.keyboard.type('b')
    await eventually(() => page('area.value')).toBe('á\nb')
    expect(await page('seen.filter((each) => each.startsWith("composition"))')).toEqual([
      'compositionstart ',
      'compositionend á',
    ])
  })

  it('marks everything, copies to and pastes from the clipboard of the person', async () => {
    await openInControl()
    await clickAt(100, 40)
    await viewer.keyboard.type('uno')
    await viewer.keyboard.press('ControlOrMeta+a')
    await viewer.keyboard.press('ControlOrMeta+x')
    await eventually(() => viewer.evaluate(() => navigator.clipboard.readText())).toBe('uno')
    await eventually(name).toBe('')
    await viewer.evaluate(() => navigator.clipboard.writeText('dos\ntres'))
    await clickAt(100, 120)
    await viewer.keyboard.press('ControlOrMeta+v')
    await eventually(() => page('area.value')).toBe('dos\ntres')
    await viewer.keyboard.press('ControlOrMeta+a')
    await viewer.keyboard.press('ControlOrMeta+c')
    await eventually(() => viewer.evaluate(() => navigator.clipboard.readText())).toBe('dos\ntres')
  })

  it('passes on double clicks, drags, the wheel and the right button, and shows the pointer of the page', async () => {
    await openInControl()
    await viewer.mouse.dblclick(...(await at(60, 220)))
    await eventually(() => page('seen.filter((each) => each.endsWith("click"))')).toEqual([
      'click',
      'click',
      'dblclick',
    ])
    await viewer.mouse.click(...(await at(900, 300)), { button: 'right' })
    await eventually(() => page('seen')).toContain('menu')

    await clickAt(100, 40)
    await viewer.keyboard.type('arrastrar')
    await viewer.mouse.move(...(await at(24, 40)))
    await viewer.mouse.down()
    await viewer.mouse.move(...(await at(200, 40)), { steps: 4 })
    // A drag goes on outside of the picture.
    await viewer.mouse.move(5, 5, { steps: 4 })
    await viewer.mouse.move(...(await at(310, 40)), { steps: 4 })
    await viewer.mouse.up()
    await viewer.keyboard.type('x')
    await eventually(name).toBe('x')

    const cursor = () => viewer.evaluate(() => document.querySelector('canvas')?.parentElement?.style.cursor)
    await viewer.mouse.move(...(await at(40, 320)))
    await eventually(cursor).toBe('pointer')
    await viewer.mouse.move(...(await at(100, 120)))
    await eventually(cursor).toBe('text')

    await viewer.mouse.move(...(await at(900, 400)))
    await viewer.mouse.wheel(0, 150)
    await eventually(() => page<number>('scrollY')).toBeGreaterThan(150)
  })

  it('lets nobody act while the script does, and says so', async () => {
    attach()
    await open()
    await viewer.getByText('Reconbanker is logging in').waitFor()
    await viewer.locator('canvas').waitFor()
    await clickAt(1220, 740)
    await viewer.getByText('Take over to act on the page').waitFor()
    expect(await hasKeyboard()).toBe(false)
    await viewer.getByRole('button', { name: 'Take over' }).click()
    await viewer.getByRole('button', { name: 'Hand back' }).click()
    await viewer.getByText('Reconbanker is logging in').waitFor()
    expect(control.acting.actor).toBe('script')
    expect(await page('seen')).toEqual([])
  })

  it('says what the login needs of the person', async () => {
    attach()
    await open('&language=es')
    await viewer.locator('canvas').waitFor()
    control.take({ reason: 'step', prompt: 'Apruebe el ingreso en la aplicación' })
    await viewer.getByText('Es su turno').waitFor()
    await viewer.getByText('Apruebe el ingreso en la aplicación').waitFor()
    await viewer.getByRole('button', { name: 'Listo, continuar' }).click()
    await viewer.getByText('Reconbanker está ingresando').waitFor()
  })

  it('is left by Esc, which the page hears as well; the keyboard is then no longer in the page', async () => {
    await openInControl()
    await clickAt(100, 40)
    await viewer.keyboard.press('Tab')
    expect(await hasKeyboard()).toBe(true)
    await viewer.getByText('Esc leaves it').waitFor({ state: 'visible' })
    await viewer.keyboard.press('Escape')
    await eventually(() => viewer.evaluate(() => document.activeElement?.textContent)).toBe('Hand back')
    await eventually(() => page('seen.slice(-2)')).toEqual(['key Tab', 'key Escape'])
    await viewer.keyboard.press('Shift+Tab')
    await viewer.keyboard.type('z')
    expect(await page('seen')).not.toContain('key z')
  })

  it('shows dialogs of the page and gives the answer', async () => {
    await openInControl()
    await page(`go.onclick = () => seen.push('said ' + prompt('¿Cómo se llama?', 'Juan'))`)
    await clickAt(60, 220)
    const dialog = viewer.getByRole('alertdialog')
    await dialog.getByText('¿Cómo se llama?').waitFor()
    expect(await dialog.getByText(`${bank.host} says`).isVisible()).toBe(true)
    await dialog.getByRole('textbox').fill('Ana')
    await dialog.getByRole('button', { name: 'OK' }).click()
    await eventually(() => page('seen')).toContain('said Ana')
    await dialog.waitFor({ state: 'detached' })
    await eventually(hasKeyboard).toBe(true)
    await clickAt(60, 220)
    await dialog.waitFor()
    await viewer.keyboard.press('Escape')
    await eventually(() => page('seen')).toContain('said null')
  })

  it('opens lists of the page to choose from', async () => {
    await openInControl()
    await clickAt(60, 275)
    await viewer.getByRole('option', { name: 'Pasaporte' }).click()
    await eventually(() => page('seen')).toContain('list Pasaporte')
    await clickAt(60, 275)
    await viewer.getByRole('option', { name: 'Cédula' }).waitFor()
    await viewer.keyboard.press('ArrowUp')
    await viewer.keyboard.press('Enter')
    await eventually(() => page('seen')).toContain('list Cédula')
    await clickAt(60, 275)
    await viewer.getByRole('option', { name: 'Cédula' }).waitFor()
    await viewer.keyboard.press('Escape')
    await viewer.getByRole('option', { name: 'Cédula' }).waitFor({ state: 'detached' })
    await eventually(hasKeyboard).toBe(true)
  })

  it('follows a pop-up and says that it is one', async () => {
    await openInControl()
    await page(`void window.open('/next', 'popup', 'width=500,height=400')`)
    await viewer.getByText('Pop-up window', { exact: true }).waitFor()
    await eventually(async () => (await viewer.locator('canvas').boundingBox())?.width).toBe(500)
    await viewer.getByRole('button', { name: 'Close the pop-up window' }).click()
    await viewer.getByText('Pop-up window', { exact: true }).waitFor({ state: 'detached' })
    await eventually(async () => (await viewer.locator('canvas').boundingBox())?.width).toBeGreaterThan(900)
    await clickAt(1220, 740)
    await eventually(() => page('seen')).toContain('box')
  })

  it('says when no page is open, and shows the next one by itself', async () => {
    await open()
    await viewer.getByText('The bank’s page is not open').waitFor()
    attach()
    await viewer.locator('canvas').waitFor()
    detach()
    await viewer.getByText('The bank’s page is not open').waitFor()
    expect(await viewer.locator('canvas').isVisible()).toBe(false)
  })

  it('says when the program does not answer, and goes on when it does', async () => {
    await openInControl()
    const { port } = host
    await host.close(0)
    await viewer.getByText('No connection to the program').waitFor()
    expect(await hasKeyboard()).toBe(false)
    host = await serveComponent(pages, world.surface, port)
    await viewer.getByText('No connection to the program').waitFor({ state: 'detached' })
    await clickAt(1220, 740)
    await eventually(() => page('seen')).toContain('box')
  })

  it('looks only while it can be seen', async () => {
    attach()
    await open()
    await viewer.locator('canvas').waitFor()
    const viewers = () => world.bankWindow.state(world.accountId).viewers
    expect(viewers()).toBe(1)
    const show = (state: string) =>
      viewer.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await show('hidden')
    await eventually(viewers).toBe(0)
    await show('visible')
    await eventually(viewers).toBe(1)
    await viewer.close()
    await eventually(viewers).toBe(0)
  })
})

describe('boxes for a code', () => {
  const boxes = () => viewer.getByRole('group', { name: 'One-time code' }).getByRole('textbox')
  const values = () => boxes().evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value).join(''))
  const sent = () => viewer.evaluate(() => (window as unknown as { sentCodes: string[] }).sentCodes)

  const openBoxes = async (query: string) => {
    await open(query)
    await boxes().first().waitFor()
  }

  it('one per character, digits only where the code is of digits, sent once by itself', async () => {
    await openBoxes('&code=6')
    expect(await boxes().count()).toBe(6)
    await viewer.getByText('1:35 left').waitFor()
    await viewer.keyboard.type('12a3')
    expect(await values()).toBe('123')
    expect(await sent()).toEqual([])
    await viewer.keyboard.type('456')
    await viewer.getByText('Sent. Waiting for the bank').waitFor()
    expect(await sent()).toEqual(['123456'])
    expect(await boxes().first().isDisabled()).toBe(true)
  })

  it('are filled by paste from any of them, whatever separates the digits', async () => {
    await openBoxes('&code=6')
    await viewer.evaluate(() => navigator.clipboard.writeText(' 98-76 54\n'))
    await boxes().nth(2).focus()
    await viewer.keyboard.press('ControlOrMeta+v')
    await eventually(sent).toEqual(['987654'])
  })

  it('take letters where the code has letters', async () => {
    await openBoxes('&code=4&type=alphanumeric')
    await viewer.keyboard.type('a-1Z9')
    await eventually(sent).toEqual(['a1Z9'])
  })

  it('are empty again when the code could not be sent, and closed when the time is over', async () => {
    await openBoxes('&code=6')
    await viewer.keyboard.type('000000')
    await eventually(sent).toEqual(['000000'])
    await eventually(values).toBe('')
    expect(await boxes().first().isEnabled()).toBe(true)
    await viewer.context().close()
    await openBoxes('&code=6&left=0')
    await viewer.getByText('The time for this code is over').waitFor()
    expect(await boxes().first().isDisabled()).toBe(true)
  })
})
