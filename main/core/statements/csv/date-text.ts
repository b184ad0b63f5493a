import { dayOf, fullYear, type ValueDay, valueDayOf } from '../dates.ts'

/** Date texts as banks write them (ledger specification 4.5.3); the order of day and month is decided elsewhere. */

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** A date's text taken apart: either its order is written in it (`fixed`), or three numbers whose order is open. */
export type DateParts =
  | { readonly kind: 'fixed'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'open'; readonly parts: readonly [number, number, number]; readonly orders: readonly DateOrder[] }
  | { readonly kind: 'compact'; readonly digits: string }
  | { readonly kind: 'serial'; readonly days: number }

// Three letters and more of every month in the languages of the header dictionary, without accents.
const monthWords = [
  'jan january januar janvier januari enero ene janeiro gennaio gen tammi tammikuu tammikuuta sty stycznia styczen led ledna leden januar jän janv ocak oca ' +
    'ianuarie ian januara sausio janvaris jaanuar января янв січня ιανουαριου ιαν',
  'feb february februar fevrier fevr fev februari februarie febrero fevereiro febbraio helmi helmikuu helmikuuta lut lutego luty uno unora unor febr subat sub ' +
    'februarie februara vasario februaris veebruar veebr февраля фев февр лютого φεβρουαριου φεβ',
  'mar march marz maerz mrz mars maart mrt marzo marco maalis maaliskuu maaliskuuta marca marzec bre brezna brezen marcius marts mart ' +
    'martie maret kovo marec марта мар березня μαρτιου μαρ',
  'apr april avril avr abril abr aprile huhti huhtikuu huhtikuuta kwi kwietnia kwiecien dub dubna duben aprilis nisan nis ' +
    'aprilie aprila balandzio aprill апреля апр квітня απριλιου απρ',
  'may mai mei mayo maio maggio mag maj touko toukokuu toukokuuta maja kve kvetna kveten majus mayis ' +
    'maijs geguzes мая маи травня μαιου μαι',
  'jun june juni juin junio junho giugno giu kesa kesakuu kesakuuta cze czerwca czerwiec cvn cervna cerven junius haziran haz ' +
    'iunie iun juna birzelio junijs junij juuni июня июн червня ιουνιου ιουν',
  'jul july juli juillet juil julio julho luglio lug heina heinakuu heinakuuta lip lipca lipiec cvc cervence cervenec julius temmuz tem ' +
    'iulie iul jula liepos julijs julij juuli июля июл липня ιουλιου ιουλ',
  'aug august aout aou augustus agosto ago augusti elo elokuu elokuuta sie sierpnia sierpien srp srpna srpen augusztus agustos agu ' +
    'augusta rugpjucio augusts avgust avg августа авг серпня αυγουστου αυγ',
  'sep september sept septembre septiembre set setembro settembre syys syyskuu syyskuuta wrz wrzesnia wrzesien zar zari szeptember szept eylul eyl ' +
    'septembrie septembra rugsejo septembris сентября сен сент вересня σεπτεμβριου σεπ',
  'oct october okt oktober octobre octubre out outubro ottobre ott loka lokakuu lokakuuta paz pazdziernika pazdziernik rij rijna rijen ekim eki ' +
    'octombrie oktobra spalio oktobris oktoober октября окт жовтня οκτωβριου οκτ',
  'nov november novembre noviembre novembro marras marraskuu marraskuuta lis listopada listopad kasim kas ' +
    'noiembrie noi novembra lapkricio novembris ноября ноя листопада νοεμβριου νοε',
  'dec december dez dezember decembre dic diciembre dezembro dicembre des desember joulu joulukuu joulukuuta gru grudnia grudzien pro prosince prosinec aralik ara ' +
    'decembrie decembra gruodzio decembris detsember dets декабря дек грудня δεκεμβριου δεκ',
]
const months = new Map(monthWords.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)))

