import { readFileSync } from 'node:fs'
import { plain } from './bank-changes.ts'
import { type Half, halfOf, wordsOf } from './people.ts'
import type { Random } from './random.ts'

interface People {
  readonly language: string
  readonly men: readonly string[]
  readonly women: readonly string[]
  readonly surnames: readonly string[]
}

type Written = { readonly expected: string; readonly actual: string }
type Make = (random: Random, words: MoreWords) => Written | undefined

type Lists = Readonly<
  Record<'sexes' | 'chinese' | 'korean' | 'kinds' | 'brands' | 'branches' | 'labels', string> & {
    people: Readonly<Record<string, Readonly<Record<'men' | 'women' | 'surnames', string>>>>
    russian: Readonly<Record<'men' | 'fathers' | 'surnames', string>>
    commonFirmWords: string
    firmTails: string
  }
>

export type MoreWords = ReturnType<typeof readMoreWords>

/** Words that `people.json` and `firms.json` do not have, for payers added later. */
export function readMoreWords(half: Half) {
  const lists = JSON.parse(
    readFileSync(new URL('../../../fixtures/names/more-words.json', import.meta.url), 'utf8'),
  ) as Lists
  const twosOf = (list: string): [string, string][] =>
    wordsOf(list, half).map((two) => two.split('/') as [string, string])
  return {
    people: Object.entries(lists.people).map(
      ([language, { men, women, surnames }]): People => ({
        language,
        men: wordsOf(men, half),
        women: wordsOf(women, half),
        surnames: wordsOf(surnames, half),
      }),
    ),
    russian: {
      men: wordsOf(lists.russian.men, half),
      fathers: wordsOf(lists.russian.fathers, half),
      surnames: wordsOf(lists.russian.surnames, half),
    },
    sexes: twosOf(lists.sexes),
    branches: twosOf(lists.branches),
    chinese: lists.chinese.split(' '),
    korean: lists.korean.split(' '),
    kinds: wordsOf(lists.kinds, half),
    brands: wordsOf(lists.brands, half),
    labels: wordsOf(lists.labels, half),
    commonFirmWords: halfOf(lists.commonFirmWords.split('|'), half),
    firmTails: halfOf(lists.firmTails.split('|'), half),
  }
}

interface Somebody {
  readonly people: People
  readonly given: string
  readonly second: string
  readonly surname: string
  readonly mothers: string
}

function somebody(random: Random, { people }: MoreWords, language?: string): Somebody {
  const chosen =
    language === undefined ? random.pick(people) : (people.find((one) => one.language === language) as People)
  const names = random.chance(0.5) ? chosen.men : chosen.women
  const [given, surname] = [random.pick(names), random.pick(chosen.surnames)]
  return {
    people: chosen,
    given,
    second: random.pickOther(names, given),
    surname,
    mothers: random.pickOther(chosen.surnames, surname),
  }
}

const written = (expected: string, actual: string): Written => ({ expected, actual: plain(actual) })
const turned = (random: Random, [a, b]: readonly [string, string]): readonly [string, string] =>
  random.chance(0.5) ? [a, b] : [b, a]

export const morePayers: Readonly<Record<string, Make>> = {
  'two given names and the surname, initial': (random, words) => {
    const { given, second, surname } = somebody(random, words)
    return written(`${given} ${second} ${surname}`, `${given} ${second.slice(0, 1)} ${surname}`)
  },
  'second surname added or left out': (random, words) => {
    const { given, surname, mothers } = somebody(random, words, 'es')
    const [one, other] = turned(random, [`${given} ${surname}`, `${given} ${surname} ${mothers}`])
    return written(one, other)
  },
  'patronymic as an initial': (random, { russian }) => {
    const [given, father, surname] = [
      random.pick(russian.men),
      random.pick(russian.fathers),
      random.pick(russian.surnames),
    ]
    return { expected: `${given} ${father}ич ${surname}`, actual: `${surname} ${given} ${father[0]}`.toUpperCase() }
  },
  'both holders of an account': (random, words) => {
    const [one, other] = [somebody(random, words), somebody(random, words)]
    if (one.given === other.given || one.surname === other.surname) return undefined
    const name = `${one.given} ${one.surname}`
    return written(
      name,
      turned(random, [name, `${other.given} ${other.surname}`]).join(random.pick([' Y ', ' Y/O ', ' UND ', ' & '])),
    )
  },
  'surnames first': (random, words) => {
    const { given, surname, mothers } = somebody(random, words, 'es')
    return written(`${given} ${surname} ${mothers}`, `${surname} ${mothers}${random.pick([', ', ' '])}${given}`)
  },
  'one branch with its number': (random, { kinds, brands, labels }) => {
    const number = 2 + random.below(60)
    const name = `${random.pick(kinds)} ${random.pick(brands)} ${random.pick(labels)} ${number}`
    return written(name, name)
  },
  'a letter doubled or single': (random, words) => {
    const { given, second, surname } = somebody(random, words)
    const doubles = surname.match(/(.)\1/)
    if (surname.length < 9 || !doubles) return undefined
    return written(`${given} ${second} ${surname}`, `${given} ${second} ${surname.replace(/(.)\1/, '$1')}`)
  },
  'cut inside the second surname': (random, words) => {
    const { given, second, surname, mothers } = somebody(random, words, 'es')
    const name = `${given} ${second} ${surname} ${mothers}`
    return name.length > 32 ? written(name, name.slice(0, 30)) : undefined
  },
}

