import type { RequestStatus } from '../../api-types.ts'

export const allStatuses: readonly RequestStatus[] = [
  'ambiguous',
  'pending',
  'not_found',
  'matched',
  'failed',
  'expired',
  'cancelled',
]

export const isTerminal = (status: RequestStatus): boolean =>
  status === 'matched' || status === 'cancelled' || status === 'expired'

/** A person may choose the movement (spec 3.11). */
export const isChoosable = (status: RequestStatus): boolean =>
  status === 'ambiguous' || status === 'not_found' || status === 'failed'

/** A result webhook exists for these (spec 5.3). */
export const hasResult = (status: RequestStatus): boolean =>
  status === 'matched' || status === 'ambiguous' || status === 'expired'
