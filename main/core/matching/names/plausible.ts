import { namesInLists } from './lexicon.ts'

let runs: ReadonlySet<string> | undefined

/** Every three letters in a row that some listed name has, with a blank for its beginning and end. */
const runsOfNames = (): ReadonlySet<string> => new Set(namesInLists().flatMap(runsIn))

const runsIn = (word: string): string[] => {
  const text = ` ${word} `
  return Array.from({ length: text.length - 2 }, (_, i) => text.slice(i, i + 3))
}

/**
 * Whether no name of the lists, in some twenty languages, has letters in such an order as this word: then it is a slip and
 * nobody's name ("alejnadro", "yagmrulu"). Of Latin letters.
 */
export function isNobodysName(word: string): boolean {
  runs ??= runsOfNames()
  const known = runs
  return runsIn(word).some((run) => !known.has(run))
}
