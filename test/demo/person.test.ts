import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usualBehaviour } from '../../main/demo/bank/behaviour.ts'
import { type PracticeBank, startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { type CajaRural, startCajaRural } from '../../main/demo/caja/caja-rural.ts'
import { browserPath } from '../support/test-browser.ts'

/** Set to a folder to keep pictures of every station. */
const picturesDir = process.env.DEMO_PICTURES

let bank: PracticeBank
let caja: CajaRural
let browser: Browser
let context: BrowserContext
let page: Page
let control: Page
let complaints: string[] = []

beforeAll(async () => {
  bank = await startPracticeBank()
  caja = await startCajaRural()
  for (let i = 0; i < 3; i++) bank.addMovement({ account: '001-2045871', amountMinor: 100 + i, party: `Cliente ${i}` })
  caja.addMovement({ account: '7700-118', amountMinor: 123_456, party: 'Bluewater Trading LLC' })
  browser = await chromium.launch({ executablePath: browserPath(), chromiumSandbox: process.getuid?.() !== 0 })
})
beforeEach(async () => {
  Object.assign(bank.behaviour, usualBehaviour())
  complaints = []
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  control = await context.newPage()
  for (const each of [page, control]) each.on('pageerror', (error) => complaints.push(error.message))
  await control.goto(bank.controlUrl)
})
afterEach(async () => {
  expect(complaints).toEqual([])
  await context.close()
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([bank?.close(), caja?.close()])
})

const picture = async (name: string, of: Page = page) => {
  if (picturesDir === undefined) return
  mkdirSync(picturesDir, { recursive: true })
  await of.screenshot({ path: join(picturesDir, `${name}.png`), fullPage: true })
}
const choose = (name: string, value: string) =>
  Promise.all([control.waitForEvent('load'), control.click(`[data-switch="${name}"] button:text-is("${value}")`)])
const enter = async () => {
  await page.goto(bank.loginUrl)
  await page.fill('#usuario', 'telares')
  await page.fill('#clave', 'Puerto-2045')
  await page.click('#ingresar')
}
/** What the person reads on the phone. */
const codeOnPhone = async () => {
  const newest = bank.codes().at(-1)?.code ?? ''
  await control.waitForSelector(`.code:text-is("${newest}")`)
  return newest
}

describe('a person at the practice bank', () => {
  it('reads the code on the control page and types it', async () => {
    await choose('secondFactor', 'code')
    await enter()
    await page.waitForSelector('#paso-codigo')
    const code = await codeOnPhone()
    await picture('control', control)
    await page.fill('#codigo', code.split('').reverse().join('x').slice(0, 6))
    await page.click('#confirmar')
    await page.waitForSelector('#error-codigo')
    await picture('code-wrong')
    await page.click('#reenviar')
    await page.waitForSelector('#aviso-reenvio')
    await page.fill('#codigo', await codeOnPhone())
    await page.press('#codigo', 'Enter')
    await page.waitForSelector('#cliente')
    await control.waitForSelector('tr[data-user=telares] .submissions:text-is("1")')
  })

  it('types it into the frame of the page', async () => {
    await choose('secondFactor', 'code')
    await choose('codePlace', 'frame')
    await enter()
    const frame = page.frameLocator('#marco-codigo')
    await frame.locator('#codigo').fill('000000000')
    await picture('code-frame')
    await frame.locator('#codigo').fill(await codeOnPhone())
    await frame.locator('#confirmar').click()
    await page.waitForSelector('#cliente')
  })

  it('types it into a window that the page opens and that closes by itself', async () => {
    await choose('secondFactor', 'code')
    await choose('codePlace', 'window')
    await enter()
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('#abrir-codigo')])
    await popup.fill('#codigo', await codeOnPhone())
    await picture('code-window', popup)
    const closed = popup.waitForEvent('close')
    await popup.click('#confirmar')
    await closed
    await page.waitForSelector('#cliente')
  })

  it('approves on the phone, and the page goes on by itself', async () => {
    await choose('secondFactor', 'push')
    await enter()
    await page.waitForSelector('#paso-aprobacion')
    await picture('approval')
    await control.click('button:text-is("Approve")')
    await page.waitForSelector('#cliente')
  })

  it('is told that the login was denied', async () => {
    await choose('secondFactor', 'push')
    await enter()
    await control.click('button:text-is("Deny")')
    await page.waitForSelector('#error-aprobacion')
  })

  it('picks the drawing and chooses a new password', async () => {
    await choose('botCheck', 'on')
    await choose('mustChangePassword', 'on')
    await enter()
    const asked = (await page.textContent('#pregunta')) ?? ''
    await picture('bot-check')
    const hint = await control.waitForSelector('text=it is number')
    const number = Number(/\d+/.exec((await hint.textContent()) ?? '')?.[0])
    expect(asked).toMatch(/^\w+$/)
    await page.click(`#form-verificacion .dibujo:nth-of-type(${number})`)
    await page.fill('#clave-nueva', 'Puerto-2046')
    await page.fill('#clave-repetida', 'Puerto-2046')
    await picture('new-password')
    await page.click('#guardar-clave')
    await page.waitForSelector('#cliente')
    bank.changePassword('telares', 'Puerto-2045')
  })

  it('sees the same movements in a frame and drawn by the script', async () => {
    await enter()
    await page.waitForSelector('#cliente')
    await choose('movementsIn', 'frame')
    await page.goto(`${bank.url}/cuentas/001-2045871/movimientos`)
    const frame = page.frameLocator('#marco-movimientos')
    await expect.poll(() => frame.locator('tr.movimiento .ordenante').allInnerTexts()).toHaveLength(3)
    const inFrame = await frame.locator('tr.movimiento .ordenante').allInnerTexts()
    await picture('movements-frame')
    await choose('movementsIn', 'script')
    await page.reload()
    await page.waitForSelector('#movimientos[data-listo="3"]')
    expect(await page.locator('tr.movimiento .ordenante').allInnerTexts()).toEqual(inFrame)
    await picture('movements-script')
  })

  it('is sent to the login when the bank ends the session', async () => {
    await enter()
    await page.waitForSelector('#cliente')
    await Promise.all([control.waitForEvent('load'), control.click('button:text-is("End all sessions")')])
    await page.reload()
    await page.waitForSelector('#aviso-sesion')
  })

  it('sees the login page with other names and one field more', async () => {
    await choose('renamedLogin', 'on')
    await choose('extraLoginField', 'on')
    await page.goto(bank.loginUrl)
    await page.waitForSelector('#pin_web')
    await page.waitForSelector('#llave')
    await picture('login-changed')
  })
})

