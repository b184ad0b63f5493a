import { asianLanguages, classes, nameClasses } from './lexicon.ts'
import { markBankWords } from './mark-bank-words.ts'
import { markLegalForms } from './mark-legal-forms.ts'
import { type Role, roles, type Word } from './types.ts'
import { marks } from './word-marks.ts'
import { generations } from './words/marks.ts'

export interface Reading {
  readonly roles: readonly Role[]
  readonly generation: string
  readonly legalForms: readonly string[]
  readonly isJoint: boolean
}

/** Says of every word of a name what it is there for: part of the name, or of the bank, a title, a legal form … */
export function readRoles(words: readonly Word[]): Reading {
  const found: Role[] = words.map(plainRole)
  markBankWords(words, found)
  const forms = markLegalForms(words, found)
  markTitles(words, found)
  const generation = markGeneration(words, found)
  keepParticles(words, found)
  return { roles: found, generation, legalForms: forms, isJoint: isJoint(words, found) }
}

const hasWholeWordLetters = (word: Word): boolean =>
  word.script === 'han' || word.script === 'kana' || word.script === 'hangul'

function plainRole(word: Word): Role {
  if ((word.marks & marks.particle) !== 0) return roles.particle
  if (word.script === 'digits') return roles.number
  return word.text.length === 1 && !hasWholeWordLetters(word) ? roles.initial : roles.content
}

const isPartOfName = (role: Role | undefined): boolean => role === roles.content || role === roles.initial
const isName = (word: Word): boolean => (word.classes & nameClasses) !== 0

function markTitles(words: readonly Word[], found: Role[]): void {
  words.forEach((word, i) => {
    if ((word.marks & marks.title) === 0 || found[i] !== roles.content) return
    const following = found.slice(i + 1).filter(isPartOfName).length
    // "Don Johnson": a title that is also a name is one only before a whole name. "Harmon Sr." is no address.
    if (isName(word) ? following >= 2 : following >= 1 || word.text !== 'sr') found[i] = roles.title
  })
}

const germanGenerations = new Set(['jun', 'sen'])
const isAsian = (word: Word): boolean => (word.languages & asianLanguages) !== 0

function markGeneration(words: readonly Word[], found: Role[]): string {
  let generation = ''
  const first = found.findIndex(isPartOfName)
  words.forEach((word, i) => {
    const meaning = (word.marks & marks.generation) === 0 ? undefined : generations[word.text]
    if (meaning === undefined || !isPartOfName(found[i])) return
    if (i === first && meaning !== 'estate' && meaning !== 'widow') return
    if (word.text === 'sr' && found.slice(i + 1).some(isPartOfName)) return
    // "Olegario Nieto Sena": a family's name, unless it is the last one.
    if (isName(word) && found.slice(i + 1).some(isPartOfName)) return
    // "Jun" and "Sen" are names in Asia; elsewhere they are short for junior and senior, behind the name.
    if (germanGenerations.has(word.text) && !isBehindWesternName(words, found, i)) return
    found[i] = roles.generation
    generation = meaning
  })
  return generation
}

function isBehindWesternName(words: readonly Word[], found: readonly Role[], at: number): boolean {
  const names = words.filter((_, i) => i < at && found[i] === roles.content)
  return names.length > 1 && !names.some(isAsian) && !found.slice(at + 1).some(isPartOfName)
}

/** Where joining words, or words that may be the bank's, are the name itself: "El Al", "Visa"; Lê, Do and Van where the rest is Vietnamese, Chinese or Korean. */
function keepParticles(words: readonly Word[], found: Role[]): void {
  if (!found.includes(roles.particle) && !found.includes(roles.maybeNoise)) return
  const names = words.filter((_, i) => found[i] === roles.content)
  const last = found.findLastIndex(isPartOfName)
  const isPerson = names.some((word) => (word.classes & classes.given) !== 0)
  const isNothingElse = !found.some(isPartOfName)
  const isOnlyAsian = (word: Word): boolean => isAsian(word) && (word.languages & ~asianLanguages) === 0
  const isAsianName = names.length > 0 && names.every(isAsian) && names.some(isOnlyAsian)
  words.forEach((word, i) => {
    const isDoubted = found[i] === roles.particle || found[i] === roles.maybeNoise
    if (i > 1 && i === words.length - 1 && found[i] === roles.particle && isFamilyBehindAsian(words[i - 1], word))
      found[i] = roles.content
    // "Inversiones Tajamar Uno": nothing is joined behind the last word of a firm.
    if (i > last && !isPerson && !isNothingElse && numbersInWords.has(word.text)) found[i] = roles.content
    if (isNothingElse ? isDoubted && word.text.length > 1 : found[i] === roles.particle && isAsianName && isAsian(word))
      found[i] = roles.content
  })
}

/** "REAL KHANH DO": nothing is joined behind the last word, and behind an Asian or unknown name it may be the family's. */
const isFamilyBehindAsian = (before: Word | undefined, word: Word): boolean =>
  before !== undefined &&
  isAsian(word) &&
  (word.classes & classes.surname) !== 0 &&
  (before.classes === 0 || (isAsian(before) && (before.languages & ~asianLanguages) === 0))

const numbersInWords: ReadonlySet<string> = new Set(['uno', 'una', 'um', 'dos'])

/** A joining word between two parts that each hold a given name, or two words: two people share the account. */
const isJoint = (words: readonly Word[], found: readonly Role[]): boolean =>
  words.some((word, i) => found[i] === roles.particle && (word.marks & marks.joiner) !== 0 && joinsTwo(words, found, i))

/** Whether what stands before and behind the word is a payer's name each. */
export function joinsTwo(words: readonly Word[], found: readonly Role[], at: number): boolean {
  const isOne = (from: number, to: number): boolean => {
    const names = words.filter((_, i) => i >= from && i < to && found[i] === roles.content)
    return names.length > 1 || names.some((word) => (word.classes & classes.given) !== 0)
  }
  return isOne(0, at) && isOne(at + 1, words.length)
}
