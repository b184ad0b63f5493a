import type { Reason } from '../../api-types.ts'

export type ScoreWord = 'certain' | 'likely' | 'possible' | 'weak' | 'none'

const nameReasons: ReadonlySet<Reason> = new Set<Reason>([
  'reference',
  'alias',
  'same_name',
  'likely_name',
  'weak_name',
  'unknown_name',
  'no_sender',
  'other_name',
])

/** A score in words (spec 3.4). What failed amount, currency, window, or is taken, cannot be it whatever its name. */
export function scoreWord({ score, reason }: { score: number; reason: Reason }): ScoreWord {
  if (!nameReasons.has(reason) || score <= 0) return 'none'
  if (score >= 0.95) return 'certain'
  if (score >= 0.8) return 'likely'
  if (score >= 0.5) return 'possible'
  return 'weak'
}
