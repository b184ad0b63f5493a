import { type Alignment, has, type Pair, wordsAt } from './align.ts'
import { countBits } from './letters.ts'
import { classes, languages, languagesOfGivenNames, nameClasses } from './lexicon.ts'
import {
  acceptance,
  brandLength,
  ceilings,
  costs,
  enoughForInitial,
  enoughWeight,
  everydayShare,
  faultyWordShare,
  nearlyWhole,
  sameLevel,
  weights,
} from './limits.ts'
import { relations } from './relation.ts'
import { type NameKnowledge, type NameLevel, type PreparedName, roles, type Word } from './types.ts'

export interface Verdict {
  readonly level: NameLevel
  readonly score: number
  /** The left-over words of both sides exclude each other. */
  readonly isContradicted: boolean
}

interface Case {
  readonly e: PreparedName
  readonly a: PreparedName
  readonly pairs: readonly Pair[]
  /** Left over and not ignorable, as bits. */
  readonly leftE: number
  readonly leftA: number
  /** Words that agree, without initials and numbers. */
  readonly agreed: readonly Word[]
  readonly weight: number
  /** Share of all that the two names say on which they agree, 0 to 1. */
  readonly share: number
}

/** The rules: from the words that agree and those left over to a level and a score (limits.ts has the reasons). */
export function judge(
  e: PreparedName,
  a: PreparedName,
  alignment: Alignment,
  knowledge: NameKnowledge | undefined,
): Verdict {
  if (alignment.pairs.length === 0) return { level: 'different', score: 0, isContradicted: true }
  const found = caseOf(e, a, alignment, knowledge)
  if (found.agreed.length === 0 && !found.pairs.some((pair) => pair.kind === 'initial')) return different(found, false)
  if (areOtherGenerations(e, a) || haveOtherNumbers(e, a, alignment.pairs)) return different(found, true)
  if (found.leftE !== 0 && found.leftA !== 0) return exclude(found) ? different(found, true) : weak(found)
  return isEnough(found, knowledge) ? accepted(found) : weak(found)
}

function caseOf(e: PreparedName, a: PreparedName, alignment: Alignment, knowledge: NameKnowledge | undefined): Case {
  const agreed: Word[] = []
  let [agreedE, agreedA, weight, leftWeight] = [0, 0, 0, 0]
  for (const pair of alignment.pairs) {
    agreedE |= pair.expected
    agreedA |= pair.actual
    weight += pairWeight(pair, knowledge)
    if (pair.kind !== 'initial' && pair.kind !== 'number') agreed.push(...pair.words)
  }
  const leftE = withoutIgnorable(e, alignment.leftExpected, agreedE)
  const leftA = withoutIgnorable(a, alignment.leftActual, agreedA)
  for (let i = 0; i < e.words.length; i++) if (has(leftE, i)) leftWeight += (e.words[i] as Word).weight
  for (let i = 0; i < a.words.length; i++) if (has(leftA, i)) leftWeight += (a.words[i] as Word).weight
  const share = weight / (weight + leftWeight / 2 || 1)
  return { e, a, pairs: alignment.pairs, leftE, leftA, agreed, weight, share }
}

/**
 * Without words that do not make another payer: "& Associates"; and words in no list between the bank's own and the
 * first word that agrees ("PAGO CLIENTE JUAN PEREZ"), which are the bank's as well.
 */
function withoutIgnorable(name: PreparedName, left: number, agreed: number): number {
  if (left === 0) return 0
  const first = name.roles[0] === roles.noise ? countBits(lowestBit(agreed) - 1) : 0
  let kept = left
  for (let i = 0; i < name.words.length; i++) {
    const word = name.words[i] as Word
    if ((word.classes & classes.soft) !== 0 || (word.classes === 0 && i < first)) kept &= ~(1 << i)
  }
  return kept
}

function pairWeight(pair: Pair, knowledge: NameKnowledge | undefined): number {
  if (pair.kind === 'initial') return weights.initial * pair.words.length
  if (pair.kind === 'number') return weights.number
  const whole = pair.words.reduce((sum, word) => sum + weightOf(word, knowledge), 0)
  return pair.relation <= relations.typingError ? whole * faultyWordShare : whole
}

