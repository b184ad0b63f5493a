import type { z } from '@hono/zod-openapi'
import type { Issue } from '../errors.ts'

/** What a schema finds wrong, field by field; each field that it does not know is named by itself. */
export const issuesOf = ({ issues }: z.ZodError): Issue[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'is not a known field' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  )
