import type { InboxItem } from '../../api-types.ts'

type Items = readonly Pick<InboxItem, 'id'>[]

/** The item `step` places from the one in focus; `at` is where that one stood when it is no longer in the list. */
export function itemAway(items: Items, focus: string | null, at: number, step: 1 | -1): string | null {
  if (items.length === 0) return null
  const index = items.findIndex(({ id }) => id === focus)
  // What stood behind an item that left has moved to its place.
  const to = index >= 0 ? index + step : step > 0 ? at : at - 1
  return items[Math.max(0, Math.min(items.length - 1, to))]?.id ?? null
}

/** Where to go on after an item was answered: to the one behind it, at the end to the one before, then nowhere. */
export function itemAfter(items: Items, answered: string, at: number): string | null {
  const index = items.findIndex(({ id }) => id === answered)
  const rest = items.filter(({ id }) => id !== answered)
  return rest[Math.min(index < 0 ? at : index, rest.length - 1)]?.id ?? null
}
