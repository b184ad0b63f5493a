import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PracticeBank, startPracticeBank } from '../../../main/demo/bank/practice-bank.ts'
import { createVisitor, hiddenToken, type Visitor } from './visitor.ts'

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

const user = 'telares'
const place = (answer: Response) => answer.headers.get('location')
const signIn = async () => place(await visitor.signIn(user, 'Puerto-2045'))
const pageOf = async (path: string) => (await visitor.get(path)).text()
const send = async (at: string, path: string, fields: Record<string, string>) =>
  visitor.post(path, { _csrf: hiddenToken(await pageOf(at)), ...fields })
const sendCode = (codigo: string) => send('/codigo', '/codigo', { codigo })
const resend = () => send('/codigo', '/codigo/reenviar', {})
const lastCode = () => bank.codes(user).at(-1)?.code ?? ''
const wrongCode = () => lastCode().replace(/^./, (digit) => String((Number(digit) + 1) % 10))
const isInside = async () => (await visitor.get('/cuentas')).status === 200

describe('the code by SMS', () => {
  beforeEach(() => {
    bank.behaviour.secondFactor = 'code'
  })

  it('is sent after the right password only, and opens the accounts', async () => {
    await visitor.signIn(user, 'wrong')
    expect(bank.codes()).toEqual([])
    expect(await signIn()).toBe('/codigo')
    expect(bank.codes()).toEqual([{ user, code: expect.stringMatching(/^\d{6}$/), at: now, resend: 0 }])
    expect(await isInside()).toBe(false)
    expect(place(await sendCode(lastCode()))).toBe('/cuentas')
    expect(await isInside()).toBe(true)
    expect(bank.submissionLog().map((each) => each.result)).toEqual(['wrong', 'right'])
  })

  it('is not sent anew by looking at the page again', async () => {
    await signIn()
    await pageOf('/codigo')
    expect(bank.codes()).toHaveLength(1)
  })

  it('is refused when wrong, blank or too long, and ends the login at the last wrong one', async () => {
    bank.behaviour.wrongCodesAllowed = 4
    await signIn()
    const [first, blank, long] = [await sendCode(wrongCode()), await sendCode(''), await sendCode('1'.repeat(500))]
    const text = await first.text()
    expect(text).toContain('id="error-codigo"')
    expect(text).toContain('data-intentos="1"')
    expect(text).toContain('Le quedan 3 intentos')
    expect(await blank.text()).toContain('data-intentos="2"')
    expect(await long.text()).toContain('Le queda 1 intento.')
    const last = await sendCode(wrongCode())
    expect(place(last)).toBe('/ingreso?motivo=codigo')
    expect(await pageOf('/ingreso?motivo=codigo')).toContain('id="error-codigo-agotado"')
    expect(place(await visitor.get('/codigo'))).toMatch(/^\/ingreso/)
    expect(bank.isLocked(user)).toBe(false)
  })

  it('is late after its life, which is not counted as wrong', async () => {
    await signIn()
    now += bank.behaviour.codeLifeMs + 1
    const late = await (await sendCode(lastCode())).text()
    expect(late).toContain('id="error-codigo-vencido"')
    expect(late).toContain('data-intentos="0"')
    await resend()
    expect(place(await sendCode(lastCode()))).toBe('/cuentas')
  })

  it('is sent again three times; the former one is worth nothing then, and a fourth is refused', async () => {
    await signIn()
    const former = lastCode()
    const first = await (await resend()).text()
    expect(first).toContain('id="aviso-reenvio"')
    expect(first).toContain('data-reenvios="1"')
    expect(await (await sendCode(former)).text()).toContain('id="error-codigo"')
    await resend()
    await resend()
    const refused = await (await resend()).text()
    expect(refused).toContain('id="error-reenvio"')
    expect(refused).toContain('Ya le enviamos 3 códigos nuevos')
    expect(bank.codes(user).map((each) => each.resend)).toEqual([0, 1, 2, 3])
    expect(place(await sendCode(lastCode()))).toBe('/cuentas')
  })

  it('belongs to one login: that of another is refused', async () => {
    await signIn()
    const other = createVisitor(bank.url)
    await other.signIn(user, 'Puerto-2045')
    expect(await (await sendCode(lastCode())).text()).toContain('id="error-codigo"')
  })

  it('ends with the session', async () => {
    await signIn()
    bank.expireSessions()
    expect(place(await visitor.get('/codigo'))).toBe('/ingreso?motivo=sesion')
  })

  it('is asked for again by a new login', async () => {
    await signIn()
    await sendCode(lastCode())
    bank.expireSessions()
    expect(await signIn()).toBe('/codigo')
    expect(bank.submissions(user)).toBe(2)
  })
})

