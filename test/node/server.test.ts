import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPages } from '../../main/node/pages.ts'
import { type Api, listenOnLoopback } from '../../main/node/server.ts'
import { makeFolder } from '../support/folder.ts'

const echo: Api = {
  fetch: (request, env) => Response.json({ method: request.method, path: new URL(request.url).pathname, env }),
}

const listening = async (api: Api = echo) => {
  const server = await listenOnLoopback({ api, pages: createPages(makeFolder()), port: 0 })
  onTestFinished(() => server.close(0))
  return server
}

/** `fetch` may not set Host, so the request is made by hand. */
const send = (port: number, options: { method?: string; path?: string; headers?: Record<string, string> }) =>
  new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const { method = 'GET', path = '/health', headers = {} } = options
    httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += String(chunk)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }))
    })
      .on('error', reject)
      .end()
  })

describe('loopback server', () => {
  it('hands requests to the API with the address of the socket, whatever the headers say', async () => {
    const { port } = await listening()
    const answer = await send(port, { headers: { 'x-forwarded-for': '8.8.8.8', forwarded: 'for=8.8.8.8' } })
    expect(JSON.parse(answer.body)).toEqual({ method: 'GET', path: '/health', env: { clientAddress: '127.0.0.1' } })
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it('listens on loopback only', async () => {
    const { port } = await listening()
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.2')
      socket.once('connect', () => reject(new Error('reached by another address')))
      socket.once('error', () => resolve())
    })
  })

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('accepts the host name %s', async (name) => {
    const { port } = await listening()
    expect((await send(port, { headers: { host: `${name}:${port}` } })).status).toBe(200)
  })

  it.each(['evil.test', 'localhost.evil.test', '127.0.0.1.evil.test', '127.0.0.1', 'evil.test:PORT'])(
    'refuses the host name "%s" of a page that rebinds its name',
    async (name) => {
      const { port } = await listening()
      const answer = await send(port, { headers: { host: name.replace('PORT', String(port)) } })
      expect(answer.status).toBe(403)
    },
  )

  it('refuses changes from pages of other sites and accepts them from its own page and from programs', async () => {
    const { port } = await listening()
    const post = async (headers: Record<string, string>) => (await send(port, { method: 'POST', headers })).status
    expect(await post({ origin: 'https://evil.test' })).toBe(403)
    expect(await post({ origin: 'null' })).toBe(403)
    expect(await post({ origin: `https://127.0.0.1:${port}` })).toBe(403)
    expect(await post({ origin: 'http://127.0.0.1:1' })).toBe(403)
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await post({ origin: `http://127.0.0.1:${port}` })).toBe(200)
    expect(await post({ origin: `http://localhost:${port}` })).toBe(200)
    expect(await post({})).toBe(200)
  })

  it('answers reads that name another origin, since the answer stays unreadable there', async () => {
    const { port } = await listening()
    const answer = await send(port, { headers: { origin: 'https://evil.test' } })
    expect(answer.status).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('streams an answer while it is made, and ends it when the server closes', async () => {
    const encoder = new TextEncoder()
    const server = await listening({
      fetch: () =>
        new Response(new ReadableStream({ start: (stream) => stream.enqueue(encoder.encode('data: 1\n\n')) }), {
          headers: { 'content-type': 'text/event-stream' },
        }),
    })
    const response = await fetch(`${server.url}/events`)
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n')
    const started = performance.now()
    await server.close(50)
    expect(performance.now() - started).toBeLessThan(2000)
    await expect(reader?.read()).rejects.toThrow()
  })

  it('says that the port is taken and what to do', async () => {
    const { port } = await listening()
    const second = listenOnLoopback({ api: echo, pages: createPages(makeFolder()), port })
    await expect(second).rejects.toMatchObject({
      code: 'host.port_busy',
      message: expect.stringMatching(/Port \d+ is in use.*--port/),
    })
  })
})
