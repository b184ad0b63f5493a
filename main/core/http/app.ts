import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { getPath } from 'hono/utils/url'
import { AppError } from '../errors.ts'
import type { Log } from '../ports.ts'
import type { Settings } from '../settings/service.ts'
import type { Users } from '../users/service.ts'
import type { ApiEnv } from './api.ts'
import { answerError } from './errors.ts'
import { createApiLimit } from './rate-limits.ts'

/** What a host tells the core about a request beside the request itself. */
export interface DoorBindings {
  /** Who is calling: an address of the socket, or `window` for the desktop window. Never taken from a header. */
  readonly clientAddress?: string
}

const publicPaths = new Set(['/health', '/setup', '/auth/register', '/auth/login', '/openapi.json', '/docs'])

/** The same paths answer with and without `/api` (spec 6). */
const withoutPrefix = (request: Request): string => getPath(request).replace(/^\/api(?=\/)/, '')

/** Other services come here with a key of their own (`external/routes.ts`); a Bearer token opens nothing there. */
const externalBase = '/v1/'

const kilobyte = 1024
const usualBody = 100 * kilobyte
/** `POST /accounts/:id/movements` takes up to 10,000 rows. */
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

  surface.onError((error, c) => answerError(error, c, log))
  surface.notFound((c) => c.json({ error: 'Not found' }, 404))
  surface.use(
    createMiddleware<ApiEnv>(async (c, next) => {
      const bindings = c.env as DoorBindings | undefined
      c.set('clientAddress', bindings?.clientAddress ?? 'unknown')
      await wholeApi(c.var.clientAddress)
      await next()
    }),
  )
  surface.use(
    createMiddleware<ApiEnv>(async (c, next) => {
      if (!publicPaths.has(c.req.path) && !c.req.path.startsWith(externalBase)) {
        const header = c.req.header('authorization')
        if (!header?.startsWith('Bearer ')) throw new AppError('unauthorized', 'auth.missing', 'Unauthorized')
        c.set('user', await users.authenticate(header.slice('Bearer '.length)))
      }
      await next()
    }),
  )
  surface.use((c, next) =>
    c.req.method === 'POST' && c.req.path.endsWith('/movements') ? batch(c, next) : usual(c, next),
  )
  return surface
}
