import { classes, nameClasses } from './lexicon.ts'
import { allowedTypingErrors, weights } from './limits.ts'
import { lostLetter } from './repair.ts'
import type { Word } from './types.ts'

const isVowel = (letter: string): boolean => 'aeiouyаеиоуыэюяіїєαειηουω'.includes(letter)

// Letters that sound alike to whoever typed the name, in the languages of the lists.
const alike = ['bv', 'sz', 'sc', 'cz', 'gj', 'iy', 'kc', 'kq', 'cq', 'mn', 'xs', 'xj', 'dt', 'vw', 'fv', 'uw', 'ij']
const areAlike = (a: string, b: string): boolean => alike.includes(a + b) || alike.includes(b + a)

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

const shortWord = 4
/** From here on the rest of a word says which word it is, whatever became of one letter. */
const longWord = 8

/** How sure one may be that a slip was made and not another name. */
interface Ground {
  /** One of the two is in the lists and the other nowhere, as a misspelling is. */
  readonly isOneKnown: boolean
  /** … and it is a common surname: its misspellings outnumber the rare surnames beside it. */
  readonly isCommon: boolean
  /** … and it is a given name, where a vowel more or less makes another (Nélida, Nelda). */
  readonly isGiven: boolean
  /** Two further words of the name agree. */
  readonly isAmongOthers: boolean
}

/**
 * Whether one word is the other with a slip of the hand. Not where the change makes another name: two words of the
 * lists (Medina, Molina), the last vowel (Mario, Maria), an added s, another first letter (Suárez, Juárez), short words.
 */
export function isTypingError(a: Word, b: Word, isAmongOthers = false): boolean {
  if (a.classes !== 0 && b.classes !== 0) return false
  if (a.script !== b.script || a.text.includes(lostLetter) || b.text.includes(lostLetter)) return false
  if (a.script !== 'latin' && a.script !== 'cyrillic' && a.script !== 'greek') return false
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text]
  if (isSwap(short, long)) return true
  const isOneKnown = a.classes !== b.classes
  const known = a.classes === 0 ? b : a
  const isGiven = (known.classes & nameClasses) === classes.given
  const ground = { isOneKnown, isCommon: isOneKnown && known.weight <= weights.commonSurname, isGiven, isAmongOthers }
  const allowed = Math.max(allowedTypingErrors(short.length), short.length === shortWord && ground.isOneKnown ? 1 : 0)
  if (allowed === 0 || long.length - short.length > allowed) return false

  const start = sharedStart(short, long)
  const end = sharedEnd(short, long, start)
  const left = short.length - start - end
  const right = long.length - start - end
  if (left === 1 && right === 1) return isPlausibleChange(short, long, start, ground)
  if (left === 0 && right === 1) return isPlausibleExtra(long, start, ground)
  if (allowed < 2 || start < 2 || end < 1) return false
  return distanceWithin(short.slice(start, short.length - end), long.slice(start, long.length - end), 2)
}

/**
 * Two neighbouring letters in the wrong order: the one slip that is believed in words of four letters. Not a vowel and an r
 * (Garnier, Granier), which languages swap by themselves.
 */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false
  const at = sharedStart(a, b)
  if (a[at] !== b[at + 1] || a[at + 1] !== b[at] || a.slice(at + 2) !== b.slice(at + 2)) return false
  const [one = '', other = ''] = [a[at], a[at + 1]]
  return a.length > longWord || !((one === 'r' && isVowel(other)) || (other === 'r' && isVowel(one)))
}

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

function isPlausibleChange(a: string, b: string, at: number, { isOneKnown, isAmongOthers }: Ground): boolean {
  const [from = '', to = ''] = [a[at], b[at]]
  const isSlip = areAlike(from, to) || areNeighbours(from, to)
  const areVowels = isVowel(from) && isVowel(to)
  const isSupported = isOneKnown && isAmongOthers && a.length > shortWord && !areVowels
  if (at === a.length - 1) {
    if (areVowels) return areAlike(from, to) && a.length > shortWord
    return a.length > shortWord && (areAlike(from, to) || (isOneKnown && (isSlip || a.length > shortWord + 1)))
  }
  if (at === 0) return isSupported || (isSlip && a.length >= longWord - (isOneKnown ? 3 : 1))
  // Bellini and Belloni, Sobczak and Sobczyk: one vowel for another is the commonest difference between two families.
  if (areAlike(from, to)) return true
  if (areVowels) return a.length > longWord || (isAmongOthers && a.length >= longWord - 1)
  if (isSupported || (isSlip && isOneKnown)) return true
  return a.length >= longWord - (isSlip ? 2 : 0)
}

/** A letter more or less. At the end it makes other surnames (Roche, Rocher; Costa, Costas), so only long words are believed. */
function isPlausibleExtra(long: string, at: number, { isOneKnown, isCommon, isGiven, isAmongOthers }: Ground): boolean {
  const letter = long[at] ?? ''
  const isSupported = isOneKnown && isAmongOthers && long.length > shortWord + 1
  // "Residente" is no misspelt "Presidente": without the lists the first letter decides.
  if (at === 0) return letter === 'h' || isSupported || (isOneKnown && long.length >= longWord - 1)
  if (at === long.length - 1) return !isVowel(letter) && letter !== 's' && long.length > longWord
  if (letter === long[at - 1] || letter === long[at + 1]) return true
  if (isVowel(letter) && isGiven) return long.length >= longWord
  return isSupported || long.length >= longWord - (isCommon ? 3 : 1)
}

/** Whether at most `most` changes, additions, losses or swaps of neighbours lead from one to the other. */
function distanceWithin(a: string, b: string, most: number): boolean {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return (row[b.length] ?? most + 1) <= most
}
