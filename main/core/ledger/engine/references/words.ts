import { isIban } from '../../../matching/check-digits.ts'
import { foldText } from '../../../matching/fold.ts'

/** A run of letters and digits with its place in the text as it came. */
export interface TextWord {
  /** Upper case, no accents. */
  readonly normal: string
  readonly start: number
  readonly end: number
  readonly hasDigit: boolean
  /** Belongs to an account number or a mandate, or is a postal code beside its country. */
  readonly isTaken: boolean
}

const mandates = /\b(?:MREF|MANDAT\w*|MANDATE|MDT|UMR|SEPAMANDAT)\W{0,3}\S+/gi
const postalCodes = /\b(?:DE|AT|CH|FR|ES|IT|PL|CZ|NL|BE|[DAFEI])-\d{4,5}\b/g
const longestAccountInGroups = 9

/** Upper case without accents and separators: `inv-2025/0007` → `INV20250007` (6.3). */
export const normalReference = (text: string): string =>
  foldText(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

export const withoutZeros = (text: string): string => text.replace(/^0+(?=.)/, '')

const plain = /[A-Za-z0-9]+/g
const anyScript = /[\p{L}\p{N}]+/gu
const ascii = /^[\n\r\t -~]*$/

export function wordsOf(text: string): TextWord[] {
  const isAscii = ascii.test(text)
  const words = [...text.matchAll(isAscii ? plain : anyScript)].map((found) => ({
    normal: isAscii ? found[0].toUpperCase() : foldText(found[0]).toUpperCase(),
    start: found.index,
    end: found.index + found[0].length,
    hasDigit: /\d/.test(found[0]),
    isTaken: false,
  }))
  for (let from = 0; from < words.length; from++) {
    const first = (words[from] as TextWord).normal
    if (!/^[A-Z]{2}(?:\d\d|$)/.test(first)) continue
    for (let to = from + 1; to <= Math.min(words.length, from + longestAccountInGroups); to++)
      if (isIban(joined(words, from, to))) for (let at = from; at < to; at++) take(words, at)
  }
  for (const pattern of [mandates, postalCodes])
    for (const found of text.matchAll(pattern))
      words.forEach((word, at) => {
        if (word.start >= found.index && word.end <= found.index + found[0].length) take(words, at)
      })
  return words
}

const joined = (words: readonly TextWord[], from: number, to: number): string => {
  let text = ''
  for (let at = from; at < to; at++) text += (words[at] as TextWord).normal
  return text
}

const take = (words: TextWord[], at: number): void => {
  words[at] = { ...(words[at] as TextWord), isTaken: true }
}
