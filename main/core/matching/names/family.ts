import { isMainlyGiven } from './case.ts'
import { countBits } from './letters.ts'
import { classes, languages } from './lexicon.ts'
import { has, lowestBit, wordsAt } from './positions.ts'
import type { PreparedName, Word } from './types.ts'
import { marks } from './word-marks.ts'

const iberian = languages.es | languages.pt
export const isIberian = ({ languages: found }: Word): boolean => (found & iberian) !== 0 && (found & ~iberian) === 0

/** Known as a family's name, or ending like one. */
export const isFamily = (word: Word): boolean =>
  word.classes === 0 ? familyEnding.test(word.text) : (word.classes & classes.surname) !== 0 && !isMainlyGiven(word)

const familyEnding =
  /(?:ez|icz|sky|ski|ska|cki|cka|ov|ova|enko|chuk|berg|stein|mann|oglu|idis|akis|poulos|elli|etti|aga|egui|etxe|stad|rud|hofer|gaard|strom|dahl|wood|worth|ford|field|ault|eau|ville|court|mont|escu|ов|ова|ев|ева|ёв|ёва|ин|ина|ский|ская|цкий|цкая|енко|чук)$/

/** Endings of families that have one surname: no Spanish or Portuguese name has them. */
const otherEnding =
  /(?:ewicz|owicz|icz|sky|ski|ska|cki|cka|ov|ova|ev|eva|enko|chuk|czyk|berg|stein|mann|baum|beck|feldt?|meier|meyer|maier|bauer|hofer|oglu|idis|akis|poulos|sen|sson|son|gaard|strom|dahl|worth|ford|field|bottom|wood|escu|eau|eaux|oux|ault|ard|ich)$/

/**
 * May be the name of somebody from where two surnames are borne: the given name is used there, and no word is known or ends
 * as one of elsewhere.
 */
function mayBeIberian(name: PreparedName): boolean {
  const words = wordsAt(name, name.content)
  // Italian and French families live by the River Plate, with Spanish given names.
  const known = words.some(isIberianGivenName) ? romance : iberian
  const isElsewhere = (word: Word): boolean =>
    word.languages === 0 ? otherEnding.test(word.text) : (word.languages & known) === 0
  if (words.some((word) => isIberian(word) && (word.classes & classes.given) !== 0)) return true
  return (
    words.some((word) => isRomanceGivenName(word) && (word.languages & ~languages.fr) !== 0) &&
    !words.some((word) => !isRomanceGivenName(word) && isElsewhere(word))
  )
}

const romance = iberian | languages.it | languages.fr
/** Given names wander between these languages more than lists can say: Clotilde, Eliseo. */
export const isRomanceGivenName = (word: Word): boolean =>
  (word.languages & romance) !== 0 && (word.classes & classes.given) !== 0
const isIberianGivenName = (word: Word): boolean =>
  (word.languages & iberian) !== 0 && (word.classes & classes.given) !== 0

/**
 * "KJERSTI ASE" of Kjersti Åse Wahlström: outside of Spain and Portugal and where they were, the last word is the family's
 * name, and none of the others is known as one.
 */
export function lacksFamily(longer: PreparedName, agreed: readonly Word[], left: number): boolean {
  const last = 31 - Math.clz32(longer.content)
  const word = longer.words[last]
  if (word === undefined || !has(left, last) || isMainlyGiven(word) || isPatronymic(word)) return false
  const [first] = wordsAt(longer, lowestBit(longer.content))
  const isIberianName = mayBeIberian(longer)
  const hasFamily = agreed.some((other) => other !== first && isFamily(other) && (other.classes & classes.given) === 0)
  if (hasFamily) return false
  // Nobody has three surnames: of four words the first two are given names.
  const families = wordsAt(longer, left).filter((other) => (other.marks & marks.purpose) === 0)
  const isAllBehind = (longer.content & ~left) < lowestBit(left)
  if (isAllBehind && families.length > 1) return true
  return !(isIberianName && agreed.some((other) => other !== first && !isMainlyGiven(other)))
}

/**
 * "Juan Gómez" is not how Juan Pérez Gómez signs: of two surnames the first is kept. In Portugal and Brazil the last one
 * is, and elsewhere there is one, which what stands before it may be a middle name of.
 */
export function lacksFirstSurname(longer: PreparedName, agreed: number): boolean {
  const found = surnamesLeftOut(longer, agreed)
  return found !== undefined && mayBearTwo(found) && !found.skipped.every(isPatronymic)
}

