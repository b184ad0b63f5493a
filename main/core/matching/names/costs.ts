import { type Case, isBusiness } from './case.ts'
import { hasCutName, isExcusedByCut } from './cut-name.ts'
import { costs } from './limits.ts'
import { relations } from './relation.ts'
import type { PreparedName } from './types.ts'

/** What the faults of an accepted pair cost its score. */
export function costsOf(found: Case): number {
  const { e, a, pairs, leftE, leftA } = found
  let cost = 0
  let errors = 0
  let seen = 0
  for (const pair of pairs) {
    if (pair.kind === 'cut') cost += costs.cut
    else if (pair.kind === 'initial') cost += costs.initial
    else if (pair.relation === relations.typingError) {
      cost += pair.words.every(isBusiness)
        ? costs.businessTypingError
        : errors === 0
          ? costs.typingError
          : costs.secondTypingError
      errors++
    } else if (pair.relation === relations.spelling) cost += costs.spelling
    else if (pair.relation === relations.beginning) cost += costs.beginningOnly
    seen |= 1 << pair.relation
  }
  // Once for all words: who writes one damaged or in other letters writes all of them so.
  if ((seen & (1 << relations.transliterated)) !== 0) cost += costs.transliterated
  if ((seen & (1 << relations.damaged)) !== 0) cost += costs.damaged
  if ((seen & (1 << relations.abbreviated)) !== 0) cost += costs.abbreviated
  const isBehindCut = hasCutName(found) && isExcusedByCut(found)
  if ((leftE !== 0 || leftA !== 0) && !isBehindCut) cost += costs.moreWords
  if (hasOtherLegalForm(e, a)) cost += costs.otherLegalForm
  return cost
}

const hasOtherLegalForm = (e: PreparedName, a: PreparedName): boolean =>
  e.legalForms.length > 0 && a.legalForms.length > 0 && !e.legalForms.some((form) => a.legalForms.includes(form))
