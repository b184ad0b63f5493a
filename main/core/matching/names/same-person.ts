import type { Pair } from './align.ts'
import { type Case, isMainlyGiven } from './case.ts'
import { asianLanguages, classes, languages, nameClasses } from './lexicon.ts'
import { has, wordsAt } from './positions.ts'
import { type PreparedName, roles, type Word } from './types.ts'

/** A person with more words on one side: which of them agree decides. */
export function isSamePerson({ e, a, leftE, leftA, agreed, pairs }: Case): boolean {
  const isLongerE = leftE !== 0
  const longer = isLongerE ? e : a
  const left = wordsAt(longer, isLongerE ? leftE : leftA)
  const isGiven = (word: Word): boolean => (word.classes & classes.given) !== 0
  // "Juan Carlos" of "Juan Carlos Pérez"; "Pérez Gómez" of "Juan Pérez Gómez".
  if (agreed.every(isGiven) && (!left.every(isGiven) || agreed.every(isMainlyGiven))) return false
  if (agreed.every((word) => (word.classes & nameClasses) === classes.surname)) return false
  // "Larrosa Bide" of "Ximena Larrosa Bide": who it is, is what is missing.
  if (!agreed.some(isGiven) && left.some(isMainlyGiven)) return false
  if (isAsianName(agreed) && !left.every(isMiddleWord)) return false
  const position = (pair: Pair): number => (isLongerE ? pair.expected : pair.actual)
  const agreedBits = pairs.reduce((bits, pair) => bits | position(pair), 0)
  if (longer.isJoint && isAcrossHolders(longer, agreedBits)) return false
  if (agreed.length > 2) return true
  return !lacksFirstGivenName(longer, agreedBits) && !lacksFirstSurname(longer, agreedBits)
}

/** Chinese, Korean, Japanese and Vietnamese names have no words to spare, but for the Vietnamese middle ones. */
const isAsianName = (words: readonly Word[]): boolean =>
  words.every((word) => (word.languages & asianLanguages) !== 0) &&
  words.some((word) => (word.languages & ~asianLanguages) === 0)

const isMiddleWord = (word: Word): boolean => word.text === 'thi' || word.text === 'van'

/**
 * "Juan Pérez Gómez" is neither holder of "JUAN PEREZ Y ANA GOMEZ": the words that agree belong to one of them, unless
 * that one's surname is said only once, with the other ("KLAUS UND PETRA BAUMANN").
 */
function isAcrossHolders(longer: PreparedName, agreed: number): boolean {
  const at = longer.words.findIndex(
    (_, i) => i > 0 && longer.roles[i] === roles.particle && isBetweenGivenNames(longer, i),
  )
  if (at < 0) return false
  const before = agreed & longer.content & ((1 << at) - 1)
  const after = agreed & longer.content & ~((1 << at) - 1)
  if (before === 0 || after === 0) return false
  return wordsAt(longer, longer.content & ((1 << at) - 1)).some((word) => !isMainlyGiven(word))
}

const isBetweenGivenNames = (name: PreparedName, at: number): boolean => {
  const isGivenAt = (word: Word, i: number): boolean => has(name.content, i) && isMainlyGiven(word)
  return name.words.slice(0, at).some(isGivenAt) && name.words.some((word, i) => i > at && isGivenAt(word, i))
}

/** Often goes unsaid: María Laura is called Laura. */
const oftenUnsaid = new Set(['maria', 'ma'])

/** Juan Carlos may be the father and Carlos the son. In a joint account each may be meant. */
function lacksFirstGivenName(longer: PreparedName, agreed: number): boolean {
  if (longer.isJoint) return false
  const given = longer.words.flatMap((word, i) => (has(longer.content, i) && isMainlyGiven(word) ? [i] : []))
  const [first] = given
  return (
    first !== undefined && given.length > 1 && !has(agreed, first) && !oftenUnsaid.has(longer.words[first]?.text ?? '')
  )
}

/**
 * In Spanish names the first surname is the one that is kept; "Juan Gómez" is not how Juan Pérez Gómez signs. In
 * Portuguese and elsewhere the last one is.
 */
function lacksFirstSurname(longer: PreparedName, agreed: number): boolean {
  if (longer.isJoint) return false
  const content = longer.words.filter((_, i) => has(longer.content, i))
  if (content.some((word) => word.languages === languages.pt)) return false
  if (!content.some((word) => (word.languages & languages.es) !== 0)) return false
  const family = longer.words.flatMap((word, i) => (has(longer.content, i) && !isMainlyGiven(word) ? [i] : []))
  const kept = family.findIndex((i) => has(agreed, i))
  if (kept < 1) return false
  const [first, second] = [family[0], family[kept]].map((i) => longer.words[i ?? 0])
  return first !== undefined && second !== undefined && mayBeSpanish(first) && mayBeSpanish(second)
}

const mayBeSpanish = (word: Word): boolean =>
  word.script === 'latin' &&
  (word.languages === 0 || (word.languages & languages.es) !== 0) &&
  !/(?:ovich|evich|ovna|evna)$/.test(word.text)
