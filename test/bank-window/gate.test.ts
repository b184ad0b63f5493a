import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createControl } from '../../main/core/bank-window/control.ts'
import { gateActions } from '../../main/core/bank-window/gate.ts'
import { createPageActions } from '../../main/core/browser/page-actions.ts'
import { type PracticeBank, startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { openTestRoom } from '../support/test-room.ts'
import { click, type } from './acts.ts'
import { eventually } from './eventually.ts'
import { createWindowWorld } from './world.ts'

let bank: PracticeBank
let browser: TestBrowser

beforeAll(async () => {
  bank = await startPracticeBank()
  browser = await startTestBrowser([bank.url])
})
afterAll(async () => {
  await browser?.close()
  await bank?.close()
})

const gated = (control: ReturnType<typeof createControl>) =>
  gateActions(
    createPageActions({ page: browser.page, guard: browser.guard, now: Date.now, note: () => undefined }),
    control,
  )

describe('a script and a person on one page', () => {
  it('the script stops before its next act while the person has the page, and goes on afterwards', async () => {
    const world = await createWindowWorld()
    const control = createControl({ now: Date.now })
    await browser.page.goto(bank.loginUrl)
    const detach = world.bankWindow.attach(world.accountId, { context: browser.context, control, bankName: 'Puerto' })
    const room = await openTestRoom(browser, { actions: gated(control), onLine: () => control.take() })
    const facts = {
      accountId: 'a',
      username: bank.user.user,
      password: bank.user.password,
      lastExternalId: null,
      loginUrl: bank.loginUrl,
      timeZone: 'America/Montevideo',
    }
    const script = `
      await page.fill('#usuario', context.username)
      context.debugLog(JSON.stringify({ event: 'now the person takes over' }))
      await page.sleep(100, 'the line is on its way')
      await page.fill('#clave', context.password)
      await page.click('#ingresar')
      await page.waitFor('#cliente')
      return [{ where: await page.url() }]`
    const run = room.run(script, facts, 30_000)
    await eventually(() => control.acting.actor).toBe('person')

    const field = await browser.page.locator('#usuario').boundingBox()
    if (!field) throw new Error('no field')
    await world.post('/input', { events: [...click(field.x + field.width - 10, field.y + 10), ...type('-persona')] })
    await eventually(() => browser.page.inputValue('#usuario')).toBe('telares-persona')
    expect(await browser.page.inputValue('#clave')).toBe('')
    expect(bank.submissions('telares')).toBe(0)
    await browser.page.fill('#usuario', bank.user.user)

    const before = control.personTimeMs()
    expect(before).toBeGreaterThan(0)
    await world.post('/control', { action: 'hand-back' })
    const result = await run
    expect(result.kind === 'list' && result.value).toEqual([{ where: `${bank.url}/cuentas` }])
    const after = control.personTimeMs()
    expect(after).toBeGreaterThanOrEqual(before)
    expect(control.personTimeMs()).toBe(after)
    await room.close()
    detach()
  })

  it('the first page opens even for a person who took over before, and the next one waits', async () => {
    const control = createControl({ now: Date.now })
    control.take()
    bank.expireSessions()
    await browser.page.goto('about:blank')
    const actions = gated(control)
    await actions.goto(bank.loginUrl)
    expect(browser.page.url()).toBe(bank.loginUrl)

    const again = `${bank.loginUrl}?again`
    const next = actions.goto(again)
    expect(await Promise.race([next, browser.page.title().then(() => 'waits')])).toBe('waits')
    control.handBack()
    await next
    expect(browser.page.url()).toBe(again)
  })

  it('a person logs in alone, by mouse, keyboard and paste', async () => {
    const world = await createWindowWorld()
    const control = createControl({ now: Date.now })
    bank.expireSessions()
    await browser.page.goto(bank.loginUrl)
    const detach = world.bankWindow.attach(world.accountId, { context: browser.context, control, bankName: 'Puerto' })
    const viewer = await world.look({ width: 900, height: 600 })
    control.take({ reason: 'step', prompt: 'Ingrese' })
    const middle = async (selector: string): Promise<[number, number]> => {
      const box = await browser.page.locator(selector).boundingBox()
      if (!box) throw new Error(`no ${selector}`)
      return [box.x + box.width / 2, box.y + box.height / 2]
    }
    await world.post('/input', { events: [...click(...(await middle('#usuario'))), ...type(bank.user.user)] })
    await world.post('/input', {
      events: [...click(...(await middle('#clave'))), { type: 'paste', text: bank.user.password }],
    })
    await world.post('/input', { events: click(...(await middle('#ingresar'))) })
    await viewer.until('page', ({ title, loading }) => !loading && title !== '' && !title.startsWith('Ingreso'))
    expect(browser.page.url()).toBe(`${bank.url}/cuentas`)
    detach()
  })
})
