import { visitNames } from './lexicon.ts'

/** The letters of the Latin alphabet, all others as one, and the blank before and behind a word. */
const letters = 28
const blank = 0
const other = 27

let runs: Uint16Array | undefined

const numberOf = (word: string, at: number): number => {
  if (at < 0 || at >= word.length) return blank
  const number = word.charCodeAt(at) - 0x60
  return number >= 1 && number <= 26 ? number : other
}

/** The three letters around a place as one number. */
const runAt = (word: string, at: number): number =>
  (numberOf(word, at - 1) * letters + numberOf(word, at)) * letters + numberOf(word, at + 1)

/** How many of the listed names have three letters in a row, with a blank for their beginning and end. */
function runsOfNames(): Uint16Array {
  const found = new Uint16Array(letters ** 3)
  visitNames((name) => {
    for (let at = 0; at < name.length; at++) {
      const run = runAt(name, at)
      found[run] = (found[run] as number) + 1
    }
  })
  return found
}

/**
 * How many names of the lists, in some twenty languages, have the letters in such an order as this word around a place, by
 * the rarest three: 0 says that it is nobody's name ("alejnadro", "yagmrulu"). Of Latin letters; places count from 0, both
 * included.
 */
export function namesAlike(word: string, from: number, to: number): number {
  runs ??= runsOfNames()
  let fewest = Number.POSITIVE_INFINITY
  for (let at = Math.max(0, from); at <= Math.min(word.length - 1, to); at++)
    fewest = Math.min(fewest, runs[runAt(word, at)] as number)
  return fewest
}
