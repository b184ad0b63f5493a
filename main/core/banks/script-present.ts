import { z } from '@hono/zod-openapi'
import { scriptSummarySchema } from '../http/schemas.ts'
import { iso } from '../time.ts'
import type { BankService } from './service.ts'
import type { Script } from './types.ts'

export const scriptSchema = scriptSummarySchema.extend({ bank: z.string(), bank_id: z.string() }).openapi('Script')
export const scriptDetailSchema = scriptSchema
  .extend({
    base_script_id: z.string().nullable(),
    code_snapshot: z.string().nullable(),
    selector_map: z.record(z.string(), z.unknown()),
  })
  .openapi('ScriptDetail')

/** A version as the screens show it: for whom, since when, and which of the caller's accounts it reads. */
export const scriptVersionSchema = scriptSchema
  .extend({
    account_id: z.string().nullable().openapi({ description: 'The account that it is bound to' }),
    base_script_id: z.string().nullable(),
    status_since: z.string(),
    used_by: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('ScriptVersion')

export const scriptReviewSchema = z
  .object({
    script: scriptVersionSchema,
    code: z.string().nullable().openapi({ description: '`null` when the file of an official version cannot be read' }),
    against: scriptVersionSchema
      .nullable()
      .openapi({ description: 'The active version of its scope, else of the next wider one' }),
    against_code: z.string().nullable(),
  })
  .openapi('ScriptReview')

export const summaryBody = (script: Script): z.infer<typeof scriptSummarySchema> => ({
  id: script.id,
  flow_type: script.flowType,
  version: script.version,
  status: script.status,
  origin: script.origin,
  created_at: iso(script.createdAt),
})

export const scriptBody = (script: Script): z.infer<typeof scriptSchema> => ({
  ...summaryBody(script),
  bank: script.bankCode,
  bank_id: script.bankId,
})

export const detailBody = (script: Script): z.infer<typeof scriptDetailSchema> => ({
  ...scriptBody(script),
  base_script_id: script.baseScriptId,
  code_snapshot: script.code,
  selector_map: script.selectorMap,
})

type Readers = ReturnType<BankService['readers']>

export const versionBody = (script: Script, readers: Readers): z.infer<typeof scriptVersionSchema> => ({
  ...scriptBody(script),
  account_id: script.accountId,
  base_script_id: script.baseScriptId,
  status_since: iso(script.statusSince),
  used_by: readers.filter((each) => each.scriptId === script.id).map(({ id, name }) => ({ id, name })),
})
