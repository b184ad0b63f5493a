import { backOff } from './back-off.ts'
import { createEventReader, type StreamMessage } from './event-reader.ts'

/** The program sends a beat every 25 s; a line that is silent for longer than this is dead. */
const silenceMs = 70_000

export interface Follower {
  /** One message of the program. */
  message(message: StreamMessage): void
  /** The line stands: what happened meanwhile is not replayed, so fetch again what is shown. */
  opened(): void
  /** The line is down; a new attempt follows after `retryInMs`. */
  lost(retryInMs: number): void
}

/** Keeps one event stream open until the returned function is called. */
export function followEvents(
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>,
  to: Follower,
): () => void {
  const stopped = new AbortController()
  let attempt = 0

  const readUntilSilent = async () => {
    const line = new AbortController()
    const signal = AbortSignal.any([stopped.signal, line.signal])
    const stream = await open(signal)
    const reader = stream.getReader()
    const decoder = new TextDecoder()
    const read = createEventReader()
    let silence: ReturnType<typeof setTimeout> | undefined
    try {
      attempt = 0
      to.opened()
      for (;;) {
        silence = setTimeout(() => line.abort(), silenceMs)
        const { done, value } = await reader.read()
        clearTimeout(silence)
        if (done) return
        for (const message of read(decoder.decode(value, { stream: true }))) to.message(message)
      }
    } finally {
      clearTimeout(silence)
    }
  }

  const run = async () => {
    while (!stopped.signal.aborted) {
      // Whatever broke the line, the answer is the same: say so and try again.
      await readUntilSilent().catch(() => undefined)
      if (stopped.signal.aborted) return
      attempt += 1
      const pause = backOff(attempt)
      to.lost(pause)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause)
        stopped.signal.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }
  void run()
  return () => stopped.abort()
}
