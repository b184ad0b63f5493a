export type LedgerType = 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
export type EntrySide = 'debit' | 'credit'
export type EntrySource = 'manual' | 'import' | 'closing_posting'

export interface AccountIdentifier {
  readonly scheme: 'iban' | 'bban' | 'card' | 'other'
  /** Without blanks, upper case. */
  readonly value: string
  readonly currency?: string | undefined
}

/** An account of the chart (3.1). */
export interface Ledger {
  readonly id: string
  readonly userId: string
  readonly numId: number
  readonly code: string
  readonly description: string
  readonly type: LedgerType
  readonly currency: string
  readonly parentId: string | null
  readonly directBooking: boolean
  readonly isReconcilable: boolean
  readonly identifiers: readonly AccountIdentifier[]
  readonly statementRequired: boolean
  readonly precisionOverride: number | null
  /** What differs from the default profile (engine/types.ts `Profile`). */
  readonly profile: Readonly<Record<string, unknown>>
  readonly unattended: boolean
  readonly openingDate: string | null
  readonly closingDate: string | null
  /** No journal may be dated on or before this day. */
  readonly lockedUntil: string | null
  readonly active: boolean
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
  readonly createdBy: string
  readonly modifiedBy: string
}

/** One line of a journal as it comes in. Amounts are positive minor units. */
export interface NewEntry {
  /** Id, code or number of the ledger. */
  readonly ledger: string
  readonly type: EntrySide
  readonly amount: number
  readonly amountLcy: number | null
  readonly originalAmount?: number | null | undefined
  readonly originalCurrency?: string | null | undefined
  readonly event?: string | null | undefined
  readonly description?: string | undefined
  readonly bookingDate?: string | null | undefined
  readonly valueDate?: string | null | undefined
  readonly dueDate?: string | null | undefined
  readonly documentNo?: string | null | undefined
  readonly externalDocumentNo?: string | null | undefined
  readonly chequeNo?: string | null | undefined
  readonly counterpartyId?: string | null | undefined
  readonly counterpartyName?: string | null | undefined
  readonly counterpartyAccount?: string | null | undefined
  readonly references?: readonly { readonly kind: string; readonly value: string }[] | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  readonly importKey?: string | null | undefined
}

export interface NewJournal {
  readonly idClient?: string | null | undefined
  readonly type: string
  readonly currency: string
  readonly description?: string | undefined
  readonly referenceId?: string | null | undefined
  readonly valueDate?: string | null | undefined
  readonly bookingDate: string
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  readonly source: EntrySource
  readonly importId?: string | null | undefined
  readonly entries: readonly NewEntry[]
}

/** A ledger entry (3.2). */
export interface Entry {
  readonly id: string
  readonly ledgerId: string
  readonly ledgerCode: string
  readonly transactionId: string
  readonly ordinal: number
  readonly type: EntrySide
  readonly amount: number
  /** Debit positive, credit negative. */
  readonly signed: number
  readonly amountLcy: number
  readonly currency: string
  readonly originalAmount: number | null
  readonly originalCurrency: string | null
  readonly event: string | null
  readonly description: string
  readonly at: number
  readonly bookingDate: string
  readonly valueDate: string | null
  readonly dueDate: string | null
  readonly documentNo: string | null
  readonly externalDocumentNo: string | null
  readonly chequeNo: string | null
  readonly counterpartyId: string | null
  readonly counterpartyName: string | null
  readonly counterpartyAccount: string | null
  readonly references: readonly { readonly kind: string; readonly value: string }[]
  readonly source: EntrySource
  readonly metadata: Readonly<Record<string, unknown>>
  /** Signed sum of accepted allocations. */
  readonly allocated: number
  /** Books the opening balance: derived from its event and the type of its transaction. */
  readonly isOpening: boolean
  readonly version: number
}

export interface Transaction {
  readonly id: string
  readonly idClient: string | null
  readonly type: string
  readonly status: string
  readonly totalAmount: number
  readonly currency: string
  readonly description: string
  readonly referenceId: string | null
  readonly at: number
  readonly valueDate: string | null
  readonly completedAt: number | null
  readonly reconciledAt: number | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly totalDebitLcy: number
  readonly totalCreditLcy: number
  readonly source: EntrySource
  readonly active: boolean
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
  readonly createdBy: string
  readonly modifiedBy: string
}
