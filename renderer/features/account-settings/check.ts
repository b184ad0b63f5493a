import type { Mode } from '../../api-types.ts'
import type { Field, SectionName, Values } from './form.ts'

/** What is wrong with a field; each has its words in `settings.problem`. */
export type Problem =
  | 'usernameNeeded'
  | 'passwordNeeded'
  | 'endpointNeeded'
  | 'webhookNeeded'
  | 'url'
  | 'urlScheme'
  | 'json'
  | 'jsonObject'
  | 'reserved'
  | 'retry'
  | 'eventsNeedEndpoint'
  | 'tolerance'

/** Keys of every payload that extra fields may not replace (spec 1.4). */
const reserved = ['external_id', 'status', 'amount', 'currency', 'name', 'id', 'received_at']

function urlProblem(text: string): Problem | null {
  if (!URL.canParse(text)) return 'url'
  const { protocol, hostname } = new URL(text)
  if (protocol !== 'http:' && protocol !== 'https:') return 'urlScheme'
  return hostname === '' ? 'url' : null
}

function objectProblem(text: string): Problem | null {
  if (text.trim() === '') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && !Array.isArray(value)) return null
    return 'jsonObject'
  } catch {
    return 'json'
  }
}

/** The reserved keys that the extra fields hold, for the message that names them. */
export const reservedIn = (text: string): string[] => {
  if (text.trim() === '' || objectProblem(text) !== null) return []
  const value = JSON.parse(text) as Record<string, unknown> | null
  return value === null ? [] : reserved.filter((key) => Object.hasOwn(value, key))
}

interface Known {
  readonly mode: Mode | null
  /** A password is stored already. */
  readonly hasCredentials: boolean
}

/** Everything that a save would refuse and that can be seen here, by field. */
export function problemsOf(values: Values, { mode, hasCredentials }: Known): Partial<Record<Field, Problem>> {
  const problems: Partial<Record<Field, Problem>> = {}
  const note = (field: Field, problem: Problem | null) => {
    if (problem !== null) problems[field] = problem
  }
  const username = values.bank_username.trim()
  if (values.bank_password !== '' && username === '') note('bank_username', 'usernameNeeded')
  if (username !== '' && values.bank_password === '' && !hasCredentials) note('bank_password', 'passwordNeeded')

  const endpoint = values.pending_orders_endpoint.trim()
  if (mode === 'reconcile') note('pending_orders_endpoint', endpoint === '' ? 'endpointNeeded' : urlProblem(endpoint))
  if (mode === 'reconcile' && values.polling_method === 'POST') note('polling_body', objectProblem(values.polling_body))

  const webhook = values.webhook_url.trim()
  note('webhook_url', webhook === '' ? 'webhookNeeded' : urlProblem(webhook))
  note('webhook_extra_fields', objectProblem(values.webhook_extra_fields))
  if (reservedIn(values.webhook_extra_fields).length > 0) note('webhook_extra_fields', 'reserved')
  const { retry_limit } = values
  if (retry_limit === '' || !Number.isInteger(retry_limit) || retry_limit < 0) note('retry_limit', 'retry')

  if (!/^(\d{1,5}(\.\d{1,2})?)?$/.test(values.near_amount_tolerance.trim())) note('near_amount_tolerance', 'tolerance')

  const notification = values.notification_endpoint_url.trim()
  if (notification !== '') note('notification_endpoint_url', urlProblem(notification))
  else if (values.notification_events.length > 0) note('notification_endpoint_url', 'eventsNeedEndpoint')
  return problems
}

export type Completeness = 'complete' | 'incomplete' | 'optional'

/** Whether a section holds what it needs; notifications need nothing. */
export function completenessOf(section: SectionName, values: Values, known: Known): Completeness {
  switch (section) {
    case 'credentials':
      return values.bank_username.trim() !== '' && (known.hasCredentials || values.bank_password !== '')
        ? 'complete'
        : 'incomplete'
    case 'session':
      return 'complete'
    case 'orders':
      return values.pending_orders_endpoint.trim() === '' ? 'incomplete' : 'complete'
    case 'matching':
      return 'optional'
    case 'webhook':
      return values.webhook_url.trim() === '' ? 'incomplete' : 'complete'
    case 'notifications':
      return values.notification_endpoint_url.trim() === '' ? 'optional' : 'complete'
    case 'danger':
      return 'optional'
  }
}
