import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPages, fileInside, withSafetyHeaders } from '../../main/node/pages.ts'
import { makeFolder } from '../support/folder.ts'

const builtWindow = () => {
  const parent = makeFolder()
  const dir = join(parent, 'renderer')
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Window</title>')
  writeFileSync(join(dir, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  writeFileSync(join(dir, 'notes.txt'), 'secret')
  const pages = createPages(dir)
  return { dir, get: (path: string, init?: RequestInit) => pages.serve(new Request(`http://127.0.0.1${path}`, init)) }
}

describe('pages', () => {
  it('serves the page and its assets, with their types and caching', async () => {
    const { get } = builtWindow()
    const page = await get('/')
    expect(await page?.text()).toContain('<title>Window</title>')
    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page?.headers.get('cache-control')).toBe('no-cache')
    const script = await get('/assets/app-1a2b.js')
    expect(script?.headers.get('content-type')).toContain('text/javascript')
    expect(script?.headers.get('cache-control')).toContain('immutable')
  })

  it('leaves every other address and every other method to the API', async () => {
    const { get } = builtWindow()
    expect(await get('/accounts')).toBeNull()
    expect(await get('/api/health')).toBeNull()
    expect(await get('/notes.txt')).toBeNull()
    expect(await get('/', { method: 'POST' })).toBeNull()
  })

  it.each([
    '/assets/%2e%2e%2findex.html',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%2fetc%2fpasswd',
    '/assets/a%00.js',
    '/assets/%E0%A4%A',
    '/assets/',
    '/assets/missing.js',
  ])('answers 404 to %s', async (path) => {
    const { get } = builtWindow()
    expect((await get(path))?.status).toBe(404)
  })

  it('never leaves its folder, whatever the address', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '%00', '')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = fileInside('/srv/window', parts.join(''))
        return file === null || file.startsWith('/srv/window/')
      }),
    )
  })
})

describe('safety headers', () => {
  it('are on every answer, and an answer may be stricter for itself', () => {
    const plain = withSafetyHeaders(new Response('x'))
    expect(plain.headers.get('x-content-type-options')).toBe('nosniff')
    expect(plain.headers.get('referrer-policy')).toBe('no-referrer')
    expect(plain.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(plain.headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    const own = withSafetyHeaders(new Response('x', { headers: { 'content-security-policy': "default-src 'none'" } }))
    expect(own.headers.get('content-security-policy')).toBe("default-src 'none'")
  })

  it('are added to answers with fixed headers too', async () => {
    const fixed = await fetch('data:text/plain,hello')
    const safe = withSafetyHeaders(fixed)
    expect(safe.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await safe.text()).toBe('hello')
  })
})
