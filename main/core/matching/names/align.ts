import { findJoined, findJoinedInAnyOrder } from './joined.ts'
import { countBits, scriptBits } from './letters.ts'
import { nameClasses } from './lexicon.ts'
import { enoughForDoubt, shortestBeginning } from './limits.ts'
import { has, lastPart, lettersAt, positionsBeginningWith, runAt, wordsAt } from './positions.ts'
import { isCommonNoun, isOtherSpelling, type Relation, relate, relations } from './relation.ts'
import { type PreparedName, roles, type Word } from './types.ts'
import { isTypingError } from './typing-error.ts'

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

/** Finds for every word its counterpart: the surest kind of agreement first, in an order that does not depend on the side. */
export function align(expected: PreparedName, actual: PreparedName): Alignment {
  const state = new Matching(expected, actual)
  state.matchEqualWords()
  if (state.isOpen()) {
    state.matchJoinedWords()
    state.matchCutWord()
    state.matchSimilarWords()
    state.matchInitials()
    state.matchSoftWords()
    state.matchWholeInOtherScript()
    state.matchRunTogether()
    state.matchLastWord()
  }
  state.matchNumbers()
  state.countLooseLetters()
  return state
}

class Matching implements Alignment {
  readonly pairs: Pair[] = []
  leftExpected: number
  leftActual: number
  readonly #e: PreparedName
  readonly #a: PreparedName

  constructor(expected: PreparedName, actual: PreparedName) {
    this.#e = expected
    this.#a = actual
    this.leftExpected = expected.content | expected.initials
    this.leftActual = actual.content | actual.initials
  }

