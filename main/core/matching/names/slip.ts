import { classes, nameClasses } from './lexicon.ts'
import type { Slip } from './limits.ts'
import type { Word } from './types.ts'

const isVowel = (letter: string): boolean => 'aeiouyаеиоуыэюяіїєαειηουω'.includes(letter)

// Letters that sound alike to whoever typed the name, in the languages of the lists.
const alike = ['bv', 'sz', 'sc', 'cz', 'gj', 'iy', 'kc', 'kq', 'cq', 'mn', 'xs', 'xj', 'dt', 'vw', 'fv', 'uw', 'ij']
const areAlike = (a: string, b: string): boolean => alike.includes(a + b) || alike.includes(b + a)

/** Keys that touch whose letters sound alike as well: slips, but families differ by them too. */
const besideAndAlike: ReadonlySet<string> = new Set(['mn', 'nm', 'io', 'oi', 'iu', 'ui'])

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const placeOf = (letter: string): readonly [row: number, column: number] => {
  const row = keyRows.findIndex((keys) => keys.includes(letter))
  return [row, keyRows[row]?.indexOf(letter) ?? Number.NaN]
}

/** Keys that touch: on QWERTY each row begins a little further right than the one above. */
function areNeighbours(a: string, b: string): boolean {
  const [[rowA, columnA], [rowB, columnB]] = [placeOf(a), placeOf(b)]
  if (rowA === rowB) return Math.abs(columnA - columnB) === 1
  const [above, below] = rowA < rowB ? [columnA, columnB] : [columnB, columnA]
  return Math.abs(rowA - rowB) === 1 && (above === below || above === below + 1)
}

/** What may have gone wrong between two words, and the place of the first letter that differs. */
export interface Change {
  readonly slip: Slip
  readonly at: number
}

/** The one change that makes one word of the other, or undefined where there is none or more. */
export function changeBetween(shortWord: Word, longWord: Word): Change | undefined {
  const [short, long] = [shortWord.text, longWord.text]
  if (long.length - short.length > 1) return undefined
  const start = sharedStart(short, long)
  const end = sharedEnd(short, long, start)
  if (end === 0 && !isSwap(short, long, start)) return undefined
  const [left, right] = [short.length - start - end, long.length - start - end]
  if (start === 0 && left !== 2) return undefined
  const slip =
    left === 0 && right === 1
      ? extraLetter(long, start, shortWord.classes !== 0, isGivenOnly(longWord))
      : left === 1 && right === 1
        ? changedLetter(short[start] ?? '', long[start] ?? '')
        : swappedLetters(short, long, start)
  return slip && { slip, at: start }
}

function swappedLetters(short: string, long: string, at: number): Slip | undefined {
  if (!isSwap(short, long, at)) return undefined
  const [one = '', other = ''] = [short[at], short[at + 1]]
  const isOfLanguages =
    (isVowel(one) && isVowel(other)) || [one, other].some((letter) => letter === 'r' || letter === 'l')
  return isOfLanguages ? 'swappedVowels' : 'swapped'
}

/** A letter that only one has. After its like it is a double one: Whitaker and Whittaker are two families, but rr is a sound of its own. */
function extraLetter(long: string, at: number, isShortKnown: boolean, isLongGiven: boolean): Slip {
  const letter = long[at] ?? ''
  if (letter === long[at - 1] || letter === long[at + 1])
    return letter === 'r' || isLongGiven ? 'doubled' : 'doubledAlike'
  if (isShortKnown) return 'added'
  if (!isVowel(letter)) return 'lost'
  // Ferreira and Ferrera are two families; the u of Rodríguez is not heard.
  const isSilent = letter === 'u' && /[gq]/.test(long[at - 1] ?? '')
  return !isSilent && [long[at - 1], long[at + 1]].some((beside) => isVowel(beside ?? ' ')) ? 'vowel' : 'lostVowel'
}

const isGivenOnly = (word: Word): boolean => (word.classes & nameClasses) === classes.given

function changedLetter(from: string, to: string): Slip {
  if (besideAndAlike.has(from + to)) return 'nextKeyAlike'
  if (areAlike(from, to)) return 'alike'
  if (isVowel(from) && isVowel(to)) return 'vowel'
  return areNeighbours(from, to) ? 'nextKey' : 'otherLetter'
}

/** Two neighbouring letters in the wrong order and nothing else. */
const isSwap = (a: string, b: string, at: number): boolean =>
  a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)

function sharedStart(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}

function sharedEnd(a: string, b: string, from: number): number {
  let i = 0
  while (i < a.length - from && a[a.length - 1 - i] === b[b.length - 1 - i]) i++
  return i
}
