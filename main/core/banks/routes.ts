import { createRoute, z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { hostOfUrl } from '../browser/allowed-hosts.ts'
import { AppError } from '../errors.ts'
import { type ApiEnv, api, body, failures, json } from '../http/api.ts'
import { bankSchema, scriptSummarySchema } from '../http/schemas.ts'
import { iso } from '../time.ts'
import { bankCode } from './bank-file.ts'
import type { BankService } from './service.ts'
import type { Script } from './types.ts'

const bankTags = ['Banks']
const scriptTags = ['Scripts']
const needed = 'code and name are required'

const scriptSchema = scriptSummarySchema.extend({ bank: z.string(), bank_id: z.string() }).openapi('Script')
const scriptDetailSchema = scriptSchema
  .extend({
    base_script_id: z.string().nullable(),
    code_snapshot: z.string().nullable(),
    selector_map: z.record(z.string(), z.unknown()),
  })
  .openapi('ScriptDetail')

// Before the body is looked at: who may not create a bank learns nothing about what one needs.
const adminOnly = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.var.user.role !== 'admin') throw new AppError('forbidden', 'bank.adminOnly', 'Forbidden')
  await next()
})

const listBanks = createRoute({
  method: 'get',
  path: '/banks',
  tags: bankTags,
  summary: 'Every bank of the catalogue',
  responses: { 200: json('Banks by name', z.array(bankSchema)) },
})

const createBank = createRoute({
  method: 'post',
  path: '/banks',
  tags: bankTags,
  summary: 'Add a bank to the catalogue (admin)',
  middleware: [adminOnly] as const,
  request: {
    body: body(
      z.object({
        code: z
          .string({ error: needed })
          .trim()
          .min(1, needed)
          .max(100)
          .regex(bankCode, 'code must consist of lower-case letters, digits and hyphens'),
        name: z.string({ error: needed }).trim().min(1, needed).max(200),
        loginUrl: z
          .string()
          .refine((url) => hostOfUrl(url) !== null, 'loginUrl must be an http or https address')
          .nullish(),
      }),
    ),
  },
  responses: {
    201: json('The new bank', z.object({ id: z.string() })),
    400: failures[400],
    403: failures[403],
    409: failures[409],
  },
})

const readBank = createRoute({
  method: 'get',
  path: '/banks/{bankId}',
  tags: bankTags,
  summary: 'One bank with its official scripts and the caller’s own',
  request: { params: z.object({ bankId: z.string() }) },
  responses: {
    200: json('The bank; scripts newest first', bankSchema.extend({ scripts: z.array(scriptSummarySchema) })),
    404: failures[404],
  },
})

const scriptParam = z.object({ scriptId: z.string() })

const listScripts = createRoute({
  method: 'get',
  path: '/scripts',
  tags: scriptTags,
  summary: 'Official scripts and the caller’s own',
  responses: { 200: json('Scripts by bank, flow, newest first', z.array(scriptSchema)) },
})

const readScript = createRoute({
  method: 'get',
  path: '/scripts/{scriptId}',
  tags: scriptTags,
  summary: 'One script version',
  request: { params: scriptParam },
  responses: { 200: json('The script', scriptDetailSchema), 404: failures[404] },
})

const promote = createRoute({
  method: 'post',
  path: '/scripts/{scriptId}/promote',
  tags: scriptTags,
  summary: 'Make an own script in review the active one of its scope',
  request: { params: scriptParam },
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
  tags: scriptTags,
  summary: 'Take an own script out of use',
  request: { params: scriptParam },
  responses: {
    200: json('Deprecated', z.object({ deprecated: z.literal(true) })),
    403: failures[403],
    404: failures[404],
  },
})

const summaryBody = (script: Script): z.infer<typeof scriptSummarySchema> => ({
  id: script.id,
  flow_type: script.flowType,
  version: script.version,
  status: script.status,
  origin: script.origin,
  created_at: iso(script.createdAt),
})
const scriptBody = (script: Script): z.infer<typeof scriptSchema> => ({
  ...summaryBody(script),
  bank: script.bankCode,
  bank_id: script.bankId,
})

export const bankRoutes = (banks: BankService) =>
  api()
    .openapi(listBanks, (c) => c.json(banks.list(), 200))
    .openapi(createBank, (c) => {
      const { code, name, loginUrl } = c.req.valid('json')
      return c.json({ id: banks.create({ code, name, loginUrl: loginUrl ?? null }).id }, 201)
    })
    .openapi(readBank, (c) => {
      const bank = banks.read(c.req.valid('param').bankId)
      return c.json({ ...bank, scripts: banks.scriptsOf(bank.id, c.var.user.id).map(summaryBody) }, 200)
    })

export const scriptRoutes = (banks: BankService) =>
  api()
    .openapi(listScripts, (c) => c.json(banks.scripts(c.var.user.id).map(scriptBody), 200))
    .openapi(readScript, (c) => {
      const script = banks.script(c.req.valid('param').scriptId, c.var.user.id)
      const { baseScriptId, code, selectorMap } = script
      const detail = { base_script_id: baseScriptId, code_snapshot: code, selector_map: selectorMap }
      return c.json({ ...scriptBody(script), ...detail }, 200)
    })
    .openapi(promote, (c) => {
      banks.promote(c.req.valid('param').scriptId, c.var.user.id)
      return c.json({ promoted: true as const }, 200)
    })
    .openapi(deprecate, (c) => {
      banks.deprecate(c.req.valid('param').scriptId, c.var.user.id)
      return c.json({ deprecated: true as const }, 200)
    })
