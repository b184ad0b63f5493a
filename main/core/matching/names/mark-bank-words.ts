import { nameClasses } from './lexicon.ts'
import { type Role, roles, type Word } from './types.ts'
import {
  bankJoiners,
  bankWords,
  currencyCodes,
  numberLabels,
  numberSigns,
  payerLabels,
  plainBankWords,
} from './words/bank-noise.ts'

let bank: ReadonlySet<string> | undefined

const shortestPart = 3
/** A word of the bank, or two written together: "trfinmediata", "echtzeitueberweisung". */
function isBankWord(text: string): boolean {
  bank ??= new Set(bankWords.split(' '))
  if (bank.has(text)) return true
  for (let i = shortestPart; i <= text.length - shortestPart; i++)
    if (bank.has(text.slice(0, i)) && bank.has(text.slice(i)) && plainBankWords.has(text.slice(0, i))) return true
  return false
}

const isPlainBankWord = (text: string): boolean => plainBankWords.has(text) || (isBankWord(text) && !bank?.has(text))

/** A number this long before or behind a name is the bank's: documents, cards, references. */
const longNumber = 5

const hasDigit = (word: Word): boolean => /\d/.test(word.text)
const isNumber = (word: Word): boolean => word.script === 'digits'
const isLongNumber = (word: Word): boolean => isNumber(word) && word.text.length >= longNumber
/** "TRF000123", "INV88", "20260512X"; not "3M" or "F24". */
const isCode = (word: Word): boolean => !isNumber(word) && hasDigit(word) && word.text.length > 3
const isName = (word: Word): boolean => (word.classes & nameClasses) !== 0

/**
 * Marks what the bank added: "TRANSF DE …", "… CI 1234567". A word of the bank that may be somebody's name ("Ted",
 * "Visa", "Galicia") is only doubted: it counts when the other name has it too.
 */
export function markBankWords(words: readonly Word[], found: Role[]): void {
  markLabelledNumbers(words, found)
  const front = endOfFront(words, found)
  const isCertain = words.slice(0, front).filter((word) => isBankWord(word.text)).length > 1
  for (let i = 0; i < front; i++)
    found[i] = frontRole(words, i, found[i] ?? roles.noise, isCertain || isPlain(words, front))
  markBack(words, found, front)
}

const isPlain = (words: readonly Word[], front: number): boolean =>
  words.slice(0, front).some((word) => isPlainBankWord(word.text))

/** Up to the first word that is neither the bank's nor a number, nor joins the bank's words to the name. */
function endOfFront(words: readonly Word[], found: readonly Role[]): number {
  let sawBankWord = false
  const label = isBankWord(words[0]?.text ?? '') ? words.findLastIndex((word) => payerLabels.has(word.text)) : -1
  const isFront = (word: Word, i: number): boolean => {
    if (isBankWord(word.text)) {
      sawBankWord = true
      return true
    }
    return (
      i < label ||
      found[i] === roles.noise ||
      isCode(word) ||
      (word.text.length === 1 && isBankWord(words[i + 1]?.text ?? '')) ||
      isLongNumber(word) ||
      (sawBankWord && (isNumber(word) || bankJoiners.has(word.text)))
    )
  }
  const end = words.findIndex((word, i) => !isFront(word, i))
  return end < 0 ? words.length : end
}

function frontRole(words: readonly Word[], i: number, role: Role, isCertain: boolean): Role {
  const word = words[i]
  if (!word || role === roles.noise || isCode(word) || isLongNumber(word)) return roles.noise
  if (isNumber(word)) return isCertain ? roles.noise : roles.number
  if (!isBankWord(word.text)) return isCertain ? roles.noise : role
  return isCertain && !isName(word) ? roles.noise : roles.maybeNoise
}

function markBack(words: readonly Word[], found: Role[], front: number): void {
  let sawNumber = false
  for (let i = words.length - 1; i > front; i--) {
    const word = words[i]
    if (!word) return
    if (found[i] === roles.noise || isCode(word) || isLongNumber(word)) {
      found[i] = roles.noise
      sawNumber = true
    } else if (isNumber(word)) {
      sawNumber = true
    } else if (currencyCodes.has(word.text)) {
      found[i] = roles.noise
    } else if (isBankWord(word.text)) {
      found[i] = (sawNumber || isPlainBankWord(word.text)) && !isName(word) ? roles.noise : roles.maybeNoise
    } else return
  }
}

function markLabelledNumbers(words: readonly Word[], found: Role[]): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const label = words[i]
    const next = words[i + 1]
    if (!label || !next) continue
    if (numberSigns.has(label.text) && isNumber(next)) found[i] = roles.noise
    if (!numberLabels.has(label.text)) continue
    let end = i + 1
    while (end < words.length && isPartOfNumber(words, end)) end++
    if (end === i + 1) continue
    for (let k = i; k < end; k++) found[k] = roles.noise
    i = end - 1
  }
}

/** A number, a code, or a single letter or number sign in front of one: "FACT A 0001 00004512", "REF NRO 5". */
function isPartOfNumber(words: readonly Word[], i: number): boolean {
  const word = words[i]
  const next = words[i + 1]
  if (!word) return false
  return (
    hasDigit(word) || (next !== undefined && hasDigit(next) && (word.text.length === 1 || numberSigns.has(word.text)))
  )
}
