import type { Overview } from '../../api-types.ts'
import type { Line } from './overview.ts'

export type Heartbeat =
  | { readonly kind: 'connecting' | 'unknown' }
  | { readonly kind: 'offline'; readonly retryAt: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'attention'; readonly accounts: number }
  | { readonly kind: 'paused'; readonly paused: number; readonly all: boolean }
  | { readonly kind: 'running' }

/**
 * What the line at the bottom says first: the worst thing that is true. `waiting`: accounts that are not blocked and all
 * the same need a person, for a code or to start their session.
 */
export function heartbeat(line: Line, overview: Overview | null, failed: boolean, waiting = 0): Heartbeat {
  if (line.kind === 'lost') return { kind: 'offline', retryAt: line.retryAt }
  if (!overview) return { kind: failed ? 'unknown' : 'connecting' }
  const { total, blocked, paused } = overview.accounts
  if (total === 0) return { kind: 'empty' }
  if (blocked + waiting > 0) return { kind: 'attention', accounts: blocked + waiting }
  if (paused > 0) return { kind: 'paused', paused, all: paused === total }
  return { kind: 'running' }
}