/** "RAMIRO NEBUOVVOD KUSTER": before the family's name stands a word that is no middle name, and nothing says from where it is. */
export function hasUnknownMiddle(longer: PreparedName, agreed: number): boolean {
  const found = surnamesLeftOut(longer, agreed)
  if (found === undefined) return false
  const isElsewhere = [...found.given, found.kept].some(isFromElsewhere)
  return !found.skipped.every((word) => isMiddleName(word) || (isElsewhere && word.classes === 0))
}

interface LeftOut {
  readonly given: readonly Word[]
  readonly surnames: readonly Word[]
  /** The first that agrees, and those in front of it. */
  readonly kept: Word
  readonly skipped: readonly Word[]
}

/** Surnames that are left out in front of one that is kept, where that is not the custom. */
function surnamesLeftOut(longer: PreparedName, agreed: number): LeftOut | undefined {
  if (longer.isJoint) return undefined
  const content = wordsAt(longer, longer.content)
  const family = withoutSecondGiven(
    longer,
    longer.words.flatMap((word, i) => (has(longer.content, i) && !isMainlyGiven(word) ? [i] : [])),
  )
  const at = family.findIndex((i) => has(agreed, i))
  if (at < 1) return undefined
  const surnames = family.map((i) => longer.words[i] as Word)
  const given = content.filter((word) => (word.classes & classes.given) !== 0 && !surnames.includes(word))
  if (isPortuguese(longer, given, surnames)) return undefined
  return { given, surnames, kept: surnames[at] as Word, skipped: surnames.slice(0, at) }
}

/** From where two surnames are borne, and the first one kept. */
function mayBearTwo({ given, surnames, kept }: LeftOut): boolean {
  if (kept.classes === 0 && otherEnding.test(kept.text)) return false
  if (given.some(isIberianGivenName)) return true
  return (given.length === 0 || given.some(isRomanceGivenName)) && surnames.every(mayBeSpanish)
}

const isFromElsewhere = (word: Word): boolean =>
  word.classes === 0 ? otherEnding.test(word.text) : word.languages !== 0 && (word.languages & romance) === 0

/** A given name, a father's name (Bulgarians bear it as Russians do), or an English surname, which are given as middle names. */
const isMiddleName = (word: Word): boolean =>
  (word.classes & classes.given) !== 0 ||
  (word.languages & languages.en) !== 0 ||
  isPatronymic(word) ||
  /(?:ov|ev|ova|eva|ов|ев|ова|ева)$/.test(word.text)

/** Given names of Portugal or Brazil, and more that is theirs: Uruguay has their surnames, with Spanish given names. */
function isPortuguese(name: PreparedName, given: readonly Word[], surnames: readonly Word[]): boolean {
  const isUsed = (word: Word): boolean => (word.languages & languages.pt) !== 0
  if (given.length === 0 || !given.every(isUsed)) return surnames.every((word) => word.languages === languages.pt)
  if (hasPortugueseParticle(name)) return true
  if (given.some((word) => (word.languages & languages.es) === 0))
    return surnames.some(isUsed) && surnames.every((word) => isUsed(word) || word.languages === 0)
  return surnames.every(isUsed) && surnames.some((word) => word.languages === languages.pt)
}

const portugueseParticles: ReadonlySet<string> = new Set('da do das dos'.split(' '))
const hasPortugueseParticle = ({ words }: PreparedName): boolean =>
  words.some(({ text }) => portugueseParticles.has(text))

/** The father's name, which Russians and Ukrainians bear as a middle one. */
export const isPatronymic = ({ text }: Word): boolean =>
  /(?:ovich|evich|ovna|evna|ович|евич|овна|евна|ївна|івна)$/.test(text)

/** Of "Noemí Nieves Tejeda Ormaechea" and "Candelaria Nieves …": what may be a given name in front of two surnames is one. */
function withoutSecondGiven({ words, content }: PreparedName, family: readonly number[]): readonly number[] {
  const start = 31 - Math.clz32(lowestBit(content))
  const ends = family.findIndex((i, k) => i !== start + k + (family[0] === start ? 0 : 1) || !mayBeGiven(words[i]))
  // Where no word is known as a given name, the first one is it.
  const isFirstUnknown = family[0] === start && (words[start]?.classes === 0 || family.length === countBits(content))
  // Nobody has three surnames.
  if (family.length > 2) return family.slice(-2)
  return family.slice(Math.max(0, Math.min(isFirstUnknown ? Math.max(1, ends) : ends, family.length - 2)))
}
const mayBeGiven = (word: Word | undefined): boolean => word !== undefined && (word.classes & classes.given) !== 0

const mayBeSpanish = (word: Word): boolean =>
  word.script === 'latin' &&
  (word.languages === 0
    ? !otherEnding.test(word.text) && !/[^a-záéíóúüñç]/.test(word.native)
    : (word.languages & romance) !== 0)
