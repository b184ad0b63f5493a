import type { Profile } from '../engine/types.ts'

export type RunStatus = 'pending' | 'running' | 'completed' | 'failed' | 'closed'
export type RunMode = 'manual' | 'automatic'
export type ProofState = 'proved' | 'not_proved' | 'not_provable'

export interface RunFailure {
  readonly code: string
  readonly message: string
  readonly details?: unknown
}

/** A reconciliation run (3.3). Balances are signed minor units of `currency`. */
export interface Run {
  readonly id: string
  readonly userId: string
  readonly ledgerId: string
  readonly mode: RunMode
  readonly sourceType: 'upload' | 'movements'
  readonly status: RunStatus
  readonly idempotencyKey: string | null
  readonly requestHash: string | null
  readonly note: string | null
  readonly accountId: string | null
  readonly currency: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly openingBalance: number | null
  readonly closingBalance: number | null
  readonly proofStatus: ProofState | null
  readonly proofDifference: number | null
  /** Why a failed proof was accepted; printed in the report. */
  readonly proofOverride: string | null
  /** Profile and engine version of the last matching pass. */
  readonly settings: { readonly profile: Profile; readonly engineVersion: string } | null
  readonly startedAt: number | null
  readonly completedAt: number | null
  readonly closedAt: number | null
  readonly closedBy: string | null
  readonly closeStatement: string | null
  readonly failure: RunFailure | null
  readonly carriedFromRunId: string | null
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
  readonly createdBy: string
  readonly modifiedBy: string
}

/** How a run stands; items are counted at their top level. */
export interface RunCounts {
  readonly entries: number
  readonly unmatched: number
  readonly partial: number
  readonly matched: number
  readonly closed: number
  readonly suggested: number
  readonly accepted: number
  readonly rejected: number
  readonly discrepancies: { readonly info: number; readonly warning: number; readonly critical: number }
}
