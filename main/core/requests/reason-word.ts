import type { z } from '@hono/zod-openapi'
import type { reasonWord } from '../http/evidence-schemas.ts'
import type { Candidate } from '../matching/assignment/types.ts'
import type { NameLevel } from '../matching/names/types.ts'

export type ReasonWord = z.infer<typeof reasonWord>

const ofLevel: Readonly<Record<NameLevel, ReasonWord>> = {
  same: 'same_name',
  likely: 'likely_name',
  weak: 'weak_name',
  unknown: 'unknown_name',
  different: 'other_name',
}

/** What speaks most for or against a pair of equal amount and currency, in one word. */
export function reasonWordOf({ reasons }: Candidate): ReasonWord {
  const has = (code: string) => reasons.some((reason) => reason.code === code)
  if (has('reference')) return 'reference'
  if (has('alias')) return 'alias'
  const name = reasons.find((reason) => reason.code === 'name')
  return name ? ofLevel[name.level] : 'no_sender'
}
