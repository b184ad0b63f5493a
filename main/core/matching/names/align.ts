import { matchCutWord, matchInitials, matchSoftWords } from './align-parts.ts'
import { countLooseLetters, matchNumbers } from './align-rest.ts'
import {
  matchEqualWords,
  matchJoinedWords,
  matchLastWord,
  matchRunTogether,
  matchSimilarWords,
  matchWholeInOtherScript,
} from './align-words.ts'
import { type Alignment, Matching } from './alignment.ts'
import type { PreparedName } from './types.ts'

/** Finds for every word its counterpart: the surest kind of agreement first, in an order that does not depend on the side. */
export function align(expected: PreparedName, actual: PreparedName): Alignment {
  const state = new Matching(expected, actual)
  matchEqualWords(state)
  if (state.isOpen()) {
    matchJoinedWords(state)
    matchCutWord(state)
    matchSimilarWords(state)
    matchInitials(state)
    matchSoftWords(state)
    matchWholeInOtherScript(state)
    matchRunTogether(state)
    matchLastWord(state)
  }
  matchNumbers(state)
  countLooseLetters(state)
  return state
}
