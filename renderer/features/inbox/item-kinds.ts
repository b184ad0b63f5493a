import type { InboxItem, InboxKind } from '../../api-types.ts'
import type { MarkKind } from '../../shared/ui/status-mark.tsx'

export const markOf: Readonly<Record<InboxKind, MarkKind>> = {
  code: 'late',
  step: 'late',
  blocked: 'failed',
  session: 'ask',
  ambiguous: 'ask',
  suggestion: 'ask',
  delivery: 'failed',
  question: 'ask',
}

/** One answer can be given to many of these at once. */
export const isForBulk = ({ kind }: Pick<InboxItem, 'kind'>): boolean => kind === 'delivery' || kind === 'suggestion'

/** The place that shows everything about it. */
export function placeOf({ kind, account_id, subject_id, reference }: InboxItem): string {
  switch (kind) {
    case 'code':
    case 'step':
      return `/accounts/${account_id}/bank`
    case 'blocked':
    case 'session':
      return `/accounts/${account_id}`
    case 'ambiguous':
      return `/requests/${subject_id}`
    case 'suggestion':
      return `/requests?q=${encodeURIComponent(reference ?? '')}`
    case 'delivery':
      return `/deliveries/${subject_id}`
    case 'question':
      return `/accounts/${account_id}/import`
  }
}
