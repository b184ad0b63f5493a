import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createAccounts } from '../../main/core/accounts/service.ts'
import { createBanks } from '../../main/core/banks/service.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { type CoreEvent, createEvents } from '../../main/core/events.ts'
import { createMovements } from '../../main/core/movements/service.ts'
import { createSecretBox } from '../../main/core/secrets/box.ts'
import { createAssistance } from '../../main/core/sessions/assistance.ts'
import type { Limits } from '../../main/core/sessions/limits.ts'
import { createLoginBudget } from '../../main/core/sessions/login-budget.ts'
import { createSessions } from '../../main/core/sessions/service.ts'
import { recordingLog } from './ports.ts'
import { tempDir } from './temp-dir.ts'
import { browserPath } from './test-browser.ts'

export interface TestSessionOptions {
  /** Code of the bank's only script; `null` for a bank without one. */
  readonly script: string | null
  readonly loginUrl?: string
  readonly hosts?: readonly string[]
  readonly credentials?: { username: string; password: string } | null
  readonly loginMode?: 'simple' | 'assisted'
  readonly sessionType?: 'one-shot' | 'persistent'
  readonly limits?: Partial<Limits>
  readonly browser?: () => Promise<string>
  readonly now?: () => number
  readonly blockThreshold?: number
  readonly pollSeconds?: number
}

export const testCredentials = { username: 'juan', password: 'S3cret-Word-42' }

/** Sessions on a real file, with real accounts, banks and movements; only matching and webhooks are left out. */
export function createTestSessions(options: TestSessionOptions) {
  const dataDir = tempDir()
  const now = options.now ?? Date.now
  const { log, lines } = recordingLog()
  const store = createStore(openDatabase(join(dataDir, 'test.db')))
  const seen: CoreEvent[] = []
  const events = createEvents((error) => {
    throw error
  })
  events.subscribe((event) => seen.push(event))

  const banksDir = join(dataDir, 'banks')
  const folder = join(banksDir, 'test-bank')
  mkdirSync(folder, { recursive: true })
  const version = '1.0.0'
  if (options.script !== null) writeFileSync(join(folder, `extract_transactions.v${version}.js`), options.script)
  const bankFile = {
    code: 'test-bank',
    name: 'Test bank',
    loginUrl: options.loginUrl ?? null,
    status: 'ready',
    hosts: options.hosts ?? [],
    timeZone: 'America/Montevideo',
    locale: 'es-UY',
    scripts: options.script === null ? [] : [{ flow: 'extract_transactions', version, status: 'active' }],
  }
  writeFileSync(join(folder, 'bank.json'), JSON.stringify(bankFile))
  const banks = createBanks({ store, now, log, banksDir })
  banks.loadCatalogue()

  const box = createSecretBox(randomBytes(32))
  const accounts = createAccounts({
    store,
    box,
    now,
    events,
    checkTarget: async () => undefined,
    onSaved: () => undefined,
    onNewCredentials: () => undefined,
    forget: async () => undefined,
  })
  const userId: string = randomUUID()
  store.db
    .prepare(
      `insert into users (id, email, password_hash, operation_mode, created_at) values (?, ?, 'x', 'reconcile', ?)`,
    )
    .run(userId, 'owner@example.com', now())
  const accountId = accounts.create(userId, { bankId: banks.list()[0]?.id ?? '', name: 'Main' }).id
  const credentials = options.credentials === undefined ? testCredentials : options.credentials
  store.db
    .prepare(
      `insert into account_settings (id, account_id, webhook_url, login_mode, session_type, created_at, updated_at) values (?, ?, 'http://127.0.0.1:9/', ?, ?, 0, 0)`,
    )
    .run(randomUUID(), accountId, options.loginMode ?? 'simple', options.sessionType ?? 'one-shot')
  if (credentials) {
    const place = (column: string) => ({ table: 'bank_credentials', row: accountId, column })
    store.db
      .prepare('insert into bank_credentials (account_id, username, password) values (?, ?, ?)')
      .run(
        accountId,
        box.seal(credentials.username, place('username')),
        box.seal(credentials.password, place('password')),
      )
  }

  const movements = createMovements({
    timeZone: () => 'UTC',
    store,
    accounts,
    requests: { movementsArrived: () => undefined },
    webhooks: { movementsIngested: () => undefined, resendMovement: () => undefined },
    events,
    now,
    log,
  })
  const assistance = createAssistance({ store, accounts, events, now })
  const budget = createLoginBudget({ store, now })
  const sessions = createSessions({
    store,
    box,
    assistance,
    budget,
    bankWindow: { attach: () => () => undefined, pixelRatio: 1 },
    accounts,
    banks,
    movements,
    events,
    settings: {
      get: () => ({
        allow_local_targets: true,
        polling_interval_seconds: 600,
        scrape_interval_seconds: 1200,
        session_upkeep_seconds: 75,
        persistent_poll_seconds: options.pollSeconds ?? 60,
        expire_interval_seconds: 3600,
        run_retention_days: 90,
        scrape_concurrency: 2,
        fatal_block_threshold: options.blockThreshold ?? 2,
        api_requests_per_15_minutes: 0,
        show_bank_browser: false,
      }),
    },
    now,
    log,
    dataDir,
    browserPath: options.browser ?? (async () => browserPath()),
    ...(options.limits ? { limits: options.limits } : {}),
  })
  onTestFinished(async () => {
    await sessions.stop()
    store.db.close()
  })

  const never = new AbortController().signal
  return {
    sessions,
    assistance,
    budget,
    store,
    accounts,
    banks,
    accountId,
    userId,
    dataDir,
    profile: join(dataDir, 'profiles', accountId),
    lines,
    events: seen,
    read: (signal: AbortSignal = never) => sessions.runOneShot(accountId, signal),
    /** What the API shows of the newest run. */
    lastRun: () => {
      const [run] = sessions.runs(accountId, 1, 0).items
      const found = run && sessions.run(accountId, run.id)
      if (!found) throw new Error('there is no run yet')
      return found
    },
    stored: () =>
      store.db
        .prepare(
          'select external_id, amount_minor, currency, sender_name, received_at, script_id from movements order by external_id',
        )
        .all() as Record<string, unknown>[],
    types: () =>
      seen.map((event) => event.type).filter((type) => type !== 'run.updated' && type !== 'movement.created'),
  }
}
