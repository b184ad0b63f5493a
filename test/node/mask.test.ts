import { describe, expect, it } from 'vitest'
import { mask } from '../../main/node/mask.ts'

describe('mask', () => {
  it('hides the value of every key that names a secret, at any depth', () => {
    const masked = mask({
      account: 'a1',
      password: 'p',
      settings: { auth_token: 't', webhookAuthToken: 't', nested: [{ 'Api-Key': 'k', otp: '123456' }] },
      headers: new Map([['Authorization', 'Bearer abc']]),
    })
    expect(masked).toEqual({
      account: 'a1',
      password: '***',
      settings: { auth_token: '***', webhookAuthToken: '***', nested: [{ 'Api-Key': '***', otp: '***' }] },
      headers: { Authorization: '***' },
    })
  })

  it('keeps what only looks like a secret, and shows that a secret is absent', () => {
    expect(mask({ code: 'db.newer', footprint: 3, keyboard: 'es', password: null })).toEqual({
      code: 'db.newer',
      footprint: 3,
      keyboard: 'es',
      password: null,
    })
  })

  it('hides authorization values and credentials inside texts', () => {
    expect(mask('sent Authorization: Bearer abc.def to https://joe:pw@shop.test/hook')).toBe(
      'sent Authorization: Bearer *** to https://***@shop.test/hook',
    )
    expect(mask('key rbk_Zm9v-bar9 refused')).toBe('key rbk_*** refused')
  })

  it('writes errors with their cause and hides secrets in them', () => {
    const error = Object.assign(new Error('refused: Api-Key abc', { cause: new Error('Bearer xyz') }), { token: 't' })
    expect(mask({ error })).toMatchObject({
      error: { type: 'Error', message: 'refused: Api-Key ***', token: '***', cause: { message: 'Bearer ***' } },
    })
    expect(JSON.stringify(mask({ error }))).not.toMatch(/abc|xyz/)
  })

  it('ends on circles and hides bytes behind their length', () => {
    const circle: Record<string, unknown> = { frame: new Uint8Array(7) }
    circle.self = circle
    expect(mask(circle)).toEqual({ frame: '<7 bytes>', self: '…' })
  })
})
