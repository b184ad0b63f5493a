import { rateNames } from '../names/compare.ts'
import { ceilings } from '../names/limits.ts'
import type { NameKnowledge, NameLevel, PreparedName } from '../names/types.ts'
import { belowAcceptance, referenceBonus, referenceScores, suggestionScore } from './limits.ts'
import type { FoundReference } from './references.ts'
import type { Aliases, DecideSettings, FreeMovement, OpenRequest } from './types.ts'

/** A request with its name read. */
export interface ReadRequest {
  readonly request: OpenRequest
  readonly name: PreparedName
}

/** A movement with its sender read and the orders that its text names. */
export interface ReadMovement {
  readonly movement: FreeMovement
  readonly name: PreparedName
  readonly references: readonly FoundReference[]
}

/** What speaks for a pair, in one number; made of few parts so that very many pairs can be looked at. */
export interface PairScore {
  readonly score: number
  readonly level: NameLevel
  readonly isAlias: boolean
  readonly isWithoutSender: boolean
}

export interface Scoring {
  readonly settings: DecideSettings
  readonly knowledge: NameKnowledge | undefined
  readonly aliases: Aliases | undefined
  readonly isBarred: ((requestId: string, movementId: string) => boolean) | undefined
}

/** No name at all, and none that only cannot be read ("J. P."). */
export const isWithoutName = (name: PreparedName): boolean => (name.content | name.initials | name.numbers) === 0

/** Early enough before the order was registered (spec 3.3); amount and currency are equal already. */
export const isInWindow = (request: OpenRequest, movement: FreeMovement, windowMs: number): boolean =>
  movement.receivedAt >= request.createdAt - windowMs

/** Names that exclude each other are no suggestion, unless a reference speaks for the pair. */
export const isWorthShowing = (pair: PairScore): boolean =>
  pair.score >= suggestionScore && (pair.level !== 'different' || pair.score > ceilings.different)

/** The score of the names, then what references and aliases say. */
export function scorePair(own: ReadRequest, other: ReadMovement, scoring: Scoring): PairScore {
  const { settings } = scoring
  const isAlias = scoring.aliases?.get(own.name.key)?.has(other.name.key) ?? false
  const { level, score } = rateNames(own.name, other.name, scoring.knowledge)
  // Doubtful names stay below the level of acceptance, wherever an account sets it.
  const ofNames = level === 'weak' ? Math.min(score, settings.acceptance - belowAcceptance) : score
  const byName = isAlias ? Math.max(ofNames, settings.acceptance + settings.margin) : ofNames
  const isWithoutSender = settings.matchWithoutSender && isWithoutName(other.name) && own.name.isUsable
  const plain = isWithoutSender ? settings.acceptance : byName
  return { score: withReferences(own, other, plain, byName, level, settings), level, isAlias, isWithoutSender }
}

function withReferences(
  own: ReadRequest,
  other: ReadMovement,
  plain: number,
  byName: number,
  level: NameLevel,
  settings: DecideSettings,
): number {
  if (other.references.length === 0) return plain
  const found = other.references.find(({ reference }) => reference === own.request.externalId)
  if (!found) return Math.min(plain, referenceScores.ofAnotherOrder)
  if (found.strength === 'full') {
    return byName >= settings.acceptance
      ? Math.max(byName, referenceScores.full) + referenceBonus
      : referenceScores.full
  }
  if (byName >= settings.acceptance) return byName + referenceBonus
  return level === 'different' ? referenceScores.ofAnotherOrder : referenceScores.short
}
