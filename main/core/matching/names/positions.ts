import { romanise } from './transliteration/match-letters.ts'
import { tableOf } from './transliteration/tables.ts'
import { type PreparedName, roles, type Word } from './types.ts'
import { lettersToRomanise } from './word.ts'

/** Positions of words are kept as bits of one number: bit 0 is the first word. */
export const has = (bits: number, i: number): boolean => (bits & (1 << i)) !== 0

export const lowestBit = (bits: number): number => bits & -bits

export function wordsAt({ words }: PreparedName, bits: number): readonly Word[] {
  if (bits === 0) return none
  const found: Word[] = []
  for (let i = 0; i < words.length; i++) if (has(bits, i)) found.push(words[i] as Word)
  return found
}
const none: readonly Word[] = []

/** Number of letters of these words. */
export function lettersAt(name: PreparedName, bits: number): number {
  let letters = 0
  for (let i = 0; i < name.words.length; i++) if (has(bits, i)) letters += (name.words[i] as Word).text.length
  return letters
}

/** These words without the blanks between them. */
export const runAt = (name: PreparedName, bits: number): string =>
  wordsAt(name, bits)
    .map((word) => word.text)
    .join('')

/** The last word that is not the bank's, or −1. */
export const lastPart = (name: PreparedName): number => name.roles.findLastIndex((role) => role !== roles.noise)

/** In its own letters, or romanised: Петрович and "P". */
function beginsWith(word: Word, letter: string): boolean {
  if (word.text.startsWith(letter)) return true
  const table = word.script === 'cyrillic' || word.script === 'greek' ? tableOf(word.script) : undefined
  return (
    table !== undefined && romanise(lettersToRomanise(word.text, word.native, word.script), table).startsWith(letter)
  )
}

/** Positions of words that begin with these letters, one for each letter, in order; 0 when one has none. */
export function positionsBeginningWith(letters: string, name: PreparedName, among: number): number {
  let bits = 0
  let from = 0
  for (const letter of letters) {
    const at = name.words.findIndex(
      (word, i) => i >= from && has(among, i) && word.text.length > 1 && beginsWith(word, letter),
    )
    if (at < 0) return 0
    bits |= 1 << at
    from = at + 1
  }
  return bits
}
