/**
 * How many on the main thread write or wait to, for threads that write in many transactions: SQLite's lock goes to whoever
 * asks at the right moment, and a thread that asks again at once would leave the main thread, which sleeps between two
 * looks, without a turn for seconds.
 */
export type WriteTurn = Int32Array

export const createWriteTurn = (): WriteTurn => new Int32Array(new SharedArrayBuffer(4))

/** Longest that a thread stands back: longer than any write of the main thread should take. */
const patienceMs = 200

/** Does the main thread's work, before which threads stand back. */
export function takeTurn<T>(turn: WriteTurn, work: () => T): T {
  Atomics.add(turn, 0, 1)
  try {
    return work()
  } finally {
    Atomics.sub(turn, 0, 1)
    Atomics.notify(turn, 0)
  }
}

/** Between two transactions of a thread: waits while the main thread wants to write. */
export function giveWay(turn: WriteTurn): void {
  const wanting = Atomics.load(turn, 0)
  if (wanting > 0) Atomics.wait(turn, 0, wanting, patienceMs)
}
