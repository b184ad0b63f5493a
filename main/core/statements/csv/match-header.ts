import { isCurrency } from '../currencies.ts'
import {
  arabic,
  chinese,
  hebrew,
  indonesianAndMalay,
  japanese,
  korean,
  thai,
  vietnamese,
} from './header-words/asian.ts'
import { czech, hungarian, polish } from './header-words/central-european.ts'
import { bulgarian, russian, ukrainian } from './header-words/cyrillic.ts'
import { estonian, greek, latvian, lithuanian, romanian, turkish } from './header-words/european.ts'
import { dutch, english, german } from './header-words/germanic.ts'
import { danish, finnish, icelandic, norwegian, swedish } from './header-words/nordic.ts'
import { french, italian, portuguese, spanish } from './header-words/romance.ts'
import { croatianAndSerbian, slovak, slovene } from './header-words/slavic.ts'
import type { ColumnRole, HeaderWords } from './roles.ts'

const languages: Readonly<Record<string, HeaderWords>> = {
  en: english,
  de: german,
  fr: french,
  nl: dutch,
  es: spanish,
  pt: portuguese,
  it: italian,
  sv: swedish,
  no: norwegian,
  da: danish,
  fi: finnish,
  is: icelandic,
  pl: polish,
  cs: czech,
  hu: hungarian,
  ru: russian,
  uk: ukrainian,
  bg: bulgarian,
  hr: croatianAndSerbian,
  sl: slovene,
  sk: slovak,
  ro: romanian,
  tr: turkish,
  el: greek,
  et: estonian,
  lv: latvian,
  lt: lithuanian,
  ja: japanese,
  zh: chinese,
  ko: korean,
  id: indonesianAndMalay,
  vi: vietnamese,
  th: thai,
  he: hebrew,
  ar: arabic,
}

/** One meaning a header may have. Smaller `rank` is the better name; `exactness` 3 is the whole header, 1 a part of it. */
export interface HeaderMeaning {
  readonly role: ColumnRole
  readonly rank: number
  readonly exactness: number
  readonly languages: readonly string[]
}

interface Known {
  role: ColumnRole
  rank: number
  languages: string[]
}

const buildDictionary = (): Map<string, Known[]> => {
  const dictionary = new Map<string, Known[]>()
  for (const [language, words] of Object.entries(languages))
    for (const [role, phrases] of Object.entries(words))
      for (const [rank, written] of phrases.split('|').entries()) {
        const phrase = normaliseHeader(written)
        const known = dictionary.get(phrase) ?? []
        const same = known.find((one) => one.role === role)
        if (same) {
          same.rank = Math.min(same.rank, rank)
          same.languages.push(language)
        } else known.push({ role: role as ColumnRole, rank, languages: [language] })
        dictionary.set(phrase, known)
      }
  return dictionary
}

let built: Map<string, Known[]> | null = null
const dictionary = (): Map<string, Known[]> => {
  built ??= buildDictionary()
  return built
}

const special: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  æ: 'ae',
  Æ: 'ae',
  ß: 'ss',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  º: ' ',
  '°': ' ',
}

