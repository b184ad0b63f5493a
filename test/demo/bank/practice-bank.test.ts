import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PracticeBank, startPracticeBank } from '../../../main/demo/bank/practice-bank.ts'
import { createVisitor, hiddenToken, type Visitor } from './visitor.ts'

const pesos = '001-2045871'
const start = Date.parse('2026-05-12T15:00:00Z')

let now = start
let bank: PracticeBank
let visitor: Visitor

beforeEach(async () => {
  now = start
  bank = await startPracticeBank({ now: () => now })
  visitor = createVisitor(bank.url)
})
afterEach(() => bank.close())

const enter = async () => expect((await visitor.signIn('telares', 'Puerto-2045')).status).toBe(303)
const pageOf = async (path: string) => (await visitor.get(path)).text()
const rowsOf = (page: string) => page.match(/<tr class="movimiento">[\s\S]*?<\/tr>/g) ?? []
const cell = (row: string | undefined, name: string) =>
  new RegExp(`<td class="${name}[^"]*">([^<]*)<`).exec(row ?? '')?.[1]

describe('login', () => {
  it('lets the right password in, with a new session cookie', async () => {
    const answer = await visitor.signIn('telares', 'Puerto-2045')
    expect(answer.headers.get('location')).toBe('/cuentas')
    expect(answer.headers.get('set-cookie')).toMatch(/^bdp_sesion=\w+;.*HttpOnly/)
    expect(await pageOf('/cuentas')).toContain('<strong id="cliente">Telares del Sur S.A.</strong>')
  })

  it('says that user or password are wrong and keeps the user name, escaped', async () => {
    const page = await (await visitor.signIn('<b>"eva"', 'x')).text()
    expect(page).toContain('id="error-credenciales"')
    expect(page).toContain('value="&lt;b&gt;&quot;eva&quot;"')
  })

  it('locks the user at the third wrong password, and then even the right one does not help', async () => {
    expect(await (await visitor.signIn('telares', 'a')).text()).toContain('Le quedan 2 intentos')
    expect(await (await visitor.signIn('telares', 'b')).text()).toContain('Le queda 1 intento')
    expect(await (await visitor.signIn('telares', 'c')).text()).toContain('id="error-bloqueo"')
    const right = await (await visitor.signIn('telares', 'Puerto-2045')).text()
    expect(right).toContain('id="error-bloqueo"')
    expect(right).not.toContain('id="clave"')
    expect(bank.submissions('telares')).toBe(4)

    bank.unlock('telares')
    await enter()
  })

  it('forgets wrong passwords after a right one', async () => {
    await visitor.signIn('telares', 'a')
    await visitor.signIn('telares', 'b')
    await enter()
    const other = createVisitor(bank.url)
    expect(await (await other.signIn('telares', 'c')).text()).toContain('Le quedan 2 intentos')
    expect(bank.isLocked('telares')).toBe(false)
  })

  it('lets nobody in without the hidden token of the form, but counts the submission', async () => {
    await visitor.get('/ingreso')
    const answer = await visitor.post('/ingreso', { _csrf: 'x', usuario: 'telares', clave: 'Puerto-2045' })
    expect(answer.headers.get('location')).toBe('/ingreso?motivo=sesion')
    expect(bank.submissionLog()).toEqual([{ at: start, user: 'telares', result: 'form refused' }])
    expect(bank.signedInVisits()).toBe(0)
  })

  it('shows nothing behind the login to strangers', async () => {
    for (const path of [
      '/cuentas',
      `/cuentas/${pesos}/movimientos`,
      '/detalle/abc',
      `/cuentas/${pesos}/movimientos.csv`,
    ])
      expect((await visitor.get(path)).headers.get('location')).toBe('/ingreso?motivo=sesion')
    const json = await visitor.get(`/cuentas/${pesos}/movimientos-del-dia.json`)
    expect([json.status, await json.json()]).toEqual([401, { error: 'sesion_expirada' }])
  })

  it('leaves by the button', async () => {
    await enter()
    const token = hiddenToken(await pageOf('/cuentas'))
    expect((await visitor.post('/salir', { _csrf: token })).headers.get('location')).toBe('/ingreso?motivo=salida')
    expect((await visitor.get('/cuentas')).status).toBe(303)
    expect(bank.signedInVisits()).toBe(0)
  })
})

