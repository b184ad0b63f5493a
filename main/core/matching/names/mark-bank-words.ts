import { nameClasses } from './lexicon.ts'
import { type Role, roles, type Word } from './types.ts'
import { bankJoiners, bankWords, currencyCodes, numberLabels, numberSigns, plainBankWords } from './words/bank-noise.ts'

let bank: ReadonlySet<string> | undefined

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
  bank ??= new Set(bankWords.split(' '))
  markLabelledNumbers(words, found)
  const front = endOfFront(words, found, bank)
  const isCertain = words.slice(0, front).filter((word) => bank?.has(word.text)).length > 1
  for (let i = 0; i < front; i++)
    found[i] = frontRole(words, i, found[i] ?? roles.noise, isCertain || isPlain(words, front))
  markBack(words, found, front, bank)
}

const isPlain = (words: readonly Word[], front: number): boolean =>
  words.slice(0, front).some((word) => plainBankWords.has(word.text))

/** Up to the first word that is neither the bank's nor a number, nor joins the bank's words to the name. */
function endOfFront(words: readonly Word[], found: readonly Role[], known: ReadonlySet<string>): number {
  let sawBankWord = false
  const isFront = (word: Word, i: number): boolean => {
    if (known.has(word.text)) {
      sawBankWord = true
      return true
    }
    return (
      found[i] === roles.noise ||
      isCode(word) ||
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
  if (bankJoiners.has(word.text) && !bank?.has(word.text)) return isCertain ? roles.noise : roles.particle
  if (isNumber(word)) return isCertain ? roles.noise : roles.number
  return isCertain && !isName(word) ? roles.noise : roles.maybeNoise
}

function markBack(words: readonly Word[], found: Role[], front: number, known: ReadonlySet<string>): void {
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
    } else if (known.has(word.text)) {
      found[i] = (sawNumber || plainBankWords.has(word.text)) && !isName(word) ? roles.noise : roles.maybeNoise
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
