import type { ReferredDocument, StructuredReference } from '../../statements/types.ts'

/**
 * What the matching engine sees and says (ledger specification 6). Pure data: the caller reads the rows, the engine
 * proposes, the caller stores. Amounts are signed minor units, days `YYYY-MM-DD`.
 */

/** A booked line of a statement with an open amount (or a part of one: a child stands for itself, never beside its parent). */
export interface EngineItem {
  readonly id: string
  /** Place in the file; the last tie-break before the id. */
  readonly position: number
  readonly parentId: string | null
  /** What is still open, signed. */
  readonly open: number
  readonly amount: number
  readonly currency: string
  readonly bookingDate: string
  readonly valueDate: string | null
  readonly isReversal: boolean
  readonly originalAmount: number | null
  readonly originalCurrency: string | null
  readonly counterpartyName: string | null
  readonly counterpartyAccount: string | null
  readonly counterpartyId: string | null
  readonly endToEndId: string | null
  readonly paymentInfoId: string | null
  readonly transactionId: string | null
  readonly bankReference: string | null
  readonly chequeNo: string | null
  readonly structuredReferences: readonly StructuredReference[]
  readonly referredDocuments: readonly ReferredDocument[]
  /** Text with its pieces joined by a blank, and joined without (4.3.7). */
  readonly text: string
  readonly textJoined: string
  readonly bankCode: string | null
  readonly returnReason: string | null
  /** Charges the bank names on the line, minor units, positive. */
  readonly charges: readonly { readonly amount: number; readonly currency: string }[]
  readonly batchWithoutDetails: boolean
}

/** A ledger entry with an open amount. */
export interface EngineEntry {
  readonly id: string
  readonly ledgerId: string
  readonly transactionId: string
  readonly open: number
  readonly signed: number
  readonly currency: string
  readonly amountLcy: number
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
  readonly originalAmount: number | null
  readonly originalCurrency: string | null
  readonly description: string
  /** Payment run, deposit slip, payout: entries that came to the bank as one amount share it. */
  readonly batchId: string | null
}

export interface EngineCounterparty {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly accounts: readonly string[]
  readonly usualLagDays: number | null
  /** Usual deduction (provider's fee): per mille of the gross, or a fixed amount in minor units. */
  readonly usualDeduction: { readonly perMille?: number; readonly fixed?: number; readonly ledgerId?: string } | null
}

/** Settings of 6.2; the defaults are `defaultProfile`. Days are booking date less ledger date. */
export interface Profile {
  readonly days: readonly [number, number]
  readonly daysWithReference: readonly [number, number]
  readonly daysCheque: readonly [number, number]
  readonly toleranceAbsolute: number
  readonly tolerancePerMille: number
  readonly toleranceCap: number
  readonly shortPaymentPerMille: number
  readonly shortPaymentCap: number
  readonly foreignPerMille: number
  readonly groupWithReference: number
  readonly groupAmountOnly: number
  readonly groupCandidates: number
  readonly storeFrom: number
  readonly unattended: boolean
  readonly carryForward: boolean
}

export const defaultProfile: Profile = {
  days: [-3, 10],
  daysWithReference: [-60, 180],
  daysCheque: [-3, 180],
  toleranceAbsolute: 0,
  tolerancePerMille: 0,
  toleranceCap: 0,
  shortPaymentPerMille: 50,
  shortPaymentCap: 5000,
  foreignPerMille: 20,
  groupWithReference: 200,
  groupAmountOnly: 4,
  groupCandidates: 40,
  storeFrom: 50,
  unattended: false,
  carryForward: true,
}

export interface RuleConditions {
  readonly direction?: 'credit' | 'debit'
  readonly amountFrom?: number
  readonly amountTo?: number
  readonly contains?: readonly string[]
  readonly notContains?: readonly string[]
  /** A regular expression the engine runs with a step limit, or refuses. */
  readonly pattern?: string
  readonly counterpartyAccount?: string
  readonly counterpartyId?: string
  readonly bankCode?: string
}

export interface EngineRule {
  readonly id: string
  readonly conditions: RuleConditions
  readonly action: {
    readonly kind: 'close'
    readonly ledgerId: string
    readonly reason: string
    /** Closing without a click below this amount (minor units, positive); absent: always asks. */
    readonly unattendedBelow?: number
  }
}

export interface EngineInput {
  readonly items: readonly EngineItem[]
  readonly entries: readonly EngineEntry[]
  readonly profile: Profile
  readonly counterparties: readonly EngineCounterparty[]
  readonly rules: readonly EngineRule[]
  /** Accounts of other own ledgers: identifier without blanks, upper case → ledger id. */
  readonly ownAccounts: Readonly<Record<string, string>>
  /** Stable keys that a person rejected. */
  readonly rejected: ReadonlySet<string>
  /** Offers again what was rejected; still never without a click. */
  readonly offerRejected?: boolean
  /** What the statements of other own ledgers show, to say that a transfer's other side is missing; absent: not known. */
  readonly ownMovements?: readonly {
    readonly ledgerId: string
    readonly amount: number
    readonly currency: string
    readonly bookingDate: string
  }[]
  /** Called between steps of long work; throws to stop. */
  readonly progress?: (done: number, of: number) => void
}

export type Side = 'source' | 'ledger'
export interface Leg {
  readonly side: Side
  readonly id: string
  /** Signed, at most the open amount, of its sign. */
  readonly amount: number
}

/** `text` is English for the API; the window makes its own words from code and evidence. */
export interface Reason {
  /** A1 … G1 of 6.5, or a remark such as `list_cut`, `chance`, `alternatives`. */
  readonly code: string
  readonly points: number
  readonly text: string
  /** The exact fragments that led to it. */
  readonly evidence: Readonly<Record<string, string | number | readonly string[]>>
}

export type MatchKind = 'one_to_one' | 'one_to_many' | 'many_to_one' | 'many_to_many' | 'netting'
export type Band = 'strong' | 'likely' | 'possible'

export interface Proposal {
  readonly stableKey: string
  readonly kind: MatchKind
  readonly legs: readonly Leg[]
  /** Sum of source legs less sum of ledger legs. */
  readonly difference: number
  readonly treatment:
    | { readonly kind: 'none' }
    | { readonly kind: 'leave_open' }
    | { readonly kind: 'write_off'; readonly ledgerId: string | null; readonly reason: string }
  /** 0–100. */
  readonly score: number
  readonly band: Band
  readonly reasons: readonly Reason[]
  /** Stable keys of competing proposals. */
  readonly ambiguousWith: readonly string[]
  /** All guards of 6.9 hold (whatever the ledger's switch says). */
  readonly mayBeUnattended: boolean
  readonly pass: number
}

/** Closing proposed by a rule, or by an own transfer without its entry. */
export interface ClosingProposal {
  readonly itemId: string
  readonly ledgerId: string
  readonly reason: string
  readonly ruleId: string | null
  readonly unattended: boolean
}

/** What the engine noticed beside proposals; the discrepancy of the same name is raised from it. */
export interface Finding {
  readonly type:
    | 'amount_difference'
    | 'ambiguous_match'
    | 'search_incomplete'
    | 'unlinked_return'
    | 'possible_duplicate_ledger_entry'
    | 'wrong_counterparty'
    | 'transfer_counterpart_missing'
    | 'currency_difference'
    | 'period_mismatch'
  readonly itemId: string | null
  readonly entryId: string | null
  readonly amount: number | null
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>
}

export interface EngineResult {
  readonly proposals: readonly Proposal[]
  readonly closings: readonly ClosingProposal[]
  readonly findings: readonly Finding[]
  readonly engineVersion: string
}
