import { plain } from './bank-changes.ts'
import type { Firms, Names } from './people.ts'
import type { Random } from './random.ts'

type FirmPair = (random: Random, firms: Firms, people: Names) => { expected: string; actual: string } | undefined

const two = <T>(random: Random, items: readonly T[]): readonly [T, T] => {
  const one = random.pick(items)
  return [one, random.pickOther(items, one)]
}
const twoForms = (random: Random, firms: Firms): readonly [string, string] => {
  const ways = random.pick(firms.forms)
  return [random.pick(ways), random.pick(ways)]
}

export const sameFirms: Readonly<Record<string, FirmPair>> = {
  'firm, legal form written otherwise': (random, firms) => {
    const name = `${random.pick(firms.kinds)} ${random.pick(firms.brands)}`
    const [one, other] = twoForms(random, firms)
    return { expected: `${name} ${one}`, actual: plain(`${name} ${other}`) }
  },
  'firm, no legal form': (random, firms) => {
    const name = `${random.pick(firms.kinds)} ${random.pick(firms.brands)}`
    return { expected: `${name} ${twoForms(random, firms)[0]}`, actual: plain(name) }
  },
  'firm with a number': (random, firms) => {
    const [kind, number] = [random.pick(firms.kinds), 1 + random.below(60)]
    const brand = random.pick(firms.brands)
    return {
      expected: `${kind} ${brand} ${number}`,
      actual: plain(`${kind} ${brand} ${random.pick(['NRO ', 'N° ', ''])}${number}`),
    }
  },
  'firm behind bank words': (random, firms) => {
    const name = `${random.pick(firms.kinds)} ${random.pick(firms.brands)} ${twoForms(random, firms)[0]}`
    return {
      expected: name,
      actual: `${random.pick(['TRANSF DE', 'BONIFICO DA', 'CR INM', 'SEPA GUTSCHRIFT'])} ${plain(name)}`,
    }
  },
}

export const otherFirms: Readonly<Record<string, FirmPair>> = {
  'firms of a group: place': (random, firms) => {
    const name = random.chance(0.5)
      ? random.pick(firms.brands)
      : `${random.pick(firms.kinds)} ${random.pick(firms.brands)}`
    const [one, other] = two(random, [...firms.places, ''])
    const [form] = twoForms(random, firms)
    return {
      expected: `${name} ${one} ${form}`.replace('  ', ' '),
      actual: plain(`${name} ${other} ${form}`.replace('  ', ' ')),
    }
  },
  'firms of a group: number': (random, firms) => {
    const name = `${random.pick(firms.kinds)} ${random.pick(firms.brands)}`
    const [one, other] = two(random, [1, 2, 3, 12, 21, 45])
    return { expected: `${name} ${one}`, actual: plain(`${name} ${other}`) }
  },
  'firms of a group: business': (random, firms) => {
    const brand = random.pick(firms.brands)
    const [one, other] = two(random, firms.kinds)
    return random.chance(0.5)
      ? { expected: `${one} ${brand}`, actual: plain(`${other} ${brand}`) }
      : { expected: `${brand} ${one}`, actual: plain(`${brand} ${other}`) }
  },
  'brand a letter apart': (random, firms) => {
    const [kind, brand] = [random.pick(firms.kinds), random.pick(firms.brands)]
    const vowels = Array.from(brand, (letter, i) => ('aeiou'.includes(letter) ? i : 0)).filter((i) => i > 0)
    const at = random.pick(vowels)
    const letter = random.pickOther('aeiou'.split(''), brand[at] ?? '')
    const other = brand.slice(0, at) + letter + brand.slice(at + 1)
    return { expected: `${kind} ${brand}`, actual: plain(`${kind} ${other}`) }
  },
  'firms of one business': (random, firms) => {
    const kind = random.pick(firms.kinds)
    const [one, other] = two(random, firms.brands)
    const [form] = twoForms(random, firms)
    return { expected: `${kind} ${one} ${form}`, actual: plain(`${kind} ${other} ${form}`) }
  },
  'firms of one family': (random, _, people) => {
    const surname = random.pick(people.surnames)
    const [one, other] = two(random, ['Hnos.', 'e Hijos', 'y Cía.', `& ${random.pick(people.surnames)}`])
    if (!one.startsWith('&') && !other.startsWith('&')) return undefined
    return { expected: `${surname} ${one} SRL`, actual: plain(`${surname} ${other} SRL`) }
  },
  'firm and person': (random, firms, people) => {
    const person = `${random.pick(people.men)} ${random.pick(people.surnames)}`
    return random.chance(0.5)
      ? { expected: person, actual: plain(`${random.pick(firms.kinds)} ${person}`) }
      : { expected: `${person} e Hijos SRL`, actual: plain(person) }
  },
  'firms of other owners': (random, firms, people) => {
    const kind = random.pick(firms.kinds)
    const [one, other] = two(random, people.surnames)
    return { expected: `${kind} ${one}`, actual: plain(`${kind} ${other}`) }
  },
  'everyday words only': (random, firms) => {
    const [one, other] = two(random, firms.kinds)
    const [place, elsewhere] = two(random, firms.places)
    return random.chance(0.5)
      ? { expected: `${one} ${place}`, actual: plain(`${one} ${elsewhere}`) }
      : { expected: `${one} ${place}`, actual: plain(`${other} ${place}`) }
  },
}
