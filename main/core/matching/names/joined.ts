import { countBits, foldWord } from './letters.ts'
import { lettersOf } from './relation.ts'
import { canBeWrittenAs } from './transliteration/match-letters.ts'
import { tableOf } from './transliteration/tables.ts'
import { type PreparedName, roles, type Word } from './types.ts'
import { fullFormsOf } from './words/abbreviations.ts'
import { titles } from './words/marks.ts'

export interface Joined {
  readonly bits: number
  readonly words: readonly Word[]
}

/** Legal forms that no word ends in by itself. */
const plainLegalForms = new Set('gmbh ltda srl sarl eirl eireli ltd llc llp plc sro kft zrt'.split(' '))
const shortestJoined = 4
/** Letters that are syllables or words: two make a name. */
const shortestInSyllables = 2
/** Letters that must be left of a word that the cut took. */
const shortestRest = 2
/** Most words looked at when one word is taken apart; a payer's name has no more. */
const mostParts = 6

let knownTitles: ReadonlySet<string> | undefined

/**
 * The words of a name that one long word consists of, in any order: "PEREZJUAN" of Juan Pérez, "VANDENBERGHE" of van den
 * Berghe. In front may stand an initial, a short form or a title ("mfernanda", since dots divide nothing), behind a legal
 * form. With `isCut` the last part may be a beginning only.
 */
export function findJoined(word: Word, name: PreparedName, left: number, isCut: boolean): Joined | undefined {
  if (!mayHold(word, name, left)) return undefined
  if (!isCut && !word.endsInForm && !word.isSpecial && !mayEndWith(word, name, left)) return undefined
  for (const text of [word.text, word.dropped, word.alternative]) {
    if (text.length < (hasSyllables(word) ? shortestInSyllables : shortestJoined)) continue
    const bits = consume({ text, name, left, isCut }, 0, 0, 2)
    const found = bits === 0 ? undefined : toJoined(name, bits)
    // "BEGO A" is what is left of Begoña; "Juan" and "Perez" are whole, and no letter was lost between them.
    if (found && (text !== word.dropped || found.words.some((part) => part.classes === 0))) return found
  }
  return undefined
}

/** Some word left is shorter and has no letter that the long one lacks: cheap, and false for nearly every pair. */
function mayHold(word: Word, name: PreparedName, left: number): boolean {
  for (let i = 0; i < name.words.length; i++) {
    if ((left & (1 << i)) === 0) continue
    const part = name.words[i] as Word
    if (part.text.length < word.text.length + 2 && (part.mask & ~word.wideMask) === 0) return true
  }
  return false
}

/** Some word that may be a part stands at its end. */
function mayEndWith({ text }: Word, name: PreparedName, left: number): boolean {
  for (let i = 0; i < name.words.length; i++) {
    const part = name.words[i] as Word
    if (!text.endsWith(part.text) && (part.alternative === '' || !text.endsWith(part.alternative))) continue
    if ((left & (1 << i)) !== 0 || name.roles[i] === roles.particle || name.roles[i] === roles.title) return true
  }
  return false
}

const hasSyllables = (word: Word): boolean =>
  word.script === 'han' || word.script === 'hangul' || word.script === 'kana'

interface Search {
  readonly text: string
  readonly name: PreparedName
  /** Words that may be used, as bits; joining words and titles always may. */
  readonly left: number
  readonly isCut: boolean
}

