import type { Pair } from './alignment.ts'
import { type Case, isSharedByPayers } from './case.ts'
import { wordsAt } from './positions.ts'
import { relations } from './relation.ts'
import type { NameKnowledge } from './types.ts'

/** All that surely agrees is what many payers of this account have in their names; names equal in every word are equal. */
export function isOnlySharedWords({ pairs, leftE, leftA }: Case, knowledge: NameKnowledge): boolean {
  const isSure = ({ kind, relation }: Pair): boolean =>
    kind !== 'initial' && kind !== 'cut' && relation > relations.typingError
  if (leftE === 0 && leftA === 0 && pairs.every(isSure)) return false
  const words = pairs.filter(isSure).flatMap((pair) => pair.words)
  return words.every((word) => isSharedByPayers(word, knowledge))
}

/** What looks like a slip is how other payers of this account are called: both are names of their own. */
export const isOtherPayersWord = ({ e, a, pairs }: Case, knowledge: NameKnowledge): boolean =>
  pairs.some(({ kind, relation, expected, actual }) => {
    if (kind !== 'word' || relation !== relations.typingError) return false
    const words = [...wordsAt(e, expected), ...wordsAt(a, actual)]
    return words.every(({ text }) => knowledge.isPayersWord?.(text) ?? false)
  })
