import { z } from '@hono/zod-openapi'
import { fileField } from '../../http/field-schemas.ts'
import type { ReceivedForm } from '../../http/upload.ts'
import { leftOutFields, readLeftOut } from '../../imports/left-out.ts'
import { invalidRequest } from '../errors.ts'
import type { UploadOptions } from './service.ts'

/** The fields of a form that say how its file is read. */
export const readingForm = z.object({
  file: fileField,
  mapping_id: z.string().optional(),
  ...leftOutFields,
  mapping: z.string().optional().openapi({ description: 'A mapping as JSON, kept when the import ends well' }),
  use_saved_mapping: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'false leaves aside what was kept for the header' }),
  answers: z.string().optional().openapi({ description: 'JSON: question code → answer' }),
  encoding: z.string().optional().openapi({ description: 'Instead of the one found, such as windows-1250' }),
})

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
    encoding: fields.get('encoding')?.[0] || null,
    force: fields.get('force')?.[0] === 'true',
    ...readLeftOut({ fields }, ({ field, message }) => invalidRequest(`${field} ${message}`, { [field]: message })),
  }
}
