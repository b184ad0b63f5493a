import type { AccountSettings, Mode, SettingsInput } from '../../api-types.ts'
import type { Failure } from '../../shared/failure.ts'

/** The stored secret as the API shows it; sent back it keeps the value (spec 1.4). */
export const storedSecret = '__secret_present__'

export type SectionName = 'credentials' | 'session' | 'orders' | 'matching' | 'webhook' | 'notifications' | 'danger'

/** What the form holds: JSON as text, tokens as typed or the marker of a stored one. */
export interface Values {
  bank_username: string
  bank_password: string
  session_type: AccountSettings['session_type']
  login_mode: AccountSettings['login_mode']
  pending_orders_endpoint: string
  polling_method: AccountSettings['polling_method']
  polling_body: string
  auth_type: AccountSettings['auth_type']
  auth_token: string
  webhook_url: string
  webhook_auth_type: AccountSettings['auth_type'] | ''
  webhook_auth_token: string
  webhook_extra_fields: string
  notify_on_expired: boolean
  silent_ingestion: boolean
  retry_limit: number | ''
  notification_endpoint_url: string
  notification_auth_type: AccountSettings['auth_type'] | ''
  notification_auth_token: string
  notification_events: string[]
  match_without_sender: boolean
  notify_on_unmatched: boolean
  /** Decimal text, empty: off. */
  near_amount_tolerance: string
  /** null: the usual one. */
  match_acceptance: number | null
  match_margin: number | null
}

export type Field = keyof Values

const fieldsOf: Readonly<Record<Exclude<SectionName, 'danger'>, readonly Field[]>> = {
  credentials: ['bank_username', 'bank_password'],
  session: ['session_type', 'login_mode'],
  orders: ['pending_orders_endpoint', 'polling_method', 'polling_body', 'auth_type', 'auth_token'],
  matching: ['match_without_sender', 'near_amount_tolerance', 'match_acceptance', 'match_margin'],
  webhook: [
    'webhook_url',
    'webhook_auth_type',
    'webhook_auth_token',
    'webhook_extra_fields',
    'notify_on_expired',
    'notify_on_unmatched',
    'silent_ingestion',
    'retry_limit',
  ],
  notifications: [
    'notification_endpoint_url',
    'notification_auth_type',
    'notification_auth_token',
    'notification_events',
  ],
}

/** The sections of a mode, in their order; the orders of another system exist in reconcile only, a login where one is used. */
export const sectionsOf = (mode: Mode | null, byFile = false): readonly SectionName[] => [
  ...(byFile ? [] : (['credentials', 'session'] as const)),
  ...(mode === 'passthrough' ? [] : (['orders', 'matching'] as const)),
  'webhook',
  'notifications',
  'danger',
]

const jsonText = (value: Record<string, unknown> | null): string =>
  value === null ? '' : JSON.stringify(value, null, 2)

/** The form of saved settings, or the defaults where none were saved. */
export const valuesOf = (settings: AccountSettings | null): Values => ({
  bank_username: settings?.bank_username ?? '',
  bank_password: '',
  session_type: settings?.session_type ?? 'one-shot',
  login_mode: settings?.login_mode ?? 'simple',
  pending_orders_endpoint: settings?.pending_orders_endpoint ?? '',
  polling_method: settings?.polling_method ?? 'GET',
  polling_body: jsonText(settings?.polling_body ?? null),
  auth_type: settings?.auth_type ?? 'bearer',
  auth_token: settings?.auth_token ?? '',
  webhook_url: settings?.webhook_url ?? '',
  webhook_auth_type: settings?.webhook_auth_type ?? '',
  webhook_auth_token: settings?.webhook_auth_token ?? '',
  webhook_extra_fields: jsonText(settings?.webhook_extra_fields ?? null),
  notify_on_expired: settings?.notify_on_expired ?? false,
  silent_ingestion: settings?.silent_ingestion ?? false,
  retry_limit: settings?.retry_limit ?? 3,
  notification_endpoint_url: settings?.notification_endpoint_url ?? '',
  notification_auth_type: settings?.notification_auth_type ?? '',
  notification_auth_token: settings?.notification_auth_token ?? '',
  notification_events: [...(settings?.notification_events ?? [])],
  match_without_sender: settings?.match_without_sender ?? false,
  notify_on_unmatched: settings?.notify_on_unmatched ?? false,
  near_amount_tolerance: settings?.near_amount_tolerance ?? '',
  match_acceptance: settings?.match_acceptance ?? null,
  match_margin: settings?.match_margin ?? null,
})

const blankToNull = (text: string): string | null => text.trim() || null
const objectOf = (text: string): Record<string, unknown> | null =>
  text.trim() === '' ? null : (JSON.parse(text) as Record<string, unknown>)

/** The body of a save. Every setting is sent, since a save replaces all of them; empty credentials are left out. */
export const inputOf = (values: Values): SettingsInput => ({
  ...(values.bank_username.trim() === '' ? {} : { bank_username: values.bank_username.trim() }),
  ...(values.bank_password === '' ? {} : { bank_password: values.bank_password }),
  session_type: values.session_type,
  login_mode: values.login_mode,
  pending_orders_endpoint: blankToNull(values.pending_orders_endpoint),
  polling_method: values.polling_method,
  polling_body: values.polling_method === 'POST' ? objectOf(values.polling_body) : null,
  auth_type: values.auth_type,
  auth_token: blankToNull(values.auth_token),
  webhook_url: values.webhook_url.trim(),
  webhook_auth_type: values.webhook_auth_type === '' ? null : values.webhook_auth_type,
  webhook_auth_token: blankToNull(values.webhook_auth_token),
  webhook_extra_fields: objectOf(values.webhook_extra_fields),
  notify_on_expired: values.notify_on_expired,
  silent_ingestion: values.silent_ingestion,
  retry_limit: values.retry_limit === '' ? 3 : values.retry_limit,
  notification_endpoint_url: blankToNull(values.notification_endpoint_url),
  notification_auth_type: values.notification_auth_type === '' ? null : values.notification_auth_type,
  notification_auth_token: blankToNull(values.notification_auth_token),
  notification_events: values.notification_events as NonNullable<SettingsInput['notification_events']>,
  match_without_sender: values.match_without_sender,
  notify_on_unmatched: values.notify_on_unmatched,
  near_amount_tolerance: blankToNull(values.near_amount_tolerance),
  match_acceptance: values.match_acceptance,
  match_margin: values.match_margin,
})

export const sectionOf = (field: Field): SectionName =>
  (Object.keys(fieldsOf) as (keyof typeof fieldsOf)[]).find((section) => fieldsOf[section].includes(field)) ?? 'webhook'

/** The first section, in the order on the screen, that holds one of these fields. */
export const firstSection = (fields: readonly string[]): SectionName | null => {
  const sections = fields.map((field) => sectionOf(field as Field))
  return sectionsOf('reconcile').find((section) => sections.includes(section)) ?? null
}

const isField = (name: string): name is Field =>
  Object.values(fieldsOf).some((fields) => fields.includes(name as Field))

/** The field that a refused save is about: by its code, its issue, or the name its text begins with (spec 6.4). */
export function fieldOfFailure({ code, issues, message }: Pick<Failure, 'code' | 'issues' | 'message'>): Field | null {
  const names = [code?.replace(/^settings\./, ''), issues[0]?.path.split('.')[0], message.split(/[\s:]/)[0]]
  return names.find((name): name is Field => name !== undefined && isField(name)) ?? null
}
