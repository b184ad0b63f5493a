import { z } from '@hono/zod-openapi'
import { bookRoles } from './book-roles.ts'

/** How an export of the general ledger is read: which column is what, order of dates, decimal sign. */
export const booksMappingSchema = z.strictObject({
  columns: z.array(z.strictObject({ header: z.string(), role: z.enum(bookRoles).nullable() })).max(500),
  date_order: z.enum(['dmy', 'mdy', 'ymd']),
  decimal: z.enum(['.', ',']),
})
export type BooksMapping = z.infer<typeof booksMappingSchema>

export interface ImportFault {
  readonly line: number
  readonly code: string
  readonly message: string
  /** What stands there, or the voucher: for words in another language. */
  readonly value?: string
}

export interface ImportQuestion {
  readonly code: 'date_order' | 'decimal_sign'
  readonly message: string
  readonly choices: readonly string[]
  readonly chosen: string
}

/** A line of a voucher with its ledger found; the amount is positive minor units of the ledger's currency. */
export interface VoucherLine {
  readonly line: number
  readonly ledgerId: string
  readonly ledgerCode: string
  readonly type: 'debit' | 'credit'
  readonly amount: number
  readonly description: string
  readonly documentNo: string | null
  readonly externalDocumentNo: string | null
  readonly counterpartyName: string | null
  readonly valueDate: string | null
  readonly dueDate: string | null
  readonly importKey: string
}

export interface Voucher {
  /** As the export numbers it; null where it numbers none. */
  readonly number: string | null
  readonly date: string
  readonly currency: string
  readonly isOpening: boolean
  readonly lines: readonly VoucherLine[]
}

/** A ledger as far as reading needs it. */
export interface ChartEntry {
  readonly id: string
  readonly code: string
  readonly numId: number
  readonly currency: string
  readonly precision: number
}

export interface ReadBooksInput {
  readonly path: string
  readonly fileName: string
  readonly chart: readonly ChartEntry[]
  /** Chosen by the user; null: what was kept for the header, else what the header says. */
  readonly mapping: BooksMapping | null
  readonly kept: readonly { readonly id: string; readonly signature: string; readonly mapping: BooksMapping }[]
  readonly answers: Readonly<Record<string, string>>
  /** Lines that the user left out by name. */
  readonly excludeLines: readonly number[]
}

export interface ReadBooks {
  readonly format: 'csv' | 'xlsx'
  readonly headers: readonly string[]
  readonly signature: string
  readonly mapping: BooksMapping
  /** The kept mapping that applied itself. */
  readonly appliedMappingId: string | null
  readonly rows: number
  readonly vouchers: readonly Voucher[]
  readonly faults: readonly ImportFault[]
  readonly questions: readonly ImportQuestion[]
}
