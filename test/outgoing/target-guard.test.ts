import { describe, expect, test } from 'vitest'
import { checkTarget } from '../../main/core/outgoing/target-guard.ts'

const names: Readonly<Record<string, readonly string[]>> = {
  'shop.example': ['93.184.215.14'],
  'intranet.example': ['10.1.2.3'],
  'mixed.example': ['93.184.215.14', '::ffff:192.168.1.1'],
  localhost: ['127.0.0.1'],
  'app.localhost': ['127.0.0.1'],
}
const resolve = async (host: string) => {
  const found = names[host]
  if (!found) throw new Error('ENOTFOUND')
  return found
}
const check = (url: string, allowLocal = false) => checkTarget('webhook_url', url, { allowLocal, resolve })

describe('without local targets', () => {
  test.each([
    ['', 'webhook_url is not a valid URL'],
    ['shop.example/hook', 'webhook_url is not a valid URL'],
    ['http://', 'webhook_url is not a valid URL'],
    ['http://[::1', 'webhook_url is not a valid URL'],
    ['ftp://shop.example/hook', 'webhook_url must use http or https'],
    ['javascript:alert(1)', 'webhook_url must use http or https'],
    ['file:///etc/passwd', 'webhook_url must use http or https'],
    ['http://localhost:8080/hook', 'webhook_url must not target localhost'],
    ['http://LOCALHOST./hook', 'webhook_url must not target localhost'],
    ['http://app.localhost/', 'webhook_url must not target localhost'],
    ['https://nowhere.example/hook', 'webhook_url host could not be resolved'],
    ['http://intranet.example/', 'webhook_url must not target a private or internal address'],
    ['http://mixed.example/', 'webhook_url must not target a private or internal address'],
    ['http://127.0.0.1/', 'webhook_url must not target a private or internal address'],
    ['http://2130706433/', 'webhook_url must not target a private or internal address'],
    ['http://0x7f.1/', 'webhook_url must not target a private or internal address'],
    ['http://[::1]/', 'webhook_url must not target a private or internal address'],
    ['http://[::ffff:10.0.0.1]/', 'webhook_url must not target a private or internal address'],
    ['http://169.254.169.254/latest/meta-data', 'webhook_url must not target a private or internal address'],
  ])('%s: %s', async (url, message) => {
    await expect(check(url)).rejects.toMatchObject({
      kind: 'invalid',
      message,
      issues: [{ path: 'webhook_url', message }],
    })
  })

  test.each(['https://shop.example/hook?x=1', 'http://93.184.215.14:8443/', 'https://[2606:4700::1111]/'])(
    '%s is accepted',
    async (url) => {
      await expect(check(url)).resolves.toBeUndefined()
    },
  )
})

describe('with local targets', () => {
  test.each(['http://localhost:8080/', 'http://127.0.0.1:1/', 'http://[::1]/', 'http://intranet.example/'])(
    '%s is accepted',
    async (url) => {
      await expect(check(url, true)).resolves.toBeUndefined()
    },
  )
  test.each([
    ['nonsense', 'webhook_url is not a valid URL'],
    ['gopher://localhost/', 'webhook_url must use http or https'],
    ['http://nowhere.example/', 'webhook_url host could not be resolved'],
  ])('%s: %s', async (url, message) => {
    await expect(check(url, true)).rejects.toMatchObject({ kind: 'invalid', message })
  })
})
