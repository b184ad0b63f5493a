import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import type { Jobs } from '../jobs/types.ts'
import type { SessionService } from '../sessions/service.ts'
import type { AccountService } from './service.ts'

export interface AllAccounts {
  /**
   * Reads every account that the schedule would read: a block stays, what is paused stays paused, and a parked session
   * waits for its person. Returns how many readings were asked for.
   */
  readNow(userId: string): number
  /** Pauses or resumes the scheduled work of every account; returns how many changed. */
  setPaused(userId: string, paused: boolean): number
}

export interface AllAccountsDeps {
  readonly accounts: Pick<AccountService, 'list' | 'setPaused' | 'settingsRow' | 'bankUsername'>
  readonly banks: { hasScript(accountId: string): boolean }
  readonly sessions: Pick<SessionService, 'status'>
  readonly jobs: Pick<Jobs, 'add'>
}

export function createAllAccounts({ accounts, banks, sessions, jobs }: AllAccountsDeps): AllAccounts {
  const isReadable = (id: string) =>
    accounts.settingsRow(id) !== null &&
    banks.hasScript(id) &&
    accounts.bankUsername(id) !== null &&
    sessions.status(id) !== 'needs_attention'
  return {
    readNow(userId) {
      const wanted = accounts
        .list(userId)
        .filter(
          ({ id, status, scrapeBlockedAt, pausedAt }) =>
            status === 'active' && scrapeBlockedAt === null && pausedAt === null && isReadable(id),
        )
      for (const { id } of wanted) jobs.add('scrape', id)
      return wanted.length
    },
    setPaused(userId, paused) {
      const wanted = accounts.list(userId).filter(({ pausedAt }) => (pausedAt !== null) !== paused)
      for (const { id } of wanted) accounts.setPaused(userId, id, paused)
      return wanted.length
    },
  }
}

const tags = ['Accounts']
const count = z.number().int()

const readAll = createRoute({
  method: 'post',
  path: '/accounts/scrape',
  tags,
  summary: 'Read every account now that is neither blocked, nor paused, nor waiting for its person',
  responses: { 202: json('How many readings were asked for', z.object({ queued: count })) },
})

const pauseAll = createRoute({
  method: 'put',
  path: '/accounts/pause',
  tags,
  summary: 'Pause or resume the scheduled work of every account',
  request: { body: body(z.object({ paused: z.boolean({ error: 'paused must be true or false' }) })) },
  responses: { 200: json('How many accounts changed', z.object({ changed: count })), 400: failures[400] },
})

export const allAccountsRoutes = (all: AllAccounts) =>
  api()
    .openapi(readAll, (c) => c.json({ queued: all.readNow(c.var.user.id) }, 202))
    .openapi(pauseAll, (c) => c.json({ changed: all.setPaused(c.var.user.id, c.req.valid('json').paused) }, 200))
