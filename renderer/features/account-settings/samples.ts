import type { AccountSettings, Mode } from '../../api-types.ts'
import { reservedIn } from './check.ts'

/** The extra fields as far as they can be read; while they are being typed, none. */
function extraFields(text: string): Record<string, unknown> {
  if (reservedIn(text).length > 0) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

/** The payload that the webhook of this mode will get (spec 5.3), with the extra fields as they stand in the form. */
export function webhookSample(mode: Mode | null, extra: string): Record<string, unknown> {
  const own =
    mode === 'passthrough'
      ? {
          id: '5f0c2a3e-6f0b-4c5e-9a53-1f2d7b8c9e10',
          amount: 250.5,
          currency: 'USD',
          name: 'Ana Ruiz',
          received_at: '2026-04-02T09:05:00.000Z',
        }
      : { external_id: 'A-100', status: 'matched', amount: 250.5, currency: 'USD', name: 'Ana Ruiz' }
  return { ...own, ...extraFields(extra) }
}

/** What the endpoint of pending orders has to answer (spec 5.2). */
export const ordersSample = [
  { external_id: 'A-100', amount: 250.5, currency: 'USD', name: 'Ana Ruiz' },
  { external_id: 'A-101', amount: 99.9, currency: 'USD', name: 'B. Soto' },
]

/** An operational notification (spec 5.4). */
export const notificationSample = {
  account_id: '0b6f2c6e-2f7d-4a55-8a44-6d1f3f0f2a11',
  type: 'login_failed',
  status: 'login.failed',
  data: { category: 'login_failed' },
  occurred_at: '2026-04-02T09:06:07.000Z',
}

const schemes: Record<AccountSettings['auth_type'], string> = { bearer: 'Bearer', api_key: 'Api-Key' }

/** The head of a request as it will go out; the token is never shown. */
export function requestHead(
  method: 'GET' | 'POST',
  url: string,
  auth: { readonly type: AccountSettings['auth_type']; readonly hasToken: boolean },
): string {
  const lines = [`${method} ${url.trim() || 'https://…'}`, 'Accept: application/json']
  if (method === 'POST') lines.push('Content-Type: application/json')
  if (auth.hasToken) lines.push(`Authorization: ${schemes[auth.type]} ••••••••`)
  return lines.join('\n')
}