describe('steps for a person', () => {
  it('lets nobody by whose phone was not asked', async () => {
    bank.behaviour.secondFactor = 'push'
    expect(await signIn()).toBe('/aprobacion')
    expect(await (await visitor.get('/aprobacion/estado.json')).json()).toEqual({ sigue: null })
    expect(place(await visitor.get('/aprobacion/continuar'))).toBe('/aprobacion')
    expect(place(await visitor.get('/cuentas'))).toBe('/ingreso?motivo=sesion')
    expect(bank.approve('somebody else')).toBe(0)
    expect(bank.approve(user)).toBe(1)
    expect(await (await visitor.get('/aprobacion/estado.json')).json()).toEqual({ sigue: '/aprobacion/continuar' })
    expect(place(await visitor.get('/aprobacion/continuar'))).toBe('/cuentas')
    expect(await isInside()).toBe(true)
    expect(bank.approve(user)).toBe(0)
  })

  it('ends the login that was denied on the phone', async () => {
    bank.behaviour.secondFactor = 'push'
    await signIn()
    expect(bank.deny(user)).toBe(1)
    expect(place(await visitor.get('/aprobacion/continuar'))).toBe('/ingreso?motivo=rechazo')
    expect(await pageOf('/ingreso?motivo=rechazo')).toContain('id="error-aprobacion"')
    expect(place(await visitor.get('/aprobacion'))).toMatch(/^\/ingreso/)
  })

  it('asks for a picture that only its drawing tells, another one after a wrong choice', async () => {
    bank.behaviour.botCheck = true
    expect(await signIn()).toBe('/verificacion')
    const tokens = (page: string) => [...page.matchAll(/value="(\w{12})"/g)].map((found) => found[1] ?? '')
    const first = await pageOf('/verificacion')
    const asked = /id="pregunta">(\w+)</.exec(first)?.[1] ?? ''
    expect(tokens(first)).toHaveLength(4)
    // Only the question holds the word.
    expect(first.split(asked)).toHaveLength(2)

    const state = await (await fetch(`${bank.controlUrl}/state.json`)).json()
    const answer: number = state.botChecks[0].answer
    const wrong = await send('/verificacion', '/verificacion', { opcion: tokens(first)[answer % 4] ?? '' })
    const second = await wrong.text()
    expect(second).toContain('id="error-verificacion"')
    expect(tokens(second)).not.toEqual(tokens(first))

    const again = (await (await fetch(`${bank.controlUrl}/state.json`)).json()).botChecks[0].answer
    const right = await send('/verificacion', '/verificacion', { opcion: tokens(second)[again - 1] ?? '' })
    expect(place(right)).toBe('/cuentas')
  })

  it('demands a new password until one was chosen', async () => {
    bank.behaviour.mustChangePassword = true
    expect(await signIn()).toBe('/cambio-clave')
    const change = (nueva: string, repetida = nueva) => send('/cambio-clave', '/cambio-clave', { nueva, repetida })
    expect(await (await change('short')).text()).toContain('al menos 8')
    expect(await (await change('Puerto-2046', 'Puerto-2047')).text()).toContain('no coinciden')
    expect(await (await change('Puerto-2045')).text()).toContain('distinta')
    expect(await isInside()).toBe(false)
    expect(place(await change('Puerto-2046'))).toBe('/cuentas')

    const other = createVisitor(bank.url)
    expect((await other.signIn(user, 'Puerto-2045')).status).toBe(200)
    expect(place(await other.signIn(user, 'Puerto-2046'))).toBe('/cuentas')
  })

  it('goes through all steps in order, and leads back whoever skips one', async () => {
    Object.assign(bank.behaviour, { botCheck: true, secondFactor: 'code', mustChangePassword: true })
    expect(await signIn()).toBe('/verificacion')
    for (const path of ['/codigo', '/cambio-clave', '/aprobacion'])
      expect(place(await visitor.get(path))).toBe('/verificacion')
    expect(bank.codes()).toEqual([])
  })
})