describe('a person at the second practice bank', () => {
  it('signs in with a code, sees the activity, and leaves', async () => {
    await page.goto(caja.loginUrl)
    await page.fill('#member-id', 'M-20417')
    await page.fill('#passphrase', 'wrong')
    await page.click('#sign-in-button')
    await page.waitForSelector('#sign-in-error')
    await picture('caja-login')
    await page.fill('#passphrase', 'Harvest-Moon-88')
    await page.press('#passphrase', 'Enter')
    await page.waitForSelector('#code-step')
    await picture('caja-code')
    await page.fill('#one-time-code', caja.codes('M-20417').at(-1)?.code ?? '')
    await page.click('#verify')
    await page.waitForSelector('#member')
    const ledger = page.frameLocator('#ledger')
    await ledger.locator('#entries[data-loaded="1"]').waitFor()
    expect(await ledger.locator('tr.entry .counterparty').allInnerTexts()).toEqual(['Bluewater Trading LLC'])
    await picture('caja-inside')

    caja.addMovement({ account: '7700-118', amountMinor: 5, party: null })
    await ledger.locator('#refresh').click()
    await ledger.locator('#entries[data-loaded="2"]').waitFor()
    expect(await ledger.locator('tr.entry .money-in').allInnerTexts()).toEqual(['$0.05', '$1,234.56'])
    await page.click('#sign-out')
    await page.waitForSelector('#sign-in')
    expect(caja.signedInVisits()).toBe(0)
    expect(caja.submissions('M-20417')).toBe(2)
  })

  it('is asked for a new passphrase, and to sign in again when the session was idle', async () => {
    Object.assign(caja.behaviour, { mustChangePassword: true, secondFactor: 'none' })
    await page.goto(caja.loginUrl)
    await page.fill('#member-id', 'M-20417')
    await page.fill('#passphrase', 'Harvest-Moon-88')
    await page.click('#sign-in-button')
    await page.fill('#new-passphrase', 'Harvest-Moon-89')
    await page.fill('#repeat-passphrase', 'Harvest-Moon-8')
    await page.click('#save-passphrase')
    await page.waitForSelector('#passphrase-error')
    await page.fill('#new-passphrase', 'Harvest-Moon-89')
    await page.fill('#repeat-passphrase', 'Harvest-Moon-89')
    await page.click('#save-passphrase')
    const ledger = page.frameLocator('#ledger')
    await ledger.locator('#entries[data-loaded]').waitFor()
    caja.behaviour.sessionIdleMs = 1
    await expect.poll(() => caja.signedInVisits()).toBe(0)
    await ledger.locator('#refresh').click()
    await page.waitForSelector('#session-over')
    caja.changePassword('M-20417', 'Harvest-Moon-88')
  })
})
