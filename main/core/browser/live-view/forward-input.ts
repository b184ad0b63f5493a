import type { CDPSession } from 'playwright'
import type { InputEvent } from './input-events.ts'
import { macCommands } from './mac-editing.ts'

type Of<Type extends InputEvent['type']> = Extract<InputEvent, { type: Type }>

/** Hands one event of mouse, wheel or keyboard to the browser; settles when the page has seen it. */
export function forward(
  session: CDPSession,
  event: Of<'mouse' | 'wheel' | 'key' | 'compose' | 'text'>,
  platform: NodeJS.Platform = process.platform,
): Promise<unknown> {
  switch (event.type) {
    case 'mouse':
      return session.send('Input.dispatchMouseEvent', {
        type: mouseTypes[event.act],
        x: event.x,
        y: event.y,
        // While a button is down the page engine wants to hear of it with each move, else nothing is dragged.
        button: event.act === 'move' && (event.buttons & 1) === 1 ? 'left' : event.button,
        buttons: event.buttons,
        clickCount: event.clicks,
        modifiers: event.modifiers,
      })
    case 'wheel':
      return session.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        x: event.x,
        y: event.y,
        deltaX: event.dx,
        deltaY: event.dy,
        modifiers: event.modifiers,
      })
    case 'key':
      return session.send('Input.dispatchKeyEvent', keyEvent(event, platform))
    case 'compose':
      return session.send('Input.imeSetComposition', {
        text: event.text,
        selectionStart: Math.min(event.start, event.text.length),
        selectionEnd: Math.min(event.end, event.text.length),
      })
    case 'text':
      return session.send('Input.insertText', { text: event.text })
  }
}

const mouseTypes = { move: 'mouseMoved', down: 'mousePressed', up: 'mouseReleased' } as const
const numericPad = 3

function keyEvent(event: Of<'key'>, platform: NodeJS.Platform) {
  const { key, code, keyCode, location, modifiers, repeat, text } = event
  const shared = {
    key,
    code,
    windowsVirtualKeyCode: keyCode,
    nativeVirtualKeyCode: keyCode,
    location,
    modifiers,
    autoRepeat: repeat,
    isKeypad: location === numericPad,
  }
  if (event.act === 'up') return { type: 'keyUp' as const, ...shared }
  const commands = platform === 'darwin' ? macCommands(code, modifiers) : []
  return text === undefined
    ? { type: 'rawKeyDown' as const, ...shared, commands }
    : { type: 'keyDown' as const, ...shared, text, unmodifiedText: text, commands }
}
