import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createControl } from '../../main/core/bank-window/control.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { click, doubleClick, down, drag, modifier, move, press, type, up } from './acts.ts'
import { eventually } from './eventually.ts'
import { jpegSize } from './jpeg-size.ts'
import { createWindowWorld, type WindowWorld } from './world.ts'

const form = `<!doctype html><title>Form</title><style>body{margin:0;font:16px sans-serif} div,input,button,select,textarea{position:absolute;box-sizing:border-box}</style>
<input id=name style="left:20px;top:20px;width:300px;height:40px">
<textarea id=area style="left:20px;top:80px;width:300px;height:80px"></textarea>
<button id=go style="left:20px;top:200px;width:120px;height:40px">Go</button>
<div id=box style="left:600px;top:400px;width:20px;height:20px;background:#c00"></div>
<select id=list style="left:20px;top:300px;width:160px;height:30px"><option>Cédula<option>Pasaporte<option disabled>RUT</select>
<a href="/next" style="position:absolute;left:20px;top:360px">next</a>
<input id=secret type=password value="S3cret" style="left:20px;top:400px;width:160px;height:30px">
<div style="left:400px;top:20px;width:10px;height:3000px"></div>
<script>
window.seen=[]
go.onclick=()=>seen.push('click'); go.ondblclick=()=>seen.push('dblclick')
box.onclick=()=>seen.push('box'); list.onchange=()=>seen.push('list '+list.value)
document.querySelector('#name').onkeydown=(e)=>seen.push('down '+e.code)
for (const kind of ['compositionstart','compositionend']) area['on'+kind]=null, area.addEventListener(kind,(e)=>seen.push(kind+' '+e.data))
document.onmousedown=()=>seen.push('pressed'); document.onmouseup=()=>seen.push('up'); document.onkeyup=(e)=>seen.push('keyup '+e.code)
</script>`

let bank: Loopback
let browser: TestBrowser
let world: WindowWorld
let control: ReturnType<typeof createControl>
let detach: () => void

beforeAll(async () => {
  bank = await startLoopback({
    '/form': form,
    '/next': '<title>Next</title><h1>next</h1>',
    '/framed':
      '<title>Framed</title><body style="margin:0"><iframe src="/form" style="position:absolute;left:100px;top:50px;width:700px;height:600px;border:5px solid"></iframe>',
    '/boxes': `<title>Boxes</title><input id=a maxlength=1><input id=b maxlength=1><script>document.onpaste=(e)=>{e.preventDefault();const t=e.clipboardData.getData('text');a.value=t[0];b.value=t[1]}</script>`,
  })
  browser = await startTestBrowser([bank.url, bank.url.replace('127.0.0.1', 'localhost')])
})
afterAll(async () => {
  await browser?.close()
  await bank?.close()
})

const open = async (path: string) => {
  await browser.page.goto(`${bank.url}${path}`)
}
const page = <T>(source: string): Promise<T> => browser.page.evaluate(source) as Promise<T>
const send = (events: unknown[]) => world.post('/input', { events })

beforeEach(async () => {
  world = await createWindowWorld()
  control = createControl({ now: Date.now })
  await open('/form')
  detach = world.bankWindow.attach(world.accountId, { context: browser.context, control, bankName: 'Test bank' })
  control.take()
})
afterEach(async () => {
  detach()
  for (const each of browser.context.pages().slice(1)) await each.close()
})

