import { type Answerer, answers, type Receiver, startReceiver } from '../../support/receiver.ts'

export interface Order {
  readonly external_id: string
  readonly amount: string
  readonly currency: string
  readonly name: string
}

/** The other side: a system that lists the payments it expects and receives the results. */
export interface Customer extends Receiver {
  readonly ordersUrl: string
  readonly webhookUrl: string
  readonly token: string
  expect(...orders: Order[]): void
  /** What the webhook answers from now on. */
  answerWebhooks(answer: Answerer): void
  /** The payloads that arrived at the webhook, oldest first. */
  webhooks(): Record<string, unknown>[]
}

export const order = (external_id: string, name: string, amount = '1500.00'): Order => ({
  external_id,
  amount,
  currency: 'UYU',
  name,
})

export async function startCustomer(): Promise<Customer> {
  const receiver = await startReceiver()
  let orders: readonly Order[] = []
  let onWebhook: Answerer = answers.ok
  receiver.answerWith((hit, response, request) => {
    if (hit.path === '/orders') answers.status(200, orders)(hit, response, request)
    else onWebhook(hit, response, request)
  })
  return {
    ...receiver,
    ordersUrl: receiver.url('/orders'),
    webhookUrl: receiver.url('/hook'),
    token: 'customer-token',
    expect: (...expected) => {
      orders = expected
    },
    answerWebhooks: (answer) => {
      onWebhook = answer
    },
    webhooks: () => receiver.hits.filter(({ path }) => path === '/hook').map(({ json }) => json),
  }
}
