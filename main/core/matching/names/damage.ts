import { foldWord } from './letters.ts'
import { languages } from './lexicon.ts'
import { lostLetter } from './repair.ts'
import type { Word } from './types.ts'

const isAscii = (letter: string): boolean => letter < '\u0080'
/** Letters that may carry an accent in some language of ours; an `a` or `o` at the end of a name hardly does. */
const mayBeAccented = (letter: string, isLast: boolean): boolean =>
  (isLast ? 'eiuyzcnsl' : 'aeiouyncszl').includes(letter)

/** Where s, z, l and y are always plain: a damaged "Ro?a" is no Rosa. */
const plainConsonants = ['es', 'pt', 'it', 'fr', 'de', 'en', 'nl', 'nordic'] as const
const withPlainConsonants = plainConsonants.reduce((bits, name) => bits | languages[name], 0)

const isLetter = (letter: string, mark: string): boolean =>
  letter === mark || (!isAscii(letter) && foldLetter(letter) === mark)

const foldedLetters = new Map<string, string>()
const mostLetters = 2000

function foldLetter(letter: string): string {
  const known = foldedLetters.get(letter)
  if (known !== undefined) return known
  const folded = foldWord(letter)
  if (foldedLetters.size < mostLetters) foldedLetters.set(letter, folded)
  return folded
}

/**
 * Whether the damaged word is the other one with its lost letters put back: `p?rez` and Pérez. A lost letter stands for
 * one that is not ASCII; where the other side writes without accents, for one that could have an accent. One letter may
 * have become up to three marks, and a mark may be nothing at all.
 */
export function isDamagedForm(damaged: Word, whole: Word): boolean {
  // A letter that is a whole syllable or word cannot be guessed.
  if (whole.script === 'han' || whole.script === 'kana' || whole.script === 'hangul') return false
  const pattern = Array.from(damaged.pattern)
  // Capitals write ß as SS.
  const letters = Array.from(damaged.pattern.includes('ss') ? whole.native.replaceAll('ß', 'ss') : whole.native)
  const isPlain = letters.every(isAscii)
  const arePlainConsonants = whole.languages !== 0 && (whole.languages & ~withPlainConsonants) === 0

  const from = (i: number, j: number): boolean => {
    const mark = pattern[i]
    const letter = letters[j]
    if (mark === undefined) return letter === undefined
    if (mark !== lostLetter) return letter !== undefined && isLetter(letter, mark) && from(i + 1, j + 1)
    if (from(i + 1, j)) return true
    return (
      letter !== undefined &&
      isLosable(letter, j) &&
      (from(i + 1, j + 1) || (pattern[i + 1] === lostLetter && from(i + 1, j)))
    )
  }
  const isLosable = (letter: string, j: number): boolean =>
    !isAscii(letter) ||
    (isPlain && mayBeAccented(letter, j === letters.length - 1) && !(arePlainConsonants && 'szly'.includes(letter)))

  return from(0, 0)
}
