import type { Board } from './find-names.ts'
import { isContained, isTellingWord, type Name, type Reading } from './names.ts'

interface Entry {
  readonly name: number
  readonly reading: Reading
}

const pieceLength = 3
function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>()
  for (let i = 0; i + pieceLength <= text.length; i++) pieces.add(text.slice(i, i + pieceLength))
  return pieces
}

function add(index: Map<string, number[]>, key: string, value: number): void {
  const values = index.get(key)
  if (values) values.push(value)
  else index.set(key, [value])
}

const nothing: readonly number[] = []

/**
 * Scores one name against all of a crowd at the price of those that share something with it: words are counted through
 * lists of holders, and contained names are looked up by the three letters of a text that are rarest in the crowd.
 */
export function indexNames(names: readonly Name[], board: Board): (name: Name) => void {
  const entries: Entry[] = names.flatMap(({ readings }, name) => readings.map((reading) => ({ name, reading })))
  const readingAt = (at: number): Reading | undefined => entries[at]?.reading
  const byText = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  const byPiece = new Map<string, number[]>()
  const byRarestPiece = new Map<string, number[]>()
  const short: number[] = []
  for (const [at, { reading }] of entries.entries()) {
    add(byText, reading.text, at)
    for (const word of reading.words) add(byWord, word, at)
    for (const piece of piecesOf(reading.text)) add(byPiece, piece, at)
  }
  function rarest(pieces: Iterable<string>): string | undefined {
    let found: string | undefined
    let fewest = Number.POSITIVE_INFINITY
    for (const piece of pieces) {
      const holders = byPiece.get(piece)?.length ?? 0
      if (holders >= fewest) continue
      found = piece
      fewest = holders
    }
    return found
  }
  for (const [at, { reading }] of entries.entries()) {
    const piece = rarest(piecesOf(reading.text))
    if (piece === undefined) short.push(at)
    else add(byRarestPiece, piece, at)
  }

  const nameOf = Int32Array.from(entries, (entry) => entry.name)
  const wordsOf = Int32Array.from(entries, (entry) => entry.reading.words.size)
  const raise = (at: number, score: number, reason: Parameters<Board['raise']>[2]) =>
    board.raise(nameOf[at] ?? -1, score, reason)

  const shared = new Int32Array(entries.length)
  function countWords(reading: Reading): void {
    const sharing: number[] = []
    for (const word of reading.telling)
      for (const at of byWord.get(word) ?? nothing) {
        const before = shared[at] ?? 0
        if (before === 0) sharing.push(at)
        shared[at] = before + 1
      }
    // A common word counts only beside a telling one.
    for (const word of reading.words) {
      if (isTellingWord(word)) continue
      for (const at of byWord.get(word) ?? nothing) {
        const before = shared[at] ?? 0
        if (before > 0) shared[at] = before + 1
      }
    }
    for (const at of sharing) {
      const both = shared[at] ?? 0
      const score = both / (reading.words.size + (wordsOf[at] ?? 0) - both)
      raise(at, score, score === 1 ? 'same_name' : 'shared_words')
      shared[at] = 0
    }
  }

  function lookUpContained(reading: Reading): void {
    const check = (holders: Iterable<number>) => {
      for (const at of holders) {
        const other = readingAt(at)
        if (other && isContained(reading, other)) raise(at, 0.8, 'contained_name')
      }
    }
    const pieces = piecesOf(reading.text)
    const piece = rarest(pieces)
    if (piece === undefined) {
      check(entries.keys())
      return
    }
    check(byPiece.get(piece) ?? nothing)
    for (const each of pieces) check(byRarestPiece.get(each) ?? nothing)
    check(short)
  }

  return (name) => {
    if (name.isEmpty) {
      for (const at of names.keys()) board.raise(at, 0.5, 'no_sender')
      return
    }
    for (const reading of name.readings) {
      for (const at of byText.get(reading.text) ?? nothing) raise(at, 1, 'same_name')
      countWords(reading)
      lookUpContained(reading)
    }
    for (const at of byText.get('') ?? nothing) raise(at, 0.5, 'no_sender')
  }
}
