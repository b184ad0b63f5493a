import type { Matching } from './alignment.ts'
import { classes, nameClasses } from './lexicon.ts'
import { shortestBeginning } from './limits.ts'
import { has, lastPart, positionsBeginningWith, wordsAt } from './positions.ts'
import { isCommonNoun, relate, relations } from './relation.ts'
import { type PreparedName, roles, type Word } from './types.ts'

/** The last word of a cut name is the beginning of a word of the other. */
export function matchCutWord(state: Matching): void {
  if (state.e.cut === 'inside') matchCut(state, true)
  if (state.a.cut === 'inside') matchCut(state, false)
}

function matchCut(state: Matching, isExpected: boolean): void {
  const [name, other] = isExpected ? [state.e, state.a] : [state.a, state.e]
  const last = lastPart(name)
  const word = name.words[last]
  if (!word || !has(isExpected ? state.leftExpected : state.leftActual, last)) return
  const left = isExpected ? state.leftActual : state.leftExpected
  const j = other.words.findIndex(
    (whole, k) =>
      has((left & other.content) | other.soft, k) &&
      whole.text !== word.text &&
      // "NORTE" is a word of its own; "BETA" may be, but then again Betancourt.
      (!isCommonNoun(word) ||
        word.fullForms !== undefined ||
        ((whole.classes & nameClasses) !== 0 && !other.words.some(isCommonNoun))) &&
      isBeginningOf(word, whole, state.pairs.length > 1),
  )
  const whole = other.words[j]
  if (!whole) return
  // Orders are seldom cut: Carrera is a name of its own there, and no beginning of Carreras.
  const isOwnName = (word.classes & nameClasses) !== 0 || whole.text.length - word.text.length < shortestBeginning
  if (isExpected && isOwnName) return
  const words = has(other.soft, j) ? [] : [whole]
  state.addFrom(isExpected, 'cut', relations.beginning, 1 << last, 1 << j, words, word.text.length)
}

/** "Juan C. Pérez" and "JC PEREZ": single letters, or two or three that are no word, each the first of a word in order. */
export function matchInitials(state: Matching): void {
  matchInitialsOf(state, true)
  matchInitialsOf(state, false)
}

function matchInitialsOf(state: Matching, isExpected: boolean): void {
  const [name, other] = isExpected ? [state.e, state.a] : [state.a, state.e]
  if (name.initialLike === 0) return
  for (let i = 0; i < name.words.length; i++) {
    const left = (isExpected ? state.leftActual : state.leftExpected) & other.content
    if (left === 0) return
    if (!has(name.initialLike & ((isExpected ? state.leftExpected : state.leftActual) | name.looseLetters), i)) continue
    const word = name.words[i] as Word
    // "S. Ignacio": a letter that is a short form of its own.
    const full = word.fullForms
      ? other.words.findIndex((whole, k) => has(left, k) && word.fullForms?.includes(whole.text))
      : -1
    if (full >= 0) {
      state.addFrom(isExpected, 'word', relations.abbreviated, 1 << i, 1 << full, [other.words[full] as Word])
      continue
    }
    if (positionsBeginningWith(word.text, other, left) === 0) continue
    const bits = positionsBeginningWith(word.text, other, withoutBusiness(other, left))
    if (bits !== 0) state.addFrom(isExpected, 'initial', relations.beginning, 1 << i, bits, wordsAt(other, bits))
  }
}

/** "Verónica S. Garbarino" has a name that begins with S, and no services. */
function withoutBusiness(name: PreparedName, bits: number): number {
  let kept = bits
  for (let i = 0; i < name.words.length; i++)
    if (((name.words[i] as Word).classes & classes.business) !== 0) kept &= ~(1 << i)
  return kept
}

/** A word that one side takes for a title, a legal form or the bank's may be part of the name on the other. */
export function matchSoftWords(state: Matching): void {
  matchSoft(state, true)
  matchSoft(state, false)
  if (state.e.optional !== 0 && state.a.optional !== 0) matchDoubted(state)
}

function matchSoft(state: Matching, isExpected: boolean): void {
  const [name, other] = isExpected ? [state.e, state.a] : [state.a, state.e]
  if (other.optional === 0) return
  for (let i = 0; i < name.words.length; i++) {
    if (!has(name.content & (isExpected ? state.leftExpected : state.leftActual), i)) continue
    const word = name.words[i] as Word
    const j = other.words.findIndex(
      (soft, k) => has(other.soft, k) && other.roles[k] !== roles.noise && relate(word, soft) >= relations.abbreviated,
    )
    if (j >= 0) state.addFrom(isExpected, 'word', relations.exact, 1 << i, 1 << j, [word])
  }
}

/** "Visa Korhonen" on both sides: taken for the bank's word by both, so it is the name. */
function matchDoubted(state: Matching): void {
  for (let i = 0; i < state.e.words.length; i++) {
    if (state.e.roles[i] !== roles.maybeNoise) continue
    const word = state.e.words[i] as Word
    const j = state.a.words.findIndex((other, k) => state.a.roles[k] === roles.maybeNoise && other.text === word.text)
    if (j >= 0) state.add('word', relations.exact, 1 << i, 1 << j, [word])
  }
}

/** A part of so many letters that is itself a name ("Nuñez") is believed to be cut only where the whole is one as well. */
const mayBeWhole = (part: Word): boolean => part.classes !== 0 && part.text.length > 3 && part.text.length < 7

const isBeginningOf = (part: Word, whole: Word, isAmongOthers: boolean): boolean =>
  (!mayBeWhole(part) || whole.classes !== 0 || isAmongOthers) &&
  (whole.text.startsWith(part.text) || (whole.alternative !== '' && whole.alternative.startsWith(part.text)))
