import type { Matching } from './alignment.ts'
import { findJoined, findJoinedInAnyOrder } from './joined.ts'
import { countBits, scriptBits } from './letters.ts'
import { enoughForDoubt } from './limits.ts'
import { has, lettersAt, runAt, wordsAt } from './positions.ts'
import { isOtherSpelling, type Relation, relate, relations } from './relation.ts'
import { type PreparedName, roles, type Word } from './types.ts'
import { isTypingError } from './typing-error.ts'

export function matchEqualWords(state: Matching): void {
  const { words: ew, roles: er } = state.e
  const { words: aw, roles: ar } = state.a
  for (let i = 0; i < ew.length; i++) {
    if (!has(state.leftExpected, i)) continue
    const word = ew[i] as Word
    for (let j = 0; j < aw.length; j++) {
      const other = aw[j] as Word
      if (!has(state.leftActual, j) || er[i] !== ar[j]) continue
      if (other.text !== word.text && !areSpelledAlike(word, other)) continue
      state.add(er[i] === roles.initial ? 'initial' : 'word', relations.exact, 1 << i, 1 << j, [word])
      break
    }
  }
}

export function matchSimilarWords(state: Matching): void {
  const found: { relation: Relation; i: number; j: number }[] = []
  const contentE = state.leftExpected & state.e.content
  const contentA = state.leftActual & state.a.content
  if (contentE === 0 || contentA === 0) return
  for (let i = 0; i < state.e.words.length; i++) {
    if (!has(contentE, i)) continue
    for (let j = 0; j < state.a.words.length; j++) {
      if (!has(contentA, j)) continue
      const relation = relate(state.e.words[i] as Word, state.a.words[j] as Word)
      if (relation !== relations.none) found.push({ relation, i, j })
    }
  }
  if (found.length > 1) found.sort((x, y) => y.relation - x.relation || x.i + x.j - (y.i + y.j) || x.i - y.i)
  for (const { relation, i, j } of found) {
    if (!has(state.leftExpected, i) || !has(state.leftActual, j)) continue
    const [e, a] = [state.e.words[i] as Word, state.a.words[j] as Word]
    state.add('word', relation, 1 << i, 1 << j, [saysMore(e, a)])
  }
}

/** One word is left on each side and two agree: then a slip is believed that alone would be another name. */
export function matchLastWord(state: Matching): void {
  const [leftE, leftA] = [state.leftExpected & state.e.content, state.leftActual & state.a.content]
  if (countBits(leftE) !== 1 || countBits(leftA) !== 1 || state.pairs.length < 2) return
  const [i, j] = [31 - Math.clz32(leftE), 31 - Math.clz32(leftA)]
  const [e, a] = [state.e.words[i] as Word, state.a.words[j] as Word]
  if (isSureOfTheRest(state) && isTypingError(e, a, true))
    state.add('word', relations.typingError, leftE, leftA, [saysMore(e, a)])
}

function isSureOfTheRest(state: Matching): boolean {
  const exact = state.pairs.filter(({ kind, relation }) => kind === 'word' && relation === relations.exact)
  return exact.reduce((sum, { words }) => sum + (words[0]?.weight ?? 0), 0) >= enoughForDoubt
}

/** "JUANPEREZ", "VANDENBERGHE", "BEGO A": words written together or apart. */
export function matchJoinedWords(state: Matching): void {
  if ((state.e.scripts & state.a.scripts) === 0) return
  matchJoined(state, true)
  matchJoined(state, false)
}

function matchJoined(state: Matching, isExpected: boolean): void {
  const [name, other] = isExpected ? [state.e, state.a] : [state.a, state.e]
  for (let i = 0; i < name.words.length; i++) {
    const leftOther = isExpected ? state.leftActual : state.leftExpected
    if (leftOther === 0) return
    if (!has(name.content & (isExpected ? state.leftExpected : state.leftActual), i)) continue
    const word = name.words[i] as Word
    const found = findJoined(word, other, leftOther, name.cut === 'inside' && i === name.words.length - 1)
    const isOneWord = found && other.words.some((one, k) => has(leftOther, k) && relate(word, one) >= relations.damaged)
    if (found && !isOneWord && !hasOwnParticle(name, other, found.bits))
      state.addFrom(
        isExpected,
        'joined',
        relations.exact,
        1 << i,
        found.bits,
        word.classes !== 0 ? [word] : found.words,
      )
  }
}

/** "CELIKEL EL-SAYED" and Celik El-Sayed: the joining word stands there by itself. */
const hasOwnParticle = (name: PreparedName, other: PreparedName, joined: number): boolean =>
  other.words.some(
    ({ text }, i) =>
      has(joined, i) &&
      other.roles[i] === roles.particle &&
      name.words.some((own, k) => name.roles[k] === roles.particle && own.text === text),
  )

/** "MARIE CLAIRE.D AMBOISE" and Marie Claire d'Amboise: what is left on both sides are the same letters, divided otherwise. */
export function matchRunTogether(state: Matching): void {
  const [leftE, leftA] = [state.leftExpected | state.e.looseLetters, state.leftActual | state.a.looseLetters]
  if (state.leftExpected === 0 || state.leftActual === 0) return
  if (lettersAt(state.e, leftE) !== lettersAt(state.a, leftA) || runAt(state.e, leftE) !== runAt(state.a, leftA)) return
  state.add('joined', relations.exact, leftE, leftA, wordsAt(state.e, leftE & state.e.content))
}

/** Scripts that write a whole name without blanks (김민수, KIM MINSU): compared as a whole, in any order. */
export function matchWholeInOtherScript(state: Matching): void {
  const scripts = state.e.scripts | state.a.scripts
  if (scripts === scriptBits.latin || state.leftExpected === 0 || state.leftActual === 0) return
  const latin = findJoinedInAnyOrder(state.e, state.leftExpected, state.a, state.leftActual)
  if (latin) state.add('joined', relations.transliterated, state.leftExpected, state.leftActual, latin)
}

const areSpelledAlike = (a: Word, b: Word): boolean =>
  (a.alternative !== '' || b.alternative !== '') && isOtherSpelling(a, b)

/** The word that is known, else the longer one: a misspelt or shortened word is judged by what it stands for. */
const saysMore = (a: Word, b: Word): Word => {
  if ((a.classes === 0) !== (b.classes === 0)) return a.classes === 0 ? b : a
  return a.text.length >= b.text.length ? a : b
}
