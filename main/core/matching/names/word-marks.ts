import {
  bankJoiners,
  bankWords,
  currencyCodes,
  numberLabels,
  numberSigns,
  payerLabels,
  plainBankWords,
  purposeWords,
} from './words/bank-noise.ts'
import { leadingLegalForms, legalForms } from './words/legal-forms.ts'
import { generations, joiners, particles, titles } from './words/marks.ts'

/** Bits: what a word may be besides a part of the name. Looked up once for every word. */
export const marks = {
  bank: 1,
  /** The bank's for certain. */
  plainBank: 2,
  bankJoiner: 4,
  payerLabel: 8,
  numberLabel: 16,
  numberSign: 32,
  currency: 64,
  digits: 128,
  title: 256,
  particle: 512,
  joiner: 1024,
  generation: 2048,
  /** May be the last word of a legal form, or the first. */
  formEnd: 4096,
  formStart: 8192,
  /** What the money is for. */
  purpose: 16384,
} as const

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const endOf = (phrase: string): string => phrase.slice(phrase.lastIndexOf(' ') + 1)
const startOf = (phrase: string): string => phrase.split(' ', 1)[0] ?? ''

const readSets = () => {
  const forms = Object.keys(legalForms)
  // Single letters may be written apart: "S A", "S R L".
  const looseForms = forms.filter((form) => endOf(form).length < 5)
  return {
    bank: setOf(bankWords),
    purposes: setOf(purposeWords),
    titles: setOf(titles),
    particles: setOf(`${particles} &`),
    joiners: setOf(`${joiners} &`),
    formEnds: new Set([...forms.map(endOf), ...looseForms.map((form) => form.at(-1) ?? '')]),
    formStarts: new Set([...forms.filter((form) => form.includes(' ')).map(startOf), ...leadingLegalForms]),
  }
}
let sets: ReturnType<typeof readSets> | undefined

export function marksOf(text: string): number {
  sets ??= readSets()
  const isBank = sets.bank.has(text)
  const isTwoBankWords = !isBank && isJoinedBankWord(text, sets.bank)
  const found: readonly (readonly [boolean, number])[] = [
    [isBank || isTwoBankWords, marks.bank],
    [plainBankWords.has(text) || isTwoBankWords, marks.plainBank],
    [bankJoiners.has(text), marks.bankJoiner],
    [payerLabels.has(text), marks.payerLabel],
    [numberLabels.has(text), marks.numberLabel],
    [numberSigns.has(text), marks.numberSign],
    [currencyCodes.has(text), marks.currency],
    [/\d/.test(text), marks.digits],
    [sets.titles.has(text), marks.title],
    [sets.particles.has(text), marks.particle],
    [sets.joiners.has(text), marks.joiner],
    [Object.hasOwn(generations, text), marks.generation],
    [sets.formEnds.has(text), marks.formEnd],
    [sets.formStarts.has(text), marks.formStart],
    [sets.purposes.has(text), marks.purpose],
  ]
  return found.reduce((bits, [isMarked, bit]) => (isMarked ? bits | bit : bits), 0)
}

const shortestPart = 2
const shortestOfTwo = 6

/** Two words of the bank written together: "trfinmediata", "echtzeitueberweisung". */
function isJoinedBankWord(text: string, bank: ReadonlySet<string>): boolean {
  if (text.length < shortestOfTwo) return false
  for (let i = shortestPart; i <= text.length - shortestPart - 1; i++)
    if (plainBankWords.has(text.slice(0, i)) && bank.has(text.slice(i))) return true
  return false
}
