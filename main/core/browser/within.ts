/**
 * Settles as `work` does, or rejects with `late()` after `ms`, or with the signal's reason when it is aborted. The work
 * itself goes on: whoever holds the browser ends it.
 */
export async function within<T>(ms: number, late: () => Error, work: Promise<T>, signal?: AbortSignal): Promise<T> {
  let cleanUp = (): void => undefined
  const limit = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(late()), ms)
    const abort = () => reject(signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    cleanUp = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
    if (signal?.aborted) abort()
  })
  // What still fails after the limit has nobody waiting for it.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, limit])
  } finally {
    cleanUp()
  }
}

/** Calls `late` once `ms` have passed, the time of `pausedMs` (so far, only growing) not counted. Disposing ends it. */
export function afterActive(ms: number, pausedMs: () => number, late: () => void): Disposable {
  const started = performance.now()
  const before = pausedMs()
  let timer: NodeJS.Timeout
  const check = () => {
    const left = ms - (performance.now() - started - (pausedMs() - before))
    if (left <= 0) late()
    else timer = setTimeout(check, left)
  }
  timer = setTimeout(check, ms)
  return { [Symbol.dispose]: () => clearTimeout(timer) }
}

/** As `within`, the time of `pausedMs` not counted. */
export async function withinActive<T>(
  ms: number,
  pausedMs: () => number,
  late: () => Error,
  work: Promise<T>,
): Promise<T> {
  const over = Promise.withResolvers<never>()
  // What still fails after the limit has nobody waiting for it.
  work.catch(() => undefined)
  using _limit = afterActive(ms, pausedMs, () => over.reject(late()))
  return await Promise.race([work, over.promise])
}
