import { expect, onTestFinished } from 'vitest'
import { type Order, startCustomer } from '../../e2e/support/customer.ts'
import { addAccount, type Caller, createTestCore, type TestCore } from '../../support/core.ts'

export interface ImportAnswer {
  readonly id: string
  readonly status: string
  readonly format: string
  readonly mapping_applied: string | null
  readonly inserted: number
  readonly duplicates: number
  readonly enriched: number
  readonly debits: number
  readonly not_booked: number
  readonly other_accounts: number
  readonly excluded_lines: readonly number[]
  readonly totals: Readonly<Record<string, { credits: number; credit_sum: string; debits: number; debit_sum: string }>>
  readonly warnings: readonly { readonly code: string }[]
  readonly linked_account: string | null
  readonly error: { readonly code: string } | null
  readonly statements: readonly { readonly proof: string; readonly account: string | null }[]
  readonly undo: {
    readonly movements: number
    readonly kept: number
    readonly matches: number
    readonly by_person: number
    readonly list: readonly { readonly external_id: string; readonly matched_by: string }[]
  } | null
}
export interface Refused {
  readonly error: string
  readonly code: string
  readonly details?: { readonly issues: readonly { readonly path: string; readonly message: string; line?: number }[] }
}
export interface MovementAnswer {
  readonly id: string
  readonly external_id: string
  readonly amount: string
  readonly currency: string
  readonly sender_name: string | null
  readonly received_at: string
  readonly excluded_at: string | null
  readonly matched_request: { readonly external_id: string } | null
}

/** Sends a file as a browser would. */
async function sendFile<T>(
  { core }: Pick<TestCore, 'core'>,
  user: Caller,
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
  name = 'statement.csv',
): Promise<{ status: number; body: T }> {
  const form = new FormData()
  form.set('file', new File([content], name))
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  const response = await core.api.fetch(
    new Request(`http://core.test${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: form,
    }),
    { clientAddress: 'test' },
  )
  return { status: response.status, body: (await response.json()) as T }
}

/** A core with a user, a customer's system and an account at a bank without a login. */
export async function openAccount(
  options: { dataDir?: string; mode?: 'reconcile' | 'passthrough'; settings?: Record<string, unknown> } = {},
) {
  const customer = await startCustomer()
  onTestFinished(() => customer.close())
  const core = await createTestCore(options.dataDir === undefined ? {} : { dataDir: options.dataDir })
  const user = await core.signUp({ mode: options.mode ?? 'reconcile' })
  const addOne = (name: string) =>
    addAccount(
      user,
      { pending_orders_endpoint: customer.ordersUrl, webhook_url: customer.webhookUrl, ...options.settings },
      name,
    )
  const accountId = await addOne('Main account')
  const importInto = <T = ImportAnswer>(
    account: string,
    content: string | Uint8Array<ArrayBuffer>,
    fields: Readonly<Record<string, string>> = {},
    name?: string,
  ) => sendFile<T>(core, user, `/accounts/${account}/movements/import`, content, { currency: 'EUR', ...fields }, name)
  return {
    core,
    user,
    customer,
    accountId,
    addOne,
    importInto,
    import: <T = ImportAnswer>(
      content: string | Uint8Array<ArrayBuffer>,
      fields?: Readonly<Record<string, string>>,
      name?: string,
    ) => importInto<T>(accountId, content, fields, name),
    preview: <T>(content: string, fields: Readonly<Record<string, string>> = {}) =>
      sendFile<T>(core, user, `/accounts/${accountId}/movements/import/preview`, content, {
        currency: 'EUR',
        ...fields,
      }),
    undo: (importId: string) => user.post<ImportAnswer>(`/accounts/${accountId}/imports/${importId}/undo`),
    read: (importId: string) => user.get<ImportAnswer>(`/accounts/${accountId}/imports/${importId}`),
    movements: async (account = accountId) =>
      (await user.get<MovementAnswer[]>(`/accounts/${account}/movements?limit=500`)).body,
    requests: async () =>
      (await user.get<{ id: string; external_id: string; status: string }[]>('/conciliation?limit=500')).body,
    /** Rows as a bank's script reports them. */
    scrape: (...rows: Record<string, unknown>[]) =>
      user.post<{ inserted: number; duplicates: number }>(`/accounts/${accountId}/movements`, { movements: rows }),
    /** Waits until the program knows the payments that the customer expects. */
    async expectPayments(...orders: Order[]) {
      customer.expect(...orders)
      await user.post(`/conciliation/poll/${accountId}`)
      await expect
        .poll(async () => Number((await user.get('/conciliation?limit=1')).headers.get('x-total-count')), {
          timeout: 20_000,
        })
        .toBe(orders.length)
    },
  }
}

export type World = Awaited<ReturnType<typeof openAccount>>

/** Lines of a made table: date, text, amount; the header names them in English. */
export const table = (...rows: readonly (readonly [date: string, text: string, amount: string])[]): string =>
  ['Booking date;Counterparty;Amount', ...rows.map((row) => row.join(';'))].join('\n')
