import { randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { Store } from '../db/store.ts'
import type { SecretBox } from '../secrets/box.ts'

const seconds = (name: string, min: number) =>
  z
    .number({ error: `${name} must be a number of seconds` })
    .int(`${name} must be a whole number`)
    .min(min, `${name} must be at least ${min}`)

/** Product settings that a person may change; defaults of spec, appendix A. */
export const productSettingsSchema = z
  .object({
    allow_local_targets: z
      .boolean()
      .openapi({ description: 'Webhooks and polling may reach this computer and private networks' }),
    polling_interval_seconds: seconds('polling_interval_seconds', 5),
    scrape_interval_seconds: seconds('scrape_interval_seconds', 60),
    session_upkeep_seconds: seconds('session_upkeep_seconds', 5),
    persistent_poll_seconds: seconds('persistent_poll_seconds', 1),
    expire_interval_seconds: seconds('expire_interval_seconds', 60),
    run_retention_days: z.number().int().min(1).max(3650),
    scrape_concurrency: z.number().int().min(1).max(16),
    fatal_block_threshold: z.number().int().min(1).max(3),
    api_requests_per_15_minutes: z
      .number()
      .int()
      .min(0)
      .openapi({ description: 'Limit per client address for the whole API; 0 = unlimited' }),
    show_bank_browser: z.boolean().openapi({ description: 'Show the browser window that reads the bank' }),
  })
  .openapi('ProductSettings')

export type ProductSettings = z.infer<typeof productSettingsSchema>

const defaults: ProductSettings = {
  allow_local_targets: false,
  polling_interval_seconds: 600,
  scrape_interval_seconds: 1200,
  session_upkeep_seconds: 75,
  persistent_poll_seconds: 60,
  expire_interval_seconds: 3600,
  run_retention_days: 90,
  scrape_concurrency: 2,
  fatal_block_threshold: 2,
  api_requests_per_15_minutes: 0,
  show_bank_browser: false,
}

export interface Settings {
  get(): ProductSettings
  update(change: Partial<ProductSettings>): ProductSettings
  onChange(listener: (settings: ProductSettings) => void): void
  /** Key of the access tokens, made at the first start and stored sealed. */
  tokenSecret(): string
  /** Signs result webhooks (spec 5.3); `null`: they are not signed. */
  signingSecret(): string | null
  /** Stored sealed and never shown again. */
  setSigningSecret(secret: string | null): void
}

/** Product-wide settings, kept in memory after the first read: this process is the only writer of its data folder. */
export function createSettings({ store, box }: { store: Store; box: SecretBox }): Settings {
  const read = store.db.prepare('select value from settings where name = ?').pluck()
  const write = store.db.prepare(
    'insert into settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  )
  const listeners: ((settings: ProductSettings) => void)[] = []
  const stored = productSettingsSchema
    .partial()
    .safeParse(JSON.parse((read.get('product') as string | undefined) ?? '{}'))
  let current: ProductSettings = { ...defaults, ...(stored.success ? (stored.data as Partial<ProductSettings>) : {}) }

  const secretPlace = { table: 'settings', row: 'token_secret', column: 'value' }
  const tokenSecret = () => {
    const sealed = read.get('token_secret') as string | undefined
    if (sealed !== undefined) return box.open(sealed, secretPlace)
    const fresh = randomBytes(32).toString('hex')
    write.run('token_secret', box.seal(fresh, secretPlace))
    return fresh
  }
  const secret = tokenSecret()

  const signingPlace = { table: 'settings', row: 'webhook_signing_secret', column: 'value' }
  const remove = store.db.prepare('delete from settings where name = ?')
  const sealedSigning = read.get(signingPlace.row) as string | undefined
  let signing = sealedSigning === undefined ? null : box.open(sealedSigning, signingPlace)

  return {
    get: () => current,
    update(change) {
      current = { ...current, ...change }
      write.run('product', JSON.stringify(current))
      for (const listener of listeners) listener(current)
      return current
    },
    onChange: (listener) => listeners.push(listener),
    tokenSecret: () => secret,
    signingSecret: () => signing,
    setSigningSecret(next) {
      if (next === null) remove.run(signingPlace.row)
      else write.run(signingPlace.row, box.seal(next, signingPlace))
      signing = next
    },
  }
}
