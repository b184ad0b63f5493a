/** What every statement reader yields, whatever the file's format was (ledger specification 3.5, 3.6). */

import type { CsvMapping } from './csv/mapping.ts'

export type StatementFormat = 'csv' | 'camt.053' | 'mt940' | 'ofx' | 'qif' | 'bai2'

/** What a message names; the window puts it into words of its own language. `context` tells the cases of one code apart. */
export type MessageParams = Readonly<Record<string, string | number>>

/** A remark on a file. `line` counts from 1; `count` says how often it occurred when only the first place is kept. */
export interface StatementWarning {
  readonly code: string
  readonly message: string
  readonly params?: MessageParams
  readonly line?: number
  readonly count?: number
}

/** What a reader cannot decide alone (day before month, decimal sign …). `chosen` is what it read for now. */
export interface StatementQuestion {
  readonly code: 'date_order' | 'decimal_sign' | 'amount_sign' | 'amount_scale' | 'columns' | 'account' | 'currency'
  readonly message: string
  readonly params?: MessageParams
  readonly choices: readonly string[]
  readonly chosen: string
  /** True when another answer changes amounts; such a file is not imported, and not summed, before it is answered. */
  readonly changesAmounts: boolean
  /** `chosen` is known of earlier files of the bank: nothing waits for an answer, and another one may be given. */
  readonly isRemembered?: true
}

export interface StatementBalance {
  /** Signed minor units of the statement's currency: a debit balance is negative. */
  readonly amount: number
  readonly date: string | null
  /** Where it came from: the bank's own code (OPBD, CLBD, 60F, LEDGERBAL …) or `running` (worked out) or `typed`. */
  readonly kind: string
}

export interface DeclaredTotals {
  readonly entries?: number
  readonly creditCount?: number
  readonly debitCount?: number
  /** Absolute minor units. */
  readonly creditSum?: number
  readonly debitSum?: number
  /** Absolute or signed sum of all entries, as the bank declares it. */
  readonly sum?: number
}

/** A statement as far as it is known before its entries were read; `StatementEnd` completes it. */
export interface StatementHead {
  /** IBAN or other identifier without blanks, upper case; null when the file names none. */
  readonly account: string | null
  /** ISO 4217, or null when neither the file nor the caller says (then two decimals are assumed). */
  readonly currency: string | null
  readonly statementRef: string | null
  readonly sequenceNo: string | null
  readonly legalSequenceNo: string | null
  readonly pageNo: number | null
  readonly lastPage: boolean | null
  readonly copyFlag: 'original' | 'copy' | 'duplicate'
  readonly accountOwner: string | null
}

/** What is known only when the statement's last line was read (balances may stand anywhere in a file). */
export interface StatementEnd {
  readonly fromDate: string | null
  readonly toDate: string | null
  readonly opening: StatementBalance | null
  readonly closing: StatementBalance | null
  readonly otherBalances: readonly StatementBalance[]
  readonly declared: DeclaredTotals | null
  /** Choices the reader made by itself, such as "descending order". */
  readonly interpretation: readonly string[]
  /** Corrections to the head that a format gives late (currency from a balance); absent fields stay. */
  readonly head?: Partial<StatementHead>
}

export type BankStatus = 'booked' | 'pending' | 'info' | 'future'
export type EntryLevel = 'entry' | 'detail' | 'residual'

export interface StructuredReference {
  readonly scheme: string
  readonly value: string
  readonly check: 'valid' | 'invalid' | 'none'
}

export interface ReferredDocument {
  readonly number: string
  readonly date?: string
  /** Minor units of the statement's currency. */
  readonly amountDue?: number
  readonly amountPaid?: number
  readonly discount?: number
  readonly creditNote?: number
}

export interface EntryCharge {
  readonly amount: number
  readonly currency: string
  readonly text?: string
}

export interface BankCode {
  readonly domain?: string
  readonly family?: string
  readonly subfamily?: string
  readonly proprietary?: string
  readonly issuer?: string
}

/** One booked (or announced) line of a statement, or a part of one. Empty optional fields are left out. */
export interface StatementEntry {
  /** Line or ordinal within the file, from 1; ascending in the file's own order. */
  readonly position: number
  readonly level: EntryLevel
  /** Parts of a batch, in order (level `detail`, or `residual` for what they do not explain). Only on level `entry`. */
  readonly children?: readonly StatementEntry[]
  /** Signed minor units: credit to the account positive. Null only for a detail without a usable amount. */
  readonly amount: number | null
  readonly currency: string | null
  readonly isReversal: boolean
  /** The file wrote a minus where the direction has its own field; the frame tries the other reading (4.3.4, 5.6). */
  readonly isNegativeText?: boolean
  readonly bankStatus: BankStatus
  readonly bookingDate: string | null
  readonly valueDate: string | null
  readonly bookingText?: string
  readonly valueText?: string
  /** Running balance after this line where the file shows one (signed minor units). */
  readonly balance?: number
  readonly originalAmount?: number
  readonly originalCurrency?: string
  readonly exchangeRate?: string
  readonly charges?: readonly EntryCharge[]
  readonly counterpartyName?: string
  readonly counterpartyAccount?: string
  readonly counterpartyBank?: string
  readonly ultimatePartyName?: string
  readonly creditorId?: string
  readonly mandateId?: string
  readonly endToEndId?: string
  readonly instructionId?: string
  readonly paymentInfoId?: string
  readonly transactionId?: string
  readonly uetr?: string
  /** The bank's own reference for the line (AcctSvcrRef, FITID, bank reference of :61:). */
  readonly bankReference?: string
  readonly entryReference?: string
  readonly chequeNo?: string
  readonly structuredReferences?: readonly StructuredReference[]
  readonly referredDocuments?: readonly ReferredDocument[]
  /** Pieces joined with a blank, for display. */
  readonly remittanceText?: string
  /** Pieces joined without a blank, for the search of references that a bank cut (4.3.7). */
  readonly remittanceJoined?: string
  readonly additionalInfo?: string
  readonly bankCode?: BankCode
  readonly purpose?: string
  readonly returnReason?: string
  /** A batch of which the bank names the number but not the parts. */
  readonly batchWithoutDetails?: boolean
  /** The verbatim fragment of the file, cut at 4,000 characters. */
  readonly raw?: string
}

