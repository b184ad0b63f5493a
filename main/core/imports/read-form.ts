import { z } from '@hono/zod-openapi'
import { invalid } from '../errors.ts'
import { fileField } from '../http/field-schemas.ts'
import { formIssues } from '../http/form-fields.ts'
import type { ReceivedForm } from '../http/upload.ts'
import { csvMappingSchema } from '../statements/csv/mapping.ts'
import { leftOutFields, readLeftOut } from './left-out.ts'
import type { ReadingChoices } from './types.ts'

/** The form of an import and of its preview, for the API's description. */
export const uploadForm = {
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: fileField,
        idempotency_key: z.string().optional(),
        force: z.enum(['true', 'false']).optional(),
        mapping: z.string().optional().openapi({ description: 'JSON: how a table is read; kept for its header' }),
        saved_mapping: z.enum(['true', 'false']).optional().openapi({ description: 'false: leaves kept ones aside' }),
        answers: z.string().optional().openapi({ description: 'JSON: question code → answer' }),
        encoding: z.string().optional(),
        currency: z.string().optional().openapi({ description: 'Of lines that name none' }),
        account: z.string().optional().openapi({ description: 'The account of the file that is this one' }),
        ...leftOutFields,
      }),
    },
  },
}

const formFault = (path: string, message: string) => invalid('import.form', message, [{ path, message }])

function jsonField<T>(fields: ReceivedForm['fields'], name: string, schema: z.ZodType<T>): T | undefined {
  const text = fields.get(name)?.[0]
  if (text === undefined || text.trim() === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw formFault(name, `${name} must be JSON of the right form`)
}

function currencyOf(text: string | undefined): string | null {
  const code = text?.trim().toUpperCase() ?? ''
  if (code === '' || /^[A-Z]{3}$/.test(code)) return code || null
  throw formFault('currency', 'currency must be a code of three letters')
}

/** What a form says beside its file. Throws 400 with the field. */
export function readForm({ fields }: ReceivedForm) {
  const issues = formIssues({ fields }, uploadForm.content['multipart/form-data'].schema)
  const [first] = issues
  if (first) throw invalid('import.form', `${first.path}: ${first.message}`, issues)
  const text = (name: string) => fields.get(name)?.[0]?.trim() || null
  const choices: ReadingChoices = {
    mapping: jsonField(fields, 'mapping', csvMappingSchema.nullable()) ?? undefined,
    answers: jsonField(fields, 'answers', z.record(z.string(), z.string())) ?? {},
    encoding: text('encoding'),
    ...readLeftOut({ fields }, ({ field, message }) => formFault(field, `${field} ${message}`)),
    currency: currencyOf(fields.get('currency')?.[0]),
    account: text('account')?.replace(/\s+/g, '').toUpperCase() ?? null,
    useSavedMapping: text('saved_mapping') !== 'false',
  }
  return { choices, idempotencyKey: text('idempotency_key'), force: text('force') === 'true' }
}
