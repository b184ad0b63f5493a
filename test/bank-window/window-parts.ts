import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createAccounts } from '../../main/core/accounts/service.ts'
import { bankWindowRoutes } from '../../main/core/bank-window/routes.ts'
import { createBankWindow } from '../../main/core/bank-window/service.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { createEvents } from '../../main/core/events.ts'
import { createSurface } from '../../main/core/http/app.ts'
import type { Log } from '../../main/core/ports.ts'
import { createSecretBox } from '../../main/core/secrets/box.ts'
import { createSettings } from '../../main/core/settings/service.ts'
import { createSecondFactor } from '../../main/core/users/second-factor.ts'
import { createUsers } from '../../main/core/users/service.ts'
import { createTokens } from '../../main/core/users/tokens.ts'

export interface WindowPartsOptions {
  readonly dataDir: string
  readonly log: Log
  readonly now?: () => number
  readonly absenceMs?: number
}

/** The bank window behind the real surface, with two users and an account of the first. */
export async function createWindowParts({ dataDir, log, now = Date.now, absenceMs }: WindowPartsOptions) {
  const store = createStore(openDatabase(join(dataDir, 'test.db')))
  const box = createSecretBox(randomBytes(32))
  const settings = createSettings({ store, box })
  const accounts = createAccounts({
    store,
    box,
    now,
    events: createEvents(() => undefined),
    checkTarget: async () => undefined,
    forget: async () => undefined,
    onSaved: () => undefined,
  })
  const tokens = createTokens({ store, now, secret: settings.tokenSecret() })
  const secondFactor = createSecondFactor({ store, box, now })
  const users = createUsers({ store, now, tokens, secondFactor, archive: () => undefined, wipe: () => undefined })
  const bankWindow = createBankWindow({
    log: log.child('bank-window'),
    ...(absenceMs === undefined ? {} : { absenceMs }),
  })
  const surface = createSurface({ users, settings, log: log.child('http') })
  surface.route('/', bankWindowRoutes({ bankWindow, accounts, now }))

  store.db
    .prepare(`insert into banks (id, code, name, status, created_at) values ('b', 'test', 'Test bank', 'ready', 0)`)
    .run()
  const addUser = (email: string) => {
    const id = randomUUID()
    store.db
      .prepare(`insert into users (id, email, password_hash, created_at) values (?, ?, 'x', ?)`)
      .run(id, email, now())
    return tokens.issue({ id, email }).then((token) => ({ id, token }))
  }
  const owner = await addUser('owner@example.com')
  const stranger = await addUser('stranger@example.com')
  const account = accounts.create(owner.id, { bankId: 'b', name: 'Main' })
  return {
    bankWindow,
    surface,
    accountId: account.id,
    token: owner.token,
    strangerToken: stranger.token,
    close: () => void store.db.close(),
  }
}
