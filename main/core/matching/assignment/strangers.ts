import { areClearlyDifferent, mayBeOneWord } from '../names/clearly-different.ts'
import type { PreparedName, Word } from '../names/types.ts'
import type { ReadMovement } from './pairs.ts'

/** Words of a pool up to which each two are looked at once; beyond it they are hardly the same ones again and again. */
const mostWords = 1000

/** For a request's name: whether the movement in a column is clearly somebody else's, without comparing the names. */
type FindStrangers = (own: PreparedName) => (column: number) => boolean

export const strangersOneByOne =
  (movements: readonly ReadMovement[]): FindStrangers =>
  (own) =>
  (column) =>
    areClearlyDifferent(own, (movements[column] as ReadMovement).name)

/** The same for a crowd that shares its words: each two words are related once and not for each two names. */
export function strangerFinder(movements: readonly ReadMovement[]): FindStrangers {
  const numbers = new Map<Word, number>()
  const numberOf = (word: Word): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  const ofColumn = movements.map(({ name }) => name.words.map(numberOf))
  if (numbers.size > mostWords) return strangersOneByOne(movements)

  /** By the word of a request, what each word of the movements has to do with it: 0 not asked, 1 nothing, 2 something. */
  const known = new Map<Word, Uint8Array>()
  const relatedTo = (word: Word): Uint8Array => {
    const found = known.get(word) ?? new Uint8Array(numbers.size)
    known.set(word, found)
    return found
  }
  return (own) => {
    const related = own.words.map(relatedTo)
    return (column) => {
      const { name } = movements[column] as ReadMovement
      const theirs = ofColumn[column] as readonly number[]
      return areClearlyDifferent(own, name, (i, j) => {
        const [ofWord, at] = [related[i] as Uint8Array, theirs[j] as number]
        if (ofWord[at] === 0) ofWord[at] = mayBeOneWord(own.words[i] as Word, name.words[j] as Word) ? 2 : 1
        return ofWord[at] === 2
      })
    }
  }
}