/** What a reader yields, in order: head, entries, end for each statement; warnings and questions anywhere. */
export type ReadEvent =
  | { readonly kind: 'statement'; readonly head: StatementHead }
  | { readonly kind: 'entry'; readonly entry: StatementEntry }
  | { readonly kind: 'end'; readonly end: StatementEnd }
  | { readonly kind: 'warning'; readonly warning: StatementWarning }
  | { readonly kind: 'question'; readonly question: StatementQuestion }
  /** Something worth keeping about the file: the version ("camt.053.001.08"), the mapping that a table was read with. */
  | { readonly kind: 'detail'; readonly formatDetail: string; readonly mapping?: CsvMapping }

/** What the caller knows and a file may not say. */
export interface ReadOptions {
  /** Currency of the account or ledger; used only where the file names none. */
  readonly currency?: string
  /** Decimals by currency where the user changed them (`precision_override`), and codes the user added. */
  readonly precision?: Readonly<Record<string, number>>
  /** Saved CSV mapping; see csv/mapping.ts. */
  readonly mapping?: unknown
  /** Answers to questions of an earlier reading, by question code. */
  readonly answers?: Readonly<Record<string, string>>
  /** The encoding the user chose instead of the one found, as a name of the encoding standard ("windows-1250"). */
  readonly encoding?: string
  /** Lines the user excluded by number (CSV). */
  readonly excludeLines?: readonly number[]
  /** How the bank signs its lines, as earlier files of each format told (4.3.4). */
  readonly signs?: RememberedSigns
  /** For two-digit years and the like there is no clock in a reader; nothing here depends on today. */
  readonly signal?: AbortSignal
}

/**
 * Reads decoded text chunk by chunk; yields events in groups (one group per chunk or so), never holding a whole large
 * file where the format allows it. Throws `StatementError` when the file cannot be read.
 */
export type StatementReader = (
  text: AsyncIterable<string>,
  options: ReadOptions,
) => AsyncGenerator<readonly ReadEvent[]>

/** Another reading of a statement's signs that the frame adopted because it alone makes the balances prove (5.6). */
export type AlternativeReading = 'reversals_inverted' | 'negatives_absolute'

export type SignReading = AlternativeReading | 'as_read'

/** A reading of signs that is remembered, and the file that told it: by its balances, or a person by an answer to it. */
export interface KnownSigns {
  readonly reading: SignReading
  readonly learntBy: 'proof' | 'answer'
  readonly fileName: string
}

/** By format: a bank that turns reversals in one of its exports may write them plainly in another. */
export type RememberedSigns = Readonly<Partial<Record<StatementFormat, KnownSigns>>>

/** Counts and sums of the booked lines (parts of batches not counted again); sums are absolute minor units. */
export interface BookedTotals {
  readonly entries: number
  readonly creditCount: number
  readonly creditSum: number
  readonly debitCount: number
  readonly debitSum: number
}

/** What the frame adds behind each statement's end. A consumer that stored the entries applies `adopted` to them. */
export interface StatementProof {
  readonly proof: Proof
  readonly adopted: AlternativeReading | null
  /** What this statement tells of the bank's signs for later files; null where it tells nothing. */
  readonly learnt: Pick<KnownSigns, 'reading' | 'learntBy'> | null
  /** Entries that are not booked (PDNG, INFO, FUTR); never in the proof. */
  readonly notBooked: number
  readonly booked: BookedTotals
}

/** What leaves the frame: the reader's events, and a proof behind each end. */
export type FrameEvent = ReadEvent | { readonly kind: 'proof'; readonly proof: StatementProof }

export type ProofStatus = 'proved' | 'not_proved' | 'not_provable'

export interface Proof {
  readonly status: ProofStatus
  /** Closing less (opening plus booked), minor units; null when not provable. */
  readonly difference: number | null
}

/** A statement read whole: for previews, the command line, tests and files of ordinary size. */
export interface ReadStatement extends StatementHead, Omit<StatementEnd, 'head'> {
  readonly entries: readonly StatementEntry[]
  readonly proof: Proof
  readonly notBooked: number
  readonly booked: BookedTotals
}

export interface ReadFile {
  readonly format: StatementFormat
  readonly formatDetail: string | null
  readonly encoding: string
  readonly statements: readonly ReadStatement[]
  readonly warnings: readonly StatementWarning[]
  readonly questions: readonly StatementQuestion[]
}