const weightOf = (word: Word, knowledge: NameKnowledge | undefined): number =>
  knowledge !== undefined && knowledge.frequency(word.text) >= everydayShare
    ? Math.min(word.weight, weights.business)
    : word.weight

const areOtherGenerations = (e: PreparedName, a: PreparedName): boolean =>
  e.generation !== '' && a.generation !== '' && e.generation !== a.generation

/** "Escuela 12" and "Escuela 15": both sides have numbers, and none of one side's is on the other. */
const haveOtherNumbers = (e: PreparedName, a: PreparedName, pairs: readonly Pair[]): boolean => {
  if (e.numbers === 0 || a.numbers === 0) return false
  const matched = pairs.filter((pair) => pair.kind === 'number').length
  return matched < Math.min(countBits(e.numbers), countBits(a.numbers))
}

const isGivenOnly = (word: Word): boolean => (word.classes & nameClasses) === classes.given
const isSurnameLike = (word: Word): boolean => (word.classes & classes.given) === 0
const isBusiness = (word: Word): boolean => (word.classes & classes.business) !== 0

/**
 * Left-over words on both sides exclude each other unless one side only adds given names and the other only surnames
 * ("Juan Carlos Pérez", "Juan Pérez Gómez"): then both may be parts of one long name.
 */
function exclude({ e, a, leftE, leftA, agreed }: Case): boolean {
  const [onE, onA] = [wordsAt(e, leftE), wordsAt(a, leftA)]
  if (agreed.length < 2 || [...onE, ...onA, ...agreed].some(isBusiness)) return true
  const areGiven = (words: readonly Word[]): boolean =>
    words.every((word) => word.text.length === 1 || isGivenOnly(word))
  const areSurnames = (words: readonly Word[]): boolean =>
    words.every((word) => word.text.length > 1 && isSurnameLike(word))
  return !((areGiven(onE) && areSurnames(onA)) || (areSurnames(onE) && areGiven(onA)))
}

const different = ({ share }: Case, isContradicted: boolean): Verdict => ({
  level: 'different',
  score: Math.min(ceilings.different, share * ceilings.different),
  isContradicted,
})

const weak = ({ share }: Case): Verdict => ({
  level: 'weak',
  score: ceilings.different + (ceilings.weak - ceilings.different) * Math.min(1, share),
  isContradicted: false,
})

/** Whether what agrees is enough to be the same payer, given that one side at most has more to say. */
function isEnough(found: Case, knowledge: NameKnowledge | undefined): boolean {
  const { e, a, leftE, leftA, agreed, weight } = found
  if (e.generation !== a.generation) return false
  const isWhole = leftE === 0 && leftA === 0
  const fullNames = countFullNames(agreed)
  if (fullNames === 1 && isWhole && initialsIn(found) === 0) return isWholeBrand(found)
  if (fullNames < 2 && initialsIn(found) < 2 && !hasCutName(found)) return false
  if (lacksNumber(found)) return false
  if (isWhole) return isWholeEnough(found)
  if (isExcusedByCut(found)) return weight >= enoughWeight || isNearlyWhole(found)
  if (isCompany(found, knowledge)) return false
  return weight >= enoughWeight && isSamePerson(found)
}

/** Two letters and more; a name in Han or Hangul has its parts in one word. */
const countFullNames = (agreed: readonly Word[]): number =>
  agreed.reduce((count, { script, text }) => {
    if (script === 'han') return count + Math.min(2, text.length)
    if (script === 'hangul') return count + (text.length > 2 ? 2 : 1)
    return count + (text.length > 1 ? 1 : 0)
  }, 0)

const initialsIn = ({ pairs }: Case): number =>
  pairs.reduce((count, pair) => (pair.kind === 'initial' ? count + Math.max(1, pair.words.length) : count), 0)

const hasCutName = ({ pairs }: Case): boolean => pairs.some((pair) => pair.kind === 'cut')

const lowestBit = (bits: number): number => bits & -bits

const isFaulty = (pair: Pair): boolean => pair.kind === 'word' && pair.relation <= relations.typingError

