import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOfUrl, isAllowed, isBrowserMaker, parseHostRule } from '../../main/core/browser/allowed-hosts.ts'

const rules = (...texts: string[]) => texts.map((text) => parseHostRule(text) ?? expect.fail(`${text} is no rule`))

describe('host rules', () => {
  it.each([
    ['bank.example', { host: 'bank.example', below: false, port: 443 }],
    ['Bank.Example:8443', { host: 'bank.example', below: false, port: 8443 }],
    ['*.bank.example', { host: 'bank.example', below: true, port: 443 }],
    ['127.0.0.1:8080', { host: '127.0.0.1', below: false, port: 8080 }],
    ['[::1]:8080', { host: '::1', below: false, port: 8080 }],
    ['localhost:3000', { host: 'localhost', below: false, port: 3000 }],
  ])('reads %s', (text, rule) => {
    expect(parseHostRule(text)).toEqual(rule)
  })

  it.each([
    '',
    '*',
    '*.',
    '*.com',
    '*.10.0.0.1',
    'a b',
    'https://bank.example',
    'bank.example/path',
    'bank:0',
    'bank:70000',
    'x@bank.example',
    '-bank.example',
  ])('refuses %j', (text) => {
    expect(parseHostRule(text)).toBeNull()
  })

  it('compares whole names and ports', () => {
    const allowed = rules('bank.example', '*.cdn.example:8443')
    expect(isAllowed(allowed, 'bank.example', 443)).toBe(true)
    expect(isAllowed(allowed, 'BANK.example.', 443)).toBe(true)
    expect(isAllowed(allowed, 'a.b.cdn.example', 8443)).toBe(true)
    expect(isAllowed(allowed, 'bank.example', 80)).toBe(false)
    expect(isAllowed(allowed, 'www.bank.example', 443)).toBe(false)
    expect(isAllowed(allowed, 'evil-bank.example', 443)).toBe(false)
    expect(isAllowed(allowed, 'bank.example.evil.org', 443)).toBe(false)
    expect(isAllowed(allowed, 'cdn.example', 8443)).toBe(false)
    expect(isAllowed(allowed, 'evilcdn.example', 8443)).toBe(false)
  })

  it('never allows a host whose name does not end in a listed one', () => {
    const allowed = rules('bank.example', '*.bank.example')
    fc.assert(
      fc.property(fc.domain(), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        const fits = port === 443 && (host === 'bank.example' || host.endsWith('.bank.example'))
        expect(isAllowed(allowed, host, port)).toBe(fits)
      }),
    )
  })

  it('takes host and port of a login address', () => {
    expect(hostOfUrl('https://bank.example/login')).toEqual({ host: 'bank.example', below: false, port: 443 })
    expect(hostOfUrl('http://127.0.0.1:4000/')).toEqual({ host: '127.0.0.1', below: false, port: 4000 })
    expect(hostOfUrl('http://bank.example')?.port).toBe(80)
    expect(hostOfUrl('file:///etc/passwd')).toBeNull()
    expect(hostOfUrl('nonsense')).toBeNull()
  })

  it('knows what browsers ask on their own', () => {
    expect(isBrowserMaker('update.googleapis.com')).toBe(true)
    expect(isBrowserMaker('fonts.googleapis.com')).toBe(false)
  })
})
