import { foldText } from './fold.ts'

/** One way to read a name: its text, its words of two or more characters, and which of them tell who it is. */
export interface Reading {
  readonly text: string
  readonly words: ReadonlySet<string>
  readonly telling: readonly string[]
}

/** A name ready for comparison. Two readings when punctuation stands where a blank may be meant ("Perez,Juan"). */
export interface Name {
  readonly readings: readonly Reading[]
  readonly isEmpty: boolean
}

export type NameReason = 'same_name' | 'contained_name' | 'shared_words' | 'no_sender' | 'other_name'

export interface NameScore {
  readonly score: number
  readonly reason: NameReason
}

/** A name that fits another one, by its position in the list that was searched. */
export interface Fit extends NameScore {
  readonly other: number
}

// Dots and apostrophes in all their forms, and what cannot be seen: never a border between words (appendix B 1).
const insideWords =
  /[.'`\u02b0-\u02ff\u2018\u2019\u201a\u201b\u2032\u2035\u00b7\u2024\u2027\u3002\ua78b\ua78c]|\p{Cf}/gu
const notInNames = /[^\p{L}\p{M}\p{N}\s]+/gu
const blanks = /\s+/gu
const wholeWordLetter = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u

/** Words that say nothing about who paid: legal forms and particles. Sharing only these is sharing nothing (12.2). */
const commonWords = new Set(
  (
    'sa sas sac saic sacv sapi srl sl slu spa ltda lda eireli inc llc llp ltd plc corp co cia gmbh ag kg bv nv oy ab ' +
    'de del la las los el da do das dos di du et und and the of'
  ).split(' '),
)

export const isTellingWord = (word: string): boolean => !commonWords.has(word)

function read(text: string): Reading {
  const words = new Set(text.split(' ').filter((word) => word.length >= 2 || wholeWordLetter.test(word)))
  return { text, words, telling: [...words].filter(isTellingWord) }
}

const withoutPunctuation = (folded: string, instead: '' | ' '): string =>
  folded.replace(notInNames, instead).replace(blanks, ' ').trim()

/**
 * Spec 3.4 for letters of every script: case and accents folded, every other character deleted, blanks collapsed:
 * `O'Neil-Paz, S.A.` → `oneilpaz sa`.
 */
export const normaliseName = (raw: string): string => withoutPunctuation(foldText(raw).replace(insideWords, ''), '')

export function readName(raw: string | null): Name {
  const folded = raw === null ? '' : foldText(raw).replace(insideWords, '')
  const text = withoutPunctuation(folded, '')
  const spaced = withoutPunctuation(folded, ' ')
  return { readings: text === spaced ? [read(text)] : [read(text), read(spaced)], isEmpty: text === '' }
}

/** `readName` that remembers the last names, since the same ones return in every evaluation. */
export function createNameReader(size = 20_000): (raw: string | null) => Name {
  const known = new Map<string | null, Name>()
  return (raw) => {
    const found = known.get(raw)
    if (found) return found
    if (known.size >= size) known.clear()
    const name = readName(raw)
    known.set(raw, name)
    return name
  }
}

/** |A ∩ B| / |A ∪ B|, or 0 when no telling word is shared. */
function sharedWords(a: Reading, b: Reading): number {
  if (!a.telling.some((word) => b.words.has(word))) return 0
  let shared = 0
  for (const word of a.words) if (b.words.has(word)) shared++
  return shared / (a.words.size + b.words.size - shared)
}

/** A lone letter or a bare legal form occurs inside almost anything, so it does not count as contained (12.2). */
export const isContained = (a: Reading, b: Reading): boolean =>
  (b.telling.length > 0 && a.text.includes(b.text)) || (a.telling.length > 0 && b.text.includes(a.text))

function scoreReadings(a: Reading, b: Reading): NameScore {
  if (a.text === b.text) return { score: 1, reason: 'same_name' }
  const shared = sharedWords(a, b)
  if (shared === 1) return { score: 1, reason: 'same_name' }
  if (shared < 0.8 && isContained(a, b)) return { score: 0.8, reason: 'contained_name' }
  return shared > 0 ? { score: shared, reason: 'shared_words' } : { score: 0, reason: 'other_name' }
}

/** How well two names agree, 0 to 1 (3.4): the better of their readings. */
export function scoreNames(a: Name, b: Name): NameScore {
  if (a.isEmpty || b.isEmpty) return { score: 0.5, reason: 'no_sender' }
  let best: NameScore = { score: 0, reason: 'other_name' }
  for (const left of a.readings)
    for (const right of b.readings) {
      const found = scoreReadings(left, right)
      if (found.score > best.score) best = found
    }
  return best
}