/** Bits of the words that make up the text from `at` on and those used before, at least `fewest` in all; or 0. */
function consume(search: Search, at: number, used: number, fewest: number): number {
  const { text, name, isCut } = search
  if (at === text.length) return isEnough(name, used, fewest) ? used : 0
  if (countBits(used) >= mostParts) return 0
  for (let i = 0; i < name.words.length; i++) {
    const bit = 1 << i
    if ((used & bit) !== 0) continue
    const word = name.words[i] as Word
    if (!isCut && word.alternative === '' && !text.startsWith(word.text, at)) continue
    if (!mayBePart(search, i)) continue
    const part = word.alternative !== '' && text.startsWith(word.alternative, at) ? word.alternative : word.text
    if (text.startsWith(part, at)) {
      const found = consume(search, at + part.length, used | bit, fewest)
      if (found !== 0) return found
    } else if (
      isCut &&
      at > 0 &&
      text.length - at >= shortestRest &&
      part.startsWith(text.slice(at)) &&
      isEnough(name, used | bit, fewest)
    )
      return used | bit
  }
  if (at > 0 && text.length - at < 7 && plainLegalForms.has(text.slice(at)) && isEnough(name, used, 1)) return used
  return at === 0 && used === 0 ? consumeShortened(search) : 0
}

/** A first part that is not written out: initial, short form, title. */
function consumeShortened(search: Search): number {
  knownTitles ??= new Set(titles.split(' '))
  const { text, name } = search
  for (let length = 1; length <= 4 && length < text.length - 2; length++) {
    const short = text.slice(0, length)
    const behindTitle = length > 1 && knownTitles.has(short) ? consume(search, length, 0, 1) : 0
    if (behindTitle !== 0) return behindTitle
    const fullForms = length === 1 ? undefined : fullFormsOf(short)
    if (length > 1 && fullForms === undefined) continue
    for (let i = 0; i < name.words.length; i++) {
      const whole = (name.words[i] as Word).text
      const isShort = fullForms === undefined ? whole.length > 1 && whole.startsWith(short) : fullForms.includes(whole)
      if (!isShort || !mayBePart(search, i)) continue
      const found = consume(search, length, 1 << i, 2)
      if (found !== 0) return found
    }
  }
  return 0
}

const mayBePart = ({ name, left }: Search, i: number): boolean =>
  name.roles[i] === roles.particle || name.roles[i] === roles.title || (left & (1 << i)) !== 0

const isEnough = (name: PreparedName, used: number, fewest: number): boolean =>
  countBits(used) >= fewest && (used & (name.content | name.initials)) !== 0

const toJoined = (name: PreparedName, bits: number): Joined => ({
  bits,
  words: name.words.filter((_, i) => (bits & (1 << i) & (name.content | name.initials)) !== 0),
})

const mostLatinWords = 4

/** The Latin words, if those left of one name, joined in any order, are the ones left of the other in its own script. */
export function findJoinedInAnyOrder(
  e: PreparedName,
  leftE: number,
  a: PreparedName,
  leftA: number,
): readonly Word[] | undefined {
  const ofE = e.words.filter((_, i) => (e.content & leftE & (1 << i)) !== 0)
  const ofA = a.words.filter((_, i) => (a.content & leftA & (1 << i)) !== 0)
  const [latin, native] = ofE.every(isLatin) ? [ofE, ofA] : [ofA, ofE]
  const table = native[0] && tableOf(native[0].script)
  // Words that stand one for one were compared already.
  if (!table || !latin.every(isLatin) || (native.length === 1) === (latin.length === 1)) return undefined
  if (native.length > mostLatinWords || latin.length > mostLatinWords) return undefined
  const letters = native.map(wholeLetters).join('')
  const parts = latin.map((word) => word.text)
  return orders(parts).some((order) => canBeWrittenAs(letters, order.join(''), table)) ? latin : undefined
}

/** With the Arabic article, which is spoken inside a name: Abd al-Rahman, Abdelrahman. */
const wholeLetters = (word: Word): string => (word.script === 'arabic' ? foldWord(word.native) : lettersOf(word))

const isLatin = (word: Word): boolean => word.script === 'latin'

const orders = (parts: readonly string[]): string[][] =>
  parts.length < 2
    ? [[...parts]]
    : parts.flatMap((part, i) => orders(parts.filter((_, k) => k !== i)).map((rest) => [part, ...rest]))