describe('shows the page on top', () => {
  it('tells what is open, then sends a picture of the page', async () => {
    const viewer = await world.look()
    expect(viewer.status).toBe(200)
    await viewer.until('live', ({ live, bankName }) => live && bankName === 'Test bank')
    await viewer.until('page', ({ title, origin, popups }) => title === 'Form' && origin === bank.url && popups === 0)
    const { header, payload } = await viewer.nextFrame()
    expect(header).toMatchObject({ width: 1280, height: 800, offsetTop: 0, pageScale: 1 })
    expect([...payload.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  })

  it('follows navigation and loading', async () => {
    const viewer = await world.look()
    await viewer.nextFrame()
    await send(click(35, 368))
    await viewer.until('page', ({ title, loading }) => title === 'Next' && !loading)
    expect(viewer.all.some(({ header }) => header.type === 'page' && header.loading)).toBe(true)
    await send([{ type: 'page', act: 'back' }])
    await viewer.until('page', ({ title }) => title === 'Form')
  })
})

describe('a page of another site', () => {
  it('is another process of the browser, and is shown and acted on like the first', async () => {
    const viewer = await world.look()
    await viewer.nextFrame()
    const elsewhere = bank.url.replace('127.0.0.1', 'localhost')
    await browser.page.goto(`${elsewhere}/form`)
    await viewer.until('page', ({ origin, loading }) => origin === elsewhere && !loading)
    await send([...click(100, 40), ...type('otro')])
    await eventually(() => page('document.querySelector("#name").value')).toBe('otro')
    const before = viewer.frames().length
    await send(type('!'))
    await viewer.waitFor('a picture of it', () => viewer.frames().length > before)
    await send([{ type: 'page', act: 'reload' }])
    await eventually(() => page('document.querySelector("#name").value')).toBe('')
  })
})

describe('types', () => {
  const name = () => page<string>('document.querySelector("#name").value')

  it('letters, accents, corrections and everything marked', async () => {
    await send([...click(100, 40), ...type('Juan'), ...type('ñá')])
    await eventually(name).toBe('Juanñá')
    await send([...press('Backspace'), ...press('ArrowLeft'), ...type('x')])
    await eventually(name).toBe('Juanxñ')
    await send([...press('a', modifier.ctrl), ...type('z')])
    await eventually(name).toBe('z')
    expect(await page('seen.filter((each) => each.startsWith("down")).slice(-1)')).toEqual(['down KeyZ'])
  })

  it('composed text, as dead keys and input methods make it', async () => {
    await send([
      ...click(100, 120),
      { type: 'compose', text: '´', start: 1, end: 1 },
      { type: 'compose', text: 'á', start: 1, end: 1 },
      { type: 'text', text: 'á' },
    ])
    await eventually(() => page('area.value')).toBe('á')
    expect(await page('seen.filter((each) => each.startsWith("comp"))')).toEqual([
      'compositionstart ',
      'compositionend á',
    ])
    await send([
      { type: 'compose', text: 'given up', start: 8, end: 8 },
      { type: 'compose', text: '', start: 0, end: 0 },
      { type: 'text', text: '漢字 😀' },
    ])
    await eventually(() => page('area.value')).toBe('á漢字 😀')
  })

  it('pasted text, in place of what is marked', async () => {
    await send([
      ...click(100, 120),
      ...type('abc'),
      ...press('a', modifier.ctrl),
      { type: 'paste', text: 'Línea 1\nLínea 2' },
    ])
    await eventually(() => page('area.value')).toBe('Línea 1\nLínea 2')
  })

  it('pastes in the own way of a page that has one', async () => {
    await open('/boxes')
    await send([...click(20, 20), { type: 'paste', text: '42' }])
    await eventually(() => page('[a.value, b.value]')).toEqual(['4', '2'])
  })

  it('Enter and Tab do what they do in a browser', async () => {
    await send([...click(100, 120), ...type('a'), ...press('Enter'), ...type('b'), ...press('Tab'), ...press('Enter')])
    await eventually(() => page('[area.value, document.activeElement.id, seen.includes("click")]')).toEqual([
      'a\nb',
      'go',
      true,
    ])
  })

  it('gives the marked text to the person, but never a password', async () => {
    await send([...click(100, 40), ...type('Pérez')])
    expect((await send([...press('a', modifier.ctrl), { type: 'copy' }])).body).toEqual({ copied: 'Pérez' })
    expect((await send([{ type: 'cut' }])).body).toEqual({ copied: 'Pérez' })
    await eventually(name).toBe('')
    expect((await send([...click(100, 415), ...press('a', modifier.ctrl), { type: 'copy' }])).body).toEqual({
      copied: '',
    })
    expect((await send([{ type: 'cut' }])).body).toEqual({ copied: '' })
    expect(await page('secret.value')).toBe('S3cret')
  })
})

describe('points', () => {
  it('a click on a picture of another size lands on the right element', async () => {
    const viewer = await world.look({ width: 457, height: 300 })
    const { header, payload } = await viewer.nextFrame()
    expect(jpegSize(payload)).toEqual([457, 286])
    expect(header).toMatchObject({ width: 1280, height: 800 })
    // Where the box is in the small picture, and from there to the page as the window computes it.
    const [x, y] = [610 * (457 / 1280), 410 * (286 / 800)]
    await send(click((x / 457) * 1280, (y / 286) * 800))
    await eventually(() => page('seen.includes("box")')).toBe(true)
  })

  it('double clicks', async () => {
    await send(doubleClick(60, 220))
    await eventually(() => page('seen.filter((each) => each.endsWith("click"))')).toEqual([
      'click',
      'click',
      'dblclick',
    ])
    await send([...click(100, 40), ...type('dos palabras'), ...doubleClick(35, 40), { type: 'copy' }])
    expect((await send([{ type: 'copy' }])).body).toEqual({ copied: 'dos' })
  })

  it('scrolls by wheel and marks by dragging', async () => {
    await send([{ type: 'wheel', x: 640, y: 500, dx: 0, dy: 300, modifiers: 0 }])
    await eventually(() => page('scrollY')).toBe(300)
    await page('scrollTo(0, 0)')
    await send([...click(100, 40), ...type('arrastrar')])
    await send([move(22, 40), down(22, 40), drag(150, 40), drag(310, 40), up(310, 40)])
    expect((await send([{ type: 'copy' }])).body).toEqual({ copied: 'arrastrar' })
  })

  it('shows the pointer a browser would show', async () => {
    const viewer = await world.look()
    for (const [x, y, shape] of [
      [100, 40, 'text'],
      [30, 368, 'pointer'],
      [1000, 700, 'default'],
    ] as const) {
      await send([move(x, y)])
      await viewer.until('cursor', (cursor) => cursor.shape === shape)
    }
  })

  it('tells where typed text goes', async () => {
    const viewer = await world.look()
    await send(click(100, 40))
    await viewer.until('focus', ({ field }) => field?.x === 20 && field.width === 300)
    await send(click(60, 220))
    await viewer.until('focus', ({ field }) => field === null)
  })

  it('acts and looks inside frames', async () => {
    const viewer = await world.look()
    await open('/framed')
    const inFrame = (source: string) => browser.page.frames()[1]?.evaluate(source)
    await send([...click(105 + 100, 55 + 40), ...type('inside')])
    await eventually(() => inFrame('document.querySelector("#name").value')).toBe('inside')
    await viewer.until('cursor', ({ shape }) => shape === 'text')
    await viewer.until('focus', ({ field }) => field?.x === 125 && field.y === 75)
    expect((await send([...press('a', modifier.ctrl), { type: 'copy' }])).body).toEqual({ copied: 'inside' })
  })

  it('opens lists, which the browser draws outside the page, for the person to choose from', async () => {
    const viewer = await world.look()
    await send(click(60, 315))
    const { choices } = await viewer.until('choices', (message) => message.choices !== null)
    expect(choices).toMatchObject({
      rect: { x: 20, y: 300, width: 160, height: 30 },
      selected: 0,
      options: [
        { label: 'Cédula', disabled: false },
        { label: 'Pasaporte', disabled: false },
        { label: 'RUT', disabled: true },
      ],
    })
    await send([{ type: 'choose', id: choices?.id, index: 1 }])
    await eventually(() => page('seen.filter((each) => each.startsWith("list"))')).toEqual(['list Pasaporte'])
    await viewer.until('choices', (message) => message.choices === null)
    await send([{ type: 'choose', id: choices?.id, index: 0 }])
    expect(await page('list.value')).toBe('Pasaporte')
  })
})

describe('pop-ups', () => {
  const openPopup = (features = 'width=500,height=400') =>
    page(`void window.open('/next', 'popup', ${JSON.stringify(features)})`)

  it('are followed, acted on, and left again', async () => {
    const viewer = await world.look()
    await viewer.nextFrame()
    await openPopup()
    await viewer.until('page', ({ popups, title }) => popups === 1 && title === 'Next')
    await viewer.waitFor('a picture of the pop-up', () => {
      const frame = viewer.last('frame')
      return frame?.width === 500 && frame.height === 400
    })
    const popup = browser.context.pages()[1]
    await popup?.evaluate('document.onclick = () => setTimeout(() => close(), 50)')
    await send(click(50, 50))
    await viewer.until('page', ({ popups, title }) => popups === 0 && title === 'Form')
    await viewer.waitFor('a picture of the first page', () => viewer.last('frame')?.width === 1280)
    await send([...click(100, 40), ...type('back')])
    await eventually(() => page('document.querySelector("#name").value')).toBe('back')
  })

  it('can be closed by the person; the first page cannot', async () => {
    const viewer = await world.look()
    await openPopup()
    await viewer.until('page', ({ popups }) => popups === 1)
    await send([{ type: 'page', act: 'close' }])
    await viewer.until('page', ({ popups, title }) => popups === 0 && title === 'Form')
    await send([{ type: 'page', act: 'close' }, ...click(100, 40), ...type('still')])
    await eventually(() => page('document.querySelector("#name").value')).toBe('still')
  })

  it('take nothing that was meant for the page below, nor that page what was meant for them', async () => {
    const viewer = await world.look()
    await viewer.nextFrame()
    const on = (number: number) => click(610, 410).map((event) => ({ ...event, page: number }))
    const first = viewer.last('frame')?.page ?? 0
    await openPopup()
    await viewer.waitFor('a picture of the pop-up', () => viewer.last('frame')?.width === 500)
    const second = viewer.last('frame')?.page ?? 0
    await browser.context.pages()[1]?.evaluate('window.hits = 0; document.onclick = () => { hits += 1 }')
    await send([...on(first), ...on(second).map((event) => ({ ...event, x: 50, y: 50 }))])
    await eventually(() => browser.context.pages()[1]?.evaluate('hits')).toBe(1)
    await browser.context.pages()[1]?.close()
    await viewer.waitFor('a picture of the first page', () => viewer.last('frame')?.width === 1280)
    await send([...on(second), ...on(viewer.last('frame')?.page ?? 0)])
    await eventually(() => page('seen.filter((each) => each === "box").length')).toBe(1)
    expect(await page('seen.filter((each) => each === "pressed").length')).toBe(1)
  })

  it('lie on top of each other', async () => {
    const viewer = await world.look()
    await openPopup()
    await viewer.until('page', ({ popups }) => popups === 1)
    await browser.context.pages()[1]?.evaluate(`void window.open('/form', 'second')`)
    await viewer.until('page', ({ popups, title }) => popups === 2 && title === 'Form')
    await browser.context.pages()[1]?.close()
    await send([{ type: 'page', act: 'close' }])
    await viewer.until('page', ({ popups }) => popups === 0)
  })
})

describe('dialogs', () => {
  it('are shown to a person who acts and answered by the person', async () => {
    const viewer = await world.look()
    await page(`go.onclick = () => seen.push(prompt('Su nombre', 'Juan'), confirm('¿Seguro?'))`)
    await send(click(60, 220))
    const { dialog } = await viewer.until('dialog', (message) => message.dialog !== null)
    expect(dialog).toMatchObject({ kind: 'prompt', message: 'Su nombre', defaultValue: 'Juan' })
    expect(await world.post('/dialog', { id: dialog?.id, accept: true, text: 'Ana' })).toMatchObject({ status: 204 })
    const second = await viewer.until('dialog', (message) => message.dialog?.kind === 'confirm')
    expect(await world.post('/dialog', { id: dialog?.id, accept: true })).toMatchObject({ status: 409 })
    await world.post('/dialog', { id: second.dialog?.id, accept: false })
    await viewer.until('dialog', (message) => message.dialog === null)
    await eventually(() => page('seen.slice(-2)')).toEqual(['Ana', false])
  })

  it('are answered at once while the script acts, and when the person hands back', async () => {
    control.handBack()
    expect(await page(`confirm('script')`)).toBe(false)
    control.take()
    const viewer = await world.look()
    const answer = page(`confirm('person')`)
    await viewer.until('dialog', (message) => message.dialog !== null)
    control.handBack()
    expect(await answer).toBe(false)
  })

  it('let a viewer who comes later see them', async () => {
    const first = await world.look()
    const answer = page(`prompt('wait')`)
    await first.until('dialog', (message) => message.dialog !== null)
    const late = await world.look()
    const { dialog } = await late.until('dialog', (message) => message.dialog !== null)
    await world.post('/dialog', { id: dialog?.id, accept: true, text: 'now' })
    expect(await answer).toBe('now')
  })
})

describe('a person who leaves', () => {
  it('holds no button and no key any more', async () => {
    await page('document.onkeydown = () => seen.push("held")')
    await send([move(300, 600), down(300, 600), ...press('z').slice(0, 1)])
    await eventually(() => page('seen')).toEqual(['pressed', 'held'])
    control.handBack()
    await eventually(() => page('seen.filter((each) => /up/.test(each))')).toEqual(['keyup KeyZ', 'up'])
  })
})
