/** What the order of statements rests on. Amounts are signed minor units, days `YYYY-MM-DD`. */
export interface Orderable {
  readonly account: string | null
  readonly currency: string
  readonly opening: number | null
  readonly closing: number | null
  /** The day its closing balance stands for; null when the file names no day at all. */
  readonly day: string | null
  /** Its place in its file, the last tie-break. */
  readonly ordinal: number
}

/**
 * Statements in order of time. Banks list them either way, several for one day, and with periods that are plainly wrong;
 * so they are ordered by the day of the closing balance, and within a day by the balances: each opens with what the one
 * before closed with (5.3).
 */
export function orderStatements<T extends Orderable>(statements: readonly T[]): T[] {
  const days = new Map<string, T[]>()
  for (const statement of statements) {
    const key = statement.day ?? ''
    days.set(key, [...(days.get(key) ?? []), statement])
  }
  const ordered: T[] = []
  for (const key of [...days.keys()].sort()) {
    const waiting = (days.get(key) ?? []).toSorted((a, b) => a.ordinal - b.ordinal)
    while (waiting.length > 0) ordered.push(...waiting.splice(nextOf(waiting, ordered), 1))
  }
  return ordered
}

/** The one that goes on where its account stands; else one that no other of the day leads to; else the first. */
function nextOf(waiting: readonly Orderable[], ordered: readonly Orderable[]): number {
  const goesOn = waiting.findIndex((one) => {
    const before = ordered.findLast((earlier) => isSameAccount(earlier, one))
    return before !== undefined && before.closing !== null && before.closing === one.opening
  })
  if (goesOn >= 0) return goesOn
  const begins = waiting.findIndex(
    (one) => !waiting.some((other) => other !== one && isSameAccount(other, one) && other.closing === one.opening),
  )
  return Math.max(begins, 0)
}

const isSameAccount = (a: Orderable, b: Orderable) => a.account === b.account && a.currency === b.currency
