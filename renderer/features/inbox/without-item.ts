import type { InboxPage } from '../../api-types.ts'

/** The list and its counts without an item that was answered. */
export const withoutItem = (page: InboxPage, id: string): InboxPage => {
  const gone = page.items.find((item) => item.id === id)
  if (!gone) return page
  return {
    total: page.total - 1,
    counts: { ...page.counts, [gone.kind]: page.counts[gone.kind] - 1 },
    items: page.items.filter((item) => item !== gone),
  }
}
