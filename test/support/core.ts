import { onTestFinished } from 'vitest'
import { type Core, createCore } from '../../main/core/core.ts'
import type { Ports } from '../../main/core/ports.ts'
import { testPorts } from './ports.ts'
import { tempDir } from './temp-dir.ts'

export interface Answer<T = unknown> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

/** A signed-in user of a test core; paths are those of the API. */
export interface Caller {
  readonly token: string
  get<T = unknown>(path: string): Promise<Answer<T>>
  post<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>
  put<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>
  delete<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>
}

export interface TestCore {
  readonly core: Core
  readonly dataDir: string
  call<T = unknown>(method: string, path: string, body?: unknown, token?: string, address?: string): Promise<Answer<T>>
  /** Registers, signs in and, unless told otherwise, chooses the mode. */
  signUp(options?: { email?: string; mode?: 'reconcile' | 'passthrough' | null }): Promise<Caller>
}

export const testPassword = 'Correct-Horse-42'

/** The real core on a real file in a folder of its own. `started: false` leaves deliveries, jobs and schedule off. */
export async function createTestCore(
  options: { dataDir?: string; ports?: Partial<Ports>; started?: boolean } = {},
): Promise<TestCore> {
  const dataDir = options.dataDir ?? tempDir()
  const core = await createCore(testPorts(dataDir, options.ports))
  if (options.started !== false) await core.start()
  let stopped = false
  const stop = core.stop
  const once = async () => {
    if (stopped) return
    stopped = true
    await stop()
  }
  onTestFinished(once)

  const call: TestCore['call'] = async (method, path, body, token, address = 'test') => {
    const response = await core.api.fetch(
      new Request(`http://core.test${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      }),
      { clientAddress: address },
    )
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as never, headers: response.headers }
  }

  let users = 0
  return {
    core: { ...core, stop: once },
    dataDir,
    call,
    async signUp({ email, mode = 'reconcile' } = {}) {
      users += 1
      // One address per user, so that the limit on registrations is not what a test meets.
      const address = `test-${users}-${Math.random()}`
      const user = { email: email ?? `user${users}@example.com`, password: testPassword }
      await call('POST', '/auth/register', user, undefined, address)
      const { body } = await call<{ token: string }>('POST', '/auth/login', user, undefined, address)
      const token = body.token
      const caller: Caller = {
        token,
        get: (path) => call('GET', path, undefined, token),
        post: (path, payload) => call('POST', path, payload, token),
        put: (path, payload) => call('PUT', path, payload, token),
        delete: (path, payload) => call('DELETE', path, payload, token),
      }
      if (mode) await caller.put('/me/operation-mode', { mode })
      return caller
    },
  }
}

/** A minimal body for `PUT /accounts/:id/config`. */
export const settingsBody = (change: Record<string, unknown> = {}) => ({
  pending_orders_endpoint: 'http://127.0.0.1:9/orders',
  webhook_url: 'http://127.0.0.1:9/hook',
  ...change,
})

/** An account at the bank without a script, with settings saved. */
export async function addAccount(caller: Caller, settings: Record<string, unknown> = {}, name = 'Main account') {
  const banks = await caller.get<{ id: string; code: string }[]>('/banks')
  const bankId = banks.body.find((bank) => bank.code === 'other-bank')?.id
  const account = await caller.post<{ id: string }>('/accounts', { bankId, name })
  const saved = await caller.put(`/accounts/${account.body.id}/config`, settingsBody(settings))
  if (saved.status !== 200) throw new Error(`settings were refused: ${JSON.stringify(saved.body)}`)
  return account.body.id
}