describe('movements', () => {
  const book = (count: number) => {
    for (let i = 0; i < count; i++)
      bank.addMovement({ account: pesos, amountMinor: 100 + i, at: start - i * 60_000, party: `Cliente ${i}` })
  }

  it('pages 25 rows, newest first, each row once', async () => {
    book(60)
    await enter()
    const seen: (string | undefined)[] = []
    let path: string | null = `/cuentas/${pesos}/movimientos`
    const sizes: number[] = []
    while (path) {
      const page = await pageOf(path)
      const rows = rowsOf(page)
      sizes.push(rows.length)
      seen.push(...rows.map((row) => cell(row, 'ordenante')))
      const next = /id="siguiente" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
      path = next ? `/cuentas/${pesos}/movimientos${next}` : null
    }
    expect(sizes).toEqual([25, 25, 10])
    expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => `Cliente ${i}`))
  })

  it('shows a thousand rows on one page when asked', async () => {
    book(1000)
    await enter()
    expect(rowsOf(await pageOf(`/cuentas/${pesos}/movimientos?por_pagina=1000`))).toHaveLength(1000)
  })

  it('cuts names at 20 characters in the list and shows the whole on the detail page', async () => {
    const { reference } = bank.addMovement({
      account: pesos,
      amountMinor: 123_456,
      at: start - 9_000,
      party: 'Cooperativa Agraria de San Ramón',
    })
    await enter()
    const [row] = rowsOf(await pageOf(`/cuentas/${pesos}/movimientos`))
    expect(cell(row, 'ordenante')).toBe('Cooperativa Agraria …')
    expect(cell(row, 'fecha')).toBe('12/05/2026 11:59')
    expect(cell(row, 'credito')).toBe('1.234,56')

    const detail = await pageOf(/href="(\/detalle\/[^"]+)"/.exec(row ?? '')?.[1] ?? '')
    expect(detail).toContain(`<dd id="referencia">${reference}</dd>`)
    expect(detail).toContain('<dd id="ordenante">Cooperativa Agraria de San Ramón</dd>')
    expect(detail).toContain('<dd id="fecha">12/05/2026 11:59:51</dd>')
    expect(detail).toContain('<dd id="importe">$ 1.234,56</dd>')
  })

  it('keeps the reference over logins but not the address of the detail page', async () => {
    book(1)
    const addresses: (string | undefined)[] = []
    for (const each of [createVisitor(bank.url), createVisitor(bank.url)]) {
      await each.signIn('telares', 'Puerto-2045')
      const list = await (await each.get(`/cuentas/${pesos}/movimientos`)).text()
      const address = /href="(\/detalle\/[^"]+)"/.exec(list)?.[1]
      addresses.push(address)
      expect(await (await each.get(address ?? '')).text()).toContain('BDP0000418237')
    }
    expect(addresses[0]).not.toBe(addresses[1])
  })

  it('keeps the balance over incoming and outgoing rows', async () => {
    bank.addMovement({ account: pesos, amountMinor: 1_000, at: start - 2_000 })
    bank.addMovement({ account: pesos, amountMinor: 400, at: start - 1_000, kind: 'debit', party: 'Proveedor' })
    await enter()
    const [debit, credit] = rowsOf(await pageOf(`/cuentas/${pesos}/movimientos`))
    expect([cell(debit, 'debito'), cell(debit, 'credito'), cell(debit, 'saldo')]).toEqual(['4,00', '', '842.156,30'])
    expect([cell(credit, 'debito'), cell(credit, 'ordenante'), cell(credit, 'saldo')]).toEqual(['', '—', '842.160,30'])
  })

  it('filters by days and says when there is nothing', async () => {
    bank.addMovement({ account: pesos, amountMinor: 1_000, at: Date.parse('2026-05-11T02:59:59Z') })
    bank.addMovement({ account: pesos, amountMinor: 1_001, at: Date.parse('2026-05-11T03:00:00Z') })
    await enter()
    const page = await pageOf(`/cuentas/${pesos}/movimientos?desde=11/05/2026&hasta=11/05/2026`)
    expect(rowsOf(page).map((row) => cell(row, 'credito'))).toEqual(['10,01'])
    expect(await pageOf(`/cuentas/${pesos}/movimientos?desde=12/05/2026`)).toContain('id="sin-movimientos"')
  })

  it('answers its own script with today as JSON: full names, stable references, twins kept apart', async () => {
    bank.addMovement({ account: pesos, amountMinor: 635_000, at: start - 5_000, party: 'Panadería El Trigal' })
    bank.addMovement({ account: pesos, amountMinor: 635_000, at: start - 5_000, party: 'Panadería El Trigal' })
    bank.addMovement({ account: pesos, amountMinor: 5, at: start - 86_400_000, party: null, kind: 'debit' })
    await enter()
    const today = await (await visitor.get(`/cuentas/${pesos}/movimientos-del-dia.json`)).json()
    expect(today).toMatchObject({ cuenta: pesos, moneda: 'UYU', desde: '12/05/2026', hasta: '12/05/2026' })
    const references = today.movimientos.map((each: { referencia: string }) => each.referencia)
    expect(new Set(references).size).toBe(2)
    expect(today.movimientos[0]).toMatchObject({
      fecha: '12/05/2026 11:59:55',
      tipo: 'C',
      importe: '6.350,00',
      moneda: 'UYU',
      ordenante: 'Panadería El Trigal',
    })
    const older = await (await visitor.get(`/cuentas/${pesos}/movimientos-del-dia.json?desde=07/05/2026`)).json()
    expect(older.movimientos.at(-1)).toMatchObject({ tipo: 'D', importe: '0,05', ordenante: null })
  })

  it('offers the list as a file', async () => {
    bank.addMovement({ account: pesos, amountMinor: 1_234_500, at: start, party: 'Ruiz; "Hijos"' })
    await enter()
    const file = await visitor.get(`/cuentas/${pesos}/movimientos.csv`)
    expect(file.headers.get('content-disposition')).toContain('movimientos-001-2045871.csv')
    expect(await file.text()).toContain('BDP0000418237;Transferencia recibida;"Ruiz; ""Hijos""";;12.345,00;')
  })
})

