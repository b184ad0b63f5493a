import { createRoute, z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { hostOfUrl } from '../browser/allowed-hosts.ts'
import { AppError } from '../errors.ts'
import { type ApiEnv, api, body, failures, json } from '../http/api.ts'
import { bankSchema, scriptSummarySchema } from '../http/schemas.ts'
import { bankCode } from './bank-file.ts'
import { bankProfileSchema, profileBody } from './profile-present.ts'
import { scriptVersionSchema, summaryBody, versionBody } from './script-present.ts'
import type { BankService } from './service.ts'

const tags = ['Banks']
const needed = 'code and name are required'
const request = { params: z.object({ bankId: z.string() }) }

// Before the body is looked at: who may not create a bank learns nothing about what one needs.
const adminOnly = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.var.user.role !== 'admin') throw new AppError('forbidden', 'bank.adminOnly', 'Forbidden')
  await next()
})

const listBanks = createRoute({
  method: 'get',
  path: '/banks',
  tags,
  summary: 'Every bank of the catalogue',
  responses: { 200: json('Banks by name', z.array(bankSchema)) },
})

const createBank = createRoute({
  method: 'post',
  path: '/banks',
  tags,
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
  tags,
  summary: 'One bank with its official scripts and the caller’s own',
  request,
  responses: {
    200: json('The bank; scripts newest first', bankSchema.extend({ scripts: z.array(scriptSummarySchema) })),
    404: failures[404],
  },
})

const readProfile = createRoute({
  method: 'get',
  path: '/banks/{bankId}/profile',
  tags,
  summary: 'How one gets into a bank, and what its browser may reach',
  request,
  responses: { 200: json('From the folder of the bank', bankProfileSchema), 404: failures[404] },
})

const listVersions = createRoute({
  method: 'get',
  path: '/banks/{bankId}/versions',
  tags,
  summary: 'Script versions of a bank with owner and use: official ones and the caller’s own',
  request,
  responses: { 200: json('Newest first', z.array(scriptVersionSchema)), 404: failures[404] },
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
    .openapi(readProfile, (c) => c.json(profileBody(banks.profile(c.req.valid('param').bankId)), 200))
    .openapi(listVersions, (c) => {
      const { id } = banks.read(c.req.valid('param').bankId)
      const readers = banks.readers(id, c.var.user.id)
      return c.json(
        banks.scriptsOf(id, c.var.user.id).map((script) => versionBody(script, readers)),
        200,
      )
    })
