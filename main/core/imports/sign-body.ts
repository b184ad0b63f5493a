import { z } from '@hono/zod-openapi'
import { iso } from '../time.ts'
import type { SignReadingRow } from './sign-memory.ts'

/** What is remembered of a bank's signs, as both halves answer it. */
export const signReadingSchema = z
  .object({
    id: z.string(),
    format: z.string(),
    reading: z.enum(['as_read', 'reversals_inverted', 'negatives_absolute']),
    learnt_by: z
      .enum(['proof', 'answer'])
      .openapi({ description: 'Shown by the balances of a file, or said by a person' }),
    file_name: z.string(),
    learnt_at: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('SignReading')

export const signReadingBody = (row: SignReadingRow): z.infer<typeof signReadingSchema> => ({
  id: row.id,
  format: row.format,
  reading: row.reading,
  learnt_by: row.learntBy,
  file_name: row.fileName,
  learnt_at: iso(row.learntAt),
})
