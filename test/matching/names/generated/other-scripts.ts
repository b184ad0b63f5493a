import { type Half, halfOf, readScripts, wordsOf } from './people.ts'
import type { Random } from './random.ts'

type Table = Readonly<Record<string, string>>

const base: Table = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}
/** Passports (ICAO 9303), maps (BGN), GOST 7.79 B, German and Turkish newspapers. */
const tables: readonly Table[] = [
  base,
  { ...base, ё: 'yo', й: 'y', ъ: '', ю: 'yu', я: 'ya' },
  { ...base, й: 'j', х: 'h', ц: 'c', щ: 'shh', ъ: '', э: 'e', ю: 'yu', я: 'ya', ё: 'yo' },
  {
    ...base,
    в: 'w',
    ж: 'sch',
    з: 's',
    й: 'j',
    х: 'ch',
    ц: 'z',
    ч: 'tsch',
    ш: 'sch',
    щ: 'schtsch',
    ъ: '',
    ю: 'ju',
    я: 'ja',
    ё: 'jo',
  },
  { ...base, ж: 'j', й: 'y', х: 'h', ч: 'ç', ш: 'ş', щ: 'şç', ъ: '', ы: 'ı', ю: 'yu', я: 'ya', ё: 'yo' },
]

const romanise = (text: string, table: Table): string =>
  Array.from(text.toLowerCase(), (letter) => table[letter] ?? letter).join('')

/** A payer in other letters and in Latin ones. */
export function writeInLatin(random: Random, half: Half): { category: string; expected: string; actual: string } {
  const { cyrillic, greek, arabic } = readScripts()
  const kind = random.below(4)
  if (kind === 0) {
    const [given = '', latin = '', surnames = ''] = random.pick(halfOf(greek, half)).split(' ')
    const [latinSurname = '', surname = ''] = surnames.split('|')
    return {
      category: 'greek letters',
      expected: `${given} ${surname}`,
      actual: `${latin} ${latinSurname}`.toUpperCase(),
    }
  }
  if (kind === 1) {
    const [given = '', latin = '', surname = '', ...latinSurname] = random.pick(halfOf(arabic, half)).split(' ')
    const written = `${random.pick(latin.split(','))} ${random.pick(latinSurname.join(' ').split(','))}`
    return { category: 'arabic letters', expected: `${given} ${surname}`, actual: written.toUpperCase() }
  }
  const given = random.pick(wordsOf(random.chance(0.5) ? cyrillic.men : cyrillic.men, half))
  const name = `${given} ${random.pick(wordsOf(cyrillic.surnames, half))}`
  return { category: 'cyrillic letters', expected: name, actual: romanise(name, random.pick(tables)).toUpperCase() }
}

/** Two people, one in Cyrillic letters and the other in Latin ones, who share a name. */
export function otherInLatin(random: Random, half: Half): { expected: string; actual: string } {
  const { cyrillic } = readScripts()
  const [men, surnames] = [wordsOf(cyrillic.men, half), wordsOf(cyrillic.surnames, half)]
  const [given, surname] = [random.pick(men), random.pick(surnames)]
  const other = random.chance(0.5)
    ? `${random.pickOther(men, given)} ${surname}`
    : `${given} ${random.pickOther(surnames, surname)}`
  return { expected: `${given} ${surname}`, actual: romanise(other, random.pick(tables)).toUpperCase() }
}
