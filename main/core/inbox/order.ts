import { assertNever } from '../errors.ts'
import { day } from '../time.ts'
import type { InboxGroup, InboxItem, InboxKind } from './types.ts'

/** What ends in minutes, what keeps an account from being read, and the rest. */
export function groupOf(kind: InboxKind): InboxGroup {
  switch (kind) {
    case 'code':
    case 'step':
      return 'logins'
    case 'blocked':
    case 'session':
      return 'accounts'
    case 'ambiguous':
    case 'suggestion':
    case 'delivery':
    case 'question':
      return 'payments'
    default:
      return assertNever(kind)
  }
}

export const inboxGroups = ['logins', 'accounts', 'payments'] as const satisfies readonly InboxGroup[]

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The order of the inbox. First what a login waits for, the one that ends soonest first; then accounts that are not read,
 * the longest first; then payments and the files that bring them: by day (UTC), the oldest first, and within a day the dearest first. Amounts are
 * compared as they stand, since the program knows no rates of exchange. Time that passes changes no place.
 */
export function compareItems(a: InboxItem, b: InboxItem): number {
  const group = groupOf(a.kind)
  const byGroup = inboxGroups.indexOf(group) - inboxGroups.indexOf(groupOf(b.kind))
  if (byGroup !== 0) return byGroup
  const byId = compareTexts(a.id, b.id)
  switch (group) {
    case 'logins':
      return (a.until ?? 0) - (b.until ?? 0) || byId
    case 'accounts':
      return a.since - b.since || byId
    case 'payments':
      return (
        Math.floor(a.since / day) - Math.floor(b.since / day) || (b.amountMinor ?? 0) - (a.amountMinor ?? 0) || byId
      )
    default:
      return assertNever(group)
  }
}
