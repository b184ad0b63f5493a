import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { accountSchema, jobSchema, settingsSchema } from '../http/schemas.ts'
import type { Jobs } from '../jobs/types.ts'
import type { Assistance } from '../sessions/assistance.ts'
import { assistanceBody, assistanceSchema } from '../sessions/assistance-body.ts'
import type { LoginBudget } from '../sessions/login-budget.ts'
import { iso } from '../time.ts'
import type { accountPresenter } from './present.ts'
import { settingsBody } from './present.ts'
import type { AccountService } from './service.ts'
import { settingsInputSchema } from './settings-input.ts'

const tags = ['Accounts']
const accountParam = z.object({ accountId: z.string() })
const needed = 'bankId and name are required'

const list = createRoute({
  method: 'get',
  path: '/accounts',
  tags,
  summary: 'Every account of the caller',
  responses: { 200: json('Accounts, oldest first', z.array(accountSchema)) },
})

const create = createRoute({
  method: 'post',
  path: '/accounts',
  tags,
  summary: 'Enroll a bank account',
  request: {
    body: body(
      z.object({
        bankId: z.string({ error: needed }).min(1, needed),
        name: z.string({ error: needed }).trim().min(1, needed).max(200, 'name must be at most 200 characters'),
      }),
    ),
  },
  responses: { 201: json('The new account', accountSchema), 400: failures[400], 404: failures[404] },
})

const read = createRoute({
  method: 'get',
  path: '/accounts/{accountId}',
  tags,
  summary: 'One account',
  request: { params: accountParam },
  responses: { 200: json('The account', accountSchema), 404: failures[404] },
})

const confirmation = 'confirmation_name is required'
const remove = createRoute({
  method: 'delete',
  path: '/accounts/{accountId}',
  tags,
  summary: 'Delete an account with everything that belongs to it',
  request: {
    params: accountParam,
    body: body(z.object({ confirmation_name: z.string({ error: confirmation }).trim().min(1, confirmation) })),
  },
  responses: { 204: { description: 'Deleted' }, 400: failures[400], 404: failures[404] },
})

const pause = createRoute({
  method: 'put',
  path: '/accounts/{accountId}/pause',
  tags,
  summary: 'Pause or resume the scheduled work of an account',
  request: {
    params: accountParam,
    body: body(z.object({ paused: z.boolean({ error: 'paused must be true or false' }) })),
  },
  responses: { 200: json('The account', accountSchema), 400: failures[400], 404: failures[404] },
})

const clockTime = z
  .string({ error: 'from and until are times like 22:30, or null' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'from and until are times like 22:30, or null')
  .nullable()
const quietHours = createRoute({
  method: 'put',
  path: '/accounts/{accountId}/quiet-hours',
  tags,
  summary: 'Local times of the bank between which nothing is started on schedule; two nulls for none',
  request: {
    params: accountParam,
    body: body(
      z
        .object({ from: clockTime, until: clockTime })
        .refine(({ from, until }) => (from === null) === (until === null), 'from and until go together'),
    ),
  },
  responses: { 200: json('The account', accountSchema), 400: failures[400], 404: failures[404] },
})

const readConfig = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/config',
  tags,
  summary: 'Settings of an account; null when never saved',
  request: { params: accountParam },
  responses: { 200: json('Settings', settingsSchema.nullable()), 404: failures[404] },
})

const saveConfig = createRoute({
  method: 'put',
  path: '/accounts/{accountId}/config',
  tags,
  summary: 'Replace every setting; credentials that are left out stay',
  request: { params: accountParam, body: body(settingsInputSchema) },
  responses: { 200: json('Saved settings', settingsSchema), 400: failures[400], 404: failures[404] },
})

const scrape = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/scrape',
  tags,
  summary: 'Read the bank now',
  request: { params: accountParam },
  responses: { 202: json('The reading that is queued or already under way', jobSchema), 404: failures[404] },
})

const restart = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/restart',
  tags,
  summary: 'Clear the block after fatal failures and read the bank now',
  request: { params: accountParam },
  responses: { 202: json('The reading that was queued', jobSchema), 404: failures[404] },
})

const waitingSchema = assistanceSchema.extend({ expires_at: z.string() }).openapi('WaitingAssistance')
const readCode = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/otp',
  tags,
  summary: 'What a login waits for: a code, or a step that a person takes in the bank window',
  request: { params: accountParam },
  responses: { 200: json('null: nothing waits', waitingSchema.nullable()), 404: failures[404] },
})
const sendCode = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/otp',
  tags,
  summary: 'Hand a one-time code to the waiting login',
  request: {
    params: accountParam,
    body: body(
      z.object({
        code: z
          .string({ error: 'code is required' })
          .min(1, 'code is required')
          .max(32, 'code must be at most 32 characters'),
      }),
    ),
  },
  responses: {
    202: json('Handed over', z.object({ submitted: z.literal(true) })),
    400: failures[400],
    404: failures[404],
    429: failures[429],
  },
})

export interface AccountRouteDeps {
  readonly accounts: AccountService
  readonly jobs: Jobs
  readonly present: ReturnType<typeof accountPresenter>
  readonly assistance: Pick<Assistance, 'pending' | 'submit'>
  readonly limits: Pick<RateLimits, 'code'>
  readonly budget: Pick<LoginBudget, 'allowOneMore'>
}

export const accountRoutes = ({ accounts, jobs, present, assistance, limits, budget }: AccountRouteDeps) => {
  const config = (accountId: string) => {
    const row = accounts.settingsRow(accountId)
    return row && settingsBody(row, accounts.bankUsername(accountId))
  }
  return api()
    .openapi(list, (c) => c.json(accounts.list(c.var.user.id).map(present), 200))
    .openapi(create, (c) => c.json(present(accounts.create(c.var.user.id, c.req.valid('json'))), 201))
    .openapi(read, (c) => c.json(present(accounts.owned(c.var.user.id, c.req.valid('param').accountId)), 200))
    .openapi(remove, async (c) => {
      await accounts.remove(c.var.user.id, c.req.valid('param').accountId, c.req.valid('json').confirmation_name)
      return c.body(null, 204)
    })
    .openapi(pause, (c) => {
      const { accountId } = c.req.valid('param')
      return c.json(present(accounts.setPaused(c.var.user.id, accountId, c.req.valid('json').paused)), 200)
    })
    .openapi(quietHours, (c) => {
      const { from, until } = c.req.valid('json')
      const hours = from !== null && until !== null ? { from, until } : null
      return c.json(present(accounts.setQuietHours(c.var.user.id, c.req.valid('param').accountId, hours)), 200)
    })
    .openapi(readConfig, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      return c.json(config(id), 200)
    })
    .openapi(saveConfig, async (c) => {
      const { accountId } = c.req.valid('param')
      await accounts.saveSettings(c.var.user.id, accountId, c.req.valid('json'))
      const saved = config(accountId)
      if (!saved) throw new Error('settings are missing after they were saved')
      return c.json(saved, 200)
    })
    .openapi(scrape, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      return c.json({ jobId: jobs.add('scrape', id) }, 202)
    })
    .openapi(restart, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      accounts.unblock(id)
      budget.allowOneMore(id)
      return c.json({ jobId: jobs.add('scrape', id) }, 202)
    })
    .openapi(readCode, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const pending = assistance.pending(id)
      const waiting = assistanceBody(pending)
      return c.json(pending && waiting && { ...waiting, expires_at: iso(pending.expiresAt) }, 200)
    })
    .openapi(sendCode, async (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      await limits.code(id)
      assistance.submit(id, c.req.valid('json').code)
      return c.json({ submitted: true as const }, 202)
    })
}
