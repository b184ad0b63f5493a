import type { EngineResult, Profile } from '../engine/types.ts'

export interface MatchInput {
  readonly runId: string
  readonly userId: string
  readonly ledgerId: string
  /** The ledger and everything below it. */
  readonly family: readonly string[]
  readonly profile: Profile
  readonly currency: string
  /** The days of the run; null while it has no statement. */
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly includeRejected: boolean
  /** Nothing is stored: the result only counts. */
  readonly dryRun: boolean
  readonly at: number
}

export interface MatchOutput extends Pick<EngineResult, 'closings' | 'findings' | 'engineVersion'> {
  /** Suggestions made or kept. */
  readonly suggested: number
  /** Ids of those that hold every guard of 6.9. */
  readonly unattended: readonly string[]
  readonly unmatchedSource: number
  readonly unmatchedLedger: number
  readonly truncated: boolean
}
