import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createPages } from '../../../main/node/pages.ts'
import { listenOnLoopback } from '../../../main/node/server.ts'
import { type Caller, createTestCore, type TestCore } from '../../support/core.ts'
import { makeFolder } from '../../support/folder.ts'
import { type ApiDocument, faultsOfAnswer } from './document.ts'

export interface Sent {
  readonly body?: unknown
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
  /** Null for a call without a token. */
  readonly token?: string | null
}
export interface Received<T> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

/** A program behind its loopback door. Every answer to `call` is held against the OpenAPI document, and its version against `ETag`. */
export async function doorOf(core: TestCore, user: Caller) {
  const server = await listenOnLoopback({ api: core.core.api, pages: createPages(makeFolder()), port: 0 })
  onTestFinished(() => server.close(0))
  const { body: document } = await core.call<ApiDocument>('GET', '/openapi.json')

  async function call<T = unknown>(method: string, path: string, sent: Sent = {}): Promise<Received<T>> {
    const { body, form, headers, token = user.token } = sent
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(form || body !== undefined ? { body: form ?? JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const answer = { status: response.status, body: text === '' ? null : isJson ? JSON.parse(text) : text }
    const faults = faultsOfAnswer(document, { method, path: path.split('?')[0] ?? path }, answer)
    expect(faults, `${method} ${path}: ${response.status} ${text.slice(0, 300)}`).toEqual([])
    const { version } = (answer.body ?? {}) as { version?: unknown }
    if (response.ok && typeof version === 'number')
      expect(response.headers.get('etag'), `${method} ${path} tells its version`).toBe(`"${version}"`)
    return { ...answer, headers: response.headers } as Received<T>
  }

  /** Sends a file to a path as a browser would. */
  const sendFile = <T>(path: string, file: File, fields: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    form.set('file', file)
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return call<T>('POST', path, { form })
  }
  return { core, user, server, document, call, sendFile }
}

export async function openDoor(options: Parameters<typeof createTestCore>[0] = {}) {
  const core = await createTestCore(options)
  return doorOf(core, await core.signUp())
}
export type Door = Awaited<ReturnType<typeof openDoor>>

/** A statement file as a bank's site hands it out. */
export function fixture(name: string, encoding: BufferEncoding = 'utf8'): File {
  const text = readFileSync(join(import.meta.dirname, '..', 'fixtures', name), 'utf8')
  return new File([Buffer.from(text, encoding)], name)
}
