import type { InputEvent } from '../../main/core/browser/live-view/input-events.ts'

/** Acts of a person, as the window sends them. */
export const modifier = { alt: 1, ctrl: 2, meta: 4, shift: 8 } as const

const mouse = (
  act: 'move' | 'down' | 'up',
  x: number,
  y: number,
  clicks = 0,
  button: 'none' | 'left' | 'right' = act === 'move' ? 'none' : 'left',
): InputEvent => ({ type: 'mouse', act, x, y, button, buttons: act === 'down' ? 1 : 0, clicks, modifiers: 0 })

export const move = (x: number, y: number) => mouse('move', x, y)
export const drag = (x: number, y: number): InputEvent => ({ ...mouse('move', x, y), buttons: 1 }) as InputEvent
export const down = (x: number, y: number, clicks = 1) => mouse('down', x, y, clicks)
export const up = (x: number, y: number, clicks = 1) => mouse('up', x, y, clicks)
export const click = (x: number, y: number): InputEvent[] => [move(x, y), down(x, y), up(x, y)]
export const doubleClick = (x: number, y: number): InputEvent[] => [...click(x, y), down(x, y, 2), up(x, y, 2)]

const codes: Record<string, [string, number, string?]> = {
  Enter: ['Enter', 13, '\r'],
  Tab: ['Tab', 9],
  Backspace: ['Backspace', 8],
  ArrowLeft: ['ArrowLeft', 37],
  Escape: ['Escape', 27],
}

export function press(key: string, modifiers = 0): InputEvent[] {
  const [code, keyCode, special] = codes[key] ?? [`Key${key.toUpperCase()}`, key.toUpperCase().charCodeAt(0) & 255, key]
  const shared = { type: 'key', key, code, keyCode, location: 0, repeat: false, modifiers } as const
  const types = special !== undefined && (modifiers & (modifier.ctrl | modifier.meta)) === 0
  return [
    { ...shared, act: 'down', ...(types ? { text: special } : {}) },
    { ...shared, act: 'up' },
  ]
}
export const type = (text: string): InputEvent[] => [...text].flatMap((letter) => press(letter))
