import { z } from '@hono/zod-openapi'
import type { ReceivedForm } from '../../http/upload.ts'
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

function lineNumbers(fields: ReceivedForm['fields']): number[] {
  const texts = (fields.get('exclude_lines') ?? []).flatMap((text) => text.replace(/[[\]\s]/g, '').split(','))
  return texts.flatMap((text) => {
    if (text === '') return []
    if (/^[1-9]\d{0,8}$/.test(text)) return [Number(text)]
    throw invalidRequest('exclude_lines must list line numbers', { exclude_lines: 'must list line numbers' })
  })
}

/** What stands in the form beside the file. Throws 400 for what cannot be read. */
export function readOptions({ fields }: ReceivedForm): Omit<UploadOptions, 'as'> {
  const members = fields.get('exclude_members') ?? []
  const isList = members.length === 1 && members[0]?.trimStart().startsWith('[')
  return {
    idempotencyKey: fields.get('idempotency_key')?.[0] || null,
    mappingId: fields.get('mapping_id')?.[0] || null,
    mapping: jsonField(fields, 'mapping', z.unknown(), undefined),
    useSavedMapping: fields.get('use_saved_mapping')?.[0] !== 'false',
    answers: jsonField(fields, 'answers', z.record(z.string(), z.string()), {}),
    force: fields.get('force')?.[0] === 'true',
    excludeLines: lineNumbers(fields),
    excludeMembers: isList ? jsonField(fields, 'exclude_members', z.array(z.string()), []) : members,
  }
}
