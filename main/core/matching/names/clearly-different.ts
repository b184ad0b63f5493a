import { isBusiness, mayBeOneName } from './case.ts'
import { has } from './positions.ts'
import { mayAgree, relate, relations } from './relation.ts'
import type { PreparedName, Word } from './types.ts'
import { isLetterApart } from './typing-error.ts'

/**
 * Whether two names differ in words that have nothing in common, so that a comparison could only say "different", with a
 * score that nobody is shown. A fraction of its cost; false says nothing. What two words, by position, have in common is
 * asked for, since whoever compares many names knows it already.
 */
export function areClearlyDifferent(
  e: PreparedName,
  a: PreparedName,
  haveInCommon: (i: number, j: number) => boolean = (i, j) => mayBeOneWord(e.words[i] as Word, a.words[j] as Word),
): boolean {
  if (!e.isPlain || !a.isPlain) return false
  let [leftE, leftA, shared] = [e.content, a.content, 0]
  for (let i = 0; i < e.words.length; i++)
    for (let j = 0; j < a.words.length; j++) {
      if (!has(leftA, j) || (e.words[i] as Word).text !== (a.words[j] as Word).text) continue
      if (isBusiness(e.words[i] as Word)) return false
      leftE &= ~(1 << i)
      leftA &= ~(1 << j)
      shared++
      break
    }
  if (leftE === 0 || leftA === 0) return false
  for (let i = 0; i < e.words.length; i++)
    for (let j = 0; j < a.words.length; j++) if (has(leftE, i) && has(leftA, j) && haveInCommon(i, j)) return false
  return shared < 2 || !mayBeOneName(e, leftE, a, leftA)
}

/** Whether two words agree in any way, are a letter apart, or one may consist of the other and more. */
export const mayBeOneWord = (a: Word, b: Word): boolean =>
  mayHold(a, b) || mayHold(b, a) || (mayAgree(a, b) && (relate(a, b) !== relations.none || isLetterApart(a, b)))

/** A word written together with others ends in one of them or in a legal form, if its letters are what they seem. */
const mayHold = (long: Word, part: Word): boolean => long.isSpecial || long.endsInForm || long.text.endsWith(part.text)
