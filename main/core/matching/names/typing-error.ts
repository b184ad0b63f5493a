import { allowedTypingErrors } from './limits.ts'
import type { Word } from './types.ts'

const isVowel = (letter: string): boolean => 'aeiouyаеиоуыэюяіїєαειηουω'.includes(letter)

// Letters that sound alike to whoever typed the name, in the languages of the lists.
const alike = ['bv', 'sz', 'sc', 'cz', 'gj', 'iy', 'kc', 'kq', 'cq', 'mn', 'xs', 'xj', 'dt', 'vw', 'fv', 'uw', 'ij']
const areAlike = (a: string, b: string): boolean => alike.includes(a + b) || alike.includes(b + a)

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const areNeighbours = (a: string, b: string): boolean =>
  keyRows.some((row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1)

/**
 * Whether one word is the other with a slip of the hand. Not where the change makes another name: two words of the
 * lists (Medina, Molina), the last vowel (Mario, Maria), an added s, another first letter (Suárez, Juárez), short words.
 */
export function isTypingError(a: Word, b: Word): boolean {
  if (a.classes !== 0 && b.classes !== 0) return false
  if (a.script !== b.script || a.isDamaged || b.isDamaged) return false
  if (a.script !== 'latin' && a.script !== 'cyrillic' && a.script !== 'greek') return false
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text]
  if (isSwap(short, long)) return true
  const allowed = allowedTypingErrors(short.length)
  if (allowed === 0 || long.length - short.length > allowed) return false

  const start = sharedStart(short, long)
  const end = sharedEnd(short, long, start)
  const left = short.length - start - end
  const right = long.length - start - end
  if (left === 1 && right === 1) return isPlausibleChange(short, long, start)
  if (left === 0 && right === 1) return isPlausibleExtra(long, start)
  return (
    allowed > 1 &&
    start > 1 &&
    end > 0 &&
    distanceWithin(short.slice(start, short.length - end), long.slice(start, long.length - end), 2)
  )
}

/** Two neighbouring letters in the wrong order: the one slip that is believed in words of four letters. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false
  const at = sharedStart(a, b)
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at + 2 <= a.length
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

/** Distance at which a change to an unrelated letter is believed: in a long word the rest still says which it is. */
const longWord = 7

function isPlausibleChange(a: string, b: string, at: number): boolean {
  const [from = '', to = ''] = [a[at], b[at]]
  if (at === 0) return a.length >= longWord && areAlike(from, to)
  if (at === a.length - 1) return areAlike(from, to)
  if (areAlike(from, to)) return true
  return a.length >= (areNeighbours(from, to) ? longWord - 1 : longWord) && isVowel(from) === isVowel(to)
}

function isPlausibleExtra(long: string, at: number): boolean {
  const letter = long[at] ?? ''
  if (at === 0) return letter === 'h' || long.length > longWord
  if (at === long.length - 1) return !isVowel(letter) && letter !== 's' && long.length > longWord - 1
  return true
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
