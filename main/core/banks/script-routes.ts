import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import {
  detailBody,
  scriptBody,
  scriptDetailSchema,
  scriptReviewSchema,
  scriptSchema,
  versionBody,
} from './script-present.ts'
import type { BankService } from './service.ts'

const tags = ['Scripts']
const needed = 'bank_id, version and code are required'
const request = { params: z.object({ scriptId: z.string() }) }

const list = createRoute({
  method: 'get',
  path: '/scripts',
  tags,
  summary: 'Official scripts and the caller’s own',
  responses: { 200: json('Scripts by bank, flow, newest first', z.array(scriptSchema)) },
})

const read = createRoute({
  method: 'get',
  path: '/scripts/{scriptId}',
  tags,
  summary: 'One script version',
  request,
  responses: { 200: json('The script', scriptDetailSchema), 404: failures[404] },
})

const add = createRoute({
  method: 'post',
  path: '/scripts',
  tags,
  summary: 'Store a version of one’s own, in review',
  request: {
    body: body(
      z.object({
        bank_id: z.string({ error: needed }).min(1, needed),
        version: z
          .string({ error: needed })
          .trim()
          .min(1, needed)
          .regex(/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/, 'version must be x.y.z, digits only'),
        code: z.string({ error: needed }),
        base_script_id: z.string().nullish().openapi({ description: 'The version that it was made from' }),
        account_id: z
          .string()
          .nullish()
          .openapi({ description: 'Binds it to one account; without it, it is for every account of the caller' }),
      }),
    ),
  },
  responses: {
    201: json('The new version', scriptDetailSchema),
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const review = createRoute({
  method: 'get',
  path: '/scripts/{scriptId}/review',
  tags,
  summary: 'The code of a version beside that of the active one',
  request,
  responses: { 200: json('Both', scriptReviewSchema), 404: failures[404] },
})

const promote = createRoute({
  method: 'post',
  path: '/scripts/{scriptId}/promote',
  tags,
  summary: 'Make an own script in review the active one of its scope',
  request,
  responses: {
    200: json('Promoted', z.object({ promoted: z.literal(true) })),
    403: failures[403],
    404: failures[404],
    409: failures[409],
  },
})

const deprecate = createRoute({
  method: 'post',
  path: '/scripts/{scriptId}/deprecate',
  tags,
  summary: 'Take an own script out of use',
  request,
  responses: {
    200: json('Deprecated', z.object({ deprecated: z.literal(true) })),
    403: failures[403],
    404: failures[404],
  },
})

const reopen = createRoute({
  method: 'post',
  path: '/scripts/{scriptId}/reopen',
  tags,
  summary: 'Take an own script back into review, e.g. to use an older version again',
  request,
  responses: {
    200: json('In review', z.object({ reopened: z.literal(true) })),
    403: failures[403],
    404: failures[404],
    409: failures[409],
  },
})

export const scriptRoutes = (banks: BankService) =>
  api()
    .openapi(list, (c) => c.json(banks.scripts(c.var.user.id).map(scriptBody), 200))
    .openapi(read, (c) => c.json(detailBody(banks.script(c.req.valid('param').scriptId, c.var.user.id)), 200))
    .openapi(add, (c) => {
      const { bank_id, version, code, base_script_id, account_id } = c.req.valid('json')
      const input = {
        bankId: bank_id,
        version,
        code,
        baseScriptId: base_script_id ?? null,
        accountId: account_id ?? null,
      }
      return c.json(detailBody(banks.add(c.var.user.id, input)), 201)
    })
    .openapi(review, (c) => {
      const user = c.var.user.id
      const script = banks.script(c.req.valid('param').scriptId, user)
      const against = banks.comparedWith(script, user)
      const readers = banks.readers(script.bankId, user)
      return c.json(
        {
          script: versionBody(script, readers),
          code: banks.codeOf(script),
          against: against && versionBody(against, readers),
          against_code: against && banks.codeOf(against),
        },
        200,
      )
    })
    .openapi(promote, (c) => {
      banks.promote(c.req.valid('param').scriptId, c.var.user.id)
      return c.json({ promoted: true as const }, 200)
    })
    .openapi(deprecate, (c) => {
      banks.deprecate(c.req.valid('param').scriptId, c.var.user.id)
      return c.json({ deprecated: true as const }, 200)
    })
    .openapi(reopen, (c) => {
      banks.reopen(c.req.valid('param').scriptId, c.var.user.id)
      return c.json({ reopened: true as const }, 200)
    })
