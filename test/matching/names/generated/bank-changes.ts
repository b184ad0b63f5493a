import iconv from 'iconv-lite'
import { fullName, type Person } from './people.ts'
import type { Random } from './random.ts'

/** What a bank makes of a payer's name, or undefined where the change does not apply to this one. */
export type BankChange = (random: Random, person: Person) => { expected: string; actual: string } | undefined

const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØæÆßđĐıİœŒ]/g, (letter) => plainLetters[letter] ?? letter)
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  İ: 'I',
  œ: 'oe',
  Œ: 'OE',
}
export const plain = (text: string): string => withoutAccents(text).toUpperCase()
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' }
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

const shortForms: readonly (readonly [full: string, short: string, isWomans: boolean])[] = [
  ['María', 'Ma.', true],
  ['María', 'M.ª', true],
  ['Francisco', 'Fco.', false],
  ['Antonio', 'Ant.', false],
  ['Gonzalo', 'Gzlo.', false],
  ['Alejandro', 'Alej.', false],
  ['Guillermo', 'Guill.', false],
  ['Concepción', 'Concep.', true],
]

const noises: readonly ((name: string, random: Random) => string)[] = [
  (name) => `TRANSF DE ${name}`,
  (name) => `TRANSFERENCIA RECIBIDA ${name}`,
  (name, random) => `CR INM ${name} CI ${1_000_000 + random.below(8_000_000)}`,
  (name, random) => `${name} REF ${100_000 + random.below(900_000)}`,
  (name, random) => `SPEI RECIBIDO ${name} ${10_000_000 + random.below(80_000_000)}`,
  (name) => `SEPA GUTSCHRIFT ${name}`,
  (name) => `VIREMENT DE ${name}`,
  (name) => `BONIFICO DA ${name}`,
  (name) => `PIX RECEBIDO ${name}`,
  (name) => `PRZELEW OD ${name}`,
  (name, random) => `${name} VISA ****${1_000 + random.below(9_000)}`,
  (name) => `PAYMENT FROM ${name}`,
  (name) => `TRF ${name} 12/05/2026`,
]

