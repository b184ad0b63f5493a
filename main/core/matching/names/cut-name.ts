import type { Case } from './case.ts'
import { classes, nameClasses } from './lexicon.ts'
import { nearlyWhole } from './limits.ts'
import { lettersAt, lowestBit } from './positions.ts'

export const hasCutName = ({ pairs }: Case): boolean => pairs.some((pair) => pair.kind === 'cut')

/** What is missing stood behind the cut: the cut side has nothing left over, and the other goes on where it ends. */
export function isExcusedByCut({ e, a, leftE, leftA, agreed, pairs }: Case): boolean {
  if (leftE === 0 && leftA === 0) return false
  const isCutA = leftA === 0
  if ((isCutA ? a : e).cut === 'no') return false
  // Orders are seldom cut: of an expected name only a word cut in two is believed.
  if (!isCutA && !pairs.some((pair) => pair.kind === 'cut')) return false
  const agreedBits = pairs.reduce((bits, pair) => bits | (isCutA ? pair.expected : pair.actual), 0)
  const firstLeft = lowestBit(isCutA ? leftE : leftA)
  if ((agreedBits & ~(firstLeft - 1)) !== 0) return false
  return agreed.some((word) => (word.classes & nameClasses) !== classes.given) || agreed.length > 2
}

/** Of the longer name nearly all letters are there, so that the cut took no word that tells it from another. */
export function isNearlyWhole({ e, a, leftE, leftA }: Case): boolean {
  const [whole, left] = leftA === 0 ? [e, leftE] : [a, leftA]
  return lettersAt(whole, left) <= whole.letters * (1 - nearlyWhole)
}
