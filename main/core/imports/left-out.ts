import { z } from '@hono/zod-openapi'
import type { ReceivedForm } from '../http/upload.ts'

/** The fields of a form that say what of a file is left out. */
export const leftOutFields = {
  exclude_lines: z.string().optional().openapi({ description: 'Line numbers, separated by commas' }),
  exclude_members: z.string().optional().openapi({ description: 'Paths within an archive, a JSON list' }),
}

/** Why a field of `leftOutFields` cannot be read. */
export interface LeftOutFault {
  readonly field: keyof typeof leftOutFields
  readonly message: string
}

interface LeftOut {
  readonly excludeLines: readonly number[]
  readonly excludeMembers: readonly string[]
}

/** Lines by number and members of an archive by path, read from a form; `refuse` makes the error of what cannot be. */
export function readLeftOut({ fields }: Pick<ReceivedForm, 'fields'>, refuse: (fault: LeftOutFault) => Error): LeftOut {
  const numbers = (fields.get('exclude_lines') ?? []).flatMap((text) => text.replace(/[[\]\s]/g, '').split(','))
  const excludeLines = numbers.flatMap((text) => {
    if (text === '') return []
    if (/^[1-9]\d{0,8}$/.test(text)) return [Number(text)]
    throw refuse({ field: 'exclude_lines', message: 'must list line numbers' })
  })
  const paths = fields.get('exclude_members') ?? []
  const [first] = paths
  const isList = paths.length === 1 && first !== undefined && first.trimStart().startsWith('[')
  const excludeMembers = isList ? pathsIn(first) : paths.filter((path) => path !== '')
  if (excludeMembers === null)
    throw refuse({ field: 'exclude_members', message: 'must be a JSON list of paths within the archive' })
  return { excludeLines, excludeMembers }
}

function pathsIn(text: string): readonly string[] | null {
  try {
    const parsed = z.array(z.string()).safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
