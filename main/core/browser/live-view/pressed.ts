import type { InputEvent } from './input-events.ts'

type Mouse = Extract<InputEvent, { type: 'mouse' }>
type Key = Extract<InputEvent, { type: 'key' }>

/** Remembers which buttons and keys a person holds, so that none stays down when the person leaves or hands back. */
export function createPressed(send: (event: Mouse | Key) => Promise<unknown>) {
  const keys = new Map<string, Key>()
  const buttons = new Map<string, Mouse>()

  return {
    note(event: Mouse | Key): void {
      const held = event.type === 'key' ? keys : buttons
      const name = event.type === 'key' ? event.code || event.key : event.button
      if (event.act === 'down') (held as Map<string, Mouse | Key>).set(name, event)
      if (event.act === 'up') held.delete(name)
      if (event.type === 'mouse' && event.act === 'move')
        for (const [button, down] of buttons) buttons.set(button, { ...down, x: event.x, y: event.y })
    },
    async release(): Promise<void> {
      const ups = [...keys.values(), ...buttons.values()].map((event) => ({ ...event, act: 'up' as const }))
      keys.clear()
      buttons.clear()
      for (const { ...event } of ups) {
        if (event.type === 'key') delete event.text
        else event.buttons = 0
        // The page may have closed under the held key.
        await send(event).catch(() => undefined)
      }
    },
  }
}
