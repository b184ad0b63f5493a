import { weights } from './limits.ts'
import { businessWords, ordinaryWords, placeWords, softBusinessWords } from './words/business-words.ts'
import { furtherGivenNames } from './words/further-given-names.ts'
import { givenNames } from './words/given-names.ts'
import { moreGivenNames } from './words/more-given-names.ts'
import { moreSurnames } from './words/more-surnames.ts'
import { nearSurnames } from './words/near-surnames.ts'
import { rarerGivenNames } from './words/rarer-given-names.ts'
import { rarerSurnames } from './words/rarer-surnames.ts'
import { shortBusinessWords } from './words/short-business-words.ts'
import { surnames } from './words/surnames.ts'
import { plainFirmWords, tradeWords } from './words/trade-words.ts'
import type { Language, NamesByLanguage } from './words/types.ts'

/** Bits: what a word may be. `mainlyGiven`: also a surname, but rarely (Juan, George). */
export const classes = { given: 1, surname: 2, business: 4, place: 8, ordinary: 16, soft: 32, mainlyGiven: 64 } as const
export const nameClasses = classes.given | classes.surname

const languageNames: readonly Language[] = [
  'es',
  'pt',
  'en',
  'it',
  'de',
  'fr',
  'pl',
  'ru',
  'el',
  'tr',
  'ar',
  'he',
  'vi',
  'zh',
  'ja',
  'ko',
  'nordic',
  'nl',
  'hu',
  'ro',
  'in',
]

/** The bit of each language in which a word is a name. */
export const languages = Object.fromEntries(languageNames.map((name, i) => [name, 1 << i])) as Readonly<
  Record<Language, number>
>

/** Languages whose family names look like Western particles: Lê, Do, Van, Lo. */
export const asianLanguages = languages.vi | languages.zh | languages.ko | languages.ja

/** Languages in which two given names may be a whole name; elsewhere "Juan Carlos" is nobody yet. */
export const languagesOfGivenNames = asianLanguages | languages.ar | languages.tr | languages.in

export interface Entry {
  readonly classes: number
  readonly languages: number
  readonly weight: number
}

let lexicon: ReadonlyMap<string, Entry> | undefined

/** What is known of a folded word, or undefined when it is in no list: a rare name, a brand or a typing error. */
export function lookUp(word: string): Entry | undefined {
  lexicon ??= readLists()
  return lexicon.get(word)
}

/** The given names and surnames of all languages, one after the other. */
export function visitNames(visit: (name: string) => void): void {
  lexicon ??= readLists()
  lexicon.forEach((entry, word) => {
    if (isName(entry)) visit(word)
  })
}

function readLists(): Map<string, Entry> {
  const entries = new Map<string, { -readonly [Key in keyof Entry]: Entry[Key] }>()
  const add = (word: string, bit: number, language: number, weight: number): void => {
    const known = entries.get(word)
    if (!known) {
      entries.set(word, { classes: bit, languages: language, weight })
      return
    }
    known.classes |= bit
    known.languages |= language
    known.weight = Math.min(known.weight, weight)
  }
  const addNames = (lists: readonly NamesByLanguage[], bit: number, common: number, other: number): void => {
    for (const { language, common: commonNames, other: otherNames } of lists) {
      for (const word of listOf(commonNames)) add(word, bit, languages[language], common)
      for (const word of listOf(otherNames)) add(word, bit, languages[language], other)
    }
  }

  addNames([...givenNames, ...moreGivenNames], classes.given, weights.commonGiven, weights.given)
  const commonGiven = new Set([...givenNames, ...moreGivenNames].flatMap(({ common }) => common.split(' ')))
  addNames([...surnames, ...moreSurnames], classes.surname, weights.commonSurname, weights.surname)
  const commonSurnames = new Set([...surnames, ...moreSurnames].flatMap(({ common }) => common.split(' ')))
  for (const word of commonGiven) if (!commonSurnames.has(word)) add(word, classes.mainlyGiven, 0, weights.commonGiven)
  // A word that is also a person's name (Flores, Santiago, Rosa) is read as that name.
  for (const word of `${businessWords} ${tradeWords} ${plainFirmWords}`.split(' '))
    if (!entries.has(word)) add(word, classes.business, 0, weights.business)
  for (const word of Object.keys(shortBusinessWords))
    if (!entries.has(word)) add(word, classes.business, 0, weights.business)
  for (const word of softBusinessWords.split(' ')) add(word, classes.soft | classes.business, 0, weights.business)
  for (const word of placeWords.split(' ')) if (!isName(entries.get(word))) add(word, classes.place, 0, weights.place)
  for (const word of ordinaryWords.split(' '))
    if (!isName(entries.get(word))) add(word, classes.ordinary, 0, weights.ordinary)
  /** Of words that are known only names are given names as well. */
  const addGivenNames = (lists: readonly NamesByLanguage[]): void => {
    for (const { language, other } of lists)
      for (const word of listOf(other)) {
        const known = entries.get(word)
        if (known === undefined || isName(known))
          add(word, classes.given, languages[language], known?.weight ?? weights.given)
      }
  }
  // The rarer names come last: "Cerro" is somebody's, but first of all it is a hill.
  const isNew = (word: string): boolean => !entries.has(word)
  const onlyNew = (lists: readonly NamesByLanguage[]): NamesByLanguage[] =>
    lists.map((list) => ({ ...list, other: listOf(list.other).filter(isNew).join(' ') }))
  addGivenNames(furtherGivenNames)
  addNames(onlyNew(rarerGivenNames), classes.given, weights.given, weights.given)
  addNames(onlyNew([...rarerSurnames, ...nearSurnames]), classes.surname, weights.unknown, weights.unknown)
  return entries
}

const listOf = (words: string): string[] => (words === '' ? [] : words.split(' '))

const isName = (entry: Entry | undefined): boolean => ((entry?.classes ?? 0) & nameClasses) !== 0
