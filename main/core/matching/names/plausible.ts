import { visitNames } from './lexicon.ts'

/** The letters of the Latin alphabet, all others as one, and the blank before and behind a word. */
const letters = 28
const blank = 0
const other = 27

let runs: Uint8Array | undefined

const numberOf = (word: string, at: number): number => {
  if (at < 0 || at >= word.length) return blank
  const number = word.charCodeAt(at) - 0x60
  return number >= 1 && number <= 26 ? number : other
}

/** The three letters around a place as one number. */
const runAt = (word: string, at: number): number =>
  (numberOf(word, at - 1) * letters + numberOf(word, at)) * letters + numberOf(word, at + 1)

/** Every three letters in a row that some listed name has, with a blank for its beginning and end. */
function runsOfNames(): Uint8Array {
  const found = new Uint8Array(letters ** 3)
  visitNames((name) => {
    for (let at = 0; at < name.length; at++) found[runAt(name, at)] = 1
  })
  return found
}

/**
 * Whether no name of the lists, in some twenty languages, has letters in such an order as this word: then it is a slip and
 * nobody's name ("alejnadro", "yagmrulu"). Of Latin letters.
 */
export function isNobodysName(word: string): boolean {
  runs ??= runsOfNames()
  for (let at = 0; at < word.length; at++) if (runs[runAt(word, at)] === 0) return true
  return false
}
