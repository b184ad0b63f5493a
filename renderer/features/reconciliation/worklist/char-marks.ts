import { diffChars } from 'diff'

/** A stretch of a text: the same as in the other text, or not. */
export interface CharPart {
  readonly text: string
  readonly same: boolean
}

/** Beyond this a comparison letter by letter says nothing to a reader and takes long. */
const longest = 300

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * The characters of `text` that are the same in `other` and those that differ, without regard to case and accents.
 * Joined, the parts give `text` again.
 */
export function charMarks(text: string, other: string): CharPart[] {
  const letters = [...text.normalize('NFC')]
  if (letters.length > longest || other.length > longest) return [{ text, same: true }]
  // One folded letter for each letter shown, so that places agree.
  const folded = letters.map((letter) => fold(letter).slice(0, 1) || letter).join('')
  const parts: CharPart[] = []
  let at = 0
  for (const { value, added, removed } of diffChars(fold(other.normalize('NFC')), folded)) {
    if (removed) continue
    const length = [...value].length
    parts.push({ text: letters.slice(at, at + length).join(''), same: !added })
    at += length
  }
  return parts
}

/** `text` with the stretches that one of the fragments names. */
export function fragmentMarks(text: string, fragments: readonly string[]): CharPart[] {
  const lower = text.toLowerCase()
  const hit = new Array<boolean>(text.length).fill(false)
  for (const fragment of fragments) {
    if (fragment.length < 3) continue
    for (let at = lower.indexOf(fragment.toLowerCase()); at >= 0; at = lower.indexOf(fragment.toLowerCase(), at + 1))
      hit.fill(true, at, at + fragment.length)
  }
  const parts: CharPart[] = []
  for (let at = 0; at < text.length; at += 1) {
    const last = parts.at(-1)
    const same = hit[at] ?? false
    if (last && last.same === same) parts[parts.length - 1] = { text: last.text + text[at], same }
    else parts.push({ text: text[at] ?? '', same })
  }
  return parts
}
