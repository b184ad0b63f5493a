import type { Pair } from './alignment.ts'
import { type Case, isBusiness, isEveryday, isGivenOnly } from './case.ts'
import { isFamily, isIberian, isRomanceGivenName } from './family.ts'
import { classes, languagesOfGivenNames, nameClasses } from './lexicon.ts'
import { brandLength, enoughForInitial, enoughWeight, shortestBeginning } from './limits.ts'
import { has, lastPart, lowestBit } from './positions.ts'
import { relations } from './relation.ts'
import { isAsianName, isOnlyAsian } from './same-person.ts'
import { type PreparedName, roles, type Word } from './types.ts'

const isFaulty = (pair: Pair): boolean => pair.kind === 'word' && pair.relation <= relations.typingError

/** Nothing is left over. Given names alone name nobody; with faults or initials there must be enough besides. */
export function isWholeEnough(found: Case): boolean {
  const { e, a, pairs, agreed, weight } = found
  const isCompany = agreed.some(isBusiness)
  if ((isCompany || agreed.every(isEveryday)) && haveOtherParticles(e, a)) return false
  if (!isCompany && agreed.every((word) => isGivenOnly(word) && (word.languages & languagesOfGivenNames) === 0))
    return false
  const isDoubtful = pairs.some((pair) => isFaulty(pair) || pair.kind === 'initial' || pair.kind === 'cut')
  if (!isDoubtful) return true
  const sound = pairs.filter((pair) => !isFaulty(pair) && pair.kind !== 'initial' && pair.kind !== 'cut')
  if (isCutToGivenNames(found, sound)) return false
  const initials = pairs.filter((pair) => pair.kind === 'initial')
  if (agreed.length < 3 && initials.some((pair) => isAsianName(agreed) || pair.words.some(isOnlyAsian))) return false
  // "Pablo G": only a letter of the family's name.
  const isLastOf = (name: PreparedName, bits: number): boolean => has(bits, lastPart(name))
  const isFamilyInitial = pairs.some(
    (pair) =>
      pair.kind === 'initial' && isLastOf(e, pair.expected) && isLastOf(a, pair.actual) && pair.words.some(isFamily),
  )
  const isWithFamily = agreed.some((word) => isFamily(word) || (agreed.length > 2 && word.classes === 0))
  if (isFamilyInitial && !isWithFamily) return false
  if (isInitialTheOnlyGivenName(pairs, agreed) && (weight < enoughForInitial || !isMiddleInitial(found))) return false
  return sound.length > 0 && (weight >= enoughWeight || (isCompany && pairs.every((pair) => pair.kind !== 'initial')))
}

/** In a firm's name the small words count: "Textiles del Plata", "Textiles La Plata"; "Delta Uno", "Delta Dos". */
function haveOtherParticles(e: PreparedName, a: PreparedName): boolean {
  const [ofE, ofA] = [e, a].map((name) =>
    name.words.flatMap((word, i) => (name.roles[i] === roles.particle && word.text.length > 1 ? [word.text] : [])),
  )
  const lacks = (some: string[] = [], all: string[] = []): boolean => some.some((particle) => !all.includes(particle))
  return lacks(ofE, ofA) && lacks(ofA, ofE)
}

/** "JUAN CARLOS A": of the surname hardly anything is left. */
const isCutToGivenNames = (found: Case, sound: readonly Pair[]): boolean =>
  found.pairs.some(
    (pair) =>
      ((pair.kind === 'cut' && pair.cutLetters < shortestBeginning) ||
        (pair.kind === 'initial' && isAtCut(found, pair))) &&
      haveNoFamily(
        sound.flatMap(({ words }) => words),
        pair.words.some(isFamily),
      ),
  )

/** Only given names, or before the family's only words that may be; or two words that may be. */
const haveNoFamily = (words: readonly Word[], isBeforeFamily: boolean): boolean =>
  words.every(isGivenOnly) ||
  (isBeforeFamily && words.some(isGivenOnly) && words.every((word) => (word.classes & classes.given) !== 0)) ||
  (words.length < 3 &&
    !words.some(isIberian) &&
    !isRomanceName(words) &&
    words.every((word) => (word.classes & classes.given) !== 0 || !isFamily(word)))

/** A given name of Romance languages, where given names are well known, and a word that is none. */
const isRomanceName = (words: readonly Word[]): boolean =>
  words.some(isRomanceGivenName) && words.some((word) => word.classes === 0)

const isAtCut = ({ e, a }: Case, { expected, actual }: Pair): boolean =>
  (e.cut !== 'no' && has(expected, e.words.length - 1)) || (a.cut !== 'no' && has(actual, a.words.length - 1))

/** "ALGERNON B ECCLESTON": the given name may be in no list, but words stand on both sides of the letter. */
const isMiddleInitial = ({ e, a, pairs }: Case): boolean =>
  pairs.every(({ kind, expected, actual }) => {
    const isInside = (name: PreparedName, bits: number): boolean => {
      const all = name.content | name.initials
      return (all & (lowestBit(bits) - 1)) !== 0 && all >>> (32 - Math.clz32(bits)) !== 0
    }
    return kind !== 'initial' || (isInside(e, expected) && isInside(a, actual))
  })

/** "J. Pérez Gómez": brothers share the surnames and perhaps the letter. */
const isInitialTheOnlyGivenName = (pairs: readonly Pair[], agreed: readonly Word[]): boolean =>
  pairs.filter((pair) => pair.kind === 'initial').length === 1 &&
  pairs.every((pair) => pair.kind !== 'initial' || pair.words.length === 1) &&
  agreed.every((word) => (word.classes & classes.given) === 0)

/** One word on both sides and nothing else: a brand, or a company with the same legal form; never a person's one name. */
export function isWholeBrand({ e, a, pairs, agreed }: Case): boolean {
  const [word] = agreed
  if (!word || pairs.some((pair) => pair.relation < relations.transliterated)) return false
  if (pairs.some((pair) => pair.kind === 'number')) return (word.classes & nameClasses) === 0
  const forms = [e.legalForms, a.legalForms]
  const sameForm = forms.every((found) => found.length > 0) && forms[0]?.some((form) => forms[1]?.includes(form))
  if (sameForm) return !isBusiness(word)
  if (forms.some((found) => found.length > 0)) return false
  if (pairs.some((pair) => pair.relation === relations.transliterated)) return false
  return (
    (word.classes & (nameClasses | classes.business | classes.place)) === 0 &&
    word.text.length >= brandLength &&
    !soundsLikeSurname(word)
  )
}

const soundsLikeSurname = (word: Word): boolean =>
  /(?:ez|es|az|oz|iz|sky|ski|ska|ov|ova|ev|eva|enko|chuk|sen|sson|son|berg|stein|mann|oglu|ian|yan|idis|akis|poulos|ini|elli|etti|aga|ena|egui|etxe|inho|inha)$/.test(
    word.text,
  )
