import type { Minor } from '../../money.ts'
import type { NameEvidence, NameKnowledge, NameLevel, PreparedName } from '../names/types.ts'
import type { ReferenceFinder } from './references.ts'

/** An open request; the order may name no payer. */
export interface OpenRequest {
  readonly id: string
  readonly externalId: string
  readonly name: string | null
  readonly amountMinor: Minor
  readonly currency: string
  readonly createdAt: number
}

/** A movement that no match has used. */
export interface FreeMovement {
  readonly id: string
  readonly sender: string | null
  /** What else the bank shows: reference, concept. */
  readonly text: string | null
  readonly amountMinor: Minor
  readonly currency: string
  readonly receivedAt: number
}

export interface DecideSettings {
  readonly acceptance: number
  readonly margin: number
  readonly windowMs: number
  /** A movement without a sender may be matched when nothing else fits (account setting, off by default). */
  readonly matchWithoutSender: boolean
}

export type Aliases = ReadonlyMap<string, ReadonlySet<string>>

export interface DecideInput {
  readonly requests: readonly OpenRequest[]
  readonly movements: readonly FreeMovement[]
  readonly settings?: Partial<DecideSettings>
  readonly knowledge?: NameKnowledge
  /** Reads a name; one that remembers saves time. */
  readonly prepare?: (text: string | null) => PreparedName
  /**
   * Payer texts that a person has confirmed, often enough, for a customer: both as `PreparedName.key`, customers first.
   */
  readonly aliases?: Aliases
  /** Finds the orders that a text names; without it only those among `requests` are known. */
  readonly references?: ReferenceFinder
  /** Requests that wait for a person: they compete, and are never matched. */
  readonly held?: ReadonlySet<string>
  /** Pairs that a person has taken back or rejected. */
  readonly isBarred?: (requestId: string, movementId: string) => boolean
}

/** One reason of a pair or a decision. The screen puts each into a sentence. */
export type PairReason =
  | { readonly code: 'name'; readonly level: NameLevel; readonly evidence: readonly NameEvidence[] }
  | { readonly code: 'amount_equal' }
  /** Positive: more was received than expected. */
  | { readonly code: 'amount_differs'; readonly byMinor: Minor }
  | { readonly code: 'currency_differs' }
  /** Positive: received after the order was registered. */
  | { readonly code: 'received'; readonly afterMs: number }
  | { readonly code: 'reference'; readonly reference: string; readonly isChecked: boolean }
  | { readonly code: 'reference_of_other_order'; readonly references: readonly string[] }
  | { readonly code: 'alias' }
  | { readonly code: 'no_sender' }

export interface Candidate {
  readonly movementId: string
  readonly score: number
  readonly reasons: readonly PairReason[]
}

/** Somebody who is as likely: another movement for the request, or another request for the movement. */
export type Rival =
  | { readonly kind: 'movement'; readonly movementId: string; readonly score: number }
  | { readonly kind: 'request'; readonly requestId: string; readonly movementId: string; readonly score: number }

export type DecisionReason =
  /** No other movement and no other request comes near. */
  | { readonly code: 'clear' }
  /** Equal orders and as many equal transfers of one payer, paired in order of time. */
  | { readonly code: 'interchangeable'; readonly count: number }
  | { readonly code: 'rivals' }
  /** Equal orders and equal transfers of one payer, but not as many of one as of the other. */
  | { readonly code: 'counts_differ'; readonly requests: number; readonly movements: number }
  /** Nobody else comes near, but it was ambiguous before and is left to a person. */
  | { readonly code: 'waits_for_person' }
  /** The best assignment of the whole group pairs otherwise, or almost as well otherwise. */
  | { readonly code: 'unsure_as_a_whole' }
  | { readonly code: 'group_too_large'; readonly nodes: number }
  | { readonly code: 'below_acceptance' }
  | { readonly code: 'nothing_similar' }
  /** What fitted belongs clearly to other requests. */
  | { readonly code: 'taken_by_others' }

interface DecisionBase {
  readonly requestId: string
  /** All movements that could be looked at, best first. */
  readonly candidates: readonly Candidate[]
  readonly reason: DecisionReason
}

export type Decision =
  | (DecisionBase & { readonly outcome: 'matched'; readonly movementId: string; readonly score: number })
  | (DecisionBase & { readonly outcome: 'ambiguous'; readonly rivals: readonly Rival[] })
  /** `suggestions`: candidates for a person, best first. */
  | (DecisionBase & { readonly outcome: 'not_found'; readonly suggestions: readonly Candidate[] })