export const bankChanges: Readonly<Record<string, BankChange>> = {
  capitals: (_, person) => ({ expected: fullName(person), actual: plain(fullName(person)) }),
  'surname first': (random, { given, surnames }) => ({
    expected: fullName({ given, surnames }),
    actual: plain(`${surnames.join(' ')}${random.chance(0.5) ? ',' : ''} ${given.join(' ')}`),
  }),
  'bank words': (random, person) => ({
    expected: fullName(person),
    actual: random.pick(noises)(plain(fullName(person)), random),
  }),
  cut(random, person) {
    const length = random.pick([20, 27, 30, 32, 35])
    const name = plain(fullName(person))
    const first = plain([...person.given, person.surnames[0]].join(' '))
    const needed = person.surnames.length > 1 ? first.length : first.length - 2
    if (name.length <= length || needed > length) return undefined
    return { expected: fullName(person), actual: name.slice(0, length).trimEnd() }
  },
  'second spelling': (_, person) => {
    const actual = fullName(person)
      .toLowerCase()
      .replace(/[äöüåøæ]/g, (letter) => umlauts[letter] ?? letter)
    if (person.language !== 'de' && person.language !== 'nordic') return undefined
    return { expected: fullName(person), actual: plain(actual) }
  },
  'wrong code page': (random, person) => {
    const expected = fullName(person)
    const text = random.chance(0.5) ? expected : expected.toUpperCase()
    const actual =
      random.chance(0.5) || person.language === 'tr'
        ? iconv.decode(Buffer.from(text, 'utf8'), random.pick(['latin1', 'win1252']))
        : iconv.decode(iconv.encode(text, random.pick(['cp850', 'cp437'])), 'win1252')
    // What a code page does not have is a question mark, and another test.
    return isAscii(expected) || actual.includes('?') || /[\p{L}]{2}/u.test(actual) === false
      ? undefined
      : { expected, actual }
  },
  'lost letters': (random, person) => {
    const expected = fullName(person)
    const actual = expected.toUpperCase().replace(/[^\x20-\x7e]/g, random.chance(0.7) ? '?' : '\ufffd')
    const lost = actual.replace(/[^?\ufffd]/g, '').length
    const isTooShort = actual.split(' ').some((word) => word.replace(/[^A-Z]/g, '').length < 3)
    return lost === 0 || lost > 3 || isTooShort ? undefined : { expected, actual }
  },
  'middle name left out': (random, person) => {
    const [first = '', middle] = person.given
    if (!middle) return undefined
    const short = plain([first, ...person.surnames].join(' '))
    const full = fullName(person)
    return random.chance(0.5) ? { expected: full, actual: short } : { expected: short, actual: plain(full) }
  },
  'second surname left out': (random, person) => {
    const [first = '', second] = person.surnames
    if (!second || person.language === 'pt') return undefined
    const short = [...person.given, first].join(' ')
    return random.chance(0.5)
      ? { expected: fullName(person), actual: plain(short) }
      : { expected: short, actual: plain(fullName(person)) }
  },
  'middle initial': (_, person) => {
    const [first = '', middle] = person.given
    if (!middle) return undefined
    return { expected: fullName(person), actual: plain([first, middle.slice(0, 1), ...person.surnames].join(' ')) }
  },
  joined: (random, person) => {
    const words = plain(fullName(person)).split(' ')
    const at = 1 + random.below(words.length - 1)
    const joins = random.chance(0.4) ? words.map((_, i) => i) : [at]
    return {
      expected: fullName(person),
      actual: words
        .map((word, i) => (joins.includes(i) ? word : ` ${word}`))
        .join('')
        .trim(),
    }
  },
  abbreviated(random, person) {
    const women = person.otherGiven === person.names.women
    const short = random.pick(shortForms.filter(([, , isWomans]) => isWomans === women))
    if (person.language !== 'es') return undefined
    const [full = '', abbreviation = ''] = short
    const nameWith = (first: string): string => fullName({ ...person, given: [first, ...person.given.slice(1)] })
    return random.chance(0.5)
      ? { expected: nameWith(full), actual: plain(nameWith(abbreviation)) }
      : { expected: nameWith(abbreviation), actual: plain(nameWith(full)) }
  },
  title: (random, person) => ({
    expected: fullName(person),
    actual: `${random.pick(['DR.', 'SR.', 'SRA.', 'ING.', 'MR', 'MRS', 'HERR', 'FRAU', 'MME', 'SIG.RA', 'LIC.'])} ${plain(fullName(person))}`,
  }),
  punctuation: (random, person) => {
    const name = fullName(person)
    if (!/[-' ]/.test(person.surnames.join(' ')))
      return { expected: name, actual: plain(name).replaceAll(' ', random.pick(['/', '-', '_', '  '])) }
    const actual = person.surnames.join(' ').replace(/[-']/g, random.pick(['', ' ', '-', '’', '´']))
    return { expected: name, actual: plain([...person.given, actual].join(' ')) }
  },
  'particles joined': (_, person) => {
    const surname = person.surnames.join(' ')
    if (!/^(?:van|de|ten|di|la|el|ben)\b/i.test(surname)) return undefined
    return { expected: fullName(person), actual: plain(`${person.given.join(' ')} ${surname.replaceAll(' ', '')}`) }
  },
}

/** Two letters swapped, a letter lost, doubled or the next key, inside one long word: what fingers do. */
export const slipOfTheHand: BankChange = (random, person) => {
  const words = plain(fullName(person)).split(' ')
  const long = words.flatMap((word, i) => (word.length >= 8 && /^[A-Z]+$/.test(word) ? [i] : []))
  if (long.length === 0) return undefined
  const i = random.pick(long)
  const word = words[i] ?? ''
  const at = 2 + random.below(word.length - 5)
  const [one = '', other = ''] = [word[at], word[at + 1]]
  const changed = random.pick([
    () => word.slice(0, at) + other + one + word.slice(at + 2),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + one + word.slice(at),
    () => word.slice(0, at) + nextKey(one) + word.slice(at + 1),
  ])()
  if (changed === word) return undefined
  return { expected: fullName(person), actual: words.map((each, k) => (k === i ? changed : each)).join(' ') }
}

const rows = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM']
const nextKey = (letter: string): string => {
  const row = rows.find((keys) => keys.includes(letter)) ?? ''
  return row[row.indexOf(letter) + 1] ?? row[row.indexOf(letter) - 1] ?? letter
}
