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
  return words.some(isRomanceGivenName) && !words.some((word) => !isRomanceGivenName(word) && isElsewhere(word))
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
  if (longer.isJoint) return false
  const content = wordsAt(longer, longer.content)
  const family = withoutSecondGiven(
    longer,
    longer.words.flatMap((word, i) => (has(longer.content, i) && !isMainlyGiven(word) ? [i] : [])),
  )
  const kept = family.findIndex((i) => has(agreed, i))
  if (kept < 1) return false
  const surnames = family.map((i) => longer.words[i] as Word)
  const given = content.filter((word) => (word.classes & classes.given) !== 0 && !surnames.includes(word))
  if (isPortuguese(longer, given, surnames)) return false
  const keptName = surnames[kept]
  if (keptName !== undefined && keptName.classes === 0 && otherEnding.test(keptName.text)) return false
  const isUsedThere = given.some(isIberianGivenName)
  const mayBeUsedThere = given.length === 0 || given.some(isRomanceGivenName)
  if (!isUsedThere && !(mayBeUsedThere && surnames.every(mayBeSpanish))) return false
  return !surnames.slice(0, kept).every(isPatronymic)
}

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
