import { isDamagedForm } from './damage.ts'
import { countBits } from './letters.ts'
import { classes, languages, nameClasses } from './lexicon.ts'
import { shortestBeginning, weights } from './limits.ts'
import { lostLetter } from './repair.ts'
import { canBeWrittenAs } from './transliteration/match-letters.ts'
import { tableOf } from './transliteration/tables.ts'
import type { Word } from './types.ts'
import { isTypingError } from './typing-error.ts'
import { lettersToRomanise } from './word.ts'
import { isRomanisationGroup } from './words/spelling-variants.ts'

/** How two words agree, the surest first; a higher number is surer. */
export const relations = {
  none: 0,
  beginning: 1,
  typingError: 2,
  spelling: 3,
  damaged: 4,
  abbreviated: 5,
  transliterated: 6,
  /** Plural, or the second spelling of an umlaut. */
  otherForm: 7,
  exact: 8,
} as const
export type Relation = (typeof relations)[keyof typeof relations]

/** A single slip changes at most two letters of each word. */
const mostDifferentLetters = 4

/** How two words agree. Cheap for words that have nothing in common, which is nearly every pair. */
export function relate(a: Word, b: Word): Relation {
  if (a.text === b.text) return relations.exact
  if (!mayAgree(a, b)) return relations.none
  const isOneGroup = a.group !== 0 && a.group === b.group
  if (a.script !== b.script)
    return isTransliterated(a, b) || (isOneGroup && isRomanisationGroup(a.group))
      ? relations.transliterated
      : relations.none
  if (isOneGroup) {
    if (isRomanisationGroup(a.group)) return relations.transliterated
    // Sousa and Souza are two families.
    if (((a.classes | b.classes) & classes.given) !== 0) return relations.spelling
  }
  if (a.isSpecial || b.isSpecial) {
    const found = relateSpecial(a, b)
    if (found !== relations.none) return found
  }
  if (standsFor(a, b) || standsFor(b, a) || isSkeleton(a, b) || isSkeleton(b, a)) return relations.abbreviated
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a]
  if (isPlural(short, long)) return relations.otherForm
  if (areNear(a, b)) {
    if (isContraction(a, b)) return relations.otherForm
    if (isTypingError(a, b)) return relations.typingError
  }
  return isBeginning(short, long) ? relations.beginning : relations.none
}

const areNear = (a: Word, b: Word): boolean => countBits(a.mask ^ b.mask) <= mostDifferentLetters

/** A cheap question that is answered no for nearly all pairs of words, and never for two that agree. */
export const mayAgree = (a: Word, b: Word): boolean =>
  a.text.charCodeAt(0) === b.text.charCodeAt(0) ||
  a.isSpecial ||
  b.isSpecial ||
  areNear(a, b) ||
  (a.group !== 0 && a.group === b.group)

const relateSpecial = (a: Word, b: Word): Relation => {
  if (isOtherSpelling(a, b)) return relations.exact
  return a.isDamaged || b.isDamaged || a.dropped !== '' || b.dropped !== '' ? damageBetween(a, b) : relations.none
}

export const isOtherSpelling = (a: Word, b: Word): boolean =>
  (a.alternative !== '' && (a.alternative === b.text || a.alternative === b.alternative)) ||
  (b.alternative !== '' && b.alternative === a.text)

function damageBetween(a: Word, b: Word): Relation {
  if (a.isDamaged !== b.isDamaged) {
    const [damaged, whole] = a.isDamaged ? [a, b] : [b, a]
    return isDamagedForm(damaged, whole) ? relations.damaged : relations.none
  }
  // "Mara" is what is left of "María", but it is also a name of its own.
  const isLeft = (whole: Word, rest: Word): boolean =>
    whole.dropped !== '' && whole.dropped === rest.text && rest.classes === 0 && isSureToBeDropped(whole)
  return isLeft(a, b) || isLeft(b, a) ? relations.damaged : relations.none
}

