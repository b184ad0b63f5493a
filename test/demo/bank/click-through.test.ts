import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBrowser } from '../../../main/core/browser/find.ts'
import { type PracticeBank, startPracticeBank } from '../../../main/demo/bank/practice-bank.ts'

let bank: PracticeBank
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  bank = await startPracticeBank()
  for (let i = 0; i < 30; i++)
    bank.addMovement({ account: '001-2045871', amountMinor: 10_050 + i, party: `Compañía Número ${i} de Paysandú` })
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('This test needs an installed Chrome, Edge or Chromium')
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
  page = await browser.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser?.close()
  await bank?.close()
})

it('is clicked through by a person: wrong password, accounts, pages, detail, file, out', async () => {
  await page.goto(bank.url)
  await page.fill('#usuario', 'telares')
  await page.fill('#clave', 'Puerto-2054')
  await page.click('#ingresar')
  expect(await page.textContent('#error-credenciales')).toContain('incorrectos')

  await page.fill('#clave', 'Puerto-2045')
  await page.click('#ingresar')
  expect(await page.locator('tr.cuenta').count()).toBe(2)

  await page.click('tr[data-moneda=UYU] a.ver-movimientos')
  await page.waitForFunction(() =>
    document.querySelector('#resumen-del-dia')?.textContent?.includes('30 acreditaciones'),
  )
  expect(await page.textContent('#resumen-del-dia')).toBe('Hoy: 30 acreditaciones por $ 3.019,35')
  expect(await page.locator('tr.movimiento').count()).toBe(25)

  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#descargar')])
  expect(file.suggestedFilename()).toBe('movimientos-001-2045871.csv')

  await page.click('#siguiente')
  expect(await page.locator('tr.movimiento').count()).toBe(5)
  await page.click('tr.movimiento:last-child a.ver-detalle')
  expect(await page.textContent('#ordenante')).toMatch(/^Compañía Número \d+ de Paysandú$/)

  await page.click('#volver')
  await page.click('#salir')
  expect(await page.textContent('#aviso-salida')).toContain('Cerró su sesión')
  expect(complaints).toEqual([])
})
