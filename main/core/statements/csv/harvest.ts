import { isCurrency } from '../currencies.ts'
import { normaliseHeader } from './match-header.ts'

const totals =
  /^(?:grand |sub )?(?:totals?|summe|gesamt|gesamtsumme|gesamtbetrag|somme|suma|soma|totale|totali|totaal|totalt|yhteensa|razem|celkem|soucet|osszesen|totales|totais|som|sum|summa|i alt|yht|turnover|apyvarta|kaive|apgrozijums)\b/

/** Whether a text is the name of a sum and nothing else; a booked line hardly carries it. */
export const isTurnover = (text: string): boolean =>
  text.length < 30 && /^(?:total )?(?:turnover|apyvarta|kaive|apgrozijums)$/.test(normaliseHeader(text))

/** Whether a text begins a row of sums. */
export const isTotal = (text: string): boolean => text.length < 60 && totals.test(normaliseHeader(text))

const placeholders =
  /^(?:pending|prel|authori[sz]ed|processing|in progress|not (?:yet )?(?:posted|booked)|reserved|unposted|en attente|en cours|a venir|vorgemerkt|umsatz vorgemerkt|vorgemerkte? .*|reserviert|offen|pendiente|en proceso|en transito|retenido|pendente|em processamento|a processar|in sospeso|non contabilizzato|in lavorazione|in behandeling|gereserveerd|reservering|reserverad|reserverat|preliminar|reservert|reserveret|afventer|venter|odottaa|katevaraus|varaus|oczekujaca|oczekujace|w toku|blokada|zablokowane|w realizacji|ceka|cekajici|blokace|neuctovano|fuggo|fuggoben|zarolt|zarolas)$/

const voids =
  /^(?:reverted|declined|failed|cancell?ed|rejected|denied|expired|voided|refused|abgelehnt|fehlgeschlagen|storniert|abgebrochen|refuse|refusee|annule|annulee|echoue|rechazad[oa]|anulad[oa]|cancelad[oa]|fallid[oa]|rejeitad[oa]|annullat[oa]|rifiutat[oa]|geweigerd|mislukt|geannuleerd|avbruten|nekad|makuleret|afvist|avvist|hylatty|odrzucona|odrzucone|anulowana|zamitnuto|zamitnuta|zruseno|elutasitva|sikertelen|torolt)$/

/** What a status or a word in place of a date says: announced, never booked, or nothing. */
export function statusOf(text: string): 'pending' | 'info' | null {
  if (text === '' || text.length > 40) return null
  const plain = normaliseHeader(text)
  if (placeholders.test(plain)) return 'pending'
  return voids.test(plain) ? 'info' : null
}

// A line above a table that is longer than this is prose, and slow to search.
const longestLabel = 2_000

const ibanText = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/

const dateAndTime = /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?/g
const ibanAlike = /\b[A-Z]{2}\d{2}(?: ?(?=[A-Z0-9*]*[\d*X])[A-Z0-9*]{4}){2,7}(?: ?[A-Z0-9*]{1,4}(?![A-Za-z]))?/

/** The first IBAN with right check digits in a text, without blanks. */
export function findIban(text: string): string | null {
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
  /\b(?:iban|account(?: number| no| details for| id)?|acct|konto(?:nummer|nr)?|kundenkonto|numero de cuenta|cuenta|nro cuenta|conta|numero de conta|conto|compte|numero de compte|rekening(?:nummer)?|kontonr|tili|tilinumero|rachunek|nr rachunku|numer rachunku|ucet|cislo uctu|szamlaszam|girokonto|tagesgeldkonto|card number|kartennummer|tarjeta|kreditkarte|rapporto)\b/

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
      !/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}[./-]\d{2}[./-]\d{2}$|[.,]\d{2}$/.test(number),
  )
  const best = usable.sort((a, b) => b.length - a.length)[0]
  return best ? best.replaceAll(' ', '').toUpperCase() : null
}

/** A currency code standing alone in a cell or in brackets, or beside a label of its own. */
export function findCurrency(cells: readonly string[]): string | null {
  for (const cell of cells) {
    if (cell.length > longestLabel) continue
    for (const code of cell.match(/\b[A-Z]{3}\b/g) ?? []) {
      const isMarked =
        cell.replace(/[\s:;,.-]/g, '') === code || cell.includes(`(${code})`) || cell.includes(`[${code}]`)
      if (
        isCurrency(code) &&
        (isMarked ||
          /\d/.test(cell) ||
          /curr|w[aä]hr|devise|moneda|moeda|valuta|divisa|munt|waluta|m[eě]na|deviza/i.test(cell))
      )
        return code
    }
    if (/\(€\)|€/.test(cell)) return 'EUR'
    if (/£/.test(cell)) return 'GBP'
    if (/\beuro(?:s|a|i)?\b/i.test(cell)) return 'EUR'
  }
  return null
}
