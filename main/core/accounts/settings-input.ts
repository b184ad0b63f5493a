import { z } from '@hono/zod-openapi'
import { invalid } from '../errors.ts'
import { repeated } from '../http/exact.ts'
import { settingsSchema } from '../http/schemas.ts'
import { acceptanceRange, marginRange } from '../matching/assignment/limits.ts'
import { parseMinor } from '../money.ts'

/** Keys of every payload that extra fields may not replace (spec 1.4). */
const reservedKeys = ['external_id', 'status', 'amount', 'currency', 'name', 'id', 'received_at'] as const

const oneOf = <const T extends readonly [string, ...string[]]>(field: string, values: T) =>
  z.enum(values, { error: `${field} must be one of ${values.join(', ')}` })

const text = (field: string, max: number) =>
  z
    .string({ error: `${field} must be text` })
    .max(max, `${field} must be at most ${max} characters`)
    .nullish()

const flag = (field: string) => z.boolean({ error: `${field} must be true or false` }).nullish()
const objectOrText = z.unknown()
const authTypes = ['bearer', 'api_key'] as const
const share = (field: string, { least, most }: { least: number; most: number }) =>
  z
    .number({ error: `${field} must be a number` })
    .min(least, `${field} must be at least ${least}`)
    .max(most, `${field} must be at most ${most}`)
    .nullish()
const mostTolerance = 1_000_000
const toleranceError = 'near_amount_tolerance must be an amount of at most 10000.00, or null'
const retryError = 'retry_limit must be a whole number of at least 0'

/** Body of `PUT /accounts/:accountId/config`: replaces every setting; what is left out returns to its default. */
export const settingsInputSchema = z
  .object({
    ...repeated(settingsSchema.pick({ id: true, account_id: true })),
    pending_orders_endpoint: text('pending_orders_endpoint', 2000),
    webhook_url: text('webhook_url', 2000),
    retry_limit: z
      .number({ error: retryError })
      .int(retryError)
      .min(0, retryError)
      .max(1000, 'retry_limit must be at most 1000')
      .nullish(),
    polling_method: oneOf('polling_method', ['GET', 'POST']).nullish(),
    polling_body: objectOrText.optional(),
    auth_type: oneOf('auth_type', authTypes).nullish(),
    auth_token: text('auth_token', 10_000),
    webhook_auth_type: oneOf('webhook_auth_type', authTypes).nullish(),
    webhook_auth_token: text('webhook_auth_token', 10_000),
    notification_endpoint_url: text('notification_endpoint_url', 2000),
    notification_auth_type: oneOf('notification_auth_type', authTypes).nullish(),
    notification_auth_token: text('notification_auth_token', 10_000),
    notification_events: z
      .array(
        // `connection_failed` is the older name of `login_failed` (spec 13.1).
        oneOf('notification_events', ['assistance_required', 'login_failed', 'scrape_failed', 'connection_failed']),
        { error: 'notification_events must be a list' },
      )
      .nullish(),
    notify_on_expired: flag('notify_on_expired'),
    webhook_extra_fields: objectOrText.optional(),
    silent_ingestion: flag('silent_ingestion'),
    session_type: oneOf('session_type', ['one-shot', 'persistent']).nullish(),
    login_mode: oneOf('login_mode', ['simple', 'assisted']).nullish(),
    match_without_sender: flag('match_without_sender'),
    notify_on_unmatched: flag('notify_on_unmatched'),
    near_amount_tolerance: z
      .union([z.string(), z.number()], { error: toleranceError })
      .transform((value, context) => {
        const minor = value === '' ? 0 : parseMinor(value)
        if (minor !== null && minor >= 0 && minor <= mostTolerance) return minor
        context.addIssue({ code: 'custom', message: toleranceError })
        return z.NEVER
      })
      .nullish()
      .openapi({ type: 'string', example: '0.50' }),
    match_acceptance: share('match_acceptance', acceptanceRange),
    match_margin: share('match_margin', marginRange),
    bank_username: text('bank_username', 500),
    bank_password: text('bank_password', 500),
  })
  .openapi('AccountSettingsInput')

export type SettingsInput = z.infer<typeof settingsInputSchema>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object, or JSON text of one, or nothing. `notJson` and `notObject` are the messages of spec 6.4. */
function readObject(value: unknown, notJson: string, notObject: string, code: string): Record<string, unknown> | null {
  if (value === undefined || value === null) return null
  let read = value
  if (typeof value === 'string') {
    if (value.trim() === '') return null
    try {
      read = JSON.parse(value)
    } catch (cause) {
      throw invalid(code, notJson, [{ path: code, message: String(cause) }])
    }
    if (read === null) return null
  }
  if (!isObject(read)) throw invalid(code, notObject)
  return read
}

export function readExtraFields(value: unknown): Record<string, unknown> | null {
  const fields = readObject(
    value,
    'webhook_extra_fields must be valid JSON',
    'webhook_extra_fields must be a JSON object',
    'settings.webhook_extra_fields',
  )
  const taken = reservedKeys.filter((key) => fields && Object.hasOwn(fields, key))
  if (taken.length > 0)
    throw invalid(
      'settings.webhook_extra_fields',
      `webhook_extra_fields cannot override reserved keys: ${taken.join(', ')}`,
    )
  return fields
}

const pollingBodyError = 'polling_body must be valid JSON (or empty)'
export const readPollingBody = (value: unknown): Record<string, unknown> | null =>
  readObject(value, pollingBodyError, pollingBodyError, 'settings.polling_body')

export const blankToNull = (value: string | null | undefined): string | null => value?.trim() || null
