import { backOff } from '../../shared/back-off.ts'
import { createMessageReader, type WindowPiece } from './message-reader.ts'

export interface WindowFollower {
  piece(piece: WindowPiece): void
  /** The line is down; a new attempt follows by itself. */
  lost(): void
}

/** The program says something at least every 15 s; a line that is silent for longer than this is dead. */
const silenceMs = 40_000

/** Keeps the line to a bank window open until the returned function is called. */
export function followWindow(
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>,
  to: WindowFollower,
): () => void {
  const stopped = new AbortController()
  let attempt = 0

  const readLine = async () => {
    const line = new AbortController()
    const reader = (await open(AbortSignal.any([stopped.signal, line.signal]))).getReader()
    const read = createMessageReader()
    for (;;) {
      const silence = setTimeout(() => line.abort(), silenceMs)
      const { done, value } = await reader.read().finally(() => clearTimeout(silence))
      if (done) return
      attempt = 0
      for (const piece of read(value)) to.piece(piece)
    }
  }
  const run = async () => {
    while (!stopped.signal.aborted) {
      // Whatever broke the line, the answer is the same: say so and try again.
      await readLine().catch(() => undefined)
      if (stopped.signal.aborted) return
      attempt += 1
      to.lost()
      await pause(backOff(attempt), stopped.signal)
    }
  }
  void run()
  return () => stopped.abort()
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
