import type { Customer } from './customer.ts'
import type { Program } from './program.ts'

/** An account that is fed by the API, with settings that lead to the customer's system. */
export async function addAccount(program: Program, customer: Customer, name = 'Main UYU'): Promise<string> {
  const banks = await program.call<{ id: string; code: string }[]>('GET', '/banks')
  const bankId = banks.find(({ code }) => code === 'other-bank')?.id
  const { id } = await program.call<{ id: string }>('POST', '/accounts', { bankId, name })
  await program.call('PUT', `/accounts/${id}/config`, {
    pending_orders_endpoint: customer.ordersUrl,
    auth_token: customer.token,
    webhook_url: customer.webhookUrl,
  })
  return id
}

export interface Arrival {
  readonly external_id: string
  readonly sender_name: string | null
  readonly amount?: string
}

/** Movements as a feed reports them. */
export const arrive = (program: Program, accountId: string, ...arrivals: Arrival[]): Promise<unknown> =>
  program.call('POST', `/accounts/${accountId}/movements`, {
    movements: arrivals.map((arrival) => ({
      amount: '1500.00',
      currency: 'UYU',
      received_at: new Date().toISOString(),
      ...arrival,
    })),
  })
