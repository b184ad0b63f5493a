import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PracticeBank, startPracticeBank } from '../../../main/demo/bank/practice-bank.ts'
import { startCajaRural } from '../../../main/demo/caja/caja-rural.ts'
import type { ControlState } from '../../../main/demo/control/state.ts'
import { createVisitor } from '../bank/visitor.ts'

let bank: PracticeBank
beforeEach(async () => {
  bank = await startPracticeBank()
})
afterEach(() => bank.close())

const state = async (): Promise<ControlState> => (await fetch(`${bank.controlUrl}/state.json`)).json()
const post = async (path: string, fields: Record<string, string>) => {
  const answer = await fetch(bank.controlUrl + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  return { status: answer.status, text: await answer.text() }
}
const done = { status: 303, text: '' }
const set = (name: string, value: string) => post('/switches', { name, value })

describe('the control page', () => {
  it('is on a port of its own, which says nothing of the bank itself', async () => {
    expect(new URL(bank.controlUrl).port).not.toBe(String(bank.port))
    expect((await fetch(`${bank.url}/state.json`)).status).toBe(404)
  })

  it('tells a program what was submitted and sent', async () => {
    bank.behaviour.secondFactor = 'code'
    const visitor = createVisitor(bank.url)
    await visitor.signIn('nobody', 'x')
    await visitor.signIn('telares', 'Puerto-2045')
    const seen = await state()
    expect(seen).toMatchObject({ bank: 'Banco del Puerto', loginUrl: bank.loginUrl, signedIn: 0 })
    expect(seen.users).toEqual([{ user: 'telares', submissions: 1, isLocked: false }])
    expect(seen.submissions.map(({ user, result }) => [user, result])).toEqual([
      ['nobody', 'wrong'],
      ['telares', 'right'],
    ])
    expect(seen.codes).toEqual(bank.codes())
    expect(seen.switches).toMatchObject({
      secondFactor: 'code',
      maintenance: 'off',
      sessionIdleMs: '600',
      redirectTo: '',
    })
  })

  it('sets every switch, and changes nothing when it cannot', async () => {
    expect(await set('secondFactor', 'push')).toEqual(done)
    expect(await set('maintenance', 'on')).toEqual(done)
    expect(await set('sessionIdleMs', '1.5')).toEqual(done)
    expect(await set('redirectTo', 'http://127.0.0.1:9/x')).toEqual(done)
    expect(bank.behaviour).toMatchObject({
      secondFactor: 'push',
      maintenance: true,
      sessionIdleMs: 1500,
      redirectTo: 'http://127.0.0.1:9/x',
    })
    await set('redirectTo', ' ')
    expect(bank.behaviour.redirectTo).toBeNull()
    for (const [name, value] of [
      ['secondFactor', 'carrier pigeon'],
      ['maintenance', 'yes'],
      ['sessionIdleMs', '-1'],
      ['sessionIdleMs', ''],
      ['redirectTo', 'javascript:alert(1)'],
      ['delayMs', '1'],
      ['__proto__', 'on'],
    ] as const) {
      const before = JSON.stringify(bank.behaviour)
      const answer = await set(name, value)
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(name)])
      expect(JSON.stringify(bank.behaviour)).toBe(before)
    }
  })

  it('disturbs places and ends it again', async () => {
    await post('/disturb', { place: 'list', late: '250', failing: 'all' })
    await post('/disturb', { place: 'code', hangs: 'on' })
    expect(bank.behaviour.failing.list).toBe(Number.POSITIVE_INFINITY)
    expect((await state()).disturbed).toEqual([
      { place: 'code', lateMs: 0, failing: 0, hangs: true },
      { place: 'list', lateMs: 250, failing: 'all', hangs: false },
    ])
    expect((await post('/disturb', { place: 'toString' })).status).toBe(400)
    expect((await post('/disturb', { place: 'list', late: 'soon' })).status).toBe(400)
    await post('/undisturb', {})
    expect((await state()).disturbed).toEqual([])
  })

  it('locks, unlocks, ends sessions and books payments', async () => {
    const visitor = createVisitor(bank.url)
    await visitor.signIn('telares', 'Puerto-2045')
    expect((await state()).signedIn).toBe(1)
    expect(await post('/end-sessions', {})).toEqual(done)
    expect((await state()).signedIn).toBe(0)
    await post('/lock', { user: 'telares' })
    expect(bank.isLocked('telares')).toBe(true)
    await post('/unlock', { user: 'telares' })
    expect(bank.isLocked('telares')).toBe(false)
    expect((await post('/lock', { user: 'nobody' })).status).toBe(400)

    expect(await post('/book', { account: '001-2045872', amount: '12.30', party: 'Ana' })).toEqual(done)
    expect(bank.movements()).toMatchObject([
      { account: '001-2045872', amountMinor: 1230, party: 'Ana', kind: 'credit' },
    ])
    for (const wrong of [{ amount: '1.234' }, { amount: '-1' }, { account: 'x', amount: '1' }])
      expect((await post('/book', { account: '001-2045872', ...wrong })).status).toBe(400)
  })

  it('belongs to the second practice bank as well', async () => {
    const caja = await startCajaRural()
    const seen = (await (await fetch(`${caja.controlUrl}/state.json`)).json()) as ControlState
    expect(seen.switches).toMatchObject({ secondFactor: 'code', sessionIdleMs: '180' })
    await caja.close()
  })
})
