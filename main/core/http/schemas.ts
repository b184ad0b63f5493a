import { z } from '@hono/zod-openapi'
import { id, instant, money } from './field-schemas.ts'

/** Shapes of the published API (spec 6). One place, read by routes, the OpenAPI page and the window's types. */
const mode = z.enum(['reconcile', 'passthrough'])
const authType = z.enum(['bearer', 'api_key'])

export const meSchema = z
  .object({
    id,
    email: z.string(),
    name: z.string().nullable(),
    operation_mode: mode.nullable(),
    totp_enabled: z.boolean(),
  })
  .openapi('Me')

export const bankSchema = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    loginUrl: z.string().nullable(),
    status: z.enum(['pending', 'onboarding', 'ready', 'failed']),
  })
  .openapi('Bank')

export const scriptSummarySchema = z
  .object({
    id,
    flow_type: z.enum(['extract_transactions', 'login', 'verify_payment']),
    version: z.string(),
    status: z.enum(['draft', 'testing', 'review', 'active', 'deprecated', 'failed']),
    origin: z.enum(['system', 'user']),
    created_at: instant,
  })
  .openapi('ScriptSummary')

/** What a reading is doing or how it ended; also the data of the event `run.updated`. */
export const runSchema = z
  .object({
    id,
    account_id: id,
    status: z.enum(['running', 'success', 'failed']),
    stage: z.string().nullable().openapi({ description: 'The stage that is under way, or the one that failed' }),
    transactions_found: z.number().int().nullable(),
    failure_type: z.string().nullable(),
    reason: z
      .string()
      .nullable()
      .openapi({ description: 'Why it failed, from a closed list; translated by the window' }),
    advice: z.string().nullable().openapi({ description: 'What to do about it, from a closed list' }),
    error_message: z.string().nullable(),
    refused_hosts: z.record(z.string(), z.number().int()),
    started_at: instant,
    finished_at: instant.nullable(),
  })
  .openapi('Run')

export const accountSchema = z
  .object({
    id,
    bank: z.string().openapi({ description: 'Code of the bank' }),
    bank_name: z.string(),
    name: z.string(),
    status: z.enum(['active', 'inactive']),
    scrapeBlockedAt: instant.nullable(),
    scrapeBlockedReason: z.string().nullable(),
    paused_at: instant.nullable(),
    quiet_hours: z
      .object({ from: z.string(), until: z.string() })
      .nullable()
      .openapi({ description: 'Local times of the bank, HH:MM, between which nothing is started on schedule' }),
    sessionStatus: z.enum(['starting', 'running', 'stopped', 'needs_attention']).nullable(),
    assistedPersistent: z.boolean(),
    configured: z.boolean().openapi({ description: 'Settings have been saved' }),
    by_file: z.boolean().openapi({ description: 'Nothing logs in at its bank: movements come from files or by API' }),
    session_type: z.enum(['one-shot', 'persistent']).nullable(),
    login_mode: z.enum(['simple', 'assisted']).nullable(),
    open_requests: z.number().int(),
    ambiguous_requests: z.number().int(),
    movements_today: z.array(z.object({ currency: z.string(), count: z.number().int(), sum: money })),
    last_run: runSchema.nullable(),
    last_poll: z.object({ at: instant, error: z.string().nullable() }).nullable(),
    created_at: instant,
  })
  .openapi('Account')

/** The marker that stands for a stored secret: sending it back keeps the value (spec 1.4). */
export const secretPresent = '__secret_present__'

export const settingsSchema = z
  .object({
    id,
    account_id: id,
    pending_orders_endpoint: z.string().nullable(),
    webhook_url: z.string(),
    retry_limit: z.number().int(),
    polling_method: z.enum(['GET', 'POST']),
    polling_body: z.record(z.string(), z.unknown()).nullable(),
    auth_type: authType,
    auth_token: z
      .string()
      .nullable()
      .openapi({ description: `null, or the marker ${secretPresent}` }),
    webhook_auth_type: authType.nullable(),
    webhook_auth_token: z.string().nullable(),
    notification_endpoint_url: z.string().nullable(),
    notification_auth_type: authType.nullable(),
    notification_auth_token: z.string().nullable(),
    notification_events: z.array(z.enum(['assistance_required', 'login_failed', 'scrape_failed'])).nullable(),
    notify_on_expired: z.boolean(),
    webhook_extra_fields: z.record(z.string(), z.unknown()).nullable(),
    silent_ingestion: z.boolean(),
    session_type: z.enum(['one-shot', 'persistent']),
    login_mode: z.enum(['simple', 'assisted']),
    match_without_sender: z.boolean(),
    notify_on_unmatched: z.boolean(),
    near_amount_tolerance: money
      .nullable()
      .openapi({ description: 'Suggestions may differ by so much from the expected amount; null: off' }),
    match_acceptance: z.number().nullable().openapi({ description: 'null: the usual level' }),
    match_margin: z.number().nullable().openapi({ description: 'null: the usual margin' }),
    bank_username: z.string().nullable(),
  })
  .openapi('AccountSettings')

export const queuedSchema = z.object({ queued: z.literal(true) }).openapi('Queued')
export const jobSchema = z.object({ jobId: z.string() }).openapi('Job')
