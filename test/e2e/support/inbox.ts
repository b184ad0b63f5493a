import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { openDatabase } from '../../../main/core/db/open.ts'
import type { Practice } from './practice.ts'

export interface Waiting {
  readonly total: number
  readonly items: readonly { readonly kind: string; readonly id: string }[]
}

export const kinds = async (practice: Practice) =>
  (await practice.call<Waiting>('GET', '/inbox')).items.map(({ kind }) => kind)
export const list = (page: Page) => page.getByRole('region', { name: 'Needs you' })
export const question = (page: Page) => page.getByRole('region', { name: 'In focus' })
export const rows = (page: Page) => list(page).getByRole('listitem')

export const settings = ({ customer }: Practice) => ({
  pending_orders_endpoint: customer.ordersUrl,
  webhook_url: customer.webhookUrl,
  auth_token: customer.token,
  webhook_auth_token: customer.webhookToken,
})

export async function reconcile(
  practice: Practice,
  ...orders: (readonly [id: string, name: string, amount: string])[]
): Promise<string> {
  const { customer } = practice
  await practice.call('PUT', '/me/operation-mode', { mode: 'reconcile' })
  const id = await practice.addAccount('Main UYU operating account', settings(practice))
  customer.setOrders(
    orders.map(([external_id, name, amount]) => ({ external_id, name, amount: Number(amount), currency: 'UYU' })),
  )
  await practice.call('POST', `/conciliation/poll/${id}`)
  await expect.poll(() => practice.call<unknown[]>('GET', '/conciliation')).toHaveLength(orders.length)
  return id
}

export const arrive = (
  practice: Practice,
  accountId: string,
  ...movements: [id: string, name: string, amount: string][]
) =>
  practice.call('POST', `/accounts/${accountId}/movements`, {
    movements: movements.map(([external_id, sender_name, amount]) => ({
      external_id,
      sender_name,
      amount,
      currency: 'UYU',
      received_at: new Date().toISOString(),
    })),
  })

/** Six hours of failed attempts, in a moment. */
export async function giveUp(practice: Practice, externalId: string, accountId: string): Promise<void> {
  const db = openDatabase(join(practice.dataDir, 'reconbanker.db'))
  const requestId = db.prepare('select id from requests where external_id = ?').pluck().get(externalId) as string
  const isDelivered = () =>
    db.prepare("select 1 from deliveries where subject_id = ? and state = 'delivered'").pluck().get(requestId)
  await expect.poll(isDelivered).toBe(1)
  db.prepare("update deliveries set state = 'dead', last_status = 503, attempts = 12 where subject_id = ?").run(
    requestId,
  )
  db.prepare(
    `insert into dead_letters (id, account_id, subject_type, subject_id, attempts, failed_at)
     values (?, ?, 'conciliation_request', ?, 12, ?)`,
  ).run(randomUUID(), accountId, requestId, Date.now())
  db.close()
  // The program hears of it by the next event of any kind.
  await practice.call('PUT', `/accounts/${accountId}/pause`, { paused: false })
}

/** Two refused logins, in a moment. */
export async function stop(practice: Practice, accountId: string): Promise<void> {
  const db = openDatabase(join(practice.dataDir, 'reconbanker.db'))
  db.prepare("update accounts set scrape_blocked_at = ?, scrape_blocked_reason = 'login_failed' where id = ?").run(
    Date.now(),
    accountId,
  )
  db.close()
  await practice.call('PUT', `/accounts/${accountId}/pause`, { paused: false })
}
