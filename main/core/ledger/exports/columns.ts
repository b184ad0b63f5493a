import type { ColumnKind } from '../reports/table.ts'
import type { Lang } from '../reports/words.ts'
import { columnWords } from './column-words.ts'

type Text = Readonly<Record<Lang, string>>
export const t = (en: string, es: string): Text => ({ en, es })

export interface ExportColumn {
  /** Field of the list's rows; columns are chosen by it. */
  readonly key: string
  readonly kind: ColumnKind
  readonly title: Text
}

export interface ExportList {
  readonly title: Text
  readonly columns: readonly ExportColumn[]
  /** Its route answers all of it in one order: a file is sorted here, by any of its columns. */
  readonly sortedHere?: true
}

type Words = typeof columnWords
type ColumnKey = { [kind in keyof Words]: keyof Words[kind] }[keyof Words]
type Split<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Split<Rest> : S

/** A list with its columns by their keys, in order; `own` is what some of them are called in this list. */
export function list<S extends string>(
  title: Text,
  keys: Split<S> extends ColumnKey ? S : never,
  own: Partial<Readonly<Record<ColumnKey, Text>>> = {},
): ExportList {
  return { title, columns: keys.split(' ').map((key) => ({ ...known(key), ...titled(own[key as ColumnKey]) })) }
}
const titled = (title: Text | undefined) => (title ? { title } : {})

function known(key: string): ExportColumn {
  for (const [kind, words] of Object.entries(columnWords)) {
    const found = Object.entries<readonly [string, string]>(words).find(([name]) => name === key)
    if (found) return { key, kind: kind as ColumnKind, title: t(...found[1]) }
  }
  throw new Error(`no column ${key}`)
}

/** Of an entry of the books. */
export const entryKeys =
  'booking_date value_date due_date code document_no external_document_no counterparty_name description signed_amount open_amount reconciliation_status source id'
