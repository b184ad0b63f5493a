import { plain } from './bank-changes.ts'
import { fullName, type Lookalikes, makePerson, type Person } from './people.ts'
import type { Random } from './random.ts'

/** Another payer whose name is near the first one's, or undefined where there is none. */
export type OtherPerson = (
  random: Random,
  person: Person,
  lookalikes: Lookalikes,
) => { expected: string; actual: string } | undefined

const otherGiven = (random: Random, { otherGiven, given }: Person): string => random.pickOther(otherGiven, ...given)
const otherSurname = (random: Random, { names, surnames }: Person): string =>
  random.pickOther(names.surnames, ...surnames)
const withGiven = (person: Person, ...given: string[]): string => fullName({ given, surnames: person.surnames })
const pair = (expected: string, actual: string) => ({ expected, actual: plain(actual) })
const shuffled = <T>(random: Random, [a, b]: readonly [T, T]): readonly [T, T] => (random.chance(0.5) ? [a, b] : [b, a])

export const otherPeople: Readonly<Record<string, OtherPerson>> = {
  'surname a letter apart': (random, person, { surnames }) => {
    const [one, other] = shuffled(random, random.pick(surnames))
    return pair(fullName({ ...person, surnames: [one] }), fullName({ ...person, surnames: [other] }))
  },
  'surname a letter apart, another shared': (random, person, { surnames }) => {
    const [one, other] = shuffled(random, random.pick(surnames))
    const second = otherSurname(random, person)
    const isFirst = random.chance(0.5)
    const nameWith = (surname: string): string =>
      fullName({ ...person, surnames: isFirst ? [surname, second] : [second, surname] })
    return pair(nameWith(one), nameWith(other))
  },
  'given name a letter apart': (random, person, { givenNames }) => {
    const [one, other] = shuffled(random, random.pick(givenNames))
    return pair(withGiven(person, one), withGiven(person, other))
  },
  'second given name a letter apart': (random, person, { givenNames }) => {
    const [one, other] = shuffled(random, random.pick(givenNames))
    const first = random.pick(person.otherGiven)
    return pair(withGiven(person, first, one), withGiven(person, first, other))
  },
  siblings: (random, person) => pair(fullName(person), withGiven(person, otherGiven(random, person))),
  'brother and sister': (random, person) =>
    pair(fullName(person), withGiven(person, random.pick(person.oppositeGiven))),
  'other second given name': (random, person) => {
    const [first = ''] = person.given
    const [one, other] = [otherGiven(random, person), otherGiven(random, person)]
    return one === other ? undefined : pair(withGiven(person, first, one), withGiven(person, first, other))
  },
  'other surname': (random, person) =>
    pair(fullName(person), fullName({ given: person.given, surnames: [otherSurname(random, person)] })),
  'other second surname': (random, person) => {
    if (person.surnames.length < 2) return undefined
    const [first = ''] = person.surnames
    return pair(fullName(person), fullName({ given: person.given, surnames: [first, otherSurname(random, person)] }))
  },
  'parent and child': (random, person) => {
    const [one, other] = shuffled(random, [
      random.pick(['Jr.', 'II', 'Hijo', 'Filho', 'jun.']),
      random.pick(['Sr.', 'Padre', '', '', 'sen.']),
    ])
    const name = fullName(person)
    if (other === 'II' || (one === 'Sr.' && person.given.length > 9)) return undefined
    return pair(`${name} ${one}`.trim(), `${name} ${other}`.trim())
  },
  spouses: (random, person) => {
    const spouse = random.pick(person.oppositeGiven)
    const [own = ''] = person.surnames
    return pair(
      fullName(person),
      random.pick([
        `${spouse} ${otherSurname(random, person)} de ${own}`,
        `${spouse} ${own}`,
        `Sra. de ${own}`,
        `${spouse} ${own}-${otherSurname(random, person)}`,
      ]),
    )
  },
  'two in one field': (random, person) => {
    const partner = makePerson(random, person.names, 1)
    const [first = ''] = person.given
    if (partner.surnames[0] === person.surnames[0] || partner.given[0] === first) return undefined
    // The first one's given name with the second one's surname is nobody here.
    return pair(
      fullName({ given: [first], surnames: partner.surnames }),
      `${first} ${person.surnames.join(' ')} ${random.pick(['Y', 'E', '&', 'UND', 'Y/O', 'ET'])} ${fullName(partner)}`,
    )
  },
  'given names only': (_, person) => pair(fullName(person), person.given.join(' ')),
  'surname only': (_, person) => pair(fullName(person), person.surnames.join(' ')),
  'initials only': (_, person) =>
    pair(
      fullName(person),
      [...person.given.map((name) => name.slice(0, 1)), person.surnames[0] ?? ''].slice(-2).join(' '),
    ),
  'initial for the only given name': (_, { given: [first = ''], surnames: [surname = ''] }) =>
    pair(`${first} ${surname}`, `${first.slice(0, 1)} ${surname}`),
  'initial for the surname': (_, { given: [first = ''], surnames: [surname = ''] }) =>
    pair(`${first} ${surname}`, `${first} ${surname.slice(0, 1)}`),
  'other middle initial': (random, person) => {
    const [first = ''] = person.given
    const [one, other] = [random.pick('ABCDEFGHJLMNPRST'.split('')), random.pick('ABCDEFGHJLMNPRST'.split(''))]
    return one === other ? undefined : pair(withGiven(person, first, `${one}.`), withGiven(person, first, other))
  },
  'second surname for the first': (_, { language, given, surnames: [first, second] }) =>
    first && second && language === 'es'
      ? pair(fullName({ given, surnames: [first, second] }), fullName({ given, surnames: [second] }))
      : undefined,
  'surnames swapped': (_, { language, given, surnames: [first, second] }) =>
    first && second && language === 'es'
      ? pair(fullName({ given, surnames: [first, second] }), fullName({ given, surnames: [second, first] }))
      : undefined,
  'other one behind bank words': (random, person) => {
    const other = makePerson(random, person.names, 1)
    if (other.surnames.some((surname) => person.surnames.includes(surname))) return undefined
    return pair(fullName(person), `TRANSF DE ${withGiven(other, ...person.given)}`)
  },
  'bank word as surname': (random, person, { bankWords }) => {
    const [one, other] = [random.pick(bankWords), random.pick(bankWords)]
    if (one === other) return undefined
    const [first = ''] = person.given
    return pair(
      `${first} ${one}`,
      random.pick([
        `${first} ${other}`,
        `${one} ${first} ${otherSurname(random, person)}`,
        `PAGO ${first} ${other}`,
        `${first} ${otherSurname(random, person)}`,
      ]),
    )
  },
  'cut before what tells them apart': (random, person) => {
    const one = otherSurname(random, person)
    const other = random.pickOther(person.names.surnames, one, ...person.surnames)
    const long = `${withGiven({ ...person, surnames: [one] }, ...person.given)}`
    const cut = plain(`${person.given.join(' ')} ${other}`).slice(0, 20)
    return cut.length === 20 && plain(long).slice(0, cut.length) !== cut ? { expected: long, actual: cut } : undefined
  },
}