describe('the counter of submitted logins', () => {
  const post = (body: string, signal?: AbortSignal) =>
    fetch(bank.loginUrl, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...(signal ? { signal } : {}),
    })

  it.each<[string, () => void]>([
    ['maintenance', () => Object.assign(bank.behaviour, { maintenance: true })],
    ['an error', () => Object.assign(bank.behaviour, { failing: { submit: 1 } })],
    ['a redirect elsewhere', () => Object.assign(bank.behaviour, { redirectSubmitTo: 'http://other.invalid/' })],
    ['no session', () => undefined],
  ])('counts in spite of %s', async (_, prepare) => {
    prepare()
    await post('usuario=telares&clave=x')
    expect(bank.submissions(user)).toBe(1)
    expect(bank.isLocked(user)).toBe(false)
  })

  it('counts a submission that is never answered, while it hangs', async () => {
    bank.behaviour.hanging = ['submit']
    const stop = new AbortController()
    const waiting = post('usuario=telares&clave=x', stop.signal).catch(() => 'gone')
    await expect.poll(() => bank.submissions(user)).toBe(1)
    stop.abort()
    expect(await waiting).toBe('gone')
    expect(bank.submissionLog()).toEqual([{ at: now, user, result: 'unread' }])
  })

  it('counts a submission that breaks off in the middle', async () => {
    const socket = connect(bank.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      'POST /ingreso HTTP/1.1\r\nHost: bank\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nusuario=tel',
    )
    // The head has to arrive before the end of the connection does.
    socket.end()
    await expect.poll(() => bank.submissionLog()).toEqual([{ at: now, user: '', result: expect.any(String) }])
    socket.destroy()
  })

  it('counts a submission without a user, and one of nonsense', async () => {
    await post('')
    await fetch(bank.loginUrl, { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data' } })
    expect(bank.submissions('')).toBe(2)
  })
})

describe('the list of movements', () => {
  it.each(['frame', 'script'] as const)('is not in the page itself when it is in a %s', async (movementsIn) => {
    bank.behaviour.movementsIn = movementsIn
    const { reference } = bank.addMovement({ account: '001-2045871', amountMinor: 100, party: 'Ana' })
    await signIn()
    const page = await pageOf('/cuentas/001-2045871/movimientos')
    expect(page).not.toContain('Ana')
    const address = (
      movementsIn === 'frame' ? /<iframe[^>]* src="([^"]+)"/ : /id="movimientos"[^>]* data-origen="([^"]+)"/
    )
      .exec(page)?.[1]
      ?.replaceAll('&amp;', '&')
    const content = await pageOf(address ?? '')
    expect(content).toContain('Ana')
    expect(content.includes(reference)).toBe(movementsIn === 'script')
  })
})

describe('changed markup', () => {
  it('has a field more, or sends the form to another origin', async () => {
    bank.behaviour.extraLoginField = true
    expect(await pageOf('/ingreso')).toContain('id="llave"')
    bank.behaviour.loginFormAction = 'http://collector.invalid/'
    expect(await pageOf('/ingreso')).toContain('action="http://collector.invalid/"')
  })
})
