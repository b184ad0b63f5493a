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