/** Nothing is left over. Given names alone name nobody; with faults or initials there must be enough besides. */
function isWholeEnough({ pairs, agreed, weight }: Case): boolean {
  const isCompany = agreed.some(isBusiness)
  if (!isCompany && agreed.every((word) => isGivenOnly(word) && (word.languages & languagesOfGivenNames) === 0))
    return false
  const isDoubtful = pairs.some((pair) => isFaulty(pair) || pair.kind === 'initial' || pair.kind === 'cut')
  if (!isDoubtful) return true
  const sound = pairs.filter((pair) => !isFaulty(pair) && pair.kind !== 'initial' && pair.kind !== 'cut')
  if (isInitialTheOnlyGivenName(pairs, agreed) && weight < enoughForInitial) return false
  return sound.length > 0 && (weight >= enoughWeight || (isCompany && pairs.every((pair) => pair.kind !== 'initial')))
}

/** "J. Pérez Gómez": brothers share the surnames and perhaps the letter. */
const isInitialTheOnlyGivenName = (pairs: readonly Pair[], agreed: readonly Word[]): boolean =>
  pairs.filter((pair) => pair.kind === 'initial').length === 1 &&
  pairs.every((pair) => pair.kind !== 'initial' || pair.words.length === 1) &&
  agreed.every((word) => (word.classes & classes.given) === 0)

/** One word on both sides and nothing else: a brand, or a company with the same legal form; never a person's one name. */
function isWholeBrand({ e, a, pairs, agreed }: Case): boolean {
  const [word] = agreed
  if (!word || pairs.some((pair) => pair.relation < relations.otherForm)) return false
  if (pairs.some((pair) => pair.kind === 'number')) return (word.classes & nameClasses) === 0
  const forms = [e.legalForms, a.legalForms]
  const sameForm = forms.every((found) => found.length > 0) && forms[0]?.some((form) => forms[1]?.includes(form))
  if (sameForm) return !isBusiness(word)
  if (forms.some((found) => found.length > 0)) return false
  return (
    (word.classes & (nameClasses | classes.business | classes.place)) === 0 &&
    word.text.length >= brandLength &&
    !soundsLikeSurname(word)
  )
}

const soundsLikeSurname = (word: Word): boolean =>
  /(?:ez|es|az|oz|iz|sky|ski|ska|ov|ova|ev|eva|enko|chuk|sen|sson|son|berg|stein|mann|oglu|ian|yan|idis|akis|poulos|ini|elli|etti|aga|ena|egui|etxe)$/.test(
    word.text,
  )

/** The only distinguishing mark is a number, and one side lacks it: "Escuela", "Escuela 12". */
function lacksNumber({ e, a, agreed }: Case): boolean {
  if ((e.numbers === 0) === (a.numbers === 0)) return false
  return agreed.every((word) => (word.classes & (classes.business | classes.place)) !== 0)
}

/** What is missing stood behind the cut: the cut side has nothing left over, and the other goes on where it ends. */
function isExcusedByCut({ e, a, leftE, leftA, agreed, pairs }: Case): boolean {
  if (leftE === 0 && leftA === 0) return false
  const isCutA = leftA === 0
  if ((isCutA ? a : e).cut === 'no') return false
  const agreedBits = pairs.reduce((bits, pair) => bits | (isCutA ? pair.expected : pair.actual), 0)
  const firstLeft = lowestBit(isCutA ? leftE : leftA)
  if ((agreedBits & ~(firstLeft - 1)) !== 0) return false
  return agreed.some((word) => (word.classes & nameClasses) !== classes.given) || agreed.length > 2
}

/** Of the longer name nearly all letters are there, so that the cut took no word that tells it from another. */
function isNearlyWhole({ e, a, leftE, leftA }: Case): boolean {
  const [whole, left] = leftA === 0 ? [e, leftE] : [a, leftA]
  const missing = wordsAt(whole, left).reduce((sum, word) => sum + word.text.length, 0)
  return missing <= whole.letters * (1 - nearlyWhole)
}

