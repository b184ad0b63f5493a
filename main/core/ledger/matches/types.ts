import type { Band, MatchKind, Reason } from '../engine/types.ts'

/** What happens with an amount that a match leaves over (3.7). */
export type Treatment =
  | { readonly kind: 'none' }
  | { readonly kind: 'leave_open' }
  | { readonly kind: 'write_off'; readonly ledgerId: string; readonly reason: string }

/** One side's share in a match; signed minor units, of the sign of its entry. */
export type MatchLeg =
  | { readonly side: 'source'; readonly sourceEntryId: string; readonly ledgerEntryId: null; readonly amount: number }
  | { readonly side: 'ledger'; readonly sourceEntryId: null; readonly ledgerEntryId: string; readonly amount: number }

/** A match between lines of statements and ledger entries (3.7). */
export interface Match {
  readonly id: string
  readonly runId: string
  readonly status: 'suggested' | 'accepted' | 'rejected'
  readonly origin: 'automatic' | 'manual' | 'rule'
  readonly kind: MatchKind
  /** Sum of source legs less sum of ledger legs. */
  readonly difference: number
  readonly treatment: Treatment | { readonly kind: 'write_off'; readonly ledgerId: null; readonly reason: string }
  readonly writeOffTransactionId: string | null
  readonly score: number
  readonly band: Band
  readonly reasons: readonly Reason[]
  readonly ambiguousWith: readonly string[]
  /** Accepted by the program itself under the guards of 6.9. */
  readonly unattended: boolean
  readonly note: string | null
  readonly rejectReason: string | null
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  readonly stableKey: string
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
  readonly legs: readonly MatchLeg[]
}
