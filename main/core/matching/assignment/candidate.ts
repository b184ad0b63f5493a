import { compareNames } from '../names/compare.ts'
import type { PairScore, ReadMovement, ReadRequest, Scoring } from './pairs.ts'
import type { Candidate, PairReason } from './types.ts'

/** A pair as a person sees it: with all that speaks for and against it. */
export function candidateOf(
  own: ReadRequest,
  other: ReadMovement,
  { score, isAlias }: PairScore,
  scoring: Scoring,
): Candidate {
  const { movement, references } = other
  const { level, evidence } = compareNames(own.name, other.name, scoring.knowledge)
  const named = references.find(({ reference }) => reference === own.request.externalId)
  const reasons: PairReason[] = [
    { code: 'amount_equal' },
    { code: 'received', afterMs: movement.receivedAt - own.request.createdAt },
    other.name.isUsable ? { code: 'name', level, evidence } : { code: 'no_sender' },
  ]
  if (isAlias) reasons.push({ code: 'alias' })
  if (named) reasons.push({ code: 'reference', reference: named.reference, isChecked: named.isChecked })
  else if (references.length > 0)
    reasons.push({ code: 'reference_of_other_order', references: references.map(({ reference }) => reference) })
  return { movementId: movement.id, score, reasons }
}
