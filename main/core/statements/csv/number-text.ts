/** Amount texts as banks write them (ledger specification 4.5.2). */

export type DecimalSign = '.' | ','

/** A number's text taken apart. `body` holds digits, points, commas, and `'` for every other group separator. */
export interface NumberParts {
  readonly negative: boolean
  readonly plus: boolean
  readonly mark: 'debit' | 'credit' | null
  readonly currency: string | null
  readonly body: string
}

const plain = /^[+-]?\d[\d.,]*$/
const whole = /^([^\d.,]*?)((?:[.,]?\d[\d.,']*))(\D*)$/
const minuses = /[-\u2212\u2013\u2012\u2014]/g
const blanksBetweenDigits = /(?<=\d)[ \u00a0\u202f\u2009\u2007\u2019\u2018´`'](?=\d)/g
const blanks = /[\s\u00a0\u202f\u2009\u2007]/g

const marks = new Map<string, 'debit' | 'credit'>([
  ...['D', 'DR', 'DB', 'DBT', 'S', 'SOLL', 'DEBIT', 'AF', 'Χ'].map((word) => [word, 'debit'] as const),
  ...['C', 'CR', 'CRT', 'H', 'HABEN', 'CREDIT', 'BIJ', 'Π'].map((word) => [word, 'credit'] as const),
])

// Null where a sign belongs to several currencies.
const symbols = new Map<string, string | null>([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', null],
  ['₹', 'INR'],
  ['RS', null],
  ['$', null],
  ['US$', 'USD'],
  ['U$S', 'USD'],
  ['U$', 'USD'],
  ['R$', 'BRL'],
  ['$U', 'UYU'],
  ['CA$', 'CAD'],
  ['A$', 'AUD'],
  ['S/', 'PEN'],
  ['B/', 'PAB'],
  ['RD$', 'DOP'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['NZ$', 'NZD'],
  ['MX$', 'MXN'],
  ['GS', 'PYG'],
  ['BS', null],
  ['RM', 'MYR'],
  ['RP', 'IDR'],
  ['KSH', 'KES'],
  ['ZŁ', 'PLN'],
  ['ZL', 'PLN'],
  ['KČ', 'CZK'],
  ['KC', 'CZK'],
  ['FT', 'HUF'],
  ['KR', null],
  ['FR', 'CHF'],
  ['SFR', 'CHF'],
  ['₺', 'TRY'],
  ['TL', 'TRY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['฿', 'THB'],
  ['EURO', 'EUR'],
])

// Letters that are a currency's sign only before an amount with its decimals: "Q4.20", "R 1 095.80".
const letters = new Map([
  ['Q', 'GTQ'],
  ['R', 'ZAR'],
  ['L', 'HNL'],
])
const letterFront = (prefix: string, body: string) => {
  const currency = /[.,]\d\d$/.test(body) ? letters.get(prefix.replace(/\.$/, '').toUpperCase()) : undefined
  return currency === undefined ? null : { mark: null, currency }
}

const readAffix = (text: string): { mark: 'debit' | 'credit' | null; currency: string | null } | null => {
  const rest = text
    .replace(/\.$/, '')
    .replace(/^\(([A-Za-z]+)\.?\)$/, '$1')
    .toUpperCase()
  if (rest === '') return { mark: null, currency: null }
  const mark = marks.get(rest)
  if (mark) return { mark, currency: null }
  const symbol = symbols.get(rest)
  if (symbol !== undefined) return { mark: null, currency: symbol }
  if (/^[A-Z]{3}$/.test(rest)) return { mark: null, currency: rest }
  // A sign of a currency that is not listed, or a pound sign that lost its encoding.
  if (rest.length === 1 && rest.charCodeAt(0) > 127) return { mark: null, currency: null }
  for (const [word, kind] of marks)
    if (rest.length > word.length && rest.endsWith(word)) {
      const front = rest.slice(0, -word.length)
      const known = symbols.get(front)
      if (known !== undefined || /^[A-Z]{3}$/.test(front))
        return { mark: kind, currency: known ?? (/^[A-Z]{3}$/.test(front) ? front : null) }
    }
  return null
}

/** Takes a number's text apart; null when it is not one. The empty text is not a number. */
export function splitNumber(text: string): NumberParts | null {
  if (plain.test(text)) {
    const first = text.charCodeAt(0)
    const negative = first === 45
    const plus = first === 43
    return { negative, plus, mark: null, currency: null, body: negative || plus ? text.slice(1) : text }
  }
  if (text === '' || text.length > 60) return null
  let rest = text.replace(blanksBetweenDigits, "'").replace(blanks, '')
  let negative = false
  const inner = /^([^\d()]*)\((.+)\)([^\d()]*)$/.exec(rest)
  if (inner) {
    negative = true
    rest = `${inner[1] ?? ''}${inner[2] ?? ''}${inner[3] ?? ''}`
  }
  const found = whole.exec(rest)
  if (!found) return null
  let body = found[2] ?? ''
  let suffix = found[3] ?? ''
  const prefix = found[1] ?? ''
  // Swiss and German whole amounts: "50.-", "50,--".
  const dashes = /^[-\u2013\u2014]{1,2}/.exec(suffix)
  if (dashes && /[.,]$/.test(body)) suffix = suffix.slice(dashes[0].length)
  body = body.replace(/[.,]$/, '')
  if (minuses.test(prefix) || minuses.test(suffix)) negative = !negative || !inner
  minuses.lastIndex = 0
  const before = prefix.replace(minuses, '').replace(/\+/g, '')
  const front = letterFront(before, body) ?? readAffix(before)
  const back = readAffix(suffix.replace(minuses, '').replace(/\+/g, ''))
  if (!front || !back) return null
  return {
    negative,
    plus: prefix.includes('+') || suffix.includes('+'),
    mark: back.mark ?? front.mark,
    currency: back.currency ?? front.currency,
    body,
  }
}

export type SeparatorEvidence = DecimalSign | 'none' | 'unclear'

/** Which decimal sign one number shows by itself: `unclear` for 1.234, `none` without point and comma. */
export function decimalEvidence(body: string): SeparatorEvidence {
  const point = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  if (point < 0 && comma < 0) return 'none'
  if (point >= 0 && comma >= 0) {
    const last = point > comma ? '.' : ','
    return body.indexOf(last) === body.lastIndexOf(last) ? last : last === '.' ? ',' : '.'
  }
  const sign = point >= 0 ? '.' : ','
  const at = point >= 0 ? point : comma
  if (body.indexOf(sign) !== at) return sign === '.' ? ',' : '.'
  const after = body.length - at - 1
  if (after !== 3) return sign
  if (body.includes("'")) return sign
  const before = body.slice(0, at)
  return before.length > 3 || before === '' || before === '0' ? sign : 'unclear'
}

/** Whether a cell is blank, or says so in a word. */
export const isNothing = (cell: string): boolean =>
  cell === '' || (cell.length < 5 && /^(?:--?|n\/a|null|none|nil)$/i.test(cell))

export type NumberFailure = 'not_a_number' | 'amount_precision' | 'amount_too_large'

const grouped = { '.': /^\d{1,3}(?:,(?:\d{2}|\d{3}))*,\d{3}$/, ',': /^\d{1,3}(?:\.(?:\d{2}|\d{3}))*\.\d{3}$/ }
const groupedByMark = /^\d{1,3}(?:'\d{3})+$/

/** Digits and separators to whole minor units, without a sign. Excess decimals other than zero are a failure. */
export function toMinorUnits(body: string, decimal: DecimalSign, exponent: number): number | NumberFailure {
  const at = body.lastIndexOf(decimal)
  let integer = at < 0 ? body : body.slice(0, at)
  let fraction = at < 0 ? '' : body.slice(at + 1)
  const group = decimal === '.' ? ',' : '.'
  if (integer.includes(decimal)) return 'not_a_number'
  if (integer.includes("'")) {
    if (!groupedByMark.test(integer)) return 'not_a_number'
    integer = integer.replaceAll("'", '')
  } else if (integer.includes(group)) {
    if (!grouped[decimal].test(integer)) return 'not_a_number'
    integer = integer.replaceAll(group, '')
  }
  if (fraction.length > exponent) {
    for (let index = exponent; index < fraction.length; index += 1) {
      const code = fraction.charCodeAt(index)
      if (code < 48 || code > 57) return 'not_a_number'
      if (code !== 48) return 'amount_precision'
    }
    fraction = fraction.slice(0, exponent)
  }
  const digits = integer + fraction.padEnd(exponent, '0')
  if (digits.length > 15 && digits.replace(/^0+/, '').length > 15) return 'amount_too_large'
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value : 'not_a_number'
}

const isAmount = (body: string, sign: DecimalSign): boolean => {
  const decimals = body.includes(sign) ? body.length - body.lastIndexOf(sign) - 1 : 0
  return typeof toMinorUnits(body, sign, Math.min(decimals, 8)) === 'number'
}

/** Eight to twelve bare digits: an amount where a header says so, else more likely an identifier. */
export const isBigWhole = (text: string): boolean => /^[+-]?[1-9]\d{7,11}$/.test(text)

/** Whether the text is an amount under one of the two decimal signs; eight bare digits and more are an identifier. */
export function isNumber(text: string): boolean {
  const parts = splitNumber(text)
  if (!parts) return false
  if (/^0*[1-9]\d{7,}$/.test(parts.body)) return false
  return isAmount(parts.body, '.') || isAmount(parts.body, ',')
}
