import type { InputEvent } from '../../../main/core/browser/live-view/input-events.ts'

export interface InputSender {
  push(event: InputEvent): void
  /** For `copy` and `cut`: the marked text. */
  ask(event: InputEvent): Promise<string | null>
}

interface Waiting {
  readonly event: InputEvent
  readonly answer?: (copied: string | null) => void
}

const mostAtOnce = 100

/** A move or turn of the wheel that only continues the one before it is one with it. */
function merged(before: InputEvent, next: InputEvent): InputEvent | null {
  if (before.type === 'mouse' && next.type === 'mouse')
    return before.act === 'move' && next.act === 'move' && before.buttons === next.buttons ? next : null
  if (before.type === 'wheel' && next.type === 'wheel' && before.modifiers === next.modifiers)
    return { ...next, dx: before.dx + next.dx, dy: before.dy + next.dy }
  return null
}

const isPassing = (event: InputEvent) => event.type === 'wheel' || (event.type === 'mouse' && event.act === 'move')

/**
 * Sends what a person does, in its order: one request at a time, so none overtakes another. Moves and turns of the wheel
 * go once per drawn frame, everything else at once.
 */
export function createInputSender(deps: {
  readonly send: (events: readonly InputEvent[]) => Promise<{ copied: string | null }>
  readonly nextFrame?: (step: () => void) => void
}): InputSender {
  const nextFrame = deps.nextFrame ?? ((step) => void requestAnimationFrame(step))
  let queue: Waiting[] = []
  let isSending = false
  let isDue = false

  const flush = async () => {
    if (isSending || queue.length === 0) return
    isSending = true
    const batch = queue.slice(0, mostAtOnce)
    queue = queue.slice(mostAtOnce)
    // Refused means that control went elsewhere meanwhile: what was done then has no effect, and the bar says so.
    const { copied } = await deps.send(batch.map(({ event }) => event)).catch(() => ({ copied: null }))
    for (const { answer } of batch) answer?.(copied)
    isSending = false
    void flush()
  }
  const add = (waiting: Waiting) => {
    const last = queue.at(-1)
    const one = last && !last.answer ? merged(last.event, waiting.event) : null
    if (one) queue[queue.length - 1] = { event: one }
    else queue.push(waiting)
    if (!isPassing(waiting.event)) return void flush()
    if (isDue) return
    isDue = true
    nextFrame(() => {
      isDue = false
      void flush()
    })
  }

  return {
    push: (event) => add({ event }),
    ask: (event) => new Promise((answer) => add({ event, answer })),
  }
}