const time = String.raw`(?:(?:[T,]|\s)\s*\d{1,2}[:.h]\d{2}.*|T.*)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.:])(\d{1,2})\2(\d{1,2})\.?${time}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})\.?${time}$`)
const dayName = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.)?[-/. ]*(?:de )?([^\d\s./,-]{3,12})\.?,?[-/. ]*(?:de )?(\d{4}|\d{2})(?:\s*[гр]\.?)?${time}$`,
  'i',
)
const nameDay = new RegExp(
  String.raw`^([^\d\s./,-]{3,12})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\d{4})${time}$`,
  'i',
)
// 2025年1月31日, 2025년 1월 31일
const eastAsian = new RegExp(String.raw`^(\d{4})[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日일]${time}$`)
const weekday = /^[^\d\s.,]{2,10}[.,]\s*(?=\d)|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?=\d)/i
const compact = /^(\d{8})(?:\d{6}|[T ]\d{2}:?\d{2}.*)?$/
const serial = /^(\d{5})(?:[.,]\d+)?$/

const plainWord = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .toLowerCase()
const monthOf = (word: string): number | undefined => months.get(plainWord(word))

/** The years of the Buddhist era, as Thai banks count, are 543 ahead; no statement is of the years 2500 to 2649. */
const commonYear = (year: number): number => (year >= 2500 && year < 2650 ? year - 543 : year)

const yearOf = (text: string): number => (text.length === 2 ? fullYear(Number(text)) : Number(text))

/** Takes a date's text apart; null when it is not one. */
export function splitDate(cell: string): DateParts | null {
  // Spreadsheets put an apostrophe before what has to stay text, some banks one on either side.
  const text = cell.startsWith("'") ? cell.replace(/^'|'$/g, '') : cell
  const length = text.length
  if (length < 5 || length > 45) return null
  const first = text.charCodeAt(0)
  const isDigit = first >= 48 && first <= 57
  if (isDigit) {
    const iso = yearFirst.exec(text)
    if (iso) return { kind: 'fixed', year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) }
    const tidy = /[.-] \d/.test(text) ? text.replace(/([.-]) (?=\d)/g, '$1') : text
    const last = yearLast.exec(tidy)
    if (last) {
      const year = last[4] ?? ''
      const parts = [Number(last[1]), Number(last[3]), Number(year)] as const
      return { kind: 'open', parts, orders: year.length === 2 ? ['dmy', 'mdy', 'ymd'] : ['dmy', 'mdy'] }
    }
    if (tidy !== text) {
      const spaced = yearFirst.exec(tidy)
      if (spaced) return { kind: 'fixed', year: Number(spaced[1]), month: Number(spaced[3]), day: Number(spaced[4]) }
    }
    const asian = eastAsian.exec(text)
    if (asian) return { kind: 'fixed', year: Number(asian[1]), month: Number(asian[2]), day: Number(asian[3]) }
    const digits = compact.exec(text)
    if (digits) return { kind: 'compact', digits: digits[1] ?? '' }
    const days = serial.exec(text)
    if (days && Number(days[1]) >= 25_000 && Number(days[1]) < 80_000) return { kind: 'serial', days: Number(days[1]) }
  }
  const bare = isDigit ? text : text.replace(weekday, '')
  const named = dayName.exec(bare)
  const month = named ? monthOf(named[2] ?? '') : undefined
  if (named && month) return { kind: 'fixed', year: yearOf(named[3] ?? ''), month, day: Number(named[1]) }
  const american = nameDay.exec(bare)
  const other = american ? monthOf(american[1] ?? '') : undefined
  if (american && other) return { kind: 'fixed', year: Number(american[3]), month: other, day: Number(american[2]) }
  return null
}

const numbersOnly = /^(\d{1,2})[./-](\d{1,2})\.?$/
const dayThenName = /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/. ]*([^\d\s./,-]{3,12})\.?$/i
const nameThenDay = /^([^\d\s./,-]{3,12})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?$/i

/** First and last day that a file says it covers. */
export interface Period {
  readonly first: string
  readonly last: string
}

/** The year in which a month lies in the period; the last one for a month outside. */
const yearWithin = ({ first, last }: Period, month: number): number => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  for (let year = to; year > from; year -= 1) if (month <= Number(last.slice(5, 7)) || year < to) return year
  return from
}

/** Takes a date without a year apart ("25/03", "25 Mar", "Mar 25"); its year is the one that the period says. */
export function splitYearless(text: string, period: Period): DateParts | null {
  if (text.length > 20) return null
  const bare = text.replace(/^'|'$/g, '')
  const numbers = numbersOnly.exec(bare)
  if (numbers) {
    const [a, b] = [Number(numbers[1]), Number(numbers[2])]
    const year = yearWithin(period, b > 12 ? a : b)
    return { kind: 'open', parts: [a, b, year], orders: ['dmy', 'mdy'] }
  }
  const named = dayThenName.exec(bare)
  const swapped = named ? null : nameThenDay.exec(bare)
  const month = monthOf(named?.[2] ?? swapped?.[1] ?? '')
  if (!month) return null
  return { kind: 'fixed', year: yearWithin(period, month), month, day: Number(named?.[1] ?? swapped?.[2]) }
}

type Ymd = readonly [year: number, month: number, day: number]

/** Year, month and day under one order; null when that order does not apply to the text. */
export function arrange(parts: DateParts, order: DateOrder): Ymd | null {
  switch (parts.kind) {
    case 'fixed':
      return [commonYear(parts.year), parts.month, parts.day]
    case 'serial': {
      const day = new Date(Date.UTC(1899, 11, 30) + parts.days * 86_400_000)
      return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
    }
    case 'compact': {
      const { digits } = parts
      const at = (from: number, length: number) => Number(digits.slice(from, from + length))
      if (order === 'ymd') return [at(0, 4), at(4, 2), at(6, 2)]
      return order === 'dmy' ? [at(4, 4), at(2, 2), at(0, 2)] : [at(4, 4), at(0, 2), at(2, 2)]
    }
    case 'open': {
      if (!parts.orders.includes(order)) return null
      const [a, b, c] = parts.parts
      const full = (year: number) => (year < 100 ? fullYear(year) : commonYear(year))
      if (order === 'ymd') return [full(a), b, c]
      return order === 'dmy' ? [full(c), b, a] : [full(c), a, b]
    }
  }
}

/** Whether the text can be a date under the order; days up to 31 pass in every month, as banks count interest. */
export function fits(parts: DateParts, order: DateOrder): boolean {
  const found = arrange(parts, order)
  if (!found) return false
  const [year, month, day] = found
  return year >= 1970 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

export const bookingDay = (parts: DateParts, order: DateOrder): string | null => {
  const found = arrange(parts, order)
  return found && fits(parts, order) ? dayOf(...found) : null
}

export const valueDay = (parts: DateParts, order: DateOrder): ValueDay | null => {
  const found = arrange(parts, order)
  return found && fits(parts, order) ? valueDayOf(...found) : null
}

/** A text that is certainly a date, for finding out where a table begins; bare numbers do not count. */
export function looksLikeDate(text: string): boolean {
  const parts = splitDate(text)
  if (!parts || parts.kind === 'serial') return false
  if (parts.kind === 'fixed') return fits(parts, 'ymd')
  return fits(parts, 'dmy') || fits(parts, 'mdy') || fits(parts, 'ymd')
}
