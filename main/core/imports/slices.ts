const firstSlice = 50
const mostInSlice = 400
/** A slice that took longer is halved, a much shorter one doubled: the main thread is never held for long. */
const longMs = 25
const shortMs = 8

/**
 * Works through items in slices, each in one call, with a turn of the event loop between two. Items of one key are never
 * parted. `stopped` is asked between slices; what is left then waits for the next start.
 */
export async function inSlices<T>(
  items: readonly T[],
  keyOf: (item: T, at: number) => string,
  work: (slice: readonly T[]) => void,
  { stopped, onDone }: { readonly stopped: () => boolean; readonly onDone?: (done: number) => void },
): Promise<boolean> {
  let size = firstSlice
  let from = 0
  while (from < items.length) {
    if (stopped()) return false
    let until = Math.min(from + size, items.length)
    while (until < items.length && keyOf(items[until] as T, until) === keyOf(items[until - 1] as T, until - 1))
      until += 1
    const began = performance.now()
    work(items.slice(from, until))
    const took = performance.now() - began
    if (took > longMs) size = Math.max(1, Math.floor(size / 2))
    else if (took < shortMs) size = Math.min(mostInSlice, size * 2)
    from = until
    onDone?.(from)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return true
}
