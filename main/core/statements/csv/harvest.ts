import { isCurrency } from '../currencies.ts'
import { normaliseHeader } from './match-header.ts'
import type { Row } from './tokenize.ts'

const totals =
  /^(?:grand |sub )?(?:totals?|subtotals?|summe|zwischensumme|sous total|subtotale|tussentotaal|delsumma|mellomsum|gesamt|gesamtsumme|gesamtbetrag|somme|suma|soma|totale|totali|totaal|totalt|yhteensa|razem|celkem|soucet|osszesen|totales|totais|som|sum|summa|i alt|yht|turnover|apyvarta|kaive|apgrozijums)\b/

/** Whether a text is the name of a sum and nothing else; a booked line hardly carries it. */
export const isTurnover = (text: string): boolean =>
  text.length < 30 && /^(?:total )?(?:turnover|apyvarta|kaive|apgrozijums)$/.test(normaliseHeader(text))

/** Whether a text begins a row of sums. */
export const isTotal = (text: string): boolean => text.length < 60 && totals.test(normaliseHeader(text))

// A line above a table that is longer than this is prose, and slow to search.
const longestLabel = 2_000

const ibanText = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/

const dateAndTime = /\b(?:\d{4}|\d{1,2})[./-]\d{1,2}[./-]\d{2,4}(?![\d./-])(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?/g
const ibanAlike = /\b[A-Z]{2}\d{2}(?: ?(?=[A-Z0-9*]*[\d*X])[A-Z0-9*]{4}){2,7}(?: ?[A-Z0-9*]{1,4}(?![A-Za-z]))?/

/** The first IBAN with right check digits in a text, without blanks. */
function findIban(text: string): string | null {
  if (text.length > longestLabel) return null
  const found = ibanText.exec(text.toUpperCase())
  if (!found) return null
  // Words after the number look like more of it; shorten until the check digits agree.
  for (let iban = found[0].replaceAll(' ', ''); iban.length >= 15; iban = iban.slice(0, -1))
    if (isIban(iban)) return iban
  return null
}

function isIban(iban: string): boolean {
  if (iban.length > 34) return false
  let rest = 0
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97
  }
  return rest === 1
}

const accountLabel =
  /\b(?:iban|account(?: number| no| details for| id)?|acct|konto(?:nummer|nr)?|kundenkonto|numero de cuenta|cuenta|nro cuenta|conta|numero de conta|conto|compte|numero de compte|rekening(?:nummer)?|kontonr|tili|tilinumero|rachunek|nr rachunku|numer rachunku|ucet|cislo uctu|szamlaszam|girokonto|tagesgeldkonto|card number|kartennummer|tarjeta|kreditkarte|rapporto|numar cont|cont|hesap no|iban no|no rekening|nomor rekening|kliendi konto|reikningur|racun|broj racuna|cislo uctu)\b|(?:счет|рахун|сметк|λογαριασμ|口座|卡号|账号|帐号|帳號|账户|계좌|tai khoan|חשבון|الحساب|เลขที)/

/** Account identifier of a line above the table: an IBAN, else the longest run of digits beside a label. */
export function findAccount(cells: readonly string[]): string | null {
  const text = cells.filter((cell) => cell !== '').join(' ')
  if (text.length > longestLabel) return null
  const iban = findIban(text)
  if (iban) return iban
  if (!accountLabel.test(normaliseHeader(text))) return null
  // Beside a label it is the account even where its check digits are wrong or crossed out.
  const alike = ibanAlike.exec(text)?.[0].replaceAll(' ', '')
  if (alike !== undefined && alike.length >= 15 && alike.length <= 34) return alike
  const numbers = text.replace(dateAndTime, ' ').match(/[0-9*xX][0-9A-Z*xX/.-]*[0-9](?: [0-9]{2,}[0-9A-Z]*)*/g) ?? []
  const usable = numbers.filter(
    (number) =>
      (number.match(/\d/g)?.length ?? 0) >= 4 &&
      !/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}[./-]\d{2}[./-]\d{2}$|^\d+[.,]\d{2}$|^\d{1,3}(?:,\d{3})+\.\d{2}$|^\d{1,3}(?:\.\d{3})+,\d{2}$/.test(
        number,
      ),
  )
  const best = usable.sort((a, b) => b.length - a.length)[0]
  return best ? best.replaceAll(' ', '').toUpperCase() : null
}

