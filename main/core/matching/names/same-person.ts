import type { Pair } from './alignment.ts'
import { type Case, isMainlyGiven } from './case.ts'
import { isFamily, isPatronymic, lacksFamily, lacksFirstSurname } from './family.ts'
import { asianLanguages, classes, nameClasses } from './lexicon.ts'
import { has, lowestBit, wordsAt } from './positions.ts'
import { joinsTwo } from './roles.ts'
import { type PreparedName, roles, type Word } from './types.ts'
import { marks } from './word-marks.ts'

/** A person with more words on one side: which of them agree decides. */
export function isSamePerson(found: Case): boolean {
  const { e, a, leftE, leftA, agreed, pairs } = found
  const isLongerE = leftE !== 0
  const longer = isLongerE ? e : a
  const left = wordsAt(longer, isLongerE ? leftE : leftA)
  const isGiven = (word: Word): boolean => (word.classes & classes.given) !== 0
  // "Juan Carlos" of "Juan Carlos Pérez"; "Pérez Gómez" of "Juan Pérez Gómez".
  if (agreed.every(isGiven) && (!left.every(isGiven) || agreed.every(isMainlyGiven))) return false
  if (agreed.every((word) => (word.classes & nameClasses) === classes.surname)) return false
  if ((isAsianName(agreed) || left.some(isAsianFamily)) && !left.every(isMiddleWord)) return false
  const position = (pair: Pair): number => (isLongerE ? pair.expected : pair.actual)
  const agreedBits = pairs.reduce((bits, pair) => bits | position(pair), 0)
  const leftBits = isLongerE ? leftE : leftA
  if (longer.isJoint && isOneHolder(longer, agreedBits)) return true
  const isInside = isBetweenAgreed(longer, agreedBits, leftBits)
  // "Larrosa Bide" of "Ximena Larrosa Bide": who it is, is what is missing. A middle name may be.
  if (!agreed.some(isGiven) && !isInside) return false
  if (isBehindAnotherWord(longer, agreedBits, leftBits)) return false
  if (lacksFamily(longer, agreed, leftBits) || isFamilyOnBothSides(found, isLongerE)) return false
  if (lacksHalfOfGivenName(longer, agreedBits, leftBits)) return false
  if (longer.isJoint && isAcrossHolders(longer, agreedBits)) return false
  if (lacksFirstSurname(longer, agreedBits)) return false
  return agreed.length > 2 || !lacksFirstGivenName(longer, agreedBits)
}

/** "HURTOWNIA JAN NOWAK": in front of a name stands a word of no list, and before a given name only another one may stand. */
function isBehindAnotherWord(longer: PreparedName, agreed: number, left: number): boolean {
  const begin = lowestBit(longer.content)
  const [[front], [next]] = [wordsAt(longer, begin), wordsAt(longer, lowestBit(agreed & longer.content))]
  if ((left & begin) === 0 || !front || !next || longer.roles.includes(roles.noise)) return false
  if ((front.classes & nameClasses) === 0) return true
  return isMainlyGiven(next) && (front.classes & classes.given) === 0
}

/** What is left over stands between the first and the last word of the name, which agree. */
function isBetweenAgreed({ content }: PreparedName, agreed: number, left: number): boolean {
  const last = 1 << (31 - Math.clz32(content))
  return (agreed & lowestBit(content)) !== 0 && (agreed & last) !== 0 && left < last
}

/** "SANTOS SELCUK HACIOGLU" and Selçuk Santos, or Santos Selçuk: a family's name stands on both sides of the given name. */
function isFamilyOnBothSides({ e, a, pairs, leftE, leftA }: Case, isLongerE: boolean): boolean {
  const [longer, left] = isLongerE ? [e, leftE] : [a, leftA]
  const inOrder = pairs
    .filter(({ kind }) => kind === 'word')
    .map(({ expected, actual }) => (isLongerE ? [expected, actual] : [actual, expected]))
    .sort(([x = 0], [y = 0]) => x - y)
  const isTurned = inOrder.length === 2 && (inOrder[0]?.[1] ?? 0) > (inOrder[1]?.[1] ?? 0)
  const [[first], [second]] = [wordsAt(longer, inOrder[0]?.[0] ?? 0), wordsAt(longer, inOrder[1]?.[0] ?? 0)]
  const isFamilyFirst = first !== undefined && second !== undefined && isFamily(first) && isMainlyGiven(second)
  const isGivenFirst = first !== undefined && second !== undefined && isMainlyGiven(first) && isFamily(second)
  const isBehind = left > (inOrder[1]?.[0] ?? 0)
  if (inOrder.length === 2 && !isTurned && isFamilyFirst)
    return (
      isBehind && wordsAt(longer, left).every((word) => (word.classes & classes.given) === 0 && !isPatronymic(word))
    )
  return isTurned && isBehind && !isGivenFirst && !wordsAt(longer, left).every(isPatronymic)
}