describe('behaviour', () => {
  it('ends a session that was idle too long, and every session at night', async () => {
    await enter()
    now += bank.behaviour.sessionIdleMs
    expect((await visitor.get('/cuentas')).status).toBe(200)
    now += bank.behaviour.sessionIdleMs + 1
    expect((await visitor.get('/cuentas')).headers.get('location')).toBe('/ingreso?motivo=sesion')
    expect(await pageOf('/ingreso?motivo=sesion')).toContain('id="aviso-sesion"')

    await enter()
    bank.expireSessions()
    expect((await visitor.get('/cuentas')).status).toBe(303)
  })

  it('fails as often as told, then works again', async () => {
    await enter()
    bank.behaviour.failing = { overview: 1 }
    const failed = await visitor.get('/cuentas')
    expect([failed.status, (await failed.text()).includes('id="error-interno"')]).toEqual([500, true])
    expect((await visitor.get('/cuentas')).status).toBe(200)
  })

  it('answers late', async () => {
    bank.behaviour.delayMs = { login: 150 }
    const before = performance.now()
    await visitor.get('/ingreso')
    expect(performance.now() - before).toBeGreaterThanOrEqual(145)
  })

  it('never answers a hanging place, and still closes', async () => {
    bank.behaviour.hanging = ['login']
    await expect(fetch(bank.loginUrl, { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout')
    const waiting = expect(fetch(bank.loginUrl)).rejects.toThrow()
    await bank.close()
    await waiting
  })

  it('shows the maintenance page everywhere', async () => {
    bank.behaviour.maintenance = true
    for (const path of ['/ingreso', '/cuentas']) {
      const answer = await visitor.get(path)
      expect([answer.status, (await answer.text()).includes('id="mantenimiento"')]).toEqual([503, true])
    }
  })

  it('renames the fields of the login form', async () => {
    bank.behaviour.renamedLogin = true
    const page = await pageOf('/ingreso')
    expect(page).not.toMatch(/id="(usuario|clave|ingresar|form-ingreso)"/)
    expect(page).toContain('id="pin_web"')
    await enter()
  })

  it('sends the login page to another host', async () => {
    bank.behaviour.redirectTo = 'http://example.invalid/'
    expect((await visitor.get('/ingreso')).headers.get('location')).toBe('http://example.invalid/')
  })

  it('embeds trackers that cannot break out of the page', async () => {
    bank.behaviour.thirdParties = ['http://tracker.invalid/</script><b>']
    const page = await pageOf('/ingreso')
    expect(page).toContain('src="http://tracker.invalid/&lt;/script&gt;&lt;b&gt;"')
    expect(page).not.toContain('invalid/</script>')
  })
})
