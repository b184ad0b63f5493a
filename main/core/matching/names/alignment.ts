import type { Relation } from './relation.ts'
import type { PreparedName, Word } from './types.ts'

/** How a group of words of one name agrees with a group of the other. */
export type PairKind = 'word' | 'joined' | 'initial' | 'cut' | 'number'

export interface Pair {
  readonly kind: PairKind
  readonly relation: Relation
  /** Positions as bits. */
  readonly expected: number
  readonly actual: number
  /** What was agreed on: the words as the side writes them that says more. */
  readonly words: readonly Word[]
  /** Of a cut word: how many of its letters are there. */
  readonly cutLetters: number
}

/** Which words of two names agree, and which are left over on either side. */
export interface Alignment {
  readonly pairs: readonly Pair[]
  readonly leftExpected: number
  readonly leftActual: number
}
/** The words of two names on their way to their counterparts. */
export class Matching implements Alignment {
  readonly pairs: Pair[] = []
  leftExpected: number
  leftActual: number
  readonly e: PreparedName
  readonly a: PreparedName

  constructor(expected: PreparedName, actual: PreparedName) {
    this.e = expected
    this.a = actual
    this.leftExpected = expected.content | expected.initials
    this.leftActual = actual.content | actual.initials
  }

  /** As `add`, seen from one of the sides. */
  addFrom(
    isExpected: boolean,
    kind: PairKind,
    relation: Relation,
    own: number,
    others: number,
    words: readonly Word[],
    cutLetters = 0,
  ): void {
    this.add(kind, relation, isExpected ? own : others, isExpected ? others : own, words, cutLetters)
  }

  /** Something is left over that may have a counterpart, be it a word that one or both sides doubt. */
  isOpen(): boolean {
    const [e, a] = [this.e, this.a]
    if (this.leftExpected !== 0 && this.leftActual !== 0) return true
    return (this.leftExpected | e.optional) !== 0 && (this.leftActual | a.optional) !== 0
  }

  add(
    kind: PairKind,
    relation: Relation,
    expected: number,
    actual: number,
    words: readonly Word[],
    cutLetters = 0,
  ): void {
    this.pairs.push({ kind, relation, expected, actual, words, cutLetters })
    this.leftExpected &= ~expected
    this.leftActual &= ~actual
  }
}