/** A company with a word more is another company; so is one that bears a person's name. */
function isCompany({ e, a, leftE, leftA, agreed }: Case, knowledge: NameKnowledge | undefined): boolean {
  const all = [...wordsAt(e, leftE), ...wordsAt(a, leftA), ...agreed]
  if (all.some(isBusiness) || e.legalForms.length + a.legalForms.length > 0) return true
  const isName = (word: Word): boolean => (word.classes & (classes.place | classes.ordinary)) === 0
  if (knowledge !== undefined && agreed.every((word) => knowledge.frequency(word.text) >= everydayShare)) return true
  return !agreed.some(isName)
}

/** A person with more words on one side: which of them agree decides. */
function isSamePerson({ e, a, leftE, leftA, agreed, pairs }: Case): boolean {
  const isLongerE = leftE !== 0
  const longer = isLongerE ? e : a
  const left = wordsAt(longer, isLongerE ? leftE : leftA)
  const isGiven = (word: Word): boolean => (word.classes & classes.given) !== 0
  // "Juan Carlos" of "Juan Carlos Pérez"; "Pérez Gómez" of "Juan Pérez Gómez".
  if (agreed.every(isGiven) && !left.every(isGiven)) return false
  if (agreed.every((word) => (word.classes & nameClasses) === classes.surname)) return false
  const position = (pair: Pair): number => (isLongerE ? pair.expected : pair.actual)
  const agreedBits = pairs.reduce((bits, pair) => bits | position(pair), 0)
  if (longer.isJoint && isAcrossHolders(longer, agreedBits)) return false
  if (agreed.length > 2) return true
  return !lacksFirstGivenName(longer, agreedBits) && !lacksFirstSurname(longer, agreedBits)
}

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
  // "PSE CAMILA REYES": an unknown word before the given name is no surname.
  const given = longer.words.findIndex((word, i) => has(longer.content & agreed, i) && isMainlyGiven(word))
  if (
    given >= 0 &&
    given < (family[kept] ?? 0) &&
    family.slice(0, kept).every((i) => i < given && longer.words[i]?.classes === 0)
  )
    return false
  const [first, second] = [family[0], family[kept]].map((i) => longer.words[i ?? 0])
  return first !== undefined && second !== undefined && mayBeSpanish(first) && mayBeSpanish(second)
}

const isMainlyGiven = (word: Word): boolean => isGivenOnly(word) || (word.classes & classes.mainlyGiven) !== 0

const mayBeSpanish = (word: Word): boolean =>
  word.script === 'latin' &&
  (word.languages === 0 || (word.languages & languages.es) !== 0) &&
  !/(?:ovich|evich|ovna|evna)$/.test(word.text)

function accepted(found: Case): Verdict {
  const score = Math.max(0, 1 - costsOf(found))
  if (score < acceptance) return { level: 'weak', score: Math.min(score, ceilings.weak), isContradicted: false }
  return { level: score >= sameLevel ? 'same' : 'likely', score, isContradicted: false }
}

function costsOf(found: Case): number {
  const { e, a, pairs, leftE, leftA } = found
  let cost = 0
  let errors = 0
  for (const pair of pairs) {
    if (pair.kind === 'cut') cost += costs.cut
    else if (pair.kind === 'initial') cost += costs.initial
    else if (pair.relation === relations.typingError) {
      cost += pair.words.every(isBusiness)
        ? costs.businessTypingError
        : errors === 0
          ? costs.typingError
          : costs.secondTypingError
      errors++
    } else if (pair.relation === relations.spelling) cost += costs.spelling
    else if (pair.relation === relations.beginning) cost += costs.beginningOnly
  }
  const some = (relation: number): boolean => pairs.some((pair) => pair.relation === relation)
  if (some(relations.transliterated)) cost += costs.transliterated
  if (some(relations.damaged)) cost += costs.damaged
  if (some(relations.abbreviated)) cost += costs.abbreviated
  const isBehindCut = hasCutName(found) && isExcusedByCut(found)
  if ((leftE !== 0 || leftA !== 0) && !isBehindCut) cost += costs.moreWords
  if (hasOtherLegalForm(e, a)) cost += costs.otherLegalForm
  return cost
}

const hasOtherLegalForm = (e: PreparedName, a: PreparedName): boolean =>
  e.legalForms.length > 0 && a.legalForms.length > 0 && !e.legalForms.some((form) => a.legalForms.includes(form))
