import { readFileSync } from 'node:fs'
import type { Random } from './random.ts'

/** Which half of every list is used: rules are improved on one, and the other is only measured. */
export type Half = 'development' | 'held-out'

export interface Names {
  readonly language: string
  readonly men: readonly string[]
  readonly women: readonly string[]
  readonly surnames: readonly string[]
}

export interface Person {
  readonly language: string
  readonly names: Names
  readonly given: readonly string[]
  readonly surnames: readonly string[]
  /** Names of the same sex. */
  readonly otherGiven: readonly string[]
  readonly oppositeGiven: readonly string[]
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/names/${file}`, import.meta.url), 'utf8'))

export const halfOf = <T>(items: readonly T[], half: Half): T[] =>
  items.filter((_, i) => i % 2 === (half === 'development' ? 0 : 1))

/** Words of a list; `_` stands for a blank inside one: "van_den_Bosch". */
export const wordsOf = (list: string, half: Half): string[] =>
  halfOf(list.split(' '), half).map((word) => word.replaceAll('_', ' '))

export function readPeople(half: Half): Names[] {
  const people = read('people.json') as Record<string, Record<'men' | 'women' | 'surnames', string>>
  return Object.entries(people).map(([language, { men, women, surnames }]) => ({
    language,
    men: wordsOf(men, half),
    women: wordsOf(women, half),
    surnames: wordsOf(surnames, half),
  }))
}

export interface Lookalikes {
  readonly surnames: readonly (readonly [string, string])[]
  readonly givenNames: readonly (readonly [string, string])[]
  readonly bankWords: readonly string[]
}

export function readLookalikes(half: Half): Lookalikes {
  const lists = read('lookalikes.json') as { surnames: string[]; givenNames: string[]; bankWords: string }
  const pairsOf = (pairs: string[]): [string, string][] =>
    halfOf(pairs, half).map((pair) => pair.split(' ') as [string, string])
  return {
    surnames: pairsOf(lists.surnames),
    givenNames: pairsOf(lists.givenNames),
    bankWords: wordsOf(lists.bankWords, half),
  }
}

export interface Firms {
  readonly kinds: readonly string[]
  readonly brands: readonly string[]
  readonly places: readonly string[]
  /** Ways to write one legal form. */
  readonly forms: readonly (readonly string[])[]
}

export function readFirms(half: Half): Firms {
  const lists = read('firms.json') as { kinds: string; brands: string; places: string; forms: string[] }
  return {
    kinds: wordsOf(lists.kinds, half),
    brands: wordsOf(lists.brands, half),
    places: wordsOf(lists.places, half),
    forms: lists.forms.map((form) => form.split('|')),
  }
}

interface ScriptLists {
  readonly cyrillic: Record<'men' | 'women' | 'surnames', string>
  readonly greek: readonly string[]
  readonly arabic: readonly string[]
}
export const readScripts = (): ScriptLists => read('scripts.json') as ScriptLists

const twoSurnames = new Set(['es', 'pt'])
const oneGivenName = new Set(['vi', 'zh', 'ko', 'ja'])

/** Somebody with one or two given names and as many surnames as the language gives. */
export function makePerson(random: Random, names: Names, givenCount = random.chance(0.4) ? 2 : 1): Person {
  const [otherGiven, oppositeGiven] = random.chance(0.5) ? [names.men, names.women] : [names.women, names.men]
  const first = random.pick(otherGiven)
  const surname = random.pick(names.surnames)
  return {
    language: names.language,
    names,
    otherGiven,
    oppositeGiven,
    given: givenCount > 1 && !oneGivenName.has(names.language) ? [first, random.pickOther(otherGiven, first)] : [first],
    surnames: twoSurnames.has(names.language) ? [surname, random.pickOther(names.surnames, surname)] : [surname],
  }
}

export const fullName = ({ given, surnames }: Pick<Person, 'given' | 'surnames'>): string =>
  [...given, ...surnames].join(' ')
