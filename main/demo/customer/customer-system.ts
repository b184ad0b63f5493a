import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import { listenOnLoopback } from '../listen.ts'
import { type AnswerMode, answerAs } from './answers.ts'
import { customerPage } from './page.ts'

/** An expected payment as the customer lists it (spec 5.2). Loose on purpose: tests also list nonsense. */
export type ListedOrder = Readonly<Record<string, unknown>>

export interface ReceivedWebhook {
  readonly at: number
  /** `null` when the body was not JSON. */
  readonly payload: Readonly<Record<string, unknown>> | null
  readonly headers: Readonly<Record<string, string>>
  /** Right `Authorization` header; otherwise it was answered 401. */
  readonly authorized: boolean
  /** Answered as usual, with 200. */
  accepted: boolean
}

interface ReceivedPoll {
  readonly at: number
  readonly method: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly authorized: boolean
}

/**
 * The customer's order system: lists expected payments and takes results.
 *
 * `GET|POST /api/pending-payments` answers the list (or `{ data }`), `POST /api/webhooks/payments` takes a webhook; both
 * want `Authorization: Bearer <token>`. `GET /` shows orders and webhooks to a person.
 */
export interface CustomerSystem {
  readonly url: string
  readonly ordersUrl: string
  readonly webhookUrl: string
  readonly token: string
  readonly webhookToken: string
  /** Assign to its fields to change how the endpoints answer from the next request on. */
  readonly answers: { orders: AnswerMode; webhook: AnswerMode; wrapped: boolean }
  orders(): readonly ListedOrder[]
  addOrder(...orders: ListedOrder[]): void
  removeOrder(externalId: string): void
  setOrders(orders: readonly ListedOrder[]): void
  polls(): readonly ReceivedPoll[]
  /** Everything that arrived, oldest first, refused ones too. */
  webhooks(): readonly ReceivedWebhook[]
  accepted(): readonly ReceivedWebhook[]
  /** Resolves when the condition holds; rejects after `ms` (10 s) saying what arrived. */
  waitFor(condition: (webhooks: readonly ReceivedWebhook[]) => boolean, ms?: number): Promise<void>
  forget(): void
  close(): Promise<void>
}

export interface CustomerSystemOptions {
  /** 0 (default) takes any free port. */
  readonly port?: number
  readonly token?: string
  /** Default: the same token. */
  readonly webhookToken?: string
  readonly orders?: readonly ListedOrder[]
  readonly now?: () => number
}

const subjectOf = (payload: ReceivedWebhook['payload']) =>
  payload === null ? '' : `${payload.external_id ?? payload.id}/${payload.status ?? ''}`

const parse = (text: string): ReceivedWebhook['payload'] => {
  try {
    return JSON.parse(text)
  } catch {
    return null // kept as "not JSON"
  }
}

export async function startCustomerSystem(options: CustomerSystemOptions = {}): Promise<CustomerSystem> {
  const now = options.now ?? Date.now
  const token = options.token ?? 'orders-token'
  const webhookToken = options.webhookToken ?? token
  let orders: readonly ListedOrder[] = options.orders ?? []
  let polls: ReceivedPoll[] = []
  let webhooks: ReceivedWebhook[] = []
  const waiting = new Set<() => void>()
  const answers: CustomerSystem['answers'] = { orders: { mode: 'ok' }, webhook: { mode: 'ok' }, wrapped: false }

  const app = new Hono<{ Bindings: { incoming: IncomingMessage } }>()
  app.get('/', (c) => c.html(customerPage(orders, webhooks)))

  app.on(['GET', 'POST'], '/api/pending-payments', async (c) => {
    const authorized = c.req.header('authorization') === `Bearer ${token}`
    polls.push({ at: now(), method: c.req.method, body: await c.req.text(), headers: c.req.header(), authorized })
    if (!authorized) return c.json({ error: 'wrong or missing token' }, 401)
    return answerAs(c, answers.orders, polls.length - 1, () => c.json(answers.wrapped ? { data: orders } : orders))
  })

  app.post('/api/webhooks/payments', async (c) => {
    const authorized = c.req.header('authorization') === `Bearer ${webhookToken}`
    const payload = parse(await c.req.text())
    const earlier = webhooks.filter((each) => subjectOf(each.payload) === subjectOf(payload)).length
    const webhook: ReceivedWebhook = { at: now(), payload, headers: c.req.header(), authorized, accepted: false }
    webhooks.push(webhook)
    const answer = authorized
      ? await answerAs(c, answers.webhook, earlier, () => {
          webhook.accepted = true
          return c.json({ ok: true })
        })
      : c.json({ error: 'wrong or missing token' }, 401)
    for (const check of waiting) check()
    return answer
  })

  const server = await listenOnLoopback(app.fetch, options.port ?? 0)

  return {
    url: server.url,
    ordersUrl: `${server.url}/api/pending-payments`,
    webhookUrl: `${server.url}/api/webhooks/payments`,
    token,
    webhookToken,
    answers,
    orders: () => orders,
    addOrder: (...added) => {
      orders = [...orders, ...added]
    },
    removeOrder: (externalId) => {
      orders = orders.filter((order) => order.external_id !== externalId)
    },
    setOrders: (next) => {
      orders = next
    },
    polls: () => polls,
    webhooks: () => webhooks,
    accepted: () => webhooks.filter((each) => each.accepted),
    waitFor: (condition, ms = 10_000) =>
      new Promise((resolve, reject) => {
        const done = () => {
          clearTimeout(timer)
          waiting.delete(check)
        }
        const check = () => {
          if (!condition(webhooks)) return
          done()
          resolve()
        }
        const timer = setTimeout(() => {
          done()
          const seen = webhooks.map((each) => `${subjectOf(each.payload)}${each.accepted ? '' : ' (refused)'}`)
          reject(
            new Error(`The expected webhooks did not arrive within ${ms} ms. Arrived: ${seen.join(', ') || 'none'}`),
          )
        }, ms)
        waiting.add(check)
        check()
      }),
    forget: () => {
      webhooks = []
      polls = []
    },
    close: server.close,
  }
}
