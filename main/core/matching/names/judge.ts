import type { Alignment, Pair } from './alignment.ts'
import {
  type Case,
  caseOf,
  countFullNames,
  initialsIn,
  isBusiness,
  isGivenOnly,
  isMainlyGiven,
  mayBeOneName,
} from './case.ts'
import { costsOf } from './costs.ts'
import { hasCutName, isExcusedByCut, isNearlyWhole, saints } from './cut-name.ts'
import { isUnaccounted, lacksItalianParticle } from './doubts.ts'
import { countBits } from './letters.ts'
import { asianLanguages, classes } from './lexicon.ts'
import { acceptance, ceilings, enoughWeight, sameLevel, weights } from './limits.ts'
import { isOnlySharedWords, isOtherPayersWord } from './payers.ts'
import { lowestBit, wordsAt } from './positions.ts'
import { relations } from './relation.ts'
import { isSamePerson } from './same-person.ts'
import { type NameKnowledge, type NameLevel, type PreparedName, roles, type Word } from './types.ts'
import { isLetterApart } from './typing-error.ts'
import { isWholeBrand, isWholeEnough } from './whole-name.ts'
import { marks } from './word-marks.ts'

export interface Verdict {
  readonly level: NameLevel
  readonly score: number
  /** The left-over words of both sides exclude each other. */
  readonly isContradicted: boolean
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
  if (found.leftE !== 0 && found.leftA !== 0)
    return mayBeSlip(found) ? slip(found) : exclude(found) ? different(found, true) : weak(found)
  if (!isEnough(found, knowledge)) return weak(found)
  return isDoubtful(found) ? doubtful(found) : accepted(found)
}

const areOtherGenerations = (e: PreparedName, a: PreparedName): boolean =>
  e.generation !== '' && a.generation !== '' && e.generation !== a.generation

/** "Escuela 12" and "Escuela 15": both sides have numbers, and none of one side's is on the other. */
const haveOtherNumbers = (e: PreparedName, a: PreparedName, pairs: readonly Pair[]): boolean => {
  if (e.numbers === 0 || a.numbers === 0) return false
  const matched = pairs.filter((pair) => pair.kind === 'number').length
  return matched < Math.min(countBits(e.numbers), countBits(a.numbers))
}

/**
 * Left-over words on both sides exclude each other unless one side only adds given names and the other only surnames
 * ("Juan Carlos Pérez", "Juan Pérez Gómez"): then both may be parts of one long name.
 */
function exclude({ e, a, leftE, leftA, agreed }: Case): boolean {
  const [onE, onA] = [wordsAt(e, leftE), wordsAt(a, leftA)]
  if (agreed.length < 2 || [...onE, ...onA, ...agreed].some(isBusiness)) return true
  return !mayBeOneName(e, leftE, a, leftA)
}

/** One word is left on each side, a letter apart: a slip or another family, which a person may know. */
function mayBeSlip({ e, a, leftE, leftA, agreed }: Case): boolean {
  if (lowestBit(leftE) !== leftE || lowestBit(leftA) !== leftA || agreed.some(isBusiness)) return false
  const [one, other] = [e.words[31 - Math.clz32(leftE)], a.words[31 - Math.clz32(leftA)]]
  return one !== undefined && other !== undefined && isLetterApart(one, other)
}

/** Of a person with words more, each must be accounted for; what a cut took away says nothing. */
function isDoubtful(found: Case): boolean {
  if (lacksItalianParticle(found)) return true
  if (found.leftE === 0 && found.leftA === 0) return false
  return isUnaccounted(found) && !isExcusedByCut(found) && !isBehindUnknownWords(found)
}

const doubtful = (found: Case): Verdict => ({
  level: 'weak',
  score: Math.min(ceilings.doubtful, 1 - costsOf(found)),
  isContradicted: false,
})

