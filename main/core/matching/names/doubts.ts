import { type Case, isMainlyGiven } from './case.ts'
import { hasUnknownMiddle } from './family.ts'
import { classes, languages, nameClasses } from './lexicon.ts'
import { has, lowestBit, wordsAt } from './positions.ts'
import { holdersOf, mayGoUnsaid } from './same-person.ts'
import { type PreparedName, roles, type Word } from './types.ts'
import { marks } from './word-marks.ts'

/**
 * Of two names of which one says more: what it says more is accounted for by nothing that a person's name may have more: a
 * second given name, a surname behind the first, the father's name, another holder of the account. Then it may be somebody
 * else, although all words of the shorter side agree.
 */
export function isUnaccounted({ leftE, leftA, agreed, pairs, e, a }: Case): boolean {
  const isLongerE = leftE !== 0
  const [whole, allLeft] = isLongerE ? [e, leftE] : [a, leftA]
  const agreedBits = pairs.reduce((bits, pair) => bits | (isLongerE ? pair.expected : pair.actual), 0)
  const longer = whole.isJoint ? holderOf(whole, agreedBits) : whole
  if (longer === undefined) return false
  const left = allLeft & (longer.content | longer.initials)
  return (
    isBehindAnotherWord(longer, left) ||
    hasMoreThanOneName(agreed, wordsAt(longer, left)) ||
    hasThreeFamilies(longer, left) ||
    hasTwoGivenNames(longer, agreedBits, left) ||
    hasUnknownMiddle(longer, agreedBits)
  )
}

/** The one of two holders whose words agree, as a name of its own; undefined where both have some. */
function holderOf(joint: PreparedName, agreed: number): PreparedName | undefined {
  const content = holdersOf(joint).find((holder) => holder !== 0 && (agreed & joint.content & ~holder) === 0)
  return content === undefined ? undefined : { ...joint, content, initials: 0, isJoint: false }
}

/** "GUNTHER TOMAS ARRIETA": who has another word in front is called by it, unless it is María, a letter or the bank's. */
function isBehindAnotherWord(longer: PreparedName, left: number): boolean {
  const begin = lowestBit(longer.content | longer.initials)
  const front = longer.words[31 - Math.clz32(begin)]
  if ((left & begin) === 0 || !front || front.text.length === 1 || mayGoUnsaid(front)) return false
  return !longer.roles.includes(roles.noise) || !mayBeThing(front)
}

/** "PAGO LUZ": what is paid for, or a word of no list. */
const mayBeThing = (word: Word): boolean =>
  word.classes === 0 || (word.marks & marks.purpose) !== 0 || (word.classes & nameClasses) === 0

/** Three words beside a given name and a surname, or two families behind them: nobody has so many. */
const hasMoreThanOneName = (agreed: readonly Word[], left: readonly Word[]): boolean =>
  agreed.length < 3 && (left.length > 2 || (left.length > 1 && left.every(isFamilyOrUnknown)))

/** "JUAN STURLESE PEREZ GOMEZ". */
const hasThreeFamilies = (longer: PreparedName, left: number): boolean =>
  wordsAt(longer, left).some(isFamilyOrUnknown) &&
  wordsAt(longer, longer.content & ~lowestBit(longer.content)).filter(isFamilyOrUnknown).length > 2

const isFamilyOrUnknown = ({ text, classes: found, marks: marked }: Word): boolean =>
  text.length > 2 && (found === 0 || (found & nameClasses) === classes.surname) && (marked & marks.purpose) === 0

/** "OTTO WEBER PETRA BRANDT" and Otto Brandt: behind a family's name another given name begins. */
function hasTwoGivenNames({ words, content }: PreparedName, agreed: number, left: number): boolean {
  const last = 31 - Math.clz32(agreed & content)
  return words.some(
    (word, i) =>
      i < last &&
      has(left, i) &&
      isMainlyGiven(word) &&
      has(left, i - 1) &&
      !isMainlyGiven(words[i - 1] as Word) &&
      (agreed & ((1 << (i - 1)) - 1)) !== 0,
  )
}

/** "Bruno De Marchi" and Bruno Marchi: in Italy the particle is part of the family's name. */
export const lacksItalianParticle = ({ e, a }: Case): boolean =>
  (e.soft !== 0 && hasParticleLackedBy(e, a)) || (a.soft !== 0 && hasParticleLackedBy(a, e))

const hasParticleLackedBy = ({ words, roles: found }: PreparedName, other: PreparedName): boolean =>
  words.some(({ text }, i) => {
    const family = words[i + 1]
    if (found[i] !== roles.particle || i === 0 || family === undefined || text.length === 1) return false
    const isItalian = family.languages === languages.it && (family.classes & nameClasses) === classes.surname
    if (!isItalian && !onlyItalian.has(text)) return false
    return other.words.some((word, k) => word.text === family.text && other.roles[k - 1] !== roles.particle)
  })
const onlyItalian: ReadonlySet<string> = new Set('di della dello degli delle dalla dallo dall dell'.split(' '))
