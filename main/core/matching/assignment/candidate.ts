import type { NameComparison } from '../names/types.ts'
import { isWithoutName, type PairScore, type ReadMovement, type ReadRequest } from './pairs.ts'
import type { Candidate, FreeMovement, OpenRequest, PairReason } from './types.ts'

/** A pair as a person sees it: with all that speaks for and against it. */
export function candidateOf(
  own: ReadRequest,
  other: ReadMovement,
  { score, isAlias }: PairScore,
  { level, evidence }: NameComparison,
): Candidate {
  const { movement, references } = other
  const named = references.find(({ reference }) => reference === own.request.externalId)
  const reasons: PairReason[] = [
    amountReason(own.request, movement),
    { code: 'received', afterMs: movement.receivedAt - own.request.createdAt },
    isWithoutName(other.name) ? { code: 'no_sender' } : { code: 'name', level, evidence },
  ]
  if (isAlias) reasons.push({ code: 'alias' })
  if (named) reasons.push({ code: 'reference', reference: named.reference, isChecked: named.isChecked })
  else if (references.length > 0)
    reasons.push({ code: 'reference_of_other_order', references: references.map(({ reference }) => reference) })
  return { movementId: movement.id, score, reasons }
}

function amountReason(request: OpenRequest, movement: FreeMovement): PairReason {
  if (request.currency !== movement.currency) return { code: 'currency_differs' }
  const byMinor = movement.amountMinor - request.amountMinor
  return byMinor === 0 ? { code: 'amount_equal' } : { code: 'amount_differs', byMinor }
}