/** What agrees besides would be a given name at least: as near as a slip that is believed, for whoever else it may be. */
const slip = (found: Case): Verdict =>
  found.weight >= weights.commonGiven ? { level: 'weak', score: ceilings.doubtful, isContradicted: false } : weak(found)

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
  if (e.generation !== a.generation || haveOtherBankWords(e, a)) return false
  const isWhole = leftE === 0 && leftA === 0
  const fullNames = countFullNames(agreed)
  if (fullNames === 1 && isWhole && initialsIn(found) === 0) return isWholeBrand(found)
  if (fullNames < 2 && initialsIn(found) < 2 && !hasCutName(found)) return false
  if (lacksNumber(found) || isOtherCompanyWord(found) || isFirmOfPerson(found)) return false
  if (!isInOrder(found.pairs) && (haveGivenNamesSwapped(found) || haveWordsMixed(found) || isChildForFather(found)))
    return false
  if (knowledge !== undefined && (isOnlySharedWords(found, knowledge) || isOtherPayersWord(found, knowledge)))
    return false
  if (isWhole) return isWholeEnough(found)
  if (isExcusedByCut(found)) return weight >= enoughWeight || isNearlyWhole(found)
  if (isBehindUnknownWords(found)) return weight >= enoughWeight
  if (isCompany(found)) return false
  return weight >= enoughWeight && isSamePerson(found)
}

/** "KURSAT CUENTA" and "KURSAT GIRO": orders have no words of the bank, so on both sides they are names. */
function haveOtherBankWords(e: PreparedName, a: PreparedName): boolean {
  if (e.soft === 0 || a.soft === 0 || !hasBankWords(e) || !hasBankWords(a)) return false
  const [ofE, ofA] = [bankWordsOf(e), bankWordsOf(a)]
  return ofE.length > 0 && ofA.length > 0 && !ofE.some((word) => ofA.includes(word))
}

const hasBankWords = ({ roles: found }: PreparedName): boolean =>
  found.includes(roles.noise) || found.includes(roles.maybeNoise)

const bankWordsOf = (name: PreparedName): string[] =>
  name.words.flatMap((word, i) => {
    const isBanks = name.roles[i] === roles.noise || name.roles[i] === roles.maybeNoise
    return isBanks && word.script !== 'digits' && (word.marks & marks.numberSign) === 0 ? [word.text] : []
  })

const isMainlyWestern = (word: Word): boolean => (word.languages & ~asianLanguages) !== 0

/** José María is a man and María José a woman; with a surname beside them, given names keep their order. */
function haveGivenNamesSwapped({ pairs, agreed }: Case): boolean {
  if (
    agreed.every(isMainlyGiven) ||
    agreed.some((word) => (word.languages & asianLanguages) !== 0 && !isMainlyWestern(word))
  )
    return false
  const given = pairs
    .filter(({ kind, words }) => kind === 'word' && words.every(isMainlyGiven))
    .sort((x, y) => x.expected - y.expected)
  return given.some((pair, i) => i > 0 && pair.actual < (given[i - 1] as Pair).actual)
}

function isInOrder(pairs: readonly Pair[]): boolean {
  for (const one of pairs)
    for (const other of pairs) if (one.expected < other.expected && one.actual > other.actual) return false
  return true
}

/**
 * Juan Pérez Gómez and Juan Gómez Pérez are cousins, and "PEREZ GOMEZ JUAN" is the first of them: the words of a person may
 * be turned round, from whatever word they begin, and not mixed: Scott Jamie Hart is not Jamie Scott Hart.
 */
function haveWordsMixed({ pairs, agreed }: Case): boolean {
  // Santa Rosa is a place, Rosa Santa a woman.
  if (pairs.length < 3) return agreed.some(({ text }) => saints.has(text))
  const words = pairs
    .filter(({ kind }) => kind === 'word' || kind === 'initial')
    .sort((x, y) => x.expected - y.expected)
  if (words.length < 3 || words.length !== pairs.length || agreed.some(isBusiness)) return false
  if (agreed.some((word) => !isMainlyWestern(word) && word.languages !== 0)) return false
  const falls = words.filter((pair, i) => pair.actual < (words[(i + words.length - 1) % words.length] as Pair).actual)
  // All words in reverse order are the same name.
  return falls.length > 1 && !isReversed(words)
}

const isReversed = (words: readonly Pair[]): boolean =>
  words.every((pair, i) => i === 0 || pair.actual < (words[i - 1] as Pair).actual)

/** "Ahmad bin Yusuf" and "YUSUF BIN AHMAD": who stands before the word is the child of who stands behind it. */
function isChildForFather({ e, a, pairs }: Case): boolean {
  const [ofE, ofA] = [e, a].map(({ words }) => words.findIndex((word, i) => i > 0 && sonOf.has(word.text)))
  if (ofE === undefined || ofA === undefined || ofE < 0 || ofA < 0) return false
  return pairs.some(({ expected, actual }) => expected < 1 << ofE !== actual < 1 << ofA)
}
const sonOf: ReadonlySet<string> = new Set(['bin', 'ibn', 'ben', 'bat', 'bint', 'binti'])

