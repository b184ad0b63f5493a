import type { QueueRow } from '../ledger-api.ts'

export interface Place {
  readonly key: string | null
  readonly at: number
}

/** How a row is called in the address. */
export const keyOf = ({ kind, id }: Pick<QueueRow, 'kind' | 'id'>): string => `${kind}:${id}`

/** Rows that may have come or gone above the cursor between two looks. */
const reach = 60

/**
 * Where the cursor stands after the list changed: with its row if that is still near, else on the row that is now at its
 * place. `unknown` while the rows around it are not here yet.
 */
export function placeOf(
  { key, at }: Place,
  total: number,
  rowAt: (index: number) => Pick<QueueRow, 'kind' | 'id'> | undefined,
): Place | 'unknown' {
  if (total === 0) return { key: null, at: 0 }
  const inside = Math.max(0, Math.min(at, total - 1))
  const here = rowAt(inside)
  if (!here) return 'unknown'
  if (key === null || keyOf(here) === key) return { key: keyOf(here), at: inside }
  for (let away = 1; away <= reach; away += 1)
    for (const index of [inside - away, inside + away]) {
      const row = rowAt(index)
      if (row && keyOf(row) === key) return { key, at: index }
    }
  return { key: keyOf(here), at: inside }
}
