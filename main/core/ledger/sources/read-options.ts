import { z } from '@hono/zod-openapi'
import type { ReceivedForm } from '../../http/upload.ts'
import { readLeftOut } from '../../imports/left-out.ts'
import { invalidRequest } from '../errors.ts'
import type { UploadOptions } from './service.ts'

function jsonField<T>(fields: ReceivedForm['fields'], name: string, schema: z.ZodType<T>, otherwise: T): T {
  const text = fields.get(name)?.[0]
  if (text === undefined || text === '') return otherwise
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw invalidRequest(`${name} must be JSON of the right form`, { [name]: 'must be JSON of the right form' })
}

/** What stands in the form beside the file. Throws 400 for what cannot be read. */
export function readOptions({ fields }: ReceivedForm): Omit<UploadOptions, 'as'> {
  return {
    idempotencyKey: fields.get('idempotency_key')?.[0] || null,
    mappingId: fields.get('mapping_id')?.[0] || null,
    mapping: jsonField(fields, 'mapping', z.unknown(), undefined),
    useSavedMapping: fields.get('use_saved_mapping')?.[0] !== 'false',
    answers: jsonField(fields, 'answers', z.record(z.string(), z.string()), {}),
    force: fields.get('force')?.[0] === 'true',
    ...readLeftOut({ fields }, ({ field, message }) => invalidRequest(`${field} ${message}`, { [field]: message })),
  }
}
