import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { api, body, failures, json } from '../http/api.ts'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'
import type { DryRun } from './dry-run.ts'
import type { DryRunDesk } from './dry-run-desk.ts'
import { runDetailBody, runDetailSchema } from './present.ts'
import type { SessionService } from './service.ts'

export const dryRunSchema = z
  .object({
    id: z.string(),
    script_id: z.string(),
    account_id: z.string(),
    account_name: z.string(),
    status: z.enum(['running', 'success', 'failed']),
    stage: z.string().nullable().openapi({ description: 'The stage that is under way' }),
    started_at: z.string(),
    finished_at: z.string().nullable(),
    count: z.number().int().nullable().openapi({ description: 'Transactions that the version read' }),
    rows: z
      .array(
        z.object({
          external_id: z.string().nullable(),
          amount: z.string(),
          currency: z.string(),
          sender_name: z.string().nullable(),
          received_at: z.string(),
        }),
      )
      .openapi({ description: 'The first 20; none of them was stored' }),
    error_message: z.string().nullable(),
    run: runDetailSchema.nullable().openapi({ description: 'Stages, refused hosts and reason, once it has ended' }),
  })
  .openapi('DryRun')

const tags = ['Scripts']
const params = z.object({ scriptId: z.string() })

const start = createRoute({
  method: 'post',
  path: '/scripts/{scriptId}/dry-runs',
  tags,
  summary: 'Try a version in review at the live bank without storing anything',
  request: { params, body: body(z.object({ account_id: z.string({ error: 'account_id is required' }) })) },
  responses: {
    202: json('It has begun', dryRunSchema),
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const list = createRoute({
  method: 'get',
  path: '/scripts/{scriptId}/dry-runs',
  tags,
  summary: 'Dry runs of a version since the program was started',
  request: { params },
  responses: { 200: json('Newest first', z.array(dryRunSchema)), 404: failures[404] },
})

export const dryRunRoutes = (deps: {
  desk: DryRunDesk
  accounts: Pick<Accounts, 'find'>
  sessions: Pick<SessionService, 'run'>
}) => {
  const present = (dryRun: DryRun): z.infer<typeof dryRunSchema> => {
    const found = dryRun.runId === null ? null : deps.sessions.run(dryRun.accountId, dryRun.runId)
    return {
      id: dryRun.id,
      script_id: dryRun.scriptId,
      account_id: dryRun.accountId,
      account_name: deps.accounts.find(dryRun.accountId)?.name ?? '',
      status: dryRun.status,
      stage: dryRun.stage,
      started_at: iso(dryRun.startedAt),
      finished_at: isoOrNull(dryRun.finishedAt),
      count: dryRun.count,
      rows: dryRun.rows.map((row) => ({
        external_id: row.externalId,
        amount: minorToText(row.amountMinor),
        currency: row.currency,
        sender_name: row.senderName,
        received_at: iso(row.receivedAt),
      })),
      error_message: dryRun.message,
      run: found && runDetailBody(found.run, found.steps, found.report),
    }
  }
  return api()
    .openapi(start, (c) => {
      const { account_id } = c.req.valid('json')
      return c.json(present(deps.desk.start(c.var.user.id, c.req.valid('param').scriptId, account_id)), 202)
    })
    .openapi(list, (c) => c.json(deps.desk.list(c.var.user.id, c.req.valid('param').scriptId).map(present), 200))
}
