import type { MarkKind } from '../../../shared/ui/status-mark.tsx'
import type { Group, StatementLine } from '../ledger-api.ts'

/** Groups of the queue in their order, each with its mark. */
export const queueMarks = {
  critical: 'failed',
  strong: 'done',
  likely: 'done',
  possible: 'waiting',
  ambiguous: 'ask',
  unmatched_source: 'nothing',
  unmatched_ledger: 'nothing',
} as const satisfies Partial<Record<Group, MarkKind>>

/** What became of a line. */
export const lineMarks = {
  unmatched: 'nothing',
  matched: 'done',
  partial: 'ask',
  closed: 'ended',
} as const satisfies Record<StatementLine['match_status'], MarkKind>

export type QueueGroup = keyof typeof queueMarks
export const isQueueGroup = (name: string | null): name is QueueGroup => name !== null && name in queueMarks
