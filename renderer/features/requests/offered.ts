import type { Candidate, RequestDetail } from '../../api-types.ts'
import { isFit } from './attempt-sentence.ts'

/** Those that are offered as the payment: they fit and are free. */
export const offeredOf = (candidates: readonly Candidate[] | undefined): readonly Candidate[] =>
  candidates?.filter((each) => isFit(each) && each.consumed_by === null) ?? []

/** "None of these", while an ambiguous request asks and what it offers is here. */
export function refusalOf(
  request: RequestDetail,
  candidates: readonly Candidate[] | undefined,
  refuse: (movementIds: readonly string[]) => Promise<void>,
): (() => void) | undefined {
  const ids = offeredOf(candidates).map(({ id }) => id)
  return request.status === 'ambiguous' && ids.length > 0 ? () => void refuse(ids) : undefined
}
