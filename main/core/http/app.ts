import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { getPath } from 'hono/utils/url'
import { AppError } from '../errors.ts'
import { answerExternalError, Refusal } from '../external/errors.ts'
import { answerLedgerError, notFound } from '../ledger/errors.ts'
import type { Log } from '../ports.ts'
import type { Settings } from '../settings/service.ts'
import type { Users } from '../users/service.ts'
import type { ApiEnv } from './api.ts'
import { credentialsOf } from './credentials.ts'
import { answerError } from './errors.ts'
import { createApiLimit } from './rate-limits.ts'

/** What a host tells the core about a request beside the request itself. */
export interface DoorBindings {
  /** Who is calling: an address of the socket, or `window` for the desktop window. Never taken from a header. */
  readonly clientAddress?: string
}

const publicPaths = new Set([
  '/health',
  '/setup',
  '/auth/register',
  '/auth/login',
  '/auth/login/totp',
  '/openapi.json',
  '/docs',
])

/** The same paths answer with and without `/api` (spec 6). */
const withoutPrefix = (request: Request): string => getPath(request).replace(/^\/api(?=\/)/, '')

/** Other services come here with a key of their own (`external/routes.ts`); a Bearer token opens nothing there. */
const externalBase = '/v1/'
/** The books stand under the same version, with the user's token and an error shape of their own. */
const ledgerBase = '/v1/ledgers'

/** A person who moves the mouse sends dozens a second; they reach nothing but that person's own bank page. */
const actsOfPerson = /^\/accounts\/[^/]+\/bank-window\/(input|resize)$/

/** Routes that take a file: `…/movements/import`, `…/entries/import`, each with its preview, and those of the runs. */
const isUpload = /\/(?:import|sources\/[a-z]+|closing-packs\/check)(?:\/preview)?$/

const kilobyte = 1024
const usualBody = 100 * kilobyte
/** `POST /accounts/:id/movements` takes up to 10,000 rows, and so do journals and decisions on many matches. */
const batchBody = 16 * 1024 * kilobyte
const tooLarge = () => {
  throw new AppError('invalid', 'body.tooLarge', 'The body is too large')
}

/** The caller's address and identity, limits of size, and one place where errors become answers. */
export function createSurface({ users, settings, log }: { users: Users; settings: Settings; log: Log }) {
  const surface = new OpenAPIHono<ApiEnv>({ getPath: withoutPrefix })
  const usual = bodyLimit({ maxSize: usualBody, onError: tooLarge })
  const batch = bodyLimit({ maxSize: batchBody, onError: tooLarge })

  const wholeApi = createApiLimit(settings)

  const isLedger = (path: string) => path === ledgerBase || path.startsWith(`${ledgerBase}/`)
  const isExternal = (path: string) => path.startsWith(externalBase) && !isLedger(path)
  surface.onError((error, c) => {
    if (isLedger(c.req.path)) return answerLedgerError(error, c, log, randomUUID)
    return isExternal(c.req.path) ? answerExternalError(error, c, log) : answerError(error, c, log)
  })
  surface.notFound((c) => {
    if (isLedger(c.req.path)) return answerLedgerError(notFound(c.req.path), c, log, randomUUID)
    return isExternal(c.req.path)
      ? answerExternalError(new Refusal('NOT_FOUND', 'Not found'), c, log)
      : c.json({ error: 'Not found' }, 404)
  })
  surface.use(
    createMiddleware<ApiEnv>(async (c, next) => {
      const bindings = c.env as DoorBindings | undefined
      c.set('clientAddress', bindings?.clientAddress ?? 'unknown')
      if (!actsOfPerson.test(c.req.path)) await wholeApi(c.var.clientAddress)
      await next()
    }),
  )
  surface.use(
    createMiddleware<ApiEnv>(async (c, next) => {
      if (!publicPaths.has(c.req.path) && !isExternal(c.req.path)) {
        const token = credentialsOf(c.req.header('authorization'), 'bearer')
        if (token === null) throw new AppError('unauthorized', 'auth.missing', 'Unauthorized')
        c.set('user', await users.authenticate(token))
      }
      await next()
    }),
  )
  surface.use((c, next) => {
    // A form with a file is streamed to disk by its route, which has a limit of its own (http/upload.ts).
    if (c.req.method === 'POST' && isUpload.test(c.req.path)) return next()
    const takesMany = (c.req.method === 'POST' && c.req.path.endsWith('/movements')) || isLedger(c.req.path)
    return takesMany ? batch(c, next) : usual(c, next)
  })
  return surface
}
