/** Work that has to wait for the work before it in the same lane; lanes do not wait for each other. */
export interface Lanes {
  /** Runs the work once everything given to the lane before has ended, well or not. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T>
  /** Until everything that was given so far has ended. */
  settled(): Promise<void>
}

export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>()
  return {
    run<T>(lane: string, work: () => Promise<T>): Promise<T> {
      const own = (last.get(lane) ?? Promise.resolve()).then(work)
      const settled = own.catch(() => undefined)
      last.set(lane, settled)
      void settled.then(() => {
        if (last.get(lane) === settled) last.delete(lane)
      })
      return own
    },
    async settled() {
      await Promise.allSettled(last.values())
    },
  }
}
