import type { Minor } from '../money.ts'
import type {
  KnownSigns,
  RememberedSigns,
  StatementBalance,
  StatementFormat,
  StatementWarning,
} from '../statements/types.ts'

/** One booked line of a file, as an import works with it. Amounts are minor units of two decimals, debits negative. */
export interface FileLine {
  /** Index of its statement within the upload. */
  readonly statement: number
  /** Line or ordinal within its file. */
  readonly position: number
  readonly layout: string
  readonly bookingDate: string
  readonly valueDate: string | null
  readonly amountMinor: Minor
  readonly currency: string
  readonly name: string | null
  readonly text: string | null
  /** The bank's own reference, while it is the only one of its file. */
  readonly strongKey: string | null
  readonly fingerprint: string
  /** Number among the lines of the same fingerprint, from 1. */
  readonly occurrence: number
  /** What else the bank says, as JSON; only of credits. */
  readonly facts: string | null
}

export interface FileStatement {
  readonly member: string | null
  readonly account: string | null
  readonly currency: string
  readonly statementRef: string | null
  readonly fromDate: string | null
  readonly toDate: string | null
  readonly opening: StatementBalance | null
  readonly closing: StatementBalance | null
  readonly proof: { readonly status: 'proved' | 'not_proved' | 'not_provable'; readonly difference: Minor | null }
}

export interface SavedMapping {
  readonly id: string
  readonly name: string
  readonly signature: string
  readonly mapping: unknown
  readonly answers: Readonly<Record<string, string>>
}

/** What a file tells of how its bank signs lines, in the exports of one format. */
export interface LearntSigns extends Pick<KnownSigns, 'reading' | 'learntBy'> {
  readonly format: StatementFormat
}

/** What a person or a caller says about how to read a file. */
export interface ReadingChoices {
  readonly mapping: unknown
  /** Question code → answer. */
  readonly answers: Readonly<Record<string, string>>
  readonly encoding: string | null
  readonly excludeLines: readonly number[]
  /** Paths within an archive that are left out. */
  readonly excludeMembers: readonly string[]
  /** Currency of lines that name none. */
  readonly currency: string | null
  /** The account of the file that is this one; linked to it from now on. */
  readonly account: string | null
  /** False: mappings kept for the account are left aside. */
  readonly useSavedMapping: boolean
}

/** What a thread needs to read a file for an account. */
export interface ReadInput {
  readonly path: string
  readonly accountId: string
  readonly timeZone: string
  readonly identifiers: readonly { readonly value: string }[]
  readonly mappings: readonly SavedMapping[]
  readonly signs: RememberedSigns
  readonly choices: ReadingChoices
}

export interface ImportInput extends ReadInput {
  /** The row under which lines are staged. */
  readonly importId: string
}

/** How lines become movements: those of one amount together, or in order of time (apply.ts). */
export type ApplyOrder = 'amount' | 'time'

export interface CurrencyTotals {
  credits: number
  credit_sum: Minor
  debits: number
  debit_sum: Minor
}

/** What an import's thread found and staged; nothing of it counts yet. */
export interface ImportSummary {
  readonly format: string
  readonly formatDetail: string | null
  readonly encoding: string
  readonly warnings: readonly StatementWarning[]
  readonly totals: Readonly<Record<string, CurrencyTotals>>
  readonly counts: {
    readonly created: number
    readonly duplicates: number
    readonly debits: number
    readonly notBooked: number
    readonly otherAccounts: number
  }
  readonly otherAccounts: readonly OtherAccount[]
  /** The account that the file named while none was known, or that a person said is this one. */
  readonly linked: string | null
  /** The mapping a table was read with, to be kept. */
  readonly mapping: { readonly signature: string; readonly name: string; readonly value: unknown } | null
  /** The kept mapping that applied itself. */
  readonly appliedMapping: string | null
  readonly learntSigns: readonly LearntSigns[]
}

/** Statements of a file that are for another account (ledger specification 4.10). */
export interface OtherAccount {
  readonly account: string
  readonly currency: string | null
  readonly entries: number
}