  /** As `#add`, seen from one of the sides. */
  #addFrom(
    isExpected: boolean,
    kind: PairKind,
    relation: Relation,
    own: number,
    others: number,
    words: readonly Word[],
    cutLetters = 0,
  ): void {
    this.#add(kind, relation, isExpected ? own : others, isExpected ? others : own, words, cutLetters)
  }

  /** Something is left over that may have a counterpart, be it a word that one or both sides doubt. */
  isOpen(): boolean {
    const [e, a] = [this.#e, this.#a]
    if (this.leftExpected !== 0 && this.leftActual !== 0) return true
    return (this.leftExpected | e.optional) !== 0 && (this.leftActual | a.optional) !== 0
  }

  #add(
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

  matchEqualWords(): void {
    const { words: ew, roles: er } = this.#e
    const { words: aw, roles: ar } = this.#a
    for (let i = 0; i < ew.length; i++) {
      if (!has(this.leftExpected, i)) continue
      const word = ew[i] as Word
      for (let j = 0; j < aw.length; j++) {
        const other = aw[j] as Word
        if (!has(this.leftActual, j) || er[i] !== ar[j]) continue
        if (other.text !== word.text && !areSpelledAlike(word, other)) continue
        this.#add(er[i] === roles.initial ? 'initial' : 'word', relations.exact, 1 << i, 1 << j, [word])
        break
      }
    }
  }

  /** "JUANPEREZ", "VANDENBERGHE", "BEGO A": words written together or apart. */
  matchJoinedWords(): void {
    if ((this.#e.scripts & this.#a.scripts) === 0) return
    this.#matchJoined(true)
    this.#matchJoined(false)
  }

  #matchJoined(isExpected: boolean): void {
    const [name, other] = isExpected ? [this.#e, this.#a] : [this.#a, this.#e]
    for (let i = 0; i < name.words.length; i++) {
      const leftOther = isExpected ? this.leftActual : this.leftExpected
      if (leftOther === 0) return
      if (!has(name.content & (isExpected ? this.leftExpected : this.leftActual), i)) continue
      const word = name.words[i] as Word
      const found = findJoined(word, other, leftOther, name.cut === 'inside' && i === name.words.length - 1)
      const isOneWord =
        found && other.words.some((one, k) => has(leftOther, k) && relate(word, one) >= relations.damaged)
      if (found && !isOneWord)
        this.#addFrom(
          isExpected,
          'joined',
          relations.exact,
          1 << i,
          found.bits,
          word.classes !== 0 ? [word] : found.words,
        )
    }
  }

  matchSimilarWords(): void {
    const found: { relation: Relation; i: number; j: number }[] = []
    const contentE = this.leftExpected & this.#e.content
    const contentA = this.leftActual & this.#a.content
    if (contentE === 0 || contentA === 0) return
    for (let i = 0; i < this.#e.words.length; i++) {
      if (!has(contentE, i)) continue
      for (let j = 0; j < this.#a.words.length; j++) {
        if (!has(contentA, j)) continue
        const relation = relate(this.#e.words[i] as Word, this.#a.words[j] as Word)
        if (relation !== relations.none) found.push({ relation, i, j })
      }
    }
    found.sort((x, y) => y.relation - x.relation || x.i + x.j - (y.i + y.j) || x.i - y.i)
    for (const { relation, i, j } of found) {
      if (!has(this.leftExpected, i) || !has(this.leftActual, j)) continue
      const [e, a] = [this.#e.words[i] as Word, this.#a.words[j] as Word]
      this.#add('word', relation, 1 << i, 1 << j, [saysMore(e, a)])
    }
  }

  /** "MARIE CLAIRE.D AMBOISE" and Marie Claire d'Amboise: what is left on both sides are the same letters, divided otherwise. */
  matchRunTogether(): void {
    const [leftE, leftA] = [this.leftExpected | this.#e.looseLetters, this.leftActual | this.#a.looseLetters]
    if (this.leftExpected === 0 || this.leftActual === 0) return
    if (lettersAt(this.#e, leftE) !== lettersAt(this.#a, leftA) || runAt(this.#e, leftE) !== runAt(this.#a, leftA))
      return
    this.#add('joined', relations.exact, leftE, leftA, wordsAt(this.#e, leftE & this.#e.content))
  }

  /** One word is left on each side and two agree: then a slip is believed that alone would be another name. */
  matchLastWord(): void {
    const [leftE, leftA] = [this.leftExpected & this.#e.content, this.leftActual & this.#a.content]
    if (countBits(leftE) !== 1 || countBits(leftA) !== 1 || this.pairs.length < 2) return
    const [i, j] = [31 - Math.clz32(leftE), 31 - Math.clz32(leftA)]
    const [e, a] = [this.#e.words[i] as Word, this.#a.words[j] as Word]
    if (this.#isSureOfTheRest() && isTypingError(e, a, true))
      this.#add('word', relations.typingError, leftE, leftA, [saysMore(e, a)])
  }

  #isSureOfTheRest(): boolean {
    const exact = this.pairs.filter(({ kind, relation }) => kind === 'word' && relation === relations.exact)
    return exact.reduce((sum, { words }) => sum + (words[0]?.weight ?? 0), 0) >= enoughForDoubt
  }

  /** "Juan C. Pérez" and "JC PEREZ": single letters, or two or three that are no word, each the first of a word in order. */
  matchInitials(): void {
    this.#matchInitialsOf(true)
    this.#matchInitialsOf(false)
  }

  #matchInitialsOf(isExpected: boolean): void {
    const [name, other] = isExpected ? [this.#e, this.#a] : [this.#a, this.#e]
    if (name.initialLike === 0) return
    for (let i = 0; i < name.words.length; i++) {
      const left = (isExpected ? this.leftActual : this.leftExpected) & other.content
      if (left === 0) return
      if (!has(name.initialLike & ((isExpected ? this.leftExpected : this.leftActual) | name.looseLetters), i)) continue
      const word = name.words[i] as Word
      // "S. Ignacio": a letter that is a short form of its own.
      const full = word.fullForms
        ? other.words.findIndex((whole, k) => has(left, k) && word.fullForms?.includes(whole.text))
        : -1
      if (full >= 0) {
        this.#addFrom(isExpected, 'word', relations.abbreviated, 1 << i, 1 << full, [other.words[full] as Word])
        continue
      }
      const bits = positionsBeginningWith(word.text, other, left)
      if (bits !== 0) this.#addFrom(isExpected, 'initial', relations.beginning, 1 << i, bits, wordsAt(other, bits))
    }
  }

  /** A word that one side takes for a title, a legal form or the bank's may be part of the name on the other. */
  matchSoftWords(): void {
    this.#matchSoft(true)
    this.#matchSoft(false)
    if (this.#e.optional !== 0 && this.#a.optional !== 0) this.#matchDoubted()
  }

  #matchSoft(isExpected: boolean): void {
    const [name, other] = isExpected ? [this.#e, this.#a] : [this.#a, this.#e]
    if (other.optional === 0) return
    for (let i = 0; i < name.words.length; i++) {
      if (!has(name.content & (isExpected ? this.leftExpected : this.leftActual), i)) continue
      const word = name.words[i] as Word
      const j = other.words.findIndex(
        (soft, k) =>
          has(other.soft, k) && other.roles[k] !== roles.noise && relate(word, soft) >= relations.abbreviated,
      )
      if (j >= 0) this.#addFrom(isExpected, 'word', relations.exact, 1 << i, 1 << j, [word])
    }
  }

  /** "Visa Korhonen" on both sides: taken for the bank's word by both, so it is the name. */
  #matchDoubted(): void {
    for (let i = 0; i < this.#e.words.length; i++) {
      if (this.#e.roles[i] !== roles.maybeNoise) continue
      const word = this.#e.words[i] as Word
      const j = this.#a.words.findIndex((other, k) => this.#a.roles[k] === roles.maybeNoise && other.text === word.text)
      if (j >= 0) this.#add('word', relations.exact, 1 << i, 1 << j, [word])
    }
  }

  /** The last word of a cut name is the beginning of a word of the other. */
  matchCutWord(): void {
    if (this.#e.cut === 'inside') this.#matchCut(true)
    if (this.#a.cut === 'inside') this.#matchCut(false)
  }

  #matchCut(isExpected: boolean): void {
    const [name, other] = isExpected ? [this.#e, this.#a] : [this.#a, this.#e]
    const last = lastPart(name)
    const word = name.words[last]
    if (!word || !has(isExpected ? this.leftExpected : this.leftActual, last)) return
    const left = isExpected ? this.leftActual : this.leftExpected
    const j = other.words.findIndex(
      (whole, k) =>
        has((left & other.content) | other.soft, k) &&
        whole.text !== word.text &&
        // "NORTE" is a word of its own; "BETA" may be, but then again Betancourt.
        (!isCommonNoun(word) || ((whole.classes & nameClasses) !== 0 && !other.words.some(isCommonNoun))) &&
        isBeginningOf(word, whole, this.pairs.length > 1),
    )
    const whole = other.words[j]
    if (!whole) return
    // Orders are seldom cut: Carrera is a name of its own there, and no beginning of Carreras.
    const isOwnName = (word.classes & nameClasses) !== 0 || whole.text.length - word.text.length < shortestBeginning
    if (isExpected && isOwnName) return
    const words = has(other.soft, j) ? [] : [whole]
    this.#addFrom(isExpected, 'cut', relations.beginning, 1 << last, 1 << j, words, word.text.length)
  }

  /** Scripts that write a whole name without blanks (김민수, KIM MINSU): compared as a whole, in any order. */
  matchWholeInOtherScript(): void {
    const scripts = this.#e.scripts | this.#a.scripts
    if (scripts === scriptBits.latin || this.leftExpected === 0 || this.leftActual === 0) return
    const latin = findJoinedInAnyOrder(this.#e, this.leftExpected, this.#a, this.leftActual)
    if (latin) this.#add('joined', relations.transliterated, this.leftExpected, this.leftActual, latin)
  }

  /** A letter that found no word is an initial of its own, once the other side has a word too many. */
  countLooseLetters(): void {
    if ((this.#e.looseLetters | this.#a.looseLetters) === 0) return
    const [leftE, leftA] = [this.leftExpected, this.leftActual]
    const unused = (name: PreparedName, position: (pair: Pair) => number): number =>
      this.pairs.reduce((bits, pair) => bits & ~position(pair), name.looseLetters)
    const [looseE, looseA] = [unused(this.#e, (pair) => pair.expected), unused(this.#a, (pair) => pair.actual)]
    // "Vesna D. Nemec" and "VESNA L NEMEC": on both sides one, and not the same.
    if (looseE !== 0 && looseA !== 0 && runAt(this.#e, looseE) !== runAt(this.#a, looseA)) {
      this.leftExpected |= looseE
      this.leftActual |= looseA
    }
    if (leftA !== 0) this.leftExpected |= looseE
    if (leftE !== 0) this.leftActual |= looseA
  }

  matchNumbers(): void {
    if (this.#e.numbers === 0 || this.#a.numbers === 0) return
    let left = this.#a.numbers
    for (let i = 0; i < this.#e.words.length; i++) {
      if (!has(this.#e.numbers, i)) continue
      const number = withoutZeros(this.#e.words[i] as Word)
      const j = this.#a.words.findIndex((other, k) => has(left, k) && withoutZeros(other) === number)
      if (j < 0) continue
      left &= ~(1 << j)
      this.#add('number', relations.exact, 1 << i, 1 << j, [this.#e.words[i] as Word])
    }
  }
}

const areSpelledAlike = (a: Word, b: Word): boolean =>
  (a.alternative !== '' || b.alternative !== '') && isOtherSpelling(a, b)

const withoutZeros = (word: Word): string => word.text.replace(/^0+(?=.)/, '')

/** The word that is known, else the longer one: a misspelt or shortened word is judged by what it stands for. */
const saysMore = (a: Word, b: Word): Word => {
  if ((a.classes === 0) !== (b.classes === 0)) return a.classes === 0 ? b : a
  return a.text.length >= b.text.length ? a : b
}

/** A part of so many letters that is itself a name ("Nuñez") is believed to be cut only where the whole is one as well. */
const mayBeWhole = (part: Word): boolean => part.classes !== 0 && part.text.length > 3 && part.text.length < 7

const isBeginningOf = (part: Word, whole: Word, isAmongOthers: boolean): boolean =>
  (!mayBeWhole(part) || whole.classes !== 0 || isAmongOthers) &&
  (whole.text.startsWith(part.text) || (whole.alternative !== '' && whole.alternative.startsWith(part.text)))