/** Lower case, no accents, words parted by one blank: `RunningBalance`, `running_balance` and `Running  Balance` agree. */
export const normaliseHeader = (text: string): string =>
  text
    .replace(/([\p{Ll}\d])(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/[łŁøØæÆßðÐþÞđĐıº°]/g, (letter) => special[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

// Words that name a currency or a unit and nothing else.
const units =
  /\b(?:in |en |em |w |v |i )?(?:eur|rub|rur|uah|rsd|tl|lei|cny|rmb|krw|twd|vnd|kes|ngn|sar|qar|kwd|egp|mad|euro|euros|usd|gbp|chf|sek|nok|dkk|pln|czk|huf|kc|zl|brl|ars|uyu|clp|mxn|cop|pen|sgd|aud|nzd|cad|inr|hkd|zar|jpy|try|ron|bgn|ils|thb|myr|php|idr|aed)$/

const lookUp = (phrase: string, exactness: number): HeaderMeaning[] =>
  (dictionary().get(phrase) ?? []).map((known) => ({ ...known, exactness }))

/** Every meaning the header may have, best first; none for blanks and long notices. */
export function headerMeanings(header: string): HeaderMeaning[] {
  if (header.length > 200) return []
  // "[-] EUR" above what went out, "[+] EUR" above what came in.
  const signed = /^[[(]([-+\u2212])[\])]\s*(?:[A-Z]{3})?$/.exec(header)?.[1]
  if (signed !== undefined) return [{ role: signed === '+' ? 'credit' : 'debit', rank: 0, exactness: 3, languages: [] }]
  const whole = normaliseHeader(header)
  if (whole === '' || whole.length > 60) return []
  const found = lookUp(whole, 3)
  if (found.length > 0) return found
  // "CAD$" above the amounts in that currency.
  if (/^[A-Z]{3}\$?$/.test(header) && isCurrency(header.slice(0, 3)))
    return [{ role: 'amount', rank: 99, exactness: 2, languages: [] }]
  const bare = normaliseHeader(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
  const withoutUnit = bare.replace(units, '').trim()
  const side = sideInBrackets(header, bare)
  if (side.length > 0) return side
  for (const phrase of [bare, withoutUnit, whole.replace(units, '').trim()]) {
    const hits = phrase === '' ? [] : lookUp(phrase, 3)
    if (hits.length > 0) return hits
  }
  return partOf(withoutUnit === '' ? bare : withoutUnit)
}

/** "Amount (debit)" and "Amount (credit)" are the two sides of a pair. */
function sideInBrackets(header: string, bare: string): HeaderMeaning[] {
  const inner = /[([]([^()[\]]{2,20})[)\]]/.exec(header)?.[1]
  if (inner === undefined || bare === '') return []
  const amount = lookUp(bare, 3).find(({ role }) => role === 'amount')
  const sides = lookUp(normaliseHeader(inner), 3).filter(({ role }) => role === 'debit' || role === 'credit')
  return amount === undefined ? [] : sides.slice(0, 1).map((side) => ({ ...side, rank: amount.rank }))
}

/** Whether a text is the whole name of a column, what stands in brackets left aside; cheaper than its meanings. */
export const isHeaderName = (text: string): boolean =>
  dictionary().has(normaliseHeader(text)) || dictionary().has(normaliseHeader(text.replace(/\([^)]*\)/g, ' ')))

/** The longest run of the header's words that is a name by itself; the front of a header says more than its end. */
function partOf(phrase: string): HeaderMeaning[] {
  const words = phrase.split(' ')
  if (words.length < 2 || words.length > 8) return []
  for (let size = words.length - 1; size > 0; size -= 1)
    for (let from = 0; from + size <= words.length; from += 1) {
      const part = words.slice(from, from + size).join(' ')
      if (part.length < 4) continue
      const hits = lookUp(part, size > 1 ? 2 : 1)
      if (hits.length > 0) return originalWord.test(phrase) ? hits.map(ofPurchase) : hits
    }
  return []
}

// "Divisa importo originario": what a part of the name says is said of the purchase.
const originalWord =
  /\b(?:original|originale|originario|originaria|orig|origen|origem|origine|oorspronkelijke?|ursprungliche[rs]?|oryginaln[aey]|puvodni|eredeti|opprinnelig|oprindelig)\b/

const ofPurchase = (meaning: HeaderMeaning): HeaderMeaning => {
  if (meaning.role === 'amount') return { ...meaning, role: 'originalAmount' }
  return meaning.role === 'currency' ? { ...meaning, role: 'originalCurrency' } : meaning
}

/** How many different things a row names when read as a header; 0 unless it names a date and an amount. */
export function headerScore(cells: readonly string[]): { score: number; hasEssentials: boolean } {
  const roles = new Set<ColumnRole>()
  for (const cell of cells) for (const { role, exactness } of headerMeanings(cell)) if (exactness > 1) roles.add(role)
  const hasDate = roles.has('bookingDate') || roles.has('valueDate')
  const hasAmount = roles.has('amount') || roles.has('debit') || roles.has('credit')
  return { score: roles.size, hasEssentials: hasDate && hasAmount }
}

/** The language most headers agree on, or null. */
export function headerLanguage(cells: readonly string[]): string | null {
  const votes = new Map<string, number>()
  for (const cell of cells) {
    const spoken = new Set(
      headerMeanings(cell)
        .filter(({ exactness }) => exactness === 3)
        .flatMap((meaning) => meaning.languages),
    )
    for (const language of spoken) votes.set(language, (votes.get(language) ?? 0) + 1 / spoken.size)
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]
  return best && best[1] >= 0.5 ? best[0] : null
}
