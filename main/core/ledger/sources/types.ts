import type { LearntSigns, OtherAccount, SavedMapping } from '../../imports/types.ts'
import type { RememberedSigns, StatementQuestion, StatementWarning } from '../../statements/types.ts'
import type { LineDigest } from '../audit/line-digest.ts'
import type { AccountIdentifier } from '../books/types.ts'

/** What a task needs to know of the ledger a file is for. */
export interface ImportTarget {
  readonly runId: string
  readonly ledgerId: string
  readonly currency: string
  readonly identifiers: readonly AccountIdentifier[]
  readonly precisionOverride: number | null
}

export interface ImportInput {
  /** The received file on disk. */
  readonly path: string
  readonly fileName: string
  /** Of the file as it was sent. */
  readonly sha256: string
  readonly target: ImportTarget
  readonly idempotencyKey: string | null
  readonly mappingId: string | null
  readonly mapping: unknown
  /** What was kept for tables of this ledger; one that fits the header applies itself. */
  readonly mappings: readonly SavedMapping[]
  /** How the bank's reversals are signed, as earlier files told. */
  readonly signs: RememberedSigns
  readonly answers: Readonly<Record<string, string>>
  /** Chosen by a person instead of the one found. */
  readonly encoding: string | null
  readonly excludeLines: readonly number[]
  readonly excludeMembers: readonly string[]
  /** Lines of days that another format told otherwise are added (9.3 rule 7). */
  readonly force: boolean
  readonly actor: string
  readonly at: number
}

/** A source file as the worker stored it. */
export interface ImportedFile {
  readonly id: string
  readonly member: string | null
  readonly format: string
  readonly imported: number
  readonly skippedDuplicates: number
  readonly skippedOtherAccount: number
  readonly notBooked: number
  readonly warnings: readonly StatementWarning[]
  /** For the trail: what was stored of the file, as hashes. */
  readonly lines: LineDigest
  /** How a table was read; null for other formats. */
  readonly mapping: { readonly signature: string; readonly name: string; readonly value: unknown } | null
  /** The kept mapping that applied itself. */
  readonly appliedMappingId: string | null
}

/** What became of the batches of a notification. */
export interface Attached {
  /** Lines of the run that have parts now, and how many. */
  readonly divided: number
  readonly parts: number
  /** Lines that had parts before. */
  readonly already: number
  /** Lines of which something was matched or closed before; they stay as they are. */
  readonly decided: number
  /** Batches that no line of the run is. */
  readonly unknown: number
  /** Batches that several lines of the run could be. */
  readonly ambiguous: number
  /** Entries that the notification does not divide. */
  readonly without_parts: number
}

export interface ImportResult {
  /** Of a notification; undefined for statements. */
  readonly attached?: Attached
  readonly files: readonly ImportedFile[]
  readonly otherAccounts: readonly OtherAccount[]
  /** The account that the file named while the ledger had none: it is linked from now on. */
  readonly linked: string | null
  readonly questions: readonly StatementQuestion[]
  readonly learntSigns: readonly LearntSigns[]
  /** Earlier files whose lines this upload enriched, with their lines as they are now. */
  readonly enriched: readonly { readonly fileId: string; readonly lines: LineDigest }[]
  /** Lines of the run that something may have to be said about; null where each is to be looked at. */
  readonly concerned: readonly string[] | null
}

/** What an import came to, as its run's job keeps it until every line was looked at. */
export interface ImportDone extends Omit<ImportResult, 'files' | 'enriched' | 'concerned'> {
  readonly files: readonly Omit<ImportedFile, 'lines'>[]
  readonly enrichedFiles: readonly string[]
  readonly isNotification: boolean
  readonly input: Pick<ImportInput, 'fileName' | 'mappingId' | 'answers'>
}
