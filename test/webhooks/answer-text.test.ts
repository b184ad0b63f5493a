import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerText, shownUrl } from '../../main/core/webhooks/answer-text.ts'

describe('what the log keeps of an answer', () => {
  test.each([
    ['JSON as it came', '{"ok": true}', '{"ok": true}'],
    ['text as a JSON string', 'thanks "a lot"', '"thanks \\"a lot\\""'],
    ['half of a JSON text as a string', '{"ok":', '"{\\"ok\\":"'],
    ['nothing as null', '', null],
  ])('%s', (_name, body, kept) => expect(answerText(body, null)).toBe(kept))

  test('at most 10,000 characters, as a JSON string', () => {
    const long = JSON.stringify({ text: 'x'.repeat(20_000) })
    expect(JSON.parse(answerText(long, null) ?? '')).toBe(long.slice(0, 10_000))
  })
})

describe('the token of our own request', () => {
  test.each([
    ['repeated in JSON', '{"auth":"Bearer s3cret-token","n":1}', 'Bearer s3cret-token', 's3cret-token'],
    ['repeated in text', 'You sent s3cret-token and s3cret-token', 'Api-Key s3cret-token', 's3cret-token'],
    ['with quotes, escaped', '{"auth":"a\\"b/c"}', 'Bearer a"b/c', 'a\\"b/c'],
    ['hidden by escapes', '{"auth":"\\u0073ecret"}', 'Bearer secret', 'ecret'],
    ['with escaped slashes', '{"auth":"ab\\/cd=="}', 'Bearer ab/cd==', 'cd=='],
    ['in a query', 'see /echo?t=a%20b%2Fc', 'Bearer a b/c', 'a%20b%2Fc'],
    ['that is a digit', '{"a":111}', 'Bearer 1', '1'],
    ['at the cut', `${'x'.repeat(9_995)}s3cret-token`, 'Bearer s3cret-token', 's3cr'],
  ])('is masked: %s', (_name, body, authorization, secret) => {
    const kept = answerText(body, authorization)
    expect(kept).not.toContain(secret)
    expect(() => JSON.parse(kept ?? '')).not.toThrow()
  })

  test('never survives, whatever receiver and token look like', () => {
    const token = fc
      .string({ minLength: 4, maxLength: 40 })
      .filter((text) => text.trim() === text && !text.includes('•'))
    fc.assert(
      fc.property(token, fc.string(), fc.jsonValue(), fc.boolean(), (secret, around, value, asJson) => {
        const body = asJson ? JSON.stringify({ value, around: around + secret }) : `${around}${secret}${around}`
        const kept: unknown = JSON.parse(answerText(body, `Bearer ${secret}`) ?? 'null')
        const read = typeof kept === 'string' ? kept : JSON.stringify(kept)
        expect(read.includes(secret)).toBe(false)
      }),
    )
  })
})

test('a password in the address is not shown', () => {
  expect(shownUrl('https://user:pass@shop.example/hook?a=1')).toBe('https://shop.example/hook?a=1')
  expect(shownUrl('https://shop.example/@hook')).toBe('https://shop.example/@hook')
})
