import type { Account } from './accounts/types.ts'
import type { CoreEventType, Events } from './events.ts'
import type { Clock } from './ports.ts'
import { iso } from './time.ts'

// A screen refetches its list anyway; thousands of events would only keep it busy.
const mostHints = 200

/** One event per changed row, or a single one that carries only the number when there are many. */
export function emitHints(
  { events, now }: { readonly events: Events; readonly now: Clock },
  type: CoreEventType,
  account: Pick<Account, 'id' | 'userId'>,
  rows: readonly { readonly id: string; readonly status?: string }[],
): void {
  const emit = (data: Record<string, unknown>) =>
    events.emit({ type, userId: account.userId, accountId: account.id, data, occurredAt: iso(now()) })
  if (rows.length > mostHints) emit({ count: rows.length })
  else for (const { id, status } of rows) emit(status === undefined ? { id } : { id, status })
}
