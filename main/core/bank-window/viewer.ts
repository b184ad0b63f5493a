import type { Frame } from '../browser/live-view/types.ts'
import { second } from '../time.ts'
import type { WindowMessage } from './types.ts'
import { encodeMessage } from './wire.ts'

/** The line to one viewer. */
export interface Viewer {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  send(message: WindowMessage): void
  frame(frame: Frame): void
  end(): void
}

/** A viewer that hears nothing for longer than this may take the line for dead. */
const beatMs = 15 * second

/**
 * Gives out what is newest when the viewer asks for more: of each type of message only the last one waits, so a slow
 * viewer misses pictures in between and never falls behind.
 */
export function createViewer(lifeMs: number, onEnd: () => void): Viewer {
  const waiting = new Map<WindowMessage['type'], WindowMessage>()
  let frame: Frame | null = null
  let wake = () => {}
  let isEnded = false
  const beat = setInterval(() => send({ type: 'beat' }), beatMs)
  const life = setTimeout(() => end(), lifeMs)
  beat.unref()
  life.unref()

  const send = (message: WindowMessage) => {
    // Behind what came meanwhile, so that the order of the newest ones stays.
    waiting.delete(message.type)
    waiting.set(message.type, message)
    wake()
  }
  const end = () => {
    if (isEnded) return
    isEnded = true
    clearInterval(beat)
    clearTimeout(life)
    waiting.clear()
    frame = null
    wake()
    onEnd()
  }
  const takeAll = () => {
    const parts = [...waiting.values()].map((message) => encodeMessage(message))
    waiting.clear()
    if (frame) {
      const { jpeg, ...header } = frame
      parts.push(encodeMessage({ type: 'frame', ...header }, jpeg))
      frame = null
    }
    return Buffer.concat(parts)
  }

  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (waiting.size === 0 && frame === null && !isEnded) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        if (isEnded) controller.close()
        else controller.enqueue(takeAll())
      },
      cancel: end,
    },
    // Nothing is taken ahead: a picture that waits in a buffer is an old one.
    { highWaterMark: 0 },
  )

  return {
    stream,
    send,
    frame(next) {
      frame = next
      wake()
    },
    end,
  }
}
