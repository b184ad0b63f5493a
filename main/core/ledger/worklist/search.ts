import { foldText } from '../../matching/fold.ts'

/** SQL with `?` and what stands for them. */
export interface Condition {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

const everything: Condition = { sql: '1', params: [] }

/** "1234,56", "1.234,56" or "-1,234.5" as minor units without a sign; null for anything that is no amount. */
export function minorOf(q: string, precision: number): number | null {
  const text = q
    .trim()
    .replace(/^[-+−]/, '')
    .replace(/\s/g, '')
  const found = /^(\d{1,3}(?:[.,'’]\d{3})*|\d{1,13})(?:[.,](\d{1,5}))?$/.exec(text)
  if (!found) return null
  const [, whole = '0', fraction = ''] = found
  if (fraction.length > precision) return null
  const minor = Number(whole.replace(/\D/g, '') + fraction.padEnd(precision, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}

const like = (word: string) => `%${word.replace(/[\\%_]/g, (found) => `\\${found}`)}%`

/** Every word in the column, or the amount in either sign. */
function fits(q: string, precision: number, columns: { text: string; amount: string; folded: boolean }): Condition {
  const words = (columns.folded ? foldText(q) : q).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return everything
  const text = words.map(() => `${columns.text} like ? escape '\\'`).join(' and ')
  const minor = minorOf(q, precision)
  if (minor === null) return { sql: `(${text})`, params: words.map(like) }
  return { sql: `(abs(${columns.amount}) = ? or (${text}))`, params: [minor, ...words.map(like)] }
}

/** Lines of a statement (alias `i`). */
export const itemFits = (q: string, precision: number) =>
  fits(q, precision, { text: 'i.search_text', amount: 'i.amount', folded: true })

/** Entries of the books (alias `e`). */
export const entryFits = (q: string, precision: number) =>
  fits(q, precision, {
    text: `(e.description || ' ' || coalesce(e.document_no, '') || ' ' || coalesce(e.external_document_no, '') || ' ' || coalesce(e.counterparty_name, ''))`,
    amount: 'e.signed',
    folded: false,
  })