export const moreOthers: Readonly<Record<string, Make>> = {
  'another surname in front': (random, words) => {
    const { given, surname, mothers } = somebody(random, words, 'es')
    const [one, other] = turned(random, [`${given} ${surname}`, `${given} ${mothers} ${surname}`])
    return written(one, other)
  },
  'surnames in the other order': (random, words) => {
    const { given, surname, mothers } = somebody(random, words, 'es')
    return written(`${given} ${surname} ${mothers}`, `${given} ${mothers} ${surname}`)
  },
  'given names without a surname': (random, words) => {
    const { given, second, surname, mothers, people } = somebody(random, words)
    const [one, other] = turned(random, [
      `${given} ${second}`,
      `${given} ${second} ${surname}${people.language === 'es' && random.chance(0.5) ? ` ${mothers}` : ''}`,
    ])
    return written(one, other)
  },
  'the other sex': (random, words) => {
    const { surname } = somebody(random, words)
    const [one, other] = turned(random, random.pick(words.sexes))
    return written(`${one} ${surname}`, `${other} ${surname}`)
  },
  'another second name and its initial': (random, words) => {
    const { given, second, surname, people } = somebody(random, words)
    const another = random.pick([...people.men, ...people.women])
    if (another[0] === second[0]) return undefined
    return written(`${given} ${second} ${surname}`, `${given} ${another.slice(0, 1)} ${surname}`)
  },
  'another father': (random, { russian }) => {
    const [given, surname, father] = [
      random.pick(russian.men),
      random.pick(russian.surnames),
      random.pick(russian.fathers),
    ]
    const another = random.pickOther(russian.fathers, father)
    return { expected: `${given} ${father}ич ${surname}`, actual: `${surname} ${given} ${another}ич`.toUpperCase() }
  },
  'another character': (random, { chinese, korean }) => {
    const names = random.chance(0.5) ? chinese : korean
    const name = random.pick(names)
    return { expected: name, actual: random.pickOther(names, name) }
  },
  'a firm with that surname': (random, words) => {
    const { given, surname } = somebody(random, words)
    const firm = random.pick([
      `${random.pick(words.kinds)} ${surname}`,
      `${surname} Hnos.`,
      `${surname} & Sons`,
      `${surname} e Hijos SRL`,
    ])
    const [one, other] = turned(random, [`${given} ${surname}`, firm])
    return written(one, other)
  },
  'a firm with that whole name': (random, words) => {
    const { given, surname } = somebody(random, words)
    const name = `${given} ${surname}`
    const kind = random.pick(words.kinds)
    const firm = random.pick([
      `${kind} ${name}`,
      `${name} ${kind}`,
      `${name} y Asociados`,
      `${name} & Sons`,
      `${name} SRL ${kind}`,
    ])
    const [one, other] = turned(random, [name, firm])
    return written(one, other)
  },
  'another branch': (random, { kinds, brands, branches }) => {
    const name = random.chance(0.5) ? `${random.pick(kinds)} ${random.pick(brands)}` : random.pick(brands)
    const [one, other] = turned(random, random.pick(branches))
    const form = random.pick(['', ' SA', ' SRL', ' GmbH'])
    return written(`${name} ${one}${form}`, `${name} ${other}${form}`)
  },
  'another number behind a label': (random, { kinds, brands, labels }) => {
    const [name, label, number] = [
      `${random.pick(kinds)} ${random.pick(brands)}`,
      random.pick(labels),
      2 + random.below(60),
    ]
    return written(`${name} ${label} ${number}`, `${name} ${label} ${number + 1 + random.below(9)}`)
  },
  'a number more': (random, { kinds, brands }) => {
    const name = `${random.pick(kinds)} ${random.pick(brands)}`
    const [one, other] = turned(random, [name, `${name} ${2 + random.below(60)}`])
    return written(one, other)
  },
  'a word more behind the firm': (random, { kinds, brands }) => {
    const brand = random.pick(brands)
    const name = `${random.pick(kinds)} ${brand}`
    const [one, other] = turned(random, [name, `${name} ${random.pickOther(brands, brand)}`])
    return written(one, other)
  },
  'cut to words of any firm': (random, { commonFirmWords, firmTails }) => {
    const words = random.pick(commonFirmWords)
    return written(`${words} ${random.pick(firmTails)}`, `${words} `)
  },
}