/** The account that the lines above a table name: an IBAN wherever it stands, else what stands beside or below a label. */
export function accountAbove(preamble: readonly Row[]): string | null {
  for (const { cells } of preamble) {
    const iban = findIban(cells.join(' '))
    if (iban) return iban
  }
  for (const { cells } of preamble) {
    const found = findAccount(cells)
    if (found) return found
  }
  // A small table of its own: the labels in one line, what they stand for in the next.
  for (const [index, { cells }] of preamble.entries())
    for (const [column, label] of cells.entries()) {
      const beneath = preamble[index + 1]?.cells[column] ?? ''
      const found = label === '' || beneath === '' || label.length > 40 ? null : findAccount([label, beneath])
      if (found) return found
    }
  return null
}

const currencyLabel =
  /curr|ccy|w[aä]hr|devise|moneda|moeda|valuta|divisa|munt|waluta|m[eě]na|deviza|валют|para birimi|d[oö]viz|mata uang|νόμισμα|通貨|币种|幣別|통화|מטבע/i
// Names of one currency only; a peso, a krona or a dollar is that of several countries.
const currencyWords: ReadonlyMap<string, string> = new Map([
  ['soles', 'PEN'],
  ['dolares', 'USD'],
  ['reais', 'BRL'],
  ['rupiah', 'IDR'],
  ['zloty', 'PLN'],
  ['forint', 'HUF'],
  ['рубли', 'RUB'],
  ['рублях', 'RUB'],
  ['гривня', 'UAH'],
  ['人民币', 'CNY'],
])

const currencySigns: ReadonlyMap<string, string> = new Map([
  ['U$S', 'USD'],
  ['US$', 'USD'],
  ['$U', 'UYU'],
  ['R$', 'BRL'],
  ['S/', 'PEN'],
  ['₽', 'RUB'],
])

function namedCurrency(cell: string): string | null {
  const name = normaliseHeader(cell)
  const pesos = /\bpesos? (uruguay|argentin|chilen|colombian|mexican)/.exec(name)?.[1]
  if (pesos !== undefined) return pesoCodes.get(pesos) ?? null
  for (const word of name.split(' ')) if (currencyWords.has(word)) return currencyWords.get(word) ?? null
  return null
}
const pesoCodes: ReadonlyMap<string, string> = new Map([
  ['uruguay', 'UYU'],
  ['argentin', 'ARS'],
  ['chilen', 'CLP'],
  ['colombian', 'COP'],
  ['mexican', 'MXN'],
])

/** A currency code standing alone in a cell or in brackets, or beside a label of its own. */
export function findCurrency(cells: readonly string[]): string | null {
  const isLabelled = cells.some((cell) => cell.length < 60 && currencyLabel.test(cell))
  // "Caja de Ahorro U$S 001234567890"
  const isAccount = cells.some((cell) => cell.length < 60 && accountLabel.test(normaliseHeader(cell)))
  for (const cell of cells) {
    if (cell.length > longestLabel) continue
    for (const code of cell.match(/\b[A-Z]{3}\b/g) ?? []) {
      const isMarked =
        cell.replace(/[\s:;,.-]/g, '') === code || cell.includes(`(${code})`) || cell.includes(`[${code}]`)
      if (isCurrency(code) && (isMarked || /\d/.test(cell) || isLabelled)) return code
    }
    if (/\(€\)|€/.test(cell)) return 'EUR'
    if (/£/.test(cell)) return 'GBP'
    // In the characters of the mainland; Taiwan writes 金額 and means its own dollar.
    if (/额\s*[(（]元[)）]$/u.test(cell)) return 'CNY'
    if (/บาท/.test(cell)) return 'THB'
    if (/[円¥]\)?$/.test(cell) && /円/.test(cell)) return 'JPY'
    const sign = /(?:^|\s)(U\$S|US\$)(?=\s|$)/.exec(cell)?.[1]
    if (sign !== undefined && isAccount) return currencySigns.get(sign) ?? null
    const named = isLabelled ? (currencySigns.get(cell.trim()) ?? namedCurrency(cell)) : null
    if (named !== null) return named
    if (/\beuro(?:s|a|i)?\b/i.test(cell)) return 'EUR'
  }
  return null
}
