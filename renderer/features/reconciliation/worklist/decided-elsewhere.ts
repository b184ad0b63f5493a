import type { i18n } from 'i18next'
import { Failure } from '../../../shared/failure.ts'
import type { Match } from '../ledger-api.ts'

const isMatch = (current: unknown): current is Match =>
  typeof current === 'object' && current !== null && 'decided_by' in current && 'legs' in current

/** A decision that somebody else took meanwhile, told with who and what; any other failure as it is. */
export function decidedElsewhere(error: unknown, { t }: Pick<i18n, 't'>): unknown {
  if (!(error instanceof Failure) || error.code !== 'version_conflict') return error
  const { current } = (error.details ?? {}) as { current?: unknown }
  if (!isMatch(current) || current.decided_by === null) return error
  return new Failure(
    error.status,
    t(current.status === 'accepted' ? 'worklist.acceptedElsewhere' : 'worklist.rejectedElsewhere', {
      who: current.decided_by,
    }),
  )
}
