import type { Pair } from './align.ts'
import { type Case, isMainlyGiven } from './case.ts'
import { asianLanguages, classes, languages, nameClasses } from './lexicon.ts'
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
  const isInside = isBetweenAgreed(longer, agreedBits, leftBits)
  // "Larrosa Bide" of "Ximena Larrosa Bide": who it is, is what is missing. A middle name may be.
  if (!agreed.some(isGiven) && !isInside && left.some(isGiven)) return false
  if (isBehindAnotherWord(longer, agreedBits, leftBits)) return false
  if (lacksFamily(longer, agreed, leftBits) || isFamilyOnBothSides(found, isLongerE)) return false
  if (longer.isJoint && isAcrossHolders(longer, agreedBits)) return false
  if (lacksFirstSurname(longer, agreedBits)) return false
  return agreed.length > 2 || !lacksFirstGivenName(longer, agreedBits)
}

/** "HURTOWNIA JAN NOWAK": in front of a given name stands another given name or no person's. */
function isBehindAnotherWord(longer: PreparedName, agreed: number, left: number): boolean {
  const begin = lowestBit(longer.content)
  const [[front], [next]] = [wordsAt(longer, begin), wordsAt(longer, lowestBit(agreed & longer.content))]
  if ((left & begin) === 0 || !front || !next || longer.roles.includes(roles.noise)) return false
  return isMainlyGiven(next) && (front.classes & classes.given) === 0
}

/** What is left over stands between the first and the last word of the name, which agree. */
function isBetweenAgreed({ content }: PreparedName, agreed: number, left: number): boolean {
  const last = 1 << (31 - Math.clz32(content))
  return (agreed & lowestBit(content)) !== 0 && (agreed & last) !== 0 && left < last
}

/**
 * "KJERSTI ASE" of Kjersti Åse Wahlström: outside of Spain and Portugal and where they were, the last word is the family's
 * name, and none of the others is known as one.
 */
export function lacksFamily(longer: PreparedName, agreed: readonly Word[], left: number): boolean {
  const last = 31 - Math.clz32(longer.content)
  const word = longer.words[last]
  if (word === undefined || !has(left, last) || isMainlyGiven(word)) return false
  const [first] = wordsAt(longer, lowestBit(longer.content))
  if (agreed.some((other) => other !== first && isFamily(other))) return false
  // Nobody has three surnames: of four words the first two are given names.
  const families = wordsAt(longer, left).filter((other) => (other.marks & marks.purpose) === 0)
  const isAllBehind = (longer.content & ~left) < lowestBit(left)
  return (isAllBehind && families.length > 1) || !wordsAt(longer, longer.content).some(isIberian)
}
const iberian = languages.es | languages.pt
export const isIberian = ({ languages: found }: Word): boolean => (found & iberian) !== 0 && (found & ~iberian) === 0

/** Known as a family's name, or ending like one. */
export const isFamily = (word: Word): boolean =>
  word.classes === 0 ? familyEnding.test(word.text) : (word.classes & classes.surname) !== 0 && !isMainlyGiven(word)

const familyEnding =
  /(?:ez|icz|sky|ski|ska|cki|cka|ov|ova|enko|chuk|berg|stein|mann|oglu|idis|akis|poulos|elli|etti|aga|egui|etxe|stad|rud|hofer|gaard|strom|dahl|wood|worth|ford|field|ault|eau|ville|court|mont|escu)$/

/** "SANTOS SELCUK HACIOGLU" and Selçuk Santos: in the one a family's name stands on both sides of the given name. */
function isFamilyOnBothSides({ e, a, pairs, leftE, leftA }: Case, isLongerE: boolean): boolean {
  const [longer, left] = isLongerE ? [e, leftE] : [a, leftA]
  const inOrder = pairs
    .filter(({ kind }) => kind === 'word')
    .map(({ expected, actual }) => (isLongerE ? [expected, actual] : [actual, expected]))
    .sort(([x = 0], [y = 0]) => x - y)
  const isTurned = inOrder.length === 2 && (inOrder[0]?.[1] ?? 0) > (inOrder[1]?.[1] ?? 0)
  const [[first], [second]] = [wordsAt(longer, inOrder[0]?.[0] ?? 0), wordsAt(longer, inOrder[1]?.[0] ?? 0)]
  return isTurned && left > (inOrder[1]?.[0] ?? 0) && !(first && second && isMainlyGiven(first) && isFamily(second))
}

/** Chinese, Korean, Japanese and Vietnamese names have no words to spare, but for the Vietnamese middle ones. */
export const isAsianName = (words: readonly Word[]): boolean =>
  words.every((word) => word.languages === 0 || (word.languages & asianLanguages) !== 0) && words.some(isOnlyAsian)

/** "Mai" is a month as well. */
const isAsianFamily = (word: Word): boolean => isOnlyAsian(word) && (word.marks & marks.purpose) === 0

export const isOnlyAsian = ({ languages: found }: Word): boolean => found !== 0 && (found & ~asianLanguages) === 0

const isMiddleWord = (word: Word): boolean => word.text === 'thi' || word.text === 'van'

/**
 * "Juan Pérez Gómez" is neither holder of "JUAN PEREZ Y ANA GOMEZ": the words that agree belong to one of them, unless
 * that one's surname is said only once, with the other ("KLAUS UND PETRA BAUMANN").
 */
function isAcrossHolders(longer: PreparedName, agreed: number): boolean {
  const at = longer.words.findIndex(
    (word, i) =>
      longer.roles[i] === roles.particle &&
      (word.marks & marks.joiner) !== 0 &&
      joinsTwo(longer.words, longer.roles, i),
  )
  if (at < 0) return false
  const before = longer.content & ((1 << at) - 1)
  const after = longer.content & ~((1 << at) - 1)
  if ((agreed & before) === 0 || (agreed & after) === 0) return false
  const first = wordsAt(longer, before)
  return first.length > 1 && first.some((word) => !isMainlyGiven(word))
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
  const family = withoutSecondGiven(
    longer,
    longer.words.flatMap((word, i) => (has(longer.content, i) && !isMainlyGiven(word) ? [i] : [])),
  )
  const kept = family.findIndex((i) => has(agreed, i))
  if (kept < 1) return false
  const [first, second] = [family[0], family[kept]].map((i) => longer.words[i ?? 0])
  return first !== undefined && second !== undefined && mayBeSpanish(first) && mayBeSpanish(second)
}

/** Of "Noemí Nieves Tejeda Ormaechea" and "Candelaria Nieves …": what may be a given name in front of two surnames is one. */
function withoutSecondGiven({ words, content }: PreparedName, family: readonly number[]): readonly number[] {
  const start = 31 - Math.clz32(lowestBit(content))
  const ends = family.findIndex((i, k) => i !== start + k + (family[0] === start ? 0 : 1) || !mayBeGiven(words[i]))
  // Of a name in no list the first word is the given name.
  const isFirstUnknown = family[0] === start && words[start]?.classes === 0
  return family.slice(Math.max(0, Math.min(isFirstUnknown ? Math.max(1, ends) : ends, family.length - 2)))
}
const mayBeGiven = (word: Word | undefined): boolean => word !== undefined && (word.classes & classes.given) !== 0

const mayBeSpanish = (word: Word): boolean =>
  word.script === 'latin' &&
  (word.languages === 0 || (word.languages & languages.es) !== 0) &&
  !/(?:ovich|evich|ovna|evna)$/.test(word.text)
