import { createAliasBook } from '../../main/core/aliases/book.ts'
import { aliasRoutes } from '../../main/core/aliases/routes.ts'
import { api } from '../../main/core/http/api.ts'
import { answerError } from '../../main/core/http/errors.ts'
import { movementRoutes } from '../../main/core/movements/routes.ts'
import { createReplay } from '../../main/core/requests/replay.ts'
import { replayRoutes } from '../../main/core/requests/replay-routes.ts'
import { requestRoutes } from '../../main/core/requests/routes.ts'
import { suggestionRoutes } from '../../main/core/suggestions/routes.ts'
import { recordingLog } from '../support/ports.ts'
import type { conciliationWorld } from './world.ts'

interface FailureBody {
  readonly error: string
  readonly code: string
  readonly details: { readonly issues: readonly { readonly path: string; readonly message: string }[] }
}

/** The routes of movements, requests and what belongs to their decisions as the caller with the given id meets them. */
export function surfaceOf(world: ReturnType<typeof conciliationWorld>) {
  const app = api()
  app.onError((error, c) => answerError(error, c, recordingLog().log))
  app.use(async (c, next) => {
    const id = c.req.header('x-test-user') ?? ''
    c.set('user', { id, email: 'a@b.c', role: 'user', jti: 'j', tokenExpiresAt: 0 })
    await next()
  })
  app.route('/', movementRoutes(world.movements))
  app.route('/', requestRoutes({ requests: world.requests, accounts: world.accounts, jobs: world.jobs }))
  app.route('/', suggestionRoutes(world.suggestions))
  app.route('/', aliasRoutes(world.aliases))
  const aliases = createAliasBook({ db: world.db, now: world.clock.now })
  app.route('/', replayRoutes(createReplay({ db: world.db, accounts: world.accounts, aliases })))

  return async <T = FailureBody>(method: string, path: string, body?: unknown, user = world.userId) => {
    const response = await app.request(path, {
      method,
      headers: { 'x-test-user': user, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers }
  }
}
