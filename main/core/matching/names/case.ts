import type { Alignment, Pair } from './alignment.ts'
import { countBits } from './letters.ts'
import { classes, nameClasses } from './lexicon.ts'
import { everydayShare, faultyWordShare, sharedShare, weights } from './limits.ts'
import { has, lowestBit } from './positions.ts'
import { relations } from './relation.ts'
import { type NameKnowledge, type PreparedName, roles, type Word } from './types.ts'

/** What the rules look at: which words agree, how much they weigh, and what is left over. */
export interface Case {
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

export function caseOf(
  e: PreparedName,
  a: PreparedName,
  alignment: Alignment,
  knowledge: NameKnowledge | undefined,
): Case {
  const agreed: Word[] = []
  let [agreedE, agreedA, weight, leftWeight] = [0, 0, 0, 0]
  for (const pair of alignment.pairs) {
    agreedE |= pair.expected
    agreedA |= pair.actual
    weight += pairWeight(pair, knowledge)
    if (pair.kind !== 'initial' && pair.kind !== 'number') for (const word of pair.words) agreed.push(word)
  }
  // "Trading Global" and "Global Trading Partners": of everyday words each counts.
  // "Irene Sapriza y Asociados" is a firm and Irene Sapriza a person.
  const mayBeSoft =
    alignment.leftExpected + alignment.leftActual !== 0 && !agreed.every(isEveryday) && agreed.some(isBusiness)
  const leftE = withoutIgnorable(e, alignment.leftExpected, agreedE, mayBeSoft)
  const leftA = withoutIgnorable(a, alignment.leftActual, agreedA, mayBeSoft)
  for (let i = 0; i < e.words.length; i++) if (has(leftE, i)) leftWeight += (e.words[i] as Word).weight
  for (let i = 0; i < a.words.length; i++) if (has(leftA, i)) leftWeight += (a.words[i] as Word).weight
  const share = weight / (weight + leftWeight / 2 || 1)
  return { e, a, pairs: alignment.pairs, leftE, leftA, agreed, weight, share }
}

/**
 * Without words that do not make another payer: "& Associates"; and words in no list between the bank's own and the
 * first word that agrees ("PAGO CLIENTE JUAN PEREZ"), which are the bank's as well; and what is said twice.
 */
function withoutIgnorable(name: PreparedName, left: number, agreed: number, mayBeSoft: boolean): number {
  if (left === 0) return 0
  const first = name.roles[0] === roles.noise ? countBits(lowestBit(agreed) - 1) : 0
  const mayRepeat = name.roles.includes(roles.noise)
  let kept = left
  for (let i = 0; i < name.words.length; i++) {
    const word = name.words[i] as Word
    if (!has(left, i)) continue
    const isBanks = word.classes === 0 && i < first
    const isSoft = mayBeSoft && (word.classes & classes.soft) !== 0
    if (isSoft || isBanks || (mayRepeat && repeats(name, i, agreed))) kept &= ~(1 << i)
  }
  return kept
}

/** "H ASHDOWN HARRIET ASHDOWN": the bank says the name twice. */
const repeats = (name: PreparedName, at: number, agreed: number): boolean => {
  const { text } = name.words[at] as Word
  return name.words.some(
    (word, i) =>
      has(agreed, i) && i !== at && (word.text === text || (text.length === 1 && word.text.startsWith(text))),
  )
}

function pairWeight(pair: Pair, knowledge: NameKnowledge | undefined): number {
  if (pair.kind === 'initial') return weights.initial * pair.words.length
  if (pair.kind === 'number') return weights.number
  let whole = 0
  for (const word of pair.words) whole += weightOf(word, knowledge)
  if (pair.kind === 'cut') return whole * Math.min(faultyWordShare, cutShare(pair))
  return pair.relation <= relations.typingError ? whole * faultyWordShare : whole
}

/** Letters that say of a long word which it is, although it is cut. */
const tellingLetters = 8

const cutShare = ({ words, cutLetters }: Pair): number =>
  cutLetters / Math.min(tellingLetters, Math.max(1, words[0]?.text.length ?? 0))

function weightOf(word: Word, knowledge: NameKnowledge | undefined): number {
  if (knowledge === undefined) return word.weight
  const share = knowledge.frequency(word.text)
  if (share >= everydayShare) return Math.min(word.weight, weights.business)
  return word.classes === 0 && share >= sharedShare ? Math.min(word.weight, weights.commonSurname) : word.weight
}

/** A word that so many of the account's payers carry says nothing about which of them it is. */
export const isSharedByPayers = (word: Word, knowledge: NameKnowledge): boolean =>
  knowledge.frequency(word.text) >= everydayShare

export const isEveryday = (word: Word): boolean => (word.classes & (classes.business | classes.place)) !== 0
export const isGivenOnly = (word: Word): boolean => (word.classes & nameClasses) === classes.given
const isSurnameLike = (word: Word): boolean => (word.classes & classes.given) === 0
export const isBusiness = (word: Word): boolean => (word.classes & classes.business) !== 0

/** A given name that is hardly ever a surname. */
export const isMainlyGiven = (word: Word): boolean => isGivenOnly(word) || (word.classes & classes.mainlyGiven) !== 0

/** What is left over on both sides: one adds given names and the other surnames. */
export function mayBeOneName(e: PreparedName, leftE: number, a: PreparedName, leftA: number): boolean {
  const areGiven = (name: PreparedName, left: number): boolean =>
    name.words.every((word, i) => !has(left, i) || word.text.length === 1 || isGivenOnly(word))
  const areSurnames = (name: PreparedName, left: number): boolean =>
    name.words.every((word, i) => !has(left, i) || (word.text.length > 1 && isSurnameLike(word)))
  return (areGiven(e, leftE) && areSurnames(a, leftA)) || (areSurnames(e, leftE) && areGiven(a, leftA))
}

/** Two letters and more; a name in Han or Hangul has its parts in one word. */
export const countFullNames = (agreed: readonly Word[]): number =>
  agreed.reduce((count, { script, text }) => {
    if (script === 'han') return count + Math.min(2, text.length)
    if (script === 'hangul') return count + (text.length > 2 ? 2 : 1)
    return count + (text.length > 1 ? 1 : 0)
  }, 0)

export const initialsIn = ({ pairs }: Case): number =>
  pairs.reduce((count, pair) => (pair.kind === 'initial' ? count + Math.max(1, pair.words.length) : count), 0)