/**
 * Of a rare name with one accent one cannot say what would be left: Barca may be Barcía or Barca. A common name, a lost
 * consonant or several lost letters are surer.
 */
const isSureToBeDropped = (whole: Word): boolean =>
  whole.weight < weights.unknown ||
  whole.text.length - whole.dropped.length > 1 ||
  /[ñçßłśšşźżžčćďđğňńřťþ]/.test(whole.native)

const standsFor = (short: Word, full: Word): boolean =>
  short.fullForms?.some(
    (form) =>
      full.fullForms?.includes(form) || full.text === form || full.text === `${form}s` || full.text === `${form}es`,
  ) ?? false

/** "Gzlo" for Gonzalo, "Mtz" for Martínez: letters of a common name in their order, with the first and the last, hardly a vowel. */
function isSkeleton(short: Word, full: Word): boolean {
  if (!short.isSkeletal || full.weight > weights.commonSurname || (full.classes & nameClasses) === 0) return false
  const [text, whole] = [short.text, full.text]
  if (text.length > whole.length - 3 || text[0] !== whole[0] || text.at(-1) !== whole.at(-1)) return false
  let at = 0
  for (const letter of text) {
    at = whole.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Of words that no person is called: "Textil" and "Textiles". */
const isPlural = (short: Word, long: Word): boolean =>
  long.text.length - short.text.length <= 2 &&
  short.text.length > 4 &&
  (long.text === `${short.text}s` || long.text === `${short.text}es`) &&
  isCommonNoun(short) &&
  isCommonNoun(long)

/** A word of companies, places or things that no person is called. */
export const isCommonNoun = (word: Word): boolean => (word.classes & ~3) !== 0 && (word.classes & 3) === 0

/** "Mueller" and "Muller", where neither writes the umlaut; in other languages the e is a letter of its own (Sáenz, Sanz). */
const isContraction = (a: Word, b: Word): boolean =>
  a.script === 'latin' && a.contracted === b.contracted && mayHaveUmlauts(a) && mayHaveUmlauts(b)

const umlautLanguages = languages.de | languages.nordic | languages.nl | languages.hu | languages.tr
const mayHaveUmlauts = (word: Word): boolean => word.languages === 0 || (word.languages & umlautLanguages) !== 0

/**
 * "Alej" for Alejandra: part of a known given name or business word, ending in a consonant. "Juan" is no beginning of Juana,
 * Baum none of Baumann, and who knows what Ombucito is.
 */
const isBeginning = (short: Word, long: Word): boolean =>
  short.classes === 0 &&
  ((long.classes & nameClasses) === classes.given || isCommonNoun(long)) &&
  !/[aeiou]$/.test(short.text) &&
  !short.text.includes(lostLetter) &&
  short.script !== 'han' &&
  short.script !== 'digits' &&
  short.text.length >= shortestBeginning &&
  long.text.length - short.text.length > 1 &&
  long.text.startsWith(short.text)

function isTransliterated(a: Word, b: Word): boolean {
  if (a.script !== 'latin' && b.script !== 'latin') return false
  const [native, latin] = a.script === 'latin' ? [b, a] : [a, b]
  const table = tableOf(native.script)
  if (table === undefined || latin.text.length < 2) return false
  const letters = lettersOf(native)
  return (
    canBeWrittenAs(letters, latin.text, table) ||
    (hasArticle(native, latin) && canBeWrittenAs(letters, latin.text.slice(2), table))
  )
}

/** الحسن and "Alhasan": both with their article, which was taken off the Arabic word (word.ts). */
const hasArticle = (native: Word, latin: Word): boolean =>
  native.script === 'arabic' && native.native.startsWith('ال') && /^[aeu]l.{3}/.test(latin.text)

export const lettersOf = (word: Word): string => lettersToRomanise(word.text, word.native, word.script)
