import { describe, expect, it } from 'vitest'
import { upstreamProxy } from '../../main/core/browser/upstream-proxy.ts'

const bank = { host: 'bank.example', port: 443, plain: false }

describe('the company proxy', () => {
  it('is used when the environment names one', () => {
    expect(upstreamProxy({}, bank)).toBeNull()
    expect(upstreamProxy({ HTTPS_PROXY: 'http://proxy:3128' }, bank)).toBe('http://proxy:3128')
    expect(upstreamProxy({ HTTP_PROXY: 'proxy:3128' }, bank)).toBe('http://proxy:3128')
    expect(upstreamProxy({ HTTPS_PROXY: 'http://a', https_proxy: 'http://b' }, bank)).toBe('http://b')
    expect(upstreamProxy({ HTTPS_PROXY: 'http://proxy:3128' }, { ...bank, port: 80, plain: true })).toBeNull()
  })

  it('is left out for this computer', () => {
    for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', 'bank.localhost', '[::1]'])
      expect(upstreamProxy({ HTTPS_PROXY: 'http://proxy:3128' }, { ...bank, host })).toBeNull()
  })

  it.each([
    ['bank.example', null],
    ['.example', null],
    ['*.example', null],
    ['*', null],
    ['bank.example:443', null],
    ['other.org, bank.example', null],
    ['bank.example:8443', 'http://proxy:3128'],
    ['k.example', 'http://proxy:3128'],
    ['', 'http://proxy:3128'],
  ])('obeys NO_PROXY=%j', (list, proxy) => {
    expect(upstreamProxy({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: list }, bank)).toBe(proxy)
  })

  it('ignores an unreadable address', () => {
    expect(upstreamProxy({ HTTPS_PROXY: 'http://' }, bank)).toBeNull()
  })
})
