import type { ClosingProposal, EngineResult, Profile } from '../engine/types.ts'
import type { Run } from '../runs/types.ts'

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
  /** Who asked for the pass, as the trail calls them. */
  readonly actor: string
  readonly at: number
}

/** What a pass came to. */
export interface MatchOutput extends Pick<EngineResult, 'engineVersion'> {
  /** Suggestions made or kept. */
  readonly suggested: number
  readonly unmatchedSource: number
  readonly unmatchedLedger: number
  readonly truncated: boolean
}

/** What is still to be done of a pass whose proposals are shown; its findings lie beside it. */
export interface PassedOn {
  readonly settings: NonNullable<Run['settings']>
  /** Ids of suggestions that hold every guard of 6.9. */
  readonly unattended: readonly string[]
  /** Those of the closings, which are stored with the proposals, that need no person. */
  readonly closings: readonly ClosingProposal[]
  /** Uses of rules: rule and how many closings it proposed. */
  readonly hits: readonly (readonly [string, number])[]
}
