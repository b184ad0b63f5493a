import { cutLengths } from './limits.ts'
import { readWords } from './read-words.ts'
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
  const raw = text ?? ''
  const read = readWords(raw)
  const words = read.words.slice(0, mostWords).map(wordOf)
  const reading = readRoles(words)
  const bits = (wanted: (role: Role) => boolean): number =>
    reading.roles.reduce<number>((all, role, i) => (wanted(role) ? all | (1 << i) : all), 0)
  const content = bits((role) => role === roles.content)
  const names = words.filter((_, i) => reading.roles[i] === roles.content)
  const letters = names.reduce((sum, word) => sum + lettersIn(word), 0)
  return {
    text: raw,
    words,
    roles: reading.roles,
    key: keyOf(words, reading.roles, reading.generation),
    content,
    initials: bits((role) => role === roles.initial),
    numbers: bits((role) => role === roles.number),
    looseLetters: words.reduce(
      (all, word, i) => (reading.roles[i] === roles.particle && looseLetters.has(word.text) ? all | (1 << i) : all),
      0,
    ),
    soft: bits((role) => role > roles.number),
    isUsable: letters >= 2 && names.some(isReadable),
    cut: cutOf(raw, read.words, reading.roles),
    generation: reading.generation,
    legalForms: read.glued.length > 0 ? [...reading.legalForms, ...read.glued] : reading.legalForms,
    isJoint: reading.isJoint,
    mask: names.reduce((all, word) => all | word.mask, 0),
    letters,
  }
}

const lettersIn = (word: Word): number => word.text.length

/** At least two letters, and not mostly lost ones. */
const isReadable = (word: Word): boolean => {
  if (!word.isDamaged) return true
  const kept = word.text.replaceAll('\ufffd', '').length
  return kept >= 2 && kept * 2 >= word.text.length
}

function keyOf(words: readonly Word[], found: readonly Role[], generation: string): string {
  const parts = words.filter((_, i) => (found[i] ?? roles.noise) <= roles.number).map((word) => word.text)
  if (generation !== '') parts.push(`/${generation}`)
  return parts.length < 2 ? (parts[0] ?? '') : parts.sort().join(' ')
}

/**
 * Whether the text ends where bank fields end, counted in characters or UTF-8 bytes, from its start or from the name
 * behind the bank's own words. One less: the cut fell on a blank, and the last word is whole.
 */
function cutOf(raw: string, words: readonly string[], found: readonly Role[]): PreparedName['cut'] {
  const text = raw.trimEnd()
  if (text.length < shortestCut) return 'no'
  const firstWord = words[found.findIndex((role) => role !== roles.noise)]
  const start = firstWord === undefined ? 0 : Math.max(0, text.indexOf(firstWord))
  const lengths = [text.length, text.length - start]
  if (!/^[\x20-\x7e]*$/.test(text)) lengths.push(Buffer.byteLength(text))
  if (lengths.some((length) => cutLengths.has(length))) return 'inside'
  return lengths.some((length) => cutLengths.has(length + 1)) ? 'between' : 'no'
}