/** Forms under which a person trades alone. */
const soleTraders: ReadonlySet<string> = new Set(['ek', 'pr', 'ip', 'me', 'eirl', 'unipersonal'])

/** "Ian Prentice & Co" is a firm and Ian Prentice a person. */
function isFirmOfPerson({ e, a, agreed }: Case): boolean {
  if ((e.legalForms.length === 0) === (a.legalForms.length === 0) || agreed.some(isBusiness)) return false
  const firm = e.legalForms.length > 0 ? e : a
  // What the cut left may look like a form: "ROSA SOTOMAYOR SA".
  if (firm.cut === 'inside' && firm.legalForms.every((form) => form.length < 3)) return false
  if (firm.legalForms.some((form) => soleTraders.has(form))) return false
  return (
    agreed.length > 1 &&
    agreed.some((word) => (word.classes & classes.given) !== 0) &&
    agreed.some((word) => !isMainlyGiven(word))
  )
}

/** From this length on a slip is believed in a company's name: short words become other words (Foods, Goods). */
const longCompanyWord = 8

function isOtherCompanyWord({ e, a, pairs, agreed }: Case): boolean {
  if (!agreed.some(isBusiness) && e.legalForms.length + a.legalForms.length === 0) return false
  const textOf = (name: PreparedName, bits: number): string => wordsAt(name, bits)[0]?.text ?? ''
  return pairs.some(({ relation, expected, actual, words }) => {
    if (relation !== relations.typingError || words.every(isGivenOnly)) return false
    const [one, other] = [textOf(e, expected), textOf(a, actual)]
    const isOnlyDoubled = one.replace(/(.)\1/g, '$1') === other.replace(/(.)\1/g, '$1')
    return !isOnlyDoubled && (one[0] !== other[0] || Math.max(one.length, other.length) < longCompanyWord)
  })
}

/** A number tells branches and schools apart, and one side lacks it: "Escuela", "Escuela 12". A person has none. */
function lacksNumber({ e, a, agreed }: Case): boolean {
  if ((e.numbers === 0) === (a.numbers === 0)) return false
  return agreed.some(isBusiness) || !agreed.some((word) => (word.classes & classes.given) !== 0)
}

/**
 * "SUPERNET CAMILA REYES": only words in no list are left over, in front of a whole name that begins with a given name.
 * No name has anything before it, so they are the bank's.
 */
function isBehindUnknownWords({ e, a, leftE, leftA, pairs }: Case): boolean {
  const [longer, left] = leftE !== 0 ? [e, leftE] : [a, leftA]
  const agreed = pairs.reduce((bits, pair) => bits | (leftE !== 0 ? pair.expected : pair.actual), 0)
  const [first] = wordsAt(longer, lowestBit(agreed & longer.content))
  if (!longer.roles.includes(roles.noise)) return false
  if (!first || !isMainlyGiven(first) || (left & ~(lowestBit(agreed) - 1)) !== 0) return false
  return wordsAt(longer, left).every((word) => word.classes === 0 && word.text.length > 1)
}

/** Legal forms that are nothing else, also where more follows: "LEONARD AINSWORTH SRL TANNERY". */
const formsInside: ReadonlySet<string> = new Set('srl sas ltda ltd llc llp inc gmbh sarl eirl eireli bv'.split(' '))

/** A company with a word more is another company; so is one that bears a person's name. */
function isCompany({ e, a, leftE, leftA, agreed }: Case): boolean {
  const left = [...wordsAt(e, leftE), ...wordsAt(a, leftA)]
  if (left.some(({ text }) => formsInside.has(text))) return true
  if ([...left, ...agreed].some(isBusiness) || e.legalForms.length + a.legalForms.length > 0) return true
  const isName = (word: Word): boolean => (word.classes & (classes.place | classes.ordinary)) === 0
  return !agreed.some(isName) || !left.some(isName)
}

function accepted(found: Case): Verdict {
  const score = Math.max(0, 1 - costsOf(found))
  if (score < acceptance) return { level: 'weak', score: Math.min(score, ceilings.weak), isContradicted: false }
  return { level: score >= sameLevel ? 'same' : 'likely', score, isContradicted: false }
}
