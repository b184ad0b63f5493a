import type { Matching, Pair } from './alignment.ts'
import { has, runAt } from './positions.ts'
import { relations } from './relation.ts'
import type { PreparedName, Word } from './types.ts'

export function matchNumbers(state: Matching): void {
  if (state.e.numbers === 0 || state.a.numbers === 0) return
  let left = state.a.numbers
  for (let i = 0; i < state.e.words.length; i++) {
    if (!has(state.e.numbers, i)) continue
    const number = withoutZeros(state.e.words[i] as Word)
    const j = state.a.words.findIndex((other, k) => has(left, k) && withoutZeros(other) === number)
    if (j < 0) continue
    left &= ~(1 << j)
    state.add('number', relations.exact, 1 << i, 1 << j, [state.e.words[i] as Word])
  }
}

/** A letter that found no word is an initial of its own, once the other side has a word too many. */
export function countLooseLetters(state: Matching): void {
  if ((state.e.looseLetters | state.a.looseLetters) === 0) return
  const [leftE, leftA] = [state.leftExpected, state.leftActual]
  const unused = (name: PreparedName, position: (pair: Pair) => number): number =>
    state.pairs.reduce((bits, pair) => bits & ~position(pair), name.looseLetters)
  const [looseE, looseA] = [unused(state.e, (pair) => pair.expected), unused(state.a, (pair) => pair.actual)]
  // "Vesna D. Nemec" and "VESNA L NEMEC": on both sides one, and not the same.
  if (looseE !== 0 && looseA !== 0 && runAt(state.e, looseE) !== runAt(state.a, looseA)) {
    state.leftExpected |= looseE
    state.leftActual |= looseA
  }
  if (leftA !== 0) state.leftExpected |= looseE
  if (leftE !== 0) state.leftActual |= looseA
}

const withoutZeros = (word: Word): string => word.text.replace(/^0+(?=.)/, '')
