import type { Candidate, RequestDetail } from '../../api-types.ts'
import { isFit } from './attempt-sentence.ts'

/** Those that are offered as the payment: they fit and are free. */
export const offeredOf = (candidates: readonly Candidate[] | undefined): readonly Candidate[] =>
  candidates?.filter((each) => isFit(each) && each.consumed_by === null) ?? []

/** "None of these", while an ambiguous request asks and it is known what it offers. */
export const refusalOf = (
  request: RequestDetail,
  candidates: readonly Candidate[] | undefined,
  refuse: (movementIds: readonly string[]) => Promise<void>,
): (() => void) | undefined =>
  request.status === 'ambiguous' && candidates !== undefined
    ? () => void refuse(offeredOf(candidates).map(({ id }) => id))
    : undefined
