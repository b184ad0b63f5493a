import type { z } from 'zod'
import type { tableSchema } from '../../../main/core/imports/present-preview.ts'
import type { accountSchema } from '../../../main/core/ledger/books/account-routes.ts'
import type { ageingSchema } from '../../../main/core/ledger/books/ageing-routes.ts'
import type { entrySchema, transactionSchema } from '../../../main/core/ledger/books/journal-schemas.ts'
import type { ledgerSchema } from '../../../main/core/ledger/books/ledger-schemas.ts'
import type { proofSchema } from '../../../main/core/ledger/closing/routes.ts'
import type { discrepancySchema } from '../../../main/core/ledger/discrepancies/routes.ts'
import type { earlierLinesSchema } from '../../../main/core/ledger/items/earlier-routes.ts'
import type { itemSchema } from '../../../main/core/ledger/items/present.ts'
import type { newBookingSchema, proposedBookingSchema } from '../../../main/core/ledger/matches/booking-routes.ts'
import type { matchSchema } from '../../../main/core/ledger/matches/present.ts'
import type { candidateSchema } from '../../../main/core/ledger/matches/search-routes.ts'
import type { Money } from '../../../main/core/ledger/money.ts'
import type { runSchema } from '../../../main/core/ledger/runs/present.ts'
import type { attachAnswerSchema, attachPreviewSchema } from '../../../main/core/ledger/sources/notification-routes.ts'
import type { sourceFileSchema } from '../../../main/core/ledger/sources/present.ts'
import type { PreviewFile } from '../../../main/core/ledger/sources/preview-task.ts'
import type { uploadedSchema } from '../../../main/core/ledger/sources/routes.ts'
import type { statementSchema } from '../../../main/core/ledger/sources/statement-list.ts'
import type { Group } from '../../../main/core/ledger/worklist/queries.ts'
import type { worklistSchema } from '../../../main/core/ledger/worklist/routes.ts'
import type { statementLinesSchema } from '../../../main/core/ledger/worklist/statement-lines.ts'
import type { suspectsSchema } from '../../../main/core/ledger/worklist/suspect-routes.ts'

export type { Group, Money, PreviewFile }
export type Ledger = z.infer<typeof ledgerSchema>
export type BookAccount = z.infer<typeof accountSchema>
export type Ageing = z.infer<typeof ageingSchema>
export type Entry = z.infer<typeof entrySchema>
export type Journal = z.infer<typeof transactionSchema>
export type RunOfBooks = z.infer<typeof runSchema>
export type Item = z.infer<typeof itemSchema>
export type ItemDetail = Item & { readonly parts: readonly Item[]; readonly raw: string | null }
export type Match = z.infer<typeof matchSchema>
export type Candidate = z.infer<typeof candidateSchema>
export type Discrepancy = z.infer<typeof discrepancySchema>
export type Statement = z.infer<typeof statementSchema>
export type Proof = z.infer<typeof proofSchema>
export type Uploaded = z.infer<typeof uploadedSchema>
export type SourceFile = z.infer<typeof sourceFileSchema>
/** What became of the batches of a notification, or would. */
export type AttachAnswer = z.infer<typeof attachAnswerSchema>
export type Attached = NonNullable<AttachAnswer['attached']>
export type AttachPreview = z.infer<typeof attachPreviewSchema>
export type Worklist = z.infer<typeof worklistSchema>
export type StatementLines = z.infer<typeof statementLinesSchema>
export type StatementLine = StatementLines['data'][number]
export type QueueRow = Worklist['data'][number]

export type EarlierLine = z.infer<typeof earlierLinesSchema>['data'][number]
export type ProofSuspects = z.infer<typeof suspectsSchema>
/** Where a line without a partner would go. */
export type ProposedBooking = z.infer<typeof proposedBookingSchema>
export type NewBooking = z.input<typeof newBookingSchema>

export type TableOfFile = z.infer<typeof tableSchema>

export interface Progress {
  readonly step: string
  readonly done: number
  readonly of: number | null
  readonly rows?: number
}
export interface LedgerInput {
  readonly code: string
  readonly description: string
  readonly type: Ledger['type']
  readonly currency_code: string
  readonly is_reconcilable: boolean
  readonly account_identifiers: Ledger['account_identifiers']
  readonly num_id?: number
  readonly precision_override?: number | null
}
export interface JournalInput {
  readonly booking_date: string
  readonly description: string
  readonly type?: string
  readonly entries: readonly {
    readonly ledger_id: string
    readonly type: 'debit' | 'credit'
    readonly amount: string
    readonly document_no?: string
    readonly counterparty_name?: string
  }[]
}
export type Treatment =
  | { readonly kind: 'leave_open' }
  | { readonly kind: 'write_off'; readonly ledger_id: string; readonly reason: string }
/** How far a discrepancy is looked into; what is absent stays. */
export interface Review {
  readonly status: 'open' | 'in_review'
  readonly assignee?: string | null
  readonly note?: string | null
}

export interface ManualMatch {
  readonly source_entry_ids: readonly string[]
  readonly ledger_entry_ids: readonly string[]
  /** Entry id → signed share in minor units, where it is not all that is open. */
  readonly allocations?: Readonly<Record<string, string>>
  readonly difference_treatment?: Treatment
}
export interface Split {
  readonly parts: readonly { readonly amount: string; readonly note: string | null }[]
  readonly reason: string | null
  readonly version: number
}
export interface AcceptedMany {
  readonly accepted: number
  readonly ids: readonly string[]
  readonly refused: readonly { readonly match_id: string; readonly code: string; readonly message: string }[]
}
export interface SumGroups {
  readonly groups: readonly { readonly ids: readonly string[] }[]
  readonly is_complete: boolean
}
export type ReportFormat = 'pdf' | 'xlsx' | 'csv' | 'json'
/** A decision that was taken back or repeated. */
export interface Decision {
  readonly entity: string
  readonly entity_id: string
  readonly action: string
}
export interface Closing {
  readonly reason: string
  readonly ledger_id?: string
  readonly note?: string
  readonly version?: number
}
