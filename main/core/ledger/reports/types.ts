import type { Ledger } from '../books/types.ts'
import type { Run } from '../runs/types.ts'
import type { Currency, Section } from './table.ts'
import type { Lang, Word } from './words.ts'

export const reportFormats = ['json', 'csv', 'xlsx', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]

export interface ReportOptions {
  readonly lang: Lang
  readonly format: ReportFormat
  readonly paper: 'A4' | 'LETTER'
  readonly separator: ',' | ';'
  /** Decimals with a comma instead of a point in CSV. */
  readonly commaDecimals: boolean
}

/** What a thread needs to make a report. */
export interface ReportInput {
  readonly run: Run
  readonly ledger: Ledger
  /** Ids of the ledger and everything below it. */
  readonly family: readonly string[]
  readonly company: string
  readonly at: number
  readonly options: ReportOptions
  /** Font files, for PDF only. */
  readonly fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array } | null
}

export interface BlockLine {
  readonly key: Word
  readonly amount: number | null
}

/** The reconciliation statement (12.1): amounts are signed minor units. */
export interface Report {
  readonly runId: string
  readonly lang: Lang
  readonly currency: Currency
  readonly createdAt: number
  readonly head: readonly { readonly key: Word; readonly value: string | null }[]
  readonly bank: readonly BlockLine[]
  readonly books: readonly BlockLine[]
  readonly difference: number | null
  readonly sections: readonly Section[]
  readonly fileIds: readonly string[]
}
