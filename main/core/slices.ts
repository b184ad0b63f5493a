const firstSlice = 25
const leastInSlice = 20
const mostInSlice = 400
/**
 * A slice that cost more is halved, a much cheaper one doubled. Counted in time of the processor: what a busy machine or
 * the disk adds would be no less with smaller slices, only more often. With the commit it stays below 50 ms.
 */
const dearMs = 20
const cheapMs = 9

const spentMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Lets everything that waits have its turn. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Works through items in slices, each in one call, with a turn of the event loop between two. Items of one key are never
 * parted. `stopped` is asked between slices; what is left then waits for the next start. True when all is done.
 */
export async function inSlices<T>(
  items: readonly T[],
  keyOf: (item: T, at: number) => string,
  work: (slice: readonly T[]) => void,
  {
    stopped,
    onDone,
    turn = nextTurn,
  }: {
    readonly stopped: () => boolean
    readonly onDone?: (done: number) => void
    readonly turn?: () => Promise<void>
  },
): Promise<boolean> {
  let size = firstSlice
  let from = 0
  while (from < items.length) {
    if (stopped()) return false
    const until = endOfSlice(items, from + size, keyOf)
    const before = spentMs()
    work(items.slice(from, until))
    const cost = spentMs() - before
    if (cost > dearMs) size = Math.max(leastInSlice, Math.floor(size / 2))
    else if (cost < cheapMs) size = Math.min(mostInSlice, size * 2)
    from = until
    onDone?.(from)
    await turn()
  }
  return true
}

/** Where a slice that is to end at a place ends: not within items of one key. */
export function endOfSlice<T>(items: readonly T[], wanted: number, keyOf: (item: T, at: number) => string): number {
  let until = Math.min(wanted, items.length)
  while (until < items.length && keyOf(items[until] as T, until) === keyOf(items[until - 1] as T, until - 1)) until += 1
  return until
}
