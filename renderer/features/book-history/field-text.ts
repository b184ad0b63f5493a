/** What values of a record are written with; all of it from the window. */
export interface FieldWords {
  /** A word of the program in the person's language; undefined for one that is not known. */
  known(word: string): string | undefined
  field(name: string): string
  instant(at: string): string
  day(day: string): string
  /** Signed minor units. */
  amount(minor: number): string
  number(value: number): string
  ledger(id: string): string | undefined
  /** Several things of which only the number is said. */
  several(count: number): string
}

/** Longer values are cut here; the whole record folds out beneath. */
const longest = 160

const money = new Set([
  'allocated',
  'allocatedParts',
  'amount',
  'closedAmount',
  'closingBalance',
  'difference',
  'openingBalance',
  'proofDifference',
  'signed',
  'totalAmount',
  'totalCreditLcy',
  'totalDebitLcy',
])
/** What people and banks write is never taken for a word of the program. */
const free = new Set([
  'bankReference',
  'closedNote',
  'closeStatement',
  'code',
  'counterpartyAccount',
  'counterpartyName',
  'description',
  'fileName',
  'name',
  'note',
  'proofOverride',
  'rejectReason',
  'remittanceText',
])
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const day = /^\d{4}-\d{2}-\d{2}$/
const isInstant = (field: string) => /(?:At|^at)$/.test(field)

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`)

/** A recorded value as a reader understands it; undefined where there is none. */
export function fieldText(field: string, value: unknown, words: FieldWords): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'number')
    return isInstant(field)
      ? words.instant(new Date(value).toISOString())
      : money.has(field)
        ? words.amount(value)
        : words.number(value)
  if (typeof value === 'boolean') return words.known(value ? 'yes' : 'no')
  if (Array.isArray(value)) return cut(listText(field, value, words))
  if (typeof value === 'object') return cut(partsText(value, words))
  const text = String(value)
  if (free.has(field)) return cut(text)
  if (day.test(text)) return words.day(text)
  if (isInstant(field) && !Number.isNaN(Date.parse(text))) return words.instant(text)
  if (id.test(text)) return words.ledger(text) ?? text.slice(0, 8)
  return cut(words.known(text) ?? text)
}

/** Names and accounts are named; of other things with parts it is said how many they are. */
function listText(field: string, values: readonly unknown[], words: FieldWords): string {
  const named = values.map((each) => {
    if (typeof each !== 'object' || each === null) return fieldText(field, each, words)
    const { text, identifier, value } = each as Record<string, unknown>
    return fieldText(field, text ?? identifier ?? value, words)
  })
  return named.every((name) => name !== undefined) ? named.join(', ') : words.several(values.length)
}

const partsText = (value: object, words: FieldWords): string =>
  Object.entries(value)
    .flatMap(([name, inner]) => {
      const text = fieldText(name, inner, words)
      return text === undefined ? [] : [`${words.field(name)}: ${text}`]
    })
    .join(' · ')
