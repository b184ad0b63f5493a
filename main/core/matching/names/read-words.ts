import { foldWord } from './letters.ts'
import { lookUp } from './lexicon.ts'
import { lostLetter, repairText } from './repair.ts'
import { gluedLegalForms } from './words/legal-forms.ts'

const plain = /^[A-Za-z ]*$/
// Dots and apostrophes in all their forms, and what cannot be seen, never divide a word: "O'Neil", "S.A." (appendix B 1).
const insideWords =
  /[.'`´¨¯¸˙\u02b0-\u02ff\u2018\u2019\u201a\u201b\u2032\u2035\u00b7\u2024\u2027\u3002\ua78b\ua78c\u05f3\u05f4\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const doubleQuotesInHebrew = /(?<=[\u05d0-\u05ea])["”](?=[\u05d0-\u05ea])/g
const divider = /[^\p{L}\p{M}\p{N}\ufffd]+/u

// Without dots, since a dot may stand anywhere and mean nothing; what they leave out is seen by its length (roles.ts).
const dates =
  /\b\d{1,2}[/-]\d{1,2}(?:[/-](?:\d{4}|\d{2}))?\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b|\b(?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2}\b/g
const amounts = /\b\d[\d.]*,\d{2}\b|\b\d{1,3}(?:,\d{3})+\.\d{2}\b/g
const maskedCards = /[\dx*]*[x*]{3,}[\dx*]*\d{2,}/gi
const taxNumbers = /\b\d{2}-\d{8}-\d\b/g

const glued = new RegExp(gluedLegalForms.map((form) => form.replace(/[()]/g, '\\$&')).join('|'), 'g')

export interface ReadText {
  readonly words: readonly string[]
  /** Legal forms that were written together with the name, as written. */
  readonly glued: readonly string[]
}

/**
 * Divides a text into words: everything that is neither letter nor digit is a blank, dots and apostrophes are nothing.
 * Dates, amounts, card and tax numbers are left out.
 */
export function readWords(text: string): ReadText {
  if (plain.test(text)) return { words: divide(text), glued: [] }
  const found: string[] = []
  const letters = repairText(/\d/.test(text) ? withoutNumbers(text) : text)
    .replace(generationInBrackets, (_, letter: string) => ` ${generationOf[letter.toLowerCase()] ?? letter}`)
    .replace(doubleQuotesInHebrew, '')
    .replace(insideWords, '')
    .normalize('NFKC')
    .replace(glued, (form) => {
      found.push(form)
      return ' '
    })
  return { words: letters.replace(/[&+]/g, ' & ').split(/\s+/).flatMap(divideWord), glued: found }
}

// "JUAN PEREZ (H)": hijo, padre, nieto in the River Plate; without brackets the letter is an initial.
const generationInBrackets = /\s*\(\s*([hpn])\s*\)/gi
const generationOf: Readonly<Record<string, string>> = { h: 'hijo', p: 'padre', n: 'nieto' }

const withoutNumbers = (text: string): string =>
  [maskedCards, taxNumbers, dates, amounts].reduce((rest, pattern) => rest.replace(pattern, ' '), text)

const divide = (text: string): string[] => text.split(' ').filter((word) => word !== '')

const divideWord = (word: string): readonly string[] =>
  word === '&' ? ['&'] : word.split(divider).filter((part) => part !== '' && !isOnlyLost(part))

const isOnlyLost = (part: string): boolean => part.replaceAll(lostLetter, '') === ''

const dottedWords = /\p{L}{3,}(?:\.\p{L}{3,})+/gu

/**
 * "JUAN.PEREZ GOMEZ": the text with its dots as blanks where they stand between words that are known and the whole is
 * none, or undefined where that changes nothing. Any other dot divides nothing.
 */
export function withDotsAsBlanks(text: string): string | undefined {
  if (!text.includes('.')) return undefined
  const isKnown = (word: string): boolean => lookUp(foldWord(word)) !== undefined
  const divided = text.replace(dottedWords, (whole) => {
    const parts = whole.split('.')
    return parts.every(isKnown) && !isKnown(parts.join('')) ? parts.join(' ') : whole
  })
  return divided === text ? undefined : divided
}
