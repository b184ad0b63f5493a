import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import type {
  deliverySchema,
  movementSchema,
  requestDetailSchema,
  requestSchema,
} from '../core/http/payment-schemas.ts'
import type { accountSchema, bankSchema } from '../core/http/schemas.ts'

type AccountBody = z.infer<typeof accountSchema>
export type RequestBody = z.infer<typeof requestSchema>
export type RequestDetail = z.infer<typeof requestDetailSchema>
export type MovementBody = z.infer<typeof movementSchema>
export type DeliveryBody = z.infer<typeof deliverySchema>

/** The program as a user with its address reaches it: the public HTTP API and nothing else. */
export interface ProgramClient {
  /** Creates the user unless it exists, and signs in. */
  enter(email: string, password: string): Promise<void>
  reconcile(): Promise<void>
  /** Enrolls the bank under this name; an account of that name from an earlier day goes first. Returns its id. */
  addAccount(bankCode: string, name: string, settings: Record<string, unknown>): Promise<string>
  /** Asks for a polling and waits for its end; throws with the program's own words when it failed. */
  poll(accountId: string): Promise<void>
  /** Asks for a reading and waits for its end; returns how many movements were new. */
  scrape(accountId: string): Promise<number>
  /** No scheduled work for the account any more; nothing to do when it was deleted. */
  pause(accountId: string): Promise<void>
  requests(accountId: string): Promise<RequestBody[]>
  request(id: string): Promise<RequestDetail>
  movements(accountId: string): Promise<MovementBody[]>
  /** Any other call; throws with the program's own words when it refuses. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Sends a file as the window does. */
  send<T>(path: string, file: File): Promise<T>
  /** Waits until no delivery is on its way, then returns all of them. */
  deliveries(accountId: string): Promise<DeliveryBody[]>
}

const pollLimitMs = 20_000
/** A first reading may have to start a browser on a slow machine. */
const scrapeLimitMs = 120_000
const deliveryLimitMs = 30_000
const lookAgainMs = 20

export function createProgramClient(url: string): ProgramClient {
  let token = ''

  async function call<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T }
  }

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await call<T>(method, path, body)
    if (answer.status >= 400)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async function until<T>(what: string, limitMs: number, look: () => Promise<T | null>): Promise<T> {
    const deadline = performance.now() + limitMs
    for (;;) {
      const seen = await look()
      if (seen !== null) return seen
      if (performance.now() > deadline) throw new Error(`${what} did not end within ${limitMs / 1000} s`)
      await wait(lookAgainMs)
    }
  }

  const account = (id: string) => ask<AccountBody>('GET', `/accounts/${id}`)
  const requests = (accountId: string) => ask<RequestBody[]>('GET', `/conciliation?account_id=${accountId}&limit=500`)

  /** Evaluations follow a polling or a reading; they are done when nothing is pending. */
  const settled = (accountId: string) =>
    until('Matching', pollLimitMs, async () =>
      (await requests(accountId)).some((each) => each.status === 'pending' || each.status === 'processing')
        ? null
        : true,
    )

  return {
    async enter(email, password) {
      const created = await call('POST', '/auth/register', { email, password, name: 'Demo' })
      if (created.status !== 201 && created.status !== 409)
        throw new Error(`The owner could not be created: ${JSON.stringify(created.body)}`)
      token = (await ask<{ token: string }>('POST', '/auth/login', { email, password })).token
    },

    reconcile: async () => void (await ask('PUT', '/me/operation-mode', { mode: 'reconcile' })),

    async addAccount(bankCode, name, settings) {
      const banks = await ask<z.infer<typeof bankSchema>[]>('GET', '/banks')
      const bank = banks.find((each) => each.code === bankCode)
      if (!bank)
        throw new Error(`The program offers no bank "${bankCode}", only ${banks.map((each) => each.code).join(', ')}`)
      for (const old of await ask<AccountBody[]>('GET', '/accounts'))
        if (old.name === name) await ask('DELETE', `/accounts/${old.id}`, { confirmation_name: name })
      const { id } = await ask<AccountBody>('POST', '/accounts', { bankId: bank.id, name })
      await ask('PUT', `/accounts/${id}/config`, settings)
      return id
    },

    async poll(accountId) {
      const before = (await account(accountId)).last_poll?.at
      await ask('POST', `/conciliation/poll/${accountId}`)
      const poll = await until('The polling', pollLimitMs, async () => {
        const { last_poll } = await account(accountId)
        return last_poll && last_poll.at !== before ? last_poll : null
      })
      if (poll.error !== null) throw new Error(`The polling failed: ${poll.error}`)
      await settled(accountId)
    },

    async scrape(accountId) {
      const before = (await account(accountId)).last_run?.id
      await ask('POST', `/accounts/${accountId}/scrape`)
      const run = await until('The reading', scrapeLimitMs, async () => {
        const { last_run } = await account(accountId)
        return last_run && last_run.id !== before && last_run.finished_at !== null ? last_run : null
      })
      if (run.status !== 'success')
        throw new Error(`The reading failed at ${run.stage} (${run.failure_type}): ${run.error_message}`)
      await settled(accountId)
      return run.transactions_found ?? 0
    },

    async pause(accountId) {
      const answer = await call('PUT', `/accounts/${accountId}/pause`, { paused: true })
      if (answer.status >= 400 && answer.status !== 404)
        throw new Error(`The account could not be paused: ${JSON.stringify(answer.body)}`)
    },
    ask,
    async send<T>(path: string, file: File) {
      const form = new FormData()
      form.set('file', file)
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status}: ${text}`)
      return JSON.parse(text) as T
    },
    requests,
    request: (id) => ask('GET', `/conciliation/${id}`),
    movements: (accountId) => ask('GET', `/accounts/${accountId}/movements?limit=500`),
    deliveries: (accountId) =>
      until('Delivery', deliveryLimitMs, async () => {
        const all = await ask<DeliveryBody[]>('GET', `/deliveries?account_id=${accountId}&limit=500`)
        return all.some((each) => each.state === 'queued' || each.state === 'waiting') ? null : all
      }),
  }
}