/** Chinese, Korean, Japanese and Vietnamese names have no words to spare, but for the Vietnamese middle ones. */
export const isAsianName = (words: readonly Word[]): boolean =>
  words.every((word) => word.languages === 0 || (word.languages & asianLanguages) !== 0) && words.some(isOnlyAsian)

/** "Mai" is a month as well. */
const isAsianFamily = (word: Word): boolean => isOnlyAsian(word) && (word.marks & marks.purpose) === 0

export const isOnlyAsian = ({ languages: found }: Word): boolean => found !== 0 && (found & ~asianLanguages) === 0

const isMiddleWord = (word: Word): boolean => word.text === 'thi' || word.text === 'van'

/** What stands before and behind the word that joins the two holders of an account; nothing where there is none. */
export function holdersOf({ words, roles: found, content }: PreparedName): readonly [before: number, after: number] {
  const at = words.findIndex(
    (word, i) => found[i] === roles.particle && (word.marks & marks.joiner) !== 0 && joinsTwo(words, found, i),
  )
  const before = at < 0 ? 0 : content & ((1 << at) - 1)
  return [before, at < 0 ? 0 : content & ~before]
}

/** All words of one holder agree and none of the other's: "ERNESTO VILLAMIL Y/O SARA OTERO" and Sara Otero. */
function isOneHolder(longer: PreparedName, agreed: number): boolean {
  return holdersOf(longer).some((holder) => {
    const words = wordsAt(longer, holder)
    return words.length > 1 && (agreed & longer.content) === holder && !words.every(isMainlyGiven)
  })
}

/**
 * "Juan Pérez Gómez" is neither holder of "JUAN PEREZ Y ANA GOMEZ": the words that agree belong to one of them, unless
 * that one's surname is said only once, with the other ("KLAUS UND PETRA BAUMANN").
 */
function isAcrossHolders(longer: PreparedName, agreed: number): boolean {
  const [before, after] = holdersOf(longer)
  if ((agreed & before) === 0 || (agreed & after) === 0) return false
  const first = wordsAt(longer, before)
  return first.length > 1 && first.some((word) => !isMainlyGiven(word))
}

/** Jean-Philippe and Jean-Pierre are brothers, and neither is called Jean. */
const lacksHalfOfGivenName = ({ words }: PreparedName, agreed: number, left: number): boolean =>
  words.some(
    (word, i) =>
      halvesOfGivenNames.has(word.text) && has(agreed, i) && has(left, i + 1) && isMainlyGiven(words[i + 1] ?? word),
  )
const halvesOfGivenNames = new Set(['jean'])

/** Often goes unsaid: María Laura is called Laura. */
const oftenUnsaid = new Set(['maria', 'ma'])

export const mayGoUnsaid = ({ text }: Word): boolean => oftenUnsaid.has(text)

/** María José is a woman, and José a man. */
const mensNames = new Set(['jose', 'jesus', 'angel'])

/** Juan Carlos may be the father and Carlos the son. In a joint account each may be meant. */
function lacksFirstGivenName(longer: PreparedName, agreed: number): boolean {
  if (longer.isJoint) return false
  const given = longer.words.flatMap((word, i) => (has(longer.content, i) && isMainlyGiven(word) ? [i] : []))
  const [first] = given
  return (
    first !== undefined &&
    given.length > 1 &&
    !has(agreed, first) &&
    (!mayGoUnsaid(longer.words[first] as Word) || mensNames.has(longer.words[given[1] as number]?.text ?? ''))
  )
}
