import { conflict } from '../errors.ts'
import type { RequestStatus } from './types.ts'

/** The states of spec 2.1. `processing` lives only inside a transaction, so it is never a stored beginning or end. */
const next: Readonly<Record<RequestStatus, readonly RequestStatus[]>> = {
  pending: ['matched', 'ambiguous', 'not_found', 'failed', 'expired', 'cancelled'],
  processing: ['matched', 'ambiguous', 'not_found', 'failed', 'cancelled'],
  not_found: ['matched', 'ambiguous', 'failed', 'expired', 'cancelled'],
  ambiguous: ['matched', 'not_found', 'failed', 'cancelled'],
  failed: ['matched', 'ambiguous', 'not_found', 'cancelled'],
  // Only by undo (3.11).
  matched: ['not_found'],
  // Only by a new registration (3.9).
  expired: ['pending'],
  cancelled: ['pending'],
}

/** As the API's messages say it. */
export const statusWords = (status: RequestStatus): string => (status === 'not_found' ? 'not found' : status)

/** Refuses a transition that spec 2.1 does not know with 409. */
export function checkTransition(from: RequestStatus, to: RequestStatus): void {
  if (next[from].includes(to)) return
  const article = /^[ae]/.test(from) ? 'An' : 'A'
  throw conflict('request.transition', `${article} ${statusWords(from)} request cannot become ${statusWords(to)}`)
}

export const isTerminal = (status: RequestStatus): boolean =>
  status === 'matched' || status === 'expired' || status === 'cancelled'

/** A person may decide only what the engine has left open with a result (3.11). */
export function checkManualMatch(status: RequestStatus): void {
  if (status === 'ambiguous' || status === 'not_found' || status === 'failed') return
  throw conflict(
    'request.notOpen',
    isTerminal(status)
      ? `This request is already ${status}; only an ambiguous, not found or failed one can be matched by hand`
      : `This request is ${status} and has not been evaluated yet; try again in a moment`,
  )
}
