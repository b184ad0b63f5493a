import { scriptBits } from './letters.ts'
import { classes, nameClasses } from './lexicon.ts'
import { cutLengths, weights } from './limits.ts'
import { readWords, withDotsAsBlanks } from './read-words.ts'
import { lostLetter } from './repair.ts'
import { readRoles } from './roles.ts'
import { type PreparedName, type Role, roles, type Word } from './types.ts'
import { wordOf } from './word.ts'

/** Positions are bits of one number; no name has more words that matter. */
const mostWords = 30
/** Joining words of one letter that are as often an initial; "y" hardly is. */
const looseLetters: ReadonlySet<string> = new Set('eioudl')
const shortestCut = Math.min(...cutLengths) - 1

/** Reads a name once, so that any number of comparisons with it are cheap. Null and blank give a name of no words. */
export function prepareName(text: string | null): PreparedName {
  const divided = withDotsAsBlanks(text ?? '')
  return readName(text ?? '', divided === undefined ? undefined : readName(divided, undefined))
}

function readName(raw: string, other: PreparedName | undefined): PreparedName {
  const read = readWords(raw)
  const words = read.words.slice(0, mostWords).map(wordOf).map(asFamily)
  const reading = readRoles(words)
  let [content, initials, numbers, soft, optional, loose, initialLike, scripts, letters] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  let isReadable = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    const role = reading.roles[i]
    const bit = 1 << i
    if (role === roles.content) {
      content |= bit
      scripts |= scriptBits[word.script]
      letters += word.text.length
      isReadable ||= !isMostlyLost(word)
      if (mayBeInitials(word)) initialLike |= bit
    } else if (role === roles.initial) initials |= bit
    else if (role === roles.number) numbers |= bit
    else {
      soft |= bit
      if (role !== roles.noise) optional |= bit
    }
    if (role === roles.particle && (looseLetters.has(word.text) || isLooseY(words, i))) loose |= bit
  }
  const cut = cutOf(raw, read.words, reading.roles)
  return {
    text: raw,
    words,
    roles: reading.roles,
    key: keyOf(words, reading.roles, reading.generation),
    content,
    initials,
    numbers,
    looseLetters: loose,
    soft,
    optional,
    initialLike: initialLike | initials | loose,
    isUsable: letters >= 2 && isReadable,
    isPlain:
      (initials | numbers | soft | initialLike) === 0 && scripts === scriptBits.latin && cut !== 'inside' && !other,
    cut,
    generation: reading.generation,
    legalForms: read.glued.length > 0 ? [...reading.legalForms, ...read.glued] : reading.legalForms,
    isJoint: reading.isJoint,
    scripts,
    letters,
    other,
  }
}

/** "Di Bartolomeo", "Di Stefano": the son of, and a family's name by now; "de la Fuente". */
const asFamily = (word: Word, i: number, words: readonly Word[]): Word =>
  isOfFamily(word, i, words)
    ? { ...word, classes: (word.classes & ~nameClasses) | classes.surname, weight: weights.surname }
    : word

function isOfFamily(word: Word, i: number, words: readonly Word[]): boolean {
  const before = words[i - 1]?.text ?? ''
  if (i > 1 && before === 'di') return (word.classes & nameClasses) === classes.given
  // "Elena de la Fuente": behind a given name no thing but a family.
  const isPlain = (word.classes & (classes.ordinary | classes.place)) !== 0 && (word.classes & nameClasses) === 0
  return isPlain && i > 1 && articles.has(before) && ((words[0] as Word).classes & classes.given) !== 0
}
const articles: ReadonlySet<string> = new Set(['la', 'las', 'los', 'del'])

/** "ANA Y SOSA": behind a given name and before none, it joins nothing; "Ortega y Gasset". */
const isLooseY = (words: readonly Word[], at: number): boolean => {
  const [before, behind] = [words[at - 1], words[at + 1]]
  if (words[at]?.text !== 'y' || before === undefined || behind === undefined) return false
  return (before.classes & classes.given) !== 0 && behind.text.length > 1 && (behind.classes & classes.given) === 0
}

/** "JC", "MF": short, in no list and no short form of a word. */
const mayBeInitials = (word: Word): boolean =>
  word.script === 'latin' &&
  word.classes === 0 &&
  word.fullForms === undefined &&
  word.text.length >= 2 &&
  word.text.length <= 3

/** "P????": fewer letters than marks. */
const isMostlyLost = (word: Word): boolean => {
  if (!word.isDamaged) return false
  const kept = word.text.replaceAll(lostLetter, '').length
  return kept < 2 || kept * 2 < word.pattern.length
}

function keyOf(words: readonly Word[], found: readonly Role[], generation: string): string {
  const parts: string[] = generation === '' ? [] : [`/${generation}`]
  for (let i = 0; i < words.length; i++) if ((found[i] as Role) <= roles.number) parts.push((words[i] as Word).text)
  return parts.length < 2 ? (parts[0] ?? '') : parts.sort().join(' ')
}

/**
 * Whether the text ends where bank fields end, counted from its start or from the name behind the bank's own words, with
 * its dots and commas or without. One less: the cut fell on a blank, and the last word is whole.
 */
function cutOf(raw: string, words: readonly string[], found: readonly Role[]): PreparedName['cut'] {
  if (raw.length < shortestCut) return 'no'
  // Fields are filled and columns made with blanks; how many there are says nothing.
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim()
  const firstWord = words[found.findIndex((role) => role !== roles.noise)]
  const start = firstWord === undefined ? 0 : Math.max(0, text.indexOf(firstWord))
  const lengths = [text.length, text.length - start, words.join(' ').length]
  if (lengths.some((length) => cutLengths.has(length))) return 'inside'
  return lengths.some((length) => cutLengths.has(length + 1)) ? 'between' : 'no'
}
