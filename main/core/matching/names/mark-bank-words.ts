import { isEveryday, isMainlyGiven } from './case.ts'
import { nameClasses } from './lexicon.ts'
import { type Role, roles, type Word } from './types.ts'
import { marks } from './word-marks.ts'

/** A number this long before or behind a name is the bank's: documents, cards, references. */
const longNumber = 5

const is = (word: Word | undefined, mark: number): boolean => word !== undefined && (word.marks & mark) !== 0
const isNumber = (word: Word): boolean => word.script === 'digits'
const isLongNumber = (word: Word): boolean => isNumber(word) && word.text.length >= longNumber
/** "TRF000123", "INV88", "20260512X"; not "3M" or "F24". */
const isCode = (word: Word): boolean => is(word, marks.digits) && !isNumber(word) && word.text.length > 3
const isName = (word: Word): boolean => (word.classes & nameClasses) !== 0

/**
 * Marks what the bank added: "TRANSF DE …", "… CI 1234567". A word of the bank that may be somebody's name ("Ted",
 * "Visa", "Galicia") is only doubted: it counts when the other name has it too.
 */
export function markBankWords(words: readonly Word[], found: Role[]): void {
  markLabelledNumbers(words, found)
  const front = endOfFront(words, found)
  if (front > 0) markFront(words, found, front)
  markBack(words, found, front)
}

/** Up to the first word that is neither the bank's nor a number, nor joins the bank's words to the name. */
function endOfFront(words: readonly Word[], found: readonly Role[]): number {
  let sawBankWord = saysPurposeFirst(words)
  const label = is(words[0], marks.bank) ? words.findLastIndex((word) => is(word, marks.payerLabel)) : -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    if (is(word, marks.bank)) sawBankWord = true
    else if (i > label && found[i] !== roles.noise && !isCode(word) && !isLongNumber(word)) {
      const isLetterOfBank = word.text.length === 1 && is(words[i + 1], marks.bank)
      const isPurpose = is(word, marks.purpose) && !isName(word)
      const isBehindBank = sawBankWord && (isNumber(word) || isPurpose || is(word, marks.bankJoiner))
      if (!isLetterOfBank && !isBehindBank) return i
    }
  }
  return words.length
}

/** "ALQUILER MAYO FEDERICO AROCENA": what for, and then a whole name. */
function saysPurposeFirst(words: readonly Word[]): boolean {
  const at = words.findIndex((word) => !is(word, marks.purpose) || isName(word))
  const [given, family] = [words[at], words[at + 1]]
  return at > 0 && given !== undefined && family !== undefined && isMainlyGiven(given) && !isEveryday(family)
}

function markFront(words: readonly Word[], found: Role[], front: number): void {
  const inFront = words.slice(0, front)
  const isCertain =
    saysPurposeFirst(words) ||
    inFront.some((word) => is(word, marks.plainBank)) ||
    inFront.filter((word) => is(word, marks.bank)).length > 1
  inFront.forEach((word, i) => {
    if (found[i] === roles.noise) return
    if (isCode(word) || isLongNumber(word)) found[i] = roles.noise
    else if (is(word, marks.bank)) found[i] = isCertain && !isName(word) ? roles.noise : roles.maybeNoise
    else if (isCertain) found[i] = roles.noise
  })
}

function markBack(words: readonly Word[], found: Role[], front: number): void {
  let sawNumber = false
  for (let i = words.length - 1; i > front; i--) {
    const word = words[i] as Word
    if (found[i] === roles.noise || isCode(word) || isLongNumber(word)) {
      found[i] = roles.noise
      sawNumber = true
    } else if (isNumber(word)) {
      sawNumber = true
    } else if (banks.has(word.text) && (found[i + 1] === roles.noise || found[i + 1] === roles.maybeNoise)) {
      found[i] = found[i + 1] ?? roles.noise
    } else if (is(word, marks.currency) || (is(word, marks.purpose) && !isName(word))) {
      found[i] = roles.noise
    } else if (is(word, marks.bank)) {
      found[i] = (sawNumber || is(word, marks.plainBank)) && !isName(word) ? roles.noise : roles.maybeNoise
    } else return
  }
}

/** "BANCO ITAU" behind a name. */
const banks: ReadonlySet<string> = new Set(['banco', 'banca', 'bank', 'banque'])

function markLabelledNumbers(words: readonly Word[], found: Role[]): void {
  for (let i = 0; i + 1 < words.length; i++) {
    if (is(words[i], marks.numberSign) && isNumber(words[i + 1] as Word)) found[i] = roles.noise
    if (!is(words[i], marks.numberLabel)) continue
    let end = i + 1
    while (end < words.length && isPartOfNumber(words, end)) end++
    if (end === i + 1) continue
    // "Lavadero Kendarra Sucursal 13": a branch of a firm, and which one.
    if (branchLabels.has(words[i]?.text ?? '') && end === i + 2 && (isBehindFirm(words, i) || isPlot(words, i))) {
      found[i] = roles.particle
      continue
    }
    found.fill(roles.noise, i, end)
    i = end - 1
  }
}

const branchLabels: ReadonlySet<string> = new Set('sucursal suc agencia filial branch terminal lote local'.split(' '))

/** What stands in front is no person's name and not the bank's. */
const isBehindFirm = (words: readonly Word[], at: number): boolean =>
  at > 0 && !words.some((word, i) => i < at && (is(word, marks.bank) || isMainlyGiven(word)))

/** "LOTE 12 BARRIO CERRADO": the whole text says which place it is. */
const isPlot = (words: readonly Word[], at: number): boolean =>
  at === 0 &&
  plotLabels.has(words[0]?.text ?? '') &&
  words.some(isEveryday) &&
  !words.slice(1).some((word) => is(word, marks.bank) || isMainlyGiven(word))
const plotLabels: ReadonlySet<string> = new Set(['lote', 'local'])

/** A number, a code, or a single letter or number sign in front of one: "FACT A 0001 00004512", "REF NRO 5". */
function isPartOfNumber(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word
  if (is(word, marks.digits)) return true
  return is(words[i + 1], marks.digits) && (word.text.length === 1 || is(word, marks.numberSign))
}
