import type { InboxItem } from './types.ts'

type Placed = Pick<InboxItem, 'kind' | 'accountId' | 'subjectId'>

/** Where following an item leads: to the bank's page for what a login waits for, else to the item in the inbox. */
export const placeOf = ({ id, kind, accountId }: Pick<InboxItem, 'id' | 'kind' | 'accountId'>): string =>
  kind === 'code' || kind === 'step' ? `/accounts/${accountId}/bank` : `/inbox?item=${encodeURIComponent(id)}`

/** Whether somebody who looks at this address of the window sees the item anyway. */
export function isSeenAt(address: string, { kind, accountId, subjectId }: Placed): boolean {
  const path = address.split('?')[0] ?? ''
  if (path === '/inbox' || path.startsWith('/inbox/')) return true
  if (kind === 'ambiguous') return path.endsWith(`/requests/${subjectId}`)
  if (kind === 'suggestion') return false
  if (kind === 'question') return path === `/accounts/${accountId}/import`
  if (kind === 'delivery') return path === `/deliveries/${subjectId}`
  return path === `/accounts/${accountId}` || path.startsWith(`/accounts/${accountId}/`)
}
