import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSecretBox } from '../../main/core/secrets/box.ts'

const place = { table: 'bank_credentials', row: 'a', column: 'password' }

describe('secret box', () => {
  const box = createSecretBox(randomBytes(32))

  it('opens what it sealed, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => box.open(box.seal(text, place), place) === text))
  })

  it('never seals to the same text twice and never shows the plain text', () => {
    expect(box.seal('secret', place)).not.toBe(box.seal('secret', place))
    expect(box.seal('secret', place)).toMatch(/^enc:v1:[\w+/=]+:[\w+/=]+:[\w+/=]+$/)
  })

  it.each([
    ['row', { ...place, row: 'b' }],
    ['column', { ...place, column: 'username' }],
    ['table', { ...place, table: 'account_settings' }],
  ])('refuses a value that was moved to another %s', (_, other) => {
    expect(() => box.open(box.seal('secret', place), other)).toThrow(/cannot be opened/)
  })

  it('refuses any flipped bit', () => {
    const sealed = box.seal('secret', place)
    const parts = sealed.slice('enc:v1:'.length).split(':')
    parts.forEach((part, i) => {
      const bytes = Buffer.from(part, 'base64')
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Buffer.from(bytes)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const forged = `enc:v1:${parts.map((p, j) => (j === i ? flipped.toString('base64') : p)).join(':')}`
        expect(() => box.open(forged, place)).toThrow(/cannot be opened/)
      }
    })
  })

  it.each(['', 'plain', 'enc:v1:', 'enc:v1:a:b', 'enc:v1:::'])('refuses %j without saying what it holds', (text) => {
    expect(() => box.open(text, place)).toThrow(/cannot be opened/)
  })

  it('refuses a value of another key', () => {
    expect(() => createSecretBox(randomBytes(32)).open(box.seal('secret', place), place)).toThrow(/Enter it again/)
  })
})
