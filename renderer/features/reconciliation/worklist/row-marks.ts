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
  proposed: 'waiting',
  matched: 'done',
  partial: 'ask',
  closed: 'ended',
} as const satisfies Record<LineStatus, MarkKind>

/** How far a line is: what the program proposes for it is told apart from what nobody has looked at. */
type LineStatus = StatementLine['match_status'] | 'proposed'
export const lineStatus = ({ match_status: status, proposal }: StatementLine): LineStatus =>
  proposal !== null && (status === 'unmatched' || status === 'partial') ? 'proposed' : status

export type QueueGroup = keyof typeof queueMarks
export const isQueueGroup = (name: string | null): name is QueueGroup => name !== null && name in queueMarks
