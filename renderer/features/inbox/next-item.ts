/**
 * The place `step` from the one in focus, `null` when nothing waits. `index` is -1 when that one is no longer in the list;
 * `at` is where it stood: what stood behind it has moved there.
 */
export function placeAway(total: number, index: number, at: number, step: 1 | -1): number | null {
  if (total === 0) return null
  const to = index >= 0 ? index + step : step > 0 ? at : at - 1
  return Math.max(0, Math.min(total - 1, to))
}

/** Where to go on after an item was answered: to the one behind it, at the end to the one before, then nowhere. */
export function placeAfter(total: number, index: number, at: number): number | null {
  if (index < 0) return total === 0 ? null : Math.min(at, total - 1)
  if (total === 1) return null
  return index + 1 < total ? index + 1 : index - 1
}
