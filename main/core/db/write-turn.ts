/**
 * How many on the main thread write or wait to, for threads that write in many transactions: SQLite's lock goes to whoever
 * asks at the right moment, and the main thread, which sleeps between two looks, would wait for several of theirs.
 */
export type WriteTurn = Int32Array

export const createWriteTurn = (): WriteTurn => new Int32Array(new SharedArrayBuffer(4))

/** Longest that a thread stands back: longer than any write of the main thread should take. */
const patienceMs = 200

/** Does the main thread's work, for which threads end their transactions. */
export function takeTurn<T>(turn: WriteTurn, work: () => T): T {
  Atomics.add(turn, 0, 1)
  try {
    return work()
  } finally {
    Atomics.sub(turn, 0, 1)
    Atomics.notify(turn, 0)
  }
}

/** Whether the main thread wants to write: a transaction that may end earlier does. */
export const isTurnWanted = (turn: WriteTurn): boolean => Atomics.load(turn, 0) > 0

/** Between two transactions of a thread: waits while the main thread wants to write. */
export function giveWay(turn: WriteTurn): void {
  const wanting = Atomics.load(turn, 0)
  if (wanting > 0) Atomics.wait(turn, 0, wanting, patienceMs)
}
