import { classes, nameClasses } from './lexicon.ts'
import { type Slip, shortestAmongOthers, shortestForSlip, shortestNobodysName, weights } from './limits.ts'
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

/** How sure one may be that the other spelling is nobody's name. */
type Ground = 'common' | 'known' | 'unlisted'

/**
 * Whether one word is the other with a slip of the hand, and not another name. Two words of the lists are two names
 * (Medina, Molina). Else it takes a word so long that no other family is likely to be called nearly the same, longer for
 * the changes by which families differ (s and z, one vowel for another, a letter added) than for those that only fingers
 * make (two letters swapped, one lost or doubled, the next key). The ends of words make other names (Mario, Maria;
 * Costa, Costas) and are never believed. With `isAmongOthers`, other rare words of the name agree.
 */
export function isTypingError(a: Word, b: Word, isAmongOthers = false): boolean {
  if (a.classes !== 0 && b.classes !== 0) return false
  if (a.script !== b.script || a.text.includes(lostLetter) || b.text.includes(lostLetter)) return false
  if (a.script !== 'latin' && a.script !== 'cyrillic' && a.script !== 'greek') return false
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a]
  const slip = slipBetween(short, long)
  if (slip === undefined) return false
  const ground = groundOf(a.classes === 0 ? b : a)
  const isNoName = isOfFingers(slip) && isOneNobodysName(a, b)
  if (isNoName && long.text.length >= shortestNobodysName) return true
  const needed = shortestForSlip[slip][ground]
  const eased = isAmongOthers && isOfFingers(slip) ? Math.max(needed - 1, shortestAmongOthers) : needed
  return tellingLength(long.text) >= Math.min(needed, eased)
}

/** Nearly the same, and perhaps a slip: for a person to decide. Not two names of the lists. */
export function isLetterApart(a: Word, b: Word): boolean {
  if ((a.classes !== 0 && b.classes !== 0) || a.script !== b.script) return false
  if (Math.abs(a.text.length - b.text.length) > 1) return false
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a]
  return slipBetween(short, long) !== undefined
}

const groundOf = (known: Word): Ground => {
  if (known.classes === 0) return 'unlisted'
  const isName = (known.classes & nameClasses) !== 0
  return !isName || known.weight <= weights.commonSurname ? 'common' : 'known'
}

/** One could be a name and the other could not. */
const isOneNobodysName = (a: Word, b: Word): boolean => a.isNobodys !== b.isNobodys

const isOfFingers = (slip: Slip): boolean =>
  slip === 'swapped' ||
  slip === 'swappedVowels' ||
  slip === 'lost' ||
  slip === 'lostVowel' ||
  slip === 'doubled' ||
  slip === 'nextKey'

/** The kind of the one change that makes one word of the other, or undefined. */
function slipBetween(shortWord: Word, longWord: Word): Slip | undefined {
  const [short, long] = [shortWord.text, longWord.text]
  if (long.length - short.length > 1) return undefined
  const start = sharedStart(short, long)
  const end = sharedEnd(short, long, start)
  if (end === 0 && !isSwap(short, long, start)) return undefined
  const [left, right] = [short.length - start - end, long.length - start - end]
  if (left === 0 && right === 1) return extraLetter(long, start, shortWord.classes !== 0, isGivenOnly(longWord))
  if (left === 1 && right === 1) return start === 0 ? undefined : changedLetter(short[start] ?? '', long[start] ?? '')
  if (!isSwap(short, long, start)) return undefined
  const [one = '', other = ''] = [short[start], short[start + 1]]
  const isOfLanguages =
    (isVowel(one) && isVowel(other)) || [one, other].some((letter) => letter === 'r' || letter === 'l')
  return isOfLanguages ? 'swappedVowels' : 'swapped'
}

/** A letter that only one has. After its like it is a double one: Whitaker and Whittaker are two families, but rr is a sound of its own. */
function extraLetter(long: string, at: number, isShortKnown: boolean, isLongGiven: boolean): Slip | undefined {
  const letter = long[at] ?? ''
  if (at === 0) return undefined
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
  if (areAlike(from, to)) return 'alike'
  if (isVowel(from) && isVowel(to)) return 'vowel'
  return areNeighbours(from, to) ? 'nextKey' : 'otherLetter'
}

/** Two neighbouring letters in the wrong order and nothing else. */
const isSwap = (a: string, b: string, at: number): boolean =>
  a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)

// Endings by which a language makes families of a few short stems: Jankowski and Janowski, Johnson and Johnston.
const familyEnding =
  /(?:owski|ewski|inski|ski|ska|cki|cka|son|sen|sson|man|mann|berg|gren|escu|ovic|evic|ic|ov|ova|ev|eva|enko|oglu|ian|yan|idis|akis|opoulos|opoulou|ini|elli|etti|eau|ier|ez|es)$/

/** Letters that say which family it is. */
const tellingLength = (long: string): number => long.replace(familyEnding, '').length

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
