let last: Promise<unknown> = Promise.resolve()

/** Decisions of one window, one after the other: an undo that is pressed at once takes back what was pressed before. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work)
  last = turn.catch(() => undefined)
  return turn
}
