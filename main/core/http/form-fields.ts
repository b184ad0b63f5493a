import type { z } from '@hono/zod-openapi'
import type { Issue } from '../errors.ts'
import { exact } from './exact.ts'
import { issuesOf } from './issues.ts'
import type { ReceivedForm } from './upload.ts'

/**
 * What is wrong with the text fields of a received form beside its file: a field that its schema does not know, a word
 * that it does not take. A field that is empty counts as left out.
 */
export function formIssues({ fields }: Pick<ReceivedForm, 'fields'>, form: z.ZodObject): Issue[] {
  const values = [...fields].flatMap(([name, [first]]) => (first ? [[name, first] as const] : []))
  const parsed = exact(form.omit({ file: true })).safeParse(Object.fromEntries(values))
  return parsed.success ? [] : issuesOf(parsed.error)
}
