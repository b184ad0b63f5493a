import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createAccounts } from '../../main/core/accounts/service.ts'
import { bankWindowRoutes } from '../../main/core/bank-window/routes.ts'
import { createBankWindow } from '../../main/core/bank-window/service.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { createEvents } from '../../main/core/events.ts'
import { createSurface } from '../../main/core/http/app.ts'
import { createSecretBox } from '../../main/core/secrets/box.ts'
import { createSettings } from '../../main/core/settings/service.ts'
import { createUsers } from '../../main/core/users/service.ts'
import { createTokens } from '../../main/core/users/tokens.ts'
import { recordingLog } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'
import { readWindow } from './window-reader.ts'

/** The bank window behind the real surface, with two users and an account of the first. */
export async function createWindowWorld(options: { absenceMs?: number; now?: () => number } = {}) {
  const now = options.now ?? Date.now
  const { log, lines } = recordingLog()
  const store = createStore(openDatabase(join(tempDir(), 'test.db')))
  const box = createSecretBox(randomBytes(32))
  const settings = createSettings({ store, box })
  const accounts = createAccounts({
    store,
    box,
    now,
    events: createEvents(() => undefined),
    checkTarget: async () => undefined,
    onSaved: () => undefined,
    forget: async () => undefined,
  })
  const tokens = createTokens({ store, now, secret: settings.tokenSecret() })
  const users = createUsers({ store, now, tokens, archive: () => undefined, wipe: () => undefined })
  const bankWindow = createBankWindow({
    log: log.child('bank-window'),
    ...(options.absenceMs === undefined ? {} : { absenceMs: options.absenceMs }),
  })
  const surface = createSurface({ users, settings, log: log.child('http') })
  surface.route('/', bankWindowRoutes({ bankWindow, accounts, now }))
  onTestFinished(() => void store.db.close())

  store.db
    .prepare(`insert into banks (id, code, name, status, created_at) values ('b', 'test', 'Test bank', 'ready', 0)`)
    .run()
  const addUser = (email: string) => {
    const id = randomUUID()
    store.db
      .prepare(`insert into users (id, email, password_hash, created_at) values (?, ?, 'x', ?)`)
      .run(id, email, now())
    return id
  }
  const owner = addUser('owner@example.com')
  const stranger = addUser('stranger@example.com')
  const account = accounts.create(owner, { bankId: 'b', name: 'Main' })
  const token = await tokens.issue({ id: owner, email: 'owner@example.com' })
  const strangerToken = await tokens.issue({ id: stranger, email: 'stranger@example.com' })
  const path = `/accounts/${account.id}/bank-window`

  const fetch = async (method: string, route: string, body?: unknown, bearer = token) =>
    surface.fetch(
      new Request(`http://core.test/api${path}${route}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: body === undefined ? null : JSON.stringify(body),
      }),
      { clientAddress: 'test' },
    )

  return {
    bankWindow,
    accountId: account.id,
    path,
    token,
    strangerToken,
    lines,
    surface,
    fetch,
    async post(route: string, body: unknown) {
      const response = await fetch('POST', route, body)
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    },
    async look(size: { width?: number; height?: number; dpr?: number; viewer?: string } = {}) {
      const { width = 1280, height = 800, dpr = 1, viewer = `viewer-${randomUUID()}` } = size
      const response = await fetch('GET', `/stream?viewer=${viewer}&width=${width}&height=${height}&dpr=${dpr}`)
      if (!response.body) throw new Error('the stream is empty')
      const reader = readWindow(response.body)
      onTestFinished(() => reader.leave().catch(() => undefined))
      return { ...reader, viewer, status: response.status }
    },
  }
}
export type WindowWorld = Awaited<ReturnType<typeof createWindowWorld>>
