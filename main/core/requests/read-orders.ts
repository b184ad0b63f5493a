import { parseMinor } from '../money.ts'
import type { Order } from './types.ts'

export interface OrdersRead {
  readonly kind: 'orders'
  readonly orders: readonly Order[]
  /** Listed, but not usable otherwise: they count as present (3.9, 6). */
  readonly invalidIds: readonly string[]
  /** One sentence per skipped item. */
  readonly warnings: readonly string[]
}
export type ReadOrders = OrdersRead | { readonly kind: 'refused'; readonly message: string }

const longestQuote = 300

const quote = (body: string): string => {
  const text = body.replace(/\s+/gu, ' ').trim()
  const characters = [...text.slice(0, 4 * longestQuote)]
  if (characters.length === 0) return 'an empty body'
  return `"${characters.slice(0, longestQuote).join('')}"`
}

/** Reads the answer of a pending-payments endpoint (5.2): a list, or an object whose `data` is a list. */
export function readOrders(answer: {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}): ReadOrders {
  const contentType = answer.headers['content-type'] ?? 'no content type'
  const refused = (what: string): ReadOrders => ({
    kind: 'refused',
    message: `the endpoint answered ${answer.status} (${contentType}) ${what}: ${quote(answer.body)}`,
  })
  if (answer.status < 200 || answer.status > 299) return refused('instead of a list of orders')
  if (!contentType.toLowerCase().includes('application/json')) return refused('but application/json is expected')

  let parsed: unknown
  try {
    parsed = JSON.parse(answer.body.replace(/^\ufeff/, ''))
  } catch {
    return refused('with text that is not JSON')
  }
  const list = Array.isArray(parsed) ? parsed : isRecord(parsed) ? parsed.data : null
  if (!Array.isArray(list)) return refused('with neither a list nor an object whose data is a list')
  return readList(list)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function readList(list: readonly unknown[]): OrdersRead {
  const orders: Order[] = []
  const invalidIds: string[] = []
  const warnings: string[] = []
  for (const [i, item] of list.entries()) {
    const found = readOrder(item)
    if ('order' in found) {
      orders.push(found.order)
      continue
    }
    if (found.id !== null) invalidIds.push(found.id)
    warnings.push(`item ${i}${found.id === null ? '' : ` (${found.id})`} was skipped: ${found.problem}`)
  }
  return { kind: 'orders', orders, invalidIds, warnings }
}

type OrderRead = { readonly order: Order } | { readonly id: string | null; readonly problem: string }

function readOrder(item: unknown): OrderRead {
  if (!isRecord(item)) return { id: null, problem: 'it is not an object' }
  const { external_id: given, amount, currency, name } = item
  const id = typeof given === 'number' ? String(given) : typeof given === 'string' ? given : ''
  if (id.trim() === '') return { id: null, problem: 'external_id must be a text or a number' }
  const amountMinor = parseMinor(amount)
  if (amountMinor === null || amountMinor <= 0)
    return { id, problem: 'amount must be a positive number with at most two decimals' }
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : ''
  if (code.length < 3) return { id, problem: 'currency must have at least 3 characters' }
  const payer = typeof name === 'string' ? name.trim() : ''
  if (payer === '') return { id, problem: 'name must be a text' }
  return { order: { externalId: id, amountMinor, currency: code, name: payer } }
}
