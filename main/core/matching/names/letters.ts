import { foldText } from '../fold.ts'
import { simplified } from './transliteration/han-forms.ts'
import type { Script } from './types.ts'

const ascii = /^[\x20-\x7e]*$/
const scripts: readonly (readonly [RegExp, Script])[] = [
  [/\p{Script=Latin}/u, 'latin'],
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Hangul}/u, 'hangul'],
  [/\p{Script=Han}/u, 'han'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, 'kana'],
  [/\p{L}/u, 'other'],
]

export function scriptOf(word: string): Script {
  if (ascii.test(word)) return /[a-z]/i.test(word) ? 'latin' : 'digits'
  return scripts.find(([letters]) => letters.test(word))?.[1] ?? 'digits'
}

/** Bits for sets of scripts. */
export const scriptBits: Readonly<Record<Script, number>> = {
  latin: 1,
  cyrillic: 2,
  greek: 4,
  arabic: 8,
  hebrew: 16,
  kana: 32,
  hangul: 64,
  han: 128,
  other: 256,
  digits: 512,
}

const sameLetters: Readonly<Record<string, string>> = { ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ې: 'ي', ٱ: 'ا' }

/** One syllabary for Japanese, one form for Arabic and Han letters that are written in two ways. */
const oneForm = (text: string): string =>
  (/\p{Script=Han}/u.test(text) ? Array.from(text, simplified).join('') : text)
    .replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[ىیةکېٱ]/g, (letter) => sameLetters[letter] ?? letter)

/** Letters without case and accents, in any script. */
export const foldWord = (word: string): string => (ascii.test(word) ? word.toLowerCase() : oneForm(foldText(word)))

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae', đ: 'dj' }

/** The second spelling of German, Nordic and Serbo-Croatian letters (`müller` → `mueller`), or empty when there is none. */
export const spellOut = (lowerCase: string): string =>
  /[äöüøåæđ]/.test(lowerCase) ? foldWord(lowerCase.replace(/[äöüøåæđ]/g, (letter) => spelledOut[letter] ?? letter)) : ''

/**
 * Without the letters that ASCII does not have, or empty when all are ASCII or too few would stay. Not when only the last
 * one would go: that may be all that tells Emine from Emin.
 */
export function dropLetters(lowerCase: string): string {
  const letters = lowerCase.replace(/\p{M}/gu, '')
  if (ascii.test(letters) || ascii.test(letters.slice(0, -1))) return ''
  const kept = letters.replace(/[^\x20-\x7e]/g, '')
  return kept.length >= 2 ? kept : ''
}

/** Two spellings of one German or Nordic name, both in plain letters: `mueller`, `muller`. */
export const contractVowels = (word: string): string => word.replace(/(?<![aeiou])([aou])e/g, '$1').replace(/aa/g, 'a')

/** Bit per Latin letter, or per letter modulo 32: two words that share few bits share few letters. */
export function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code > 0x60 || code >= 0x30) mask |= 1 << (code & 31)
  }
  return mask
}

export function countBits(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
