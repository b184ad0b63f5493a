import type { Attempt, RequestDetail } from '../../api-types.ts'

/** The last attempt that matched. */
export const lastMatch = ({ attempts }: RequestDetail): Attempt | undefined =>
  attempts.findLast(({ result }) => result === 'matched')

/** The movement that it took, as it was compared then. */
export function chosenCandidate(request: RequestDetail): Attempt['candidates'][number] | undefined {
  const last = request.match ? lastMatch(request) : undefined
  return last?.candidates.find(({ bank_transaction_id: id }) => id === last.selected_transaction_id)
}
