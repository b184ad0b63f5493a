import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createOutgoing } from '../../main/core/outgoing/client.ts'
import type { Resolve } from '../../main/core/outgoing/target-guard.ts'
import type { OutgoingRequest } from '../../main/core/outgoing/types.ts'
import { recordingLog } from '../support/ports.ts'
import { answers, startReceiver } from '../support/receiver.ts'
import { tempDir } from '../support/temp-dir.ts'

async function receiver(tls?: { key: string; cert: string }) {
  const started = await startReceiver(tls)
  onTestFinished(started.close)
  return started
}

function outgoing({ allowLocal = true, resolve }: { allowLocal?: boolean; resolve?: Resolve } = {}) {
  const client = createOutgoing({
    allowLocal: () => allowLocal,
    log: recordingLog().log,
    ...(resolve ? { resolve } : {}),
  })
  onTestFinished(client.close)
  return client
}

const post = (url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'POST',
  url,
  headers: { 'Content-Type': 'application/json' },
  body: '{"a":1}',
  timeoutMs: 2000,
  ...more,
})

describe('an answer', () => {
  test('comes back with status, headers and body, whatever the status', async () => {
    const target = await receiver()
    const client = outgoing()
    target.answerWith(answers.status(200, { ok: 'sí' }))
    expect(await client.send(post(target.url('/a/b?c=d')))).toMatchObject({
      kind: 'answer',
      status: 200,
      body: '{"ok":"sí"}',
      headers: { 'content-type': 'application/json' },
    })
    target.answerWith(answers.status(500))
    expect(await client.send(post(target.url()))).toMatchObject({ kind: 'answer', status: 500, body: '{"error":"x"}' })
    target.answerWith(answers.status(204))
    expect(await client.send(post(target.url()))).toMatchObject({ kind: 'answer', status: 204, body: '' })
    expect(target.hits[0]).toMatchObject({ method: 'POST', path: '/a/b?c=d', body: '{"a":1}' })
  })

  test('is reached over kept connections when one follows the other', async () => {
    const target = await receiver()
    const client = outgoing()
    for (let i = 0; i < 10; i++) await client.send(post(target.url()))
    expect(target.connections()).toBeLessThanOrEqual(2)
  })

  test('of a hundred at once uses a bounded number of connections', async () => {
    const target = await receiver()
    const client = outgoing()
    target.answerWith(answers.slow(20))
    const all = await Promise.all(Array.from({ length: 100 }, () => client.send(post(target.url()))))
    expect(all.every((one) => one.kind === 'answer')).toBe(true)
    expect(target.connections()).toBeLessThanOrEqual(32)
  })

  test('larger than allowed is a failure, or is cut where the caller says so', async () => {
    const target = await receiver()
    const client = outgoing()
    target.answerWith(answers.huge(50 * 1024 * 1024))
    expect(await client.send(post(target.url(), { maxBodyBytes: 1000 }))).toMatchObject({
      kind: 'failure',
      reason: 'too-large',
      status: 200,
    })
    const cut = await client.send(post(target.url(), { maxBodyBytes: 1000, whenLarger: 'cut' }))
    expect(cut).toMatchObject({ kind: 'answer', status: 200, body: 'a'.repeat(1000) })
  })

  test('is asked for with name and password of the address unless a header says otherwise', async () => {
    const target = await receiver()
    const client = outgoing()
    const url = target.url().replace('://', '://user:p%40ss@')
    await client.send(post(url))
    await client.send(post(url, { headers: { Authorization: 'Bearer t' } }))
    expect(target.hits.map((hit) => hit.headers.authorization)).toEqual([
      `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
      'Bearer t',
    ])
  })
})

describe('a failure says why', () => {
  test.each([
    ['hangs', answers.hang, 'timeout', null],
    ['drips a byte at a time for ever', answers.drip(20), 'timeout', 200],
    ['closes the connection', answers.close, 'reset', null],
    ['resets the connection', answers.reset, 'reset', null],
    ['stops in the middle of the body', answers.half, 'reset', 200],
    ['redirects', answers.redirect('https://elsewhere.example/x'), 'redirect', 302],
    ['redirects permanently', answers.redirect('/other', 308), 'redirect', 308],
    ['speaks another protocol', answers.notHttp, 'not-http', null],
  ] as const)('a receiver that %s', async (_name, answer, reason, status) => {
    const target = await receiver()
    target.answerWith(answer)
    const began = performance.now()
    const outcome = await outgoing().send(post(target.url(), { timeoutMs: 300 }))
    expect(outcome).toMatchObject({ kind: 'failure', reason, status })
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('a redirect names where it leads and is not followed', async () => {
    const target = await receiver()
    target.answerWith(answers.redirect('https://elsewhere.example:444/x?secret=1'))
    const outcome = await outgoing().send(post(target.url()))
    expect(outcome).toMatchObject({ message: expect.stringContaining('elsewhere.example:444') })
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect(target.hits).toHaveLength(1)
  })

  test('nothing listens', async () => {
    const target = await startReceiver()
    await target.close()
    expect(await outgoing().send(post(target.url()))).toMatchObject({ reason: 'refused', status: null })
  })

  test('a connection that is accepted and never spoken to', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    onTestFinished(() => void silent.close())
    const { port } = silent.address() as { port: number }
    expect(await outgoing().send(post(`https://127.0.0.1:${port}/`, { timeoutMs: 200 }))).toMatchObject({
      reason: 'timeout',
    })
  })

  test('a name without address, a URL that is none, a header that cannot be written', async () => {
    const client = outgoing({ resolve: async () => [] })
    expect(await client.send(post('http://nowhere.example/'))).toMatchObject({ reason: 'dns' })
    expect(await client.send(post('nonsense'))).toMatchObject({ reason: 'bad-url' })
    expect(await client.send(post('ftp://a.example/'))).toMatchObject({ reason: 'bad-url' })
    expect(await client.send(post('http://127.0.0.1:9/', { headers: { Authorization: 'Bearer a\nb' } }))).toMatchObject(
      { reason: 'bad-header' },
    )
  })

  test('a certificate that nobody vouches for', async () => {
    const dir = tempDir()
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
    const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
    execFileSync('openssl', [...args, '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' })
    const target = await receiver({ key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') })
    expect(await outgoing().send(post(target.url()))).toMatchObject({ kind: 'failure', reason: 'tls' })
    expect(target.hits).toHaveLength(0)
  })

  test('the caller stops it', async () => {
    const target = await receiver()
    target.answerWith(answers.hang)
    const stop = new AbortController()
    const sent = outgoing().send(post(target.url(), { signal: stop.signal }))
    await target.arrived(1)
    stop.abort()
    expect(await sent).toMatchObject({ reason: 'stopped' })
  })

  test('what waits for a connection when its time is over is never sent', async () => {
    const target = await receiver()
    target.answerWith(answers.slow(150))
    const client = outgoing()
    const first = Array.from({ length: 32 }, () => client.send(post(target.url())))
    const late = await client.send(post(target.url('/late'), { timeoutMs: 50 }))
    await Promise.all(first)
    await client.send(post(target.url('/after')))
    expect(late).toMatchObject({ reason: 'timeout' })
    expect(target.hits.map((hit) => hit.path)).not.toContain('/late')
  })
})

describe('local targets that are not allowed', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://localhost:PORT/',
    'http://2130706433:PORT/',
  ])('%s is refused before connecting', async (pattern) => {
    const target = await receiver()
    const url = pattern.replace('PORT', String(target.port))
    expect(await outgoing({ allowLocal: false }).send(post(url))).toMatchObject({ reason: 'local-address' })
    expect(target.connections()).toBe(0)
  })

  test('one local address among several refuses the name', async () => {
    const target = await receiver()
    const client = outgoing({ allowLocal: false, resolve: async () => ['93.184.215.14', '127.0.0.1'] })
    expect(await client.send(post(`http://mixed.example:${target.port}/`))).toMatchObject({ reason: 'local-address' })
    expect(target.connections()).toBe(0)
  })

  test('the name is looked up once per connection, so a second answer changes nothing', async () => {
    const target = await receiver()
    const asked: string[] = []
    const rebinding: Resolve = async (host) => {
      asked.push(host)
      return asked.length === 1 ? ['192.0.2.1', '127.0.0.1'] : ['127.0.0.1']
    }
    const strict = outgoing({ allowLocal: false, resolve: rebinding })
    // First judged: refused on the very answer it would have connected to. Later answers are judged again.
    for (let i = 0; i < 3; i++)
      expect(await strict.send(post(`http://rebind.example:${target.port}/`))).toMatchObject({
        reason: 'local-address',
      })
    expect(asked).toHaveLength(3)
    expect(target.connections()).toBe(0)
  })

  test('the address that was judged is the one connected to', async () => {
    const target = await receiver()
    const asked: string[] = []
    // A name that first leads to the receiver and afterwards nowhere: a second look-up would fail.
    const once: Resolve = async (host) => {
      asked.push(host)
      if (asked.length > 1) throw new Error('asked twice')
      return ['127.0.0.1']
    }
    const sent = await outgoing({ resolve: once }).send(post(`http://once.example:${target.port}/`))
    expect(sent).toMatchObject({ kind: 'answer', status: 200 })
    expect(asked).toEqual(['once.example'])
    expect(target.hits[0]?.headers.host).toBe(`once.example:${target.port}`)
  })

  test('switching the permission off ends the use of connections that it opened', async () => {
    const target = await receiver()
    let allowed = true
    const client = createOutgoing({
      allowLocal: () => allowed,
      log: recordingLog().log,
      resolve: async () => ['127.0.0.1'],
    })
    onTestFinished(client.close)
    const url = `http://kept.example:${target.port}/`
    expect(await client.send(post(url))).toMatchObject({ kind: 'answer' })
    allowed = false
    expect(await client.send(post(url))).toMatchObject({ reason: 'local-address' })
    expect(target.hits).toHaveLength(1)
  })
})
