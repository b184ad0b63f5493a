import { z } from '@hono/zod-openapi'
import { foldText } from '../matching/fold.ts'
import { day } from '../time.ts'

const dayRule = z.iso.date()
const dayLength = 'YYYY-MM-DD'.length
const instantRule = z.iso.datetime({ offset: true })

/** A day (`YYYY-MM-DD`, UTC) or an instant with zone as milliseconds; `null` for anything else. */
export function parseDayOrInstant(text: string): { at: number; isDay: boolean } | null {
  // Ten thousand movements of a call ask this: what fails costs ten times what fits.
  const isDay = text.length === dayLength && dayRule.safeParse(text).success
  return isDay || instantRule.safeParse(text).success ? { at: Date.parse(text), isDay } : null
}

const limitOfTime = (name: string, edge: (found: { at: number; isDay: boolean }) => number) =>
  z
    .string()
    .transform((text, context) => {
      const found = parseDayOrInstant(text.trim())
      if (found) return edge(found)
      context.addIssue({ code: 'custom', message: `${name} must be a day (YYYY-MM-DD) or an instant with time zone` })
      return z.NEVER
    })
    .optional()
    .openapi({ type: 'string', example: '2026-05-12' })

/** What lists that can be searched and exported share. Days are whole: `to=2026-05-12` includes that day (UTC). */
export const listQuery = {
  q: z
    .string()
    .max(200, 'q must be at most 200 characters')
    .optional()
    .openapi({ description: 'Words to find, without regard to case and accents' }),
  /** Inclusive, ms UTC. */
  from: limitOfTime('from', ({ at }) => at),
  /** Exclusive, ms UTC. */
  to: limitOfTime('to', ({ at, isDay: wholeDay }) => at + (wholeDay ? day : 1)),
  format: z
    .enum(['json', 'csv'], { error: 'format must be json or csv' })
    .default('json')
    .openapi({ description: 'csv exports the whole filtered list' }),
}

/** `q` as words to look for in a column that holds folded text. */
export const searchWords = (q: string | undefined): string[] =>
  foldText(q ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '')
