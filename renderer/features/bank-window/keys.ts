import type { InputEvent } from '../../../main/core/browser/live-view/input-events.ts'

type KeyInput = Extract<InputEvent, { type: 'key' }>

/** The parts of a DOM keyboard event that decide. */
export interface Key {
  readonly key: string
  readonly code: string
  readonly keyCode: number
  readonly location: number
  readonly repeat: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
  getModifierState(name: 'AltGraph'): boolean
}

export type KeyMeaning =
  | { readonly kind: 'key'; readonly event: KeyInput }
  | { readonly kind: 'copy' | 'cut' | 'back' | 'reload' | 'leave' }
  /** Belongs to the window or to its text field: paste, composition, zoom, the palette. */
  | { readonly kind: 'window' }

export const modifiersOf = (event: Pick<Key, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): number =>
  (event.altKey ? 1 : 0) | (event.ctrlKey ? 2 : 0) | (event.metaKey ? 4 : 0) | (event.shiftKey ? 8 : 0)

const named = new Set([
  'Enter',
  'Tab',
  'Escape',
  'Backspace',
  'Delete',
  'Insert',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Shift',
  'Control',
])
/** With Ctrl or Cmd only what edits text goes to the bank; the rest works on this window as usual. */
const editing = new Set(['a', 'z', 'y'])
const moving = new Set([...named].filter((name) => name !== 'Tab' && name !== 'Escape'))

/** What a pressed key means while the bank page has the keyboard. */
export function meaningOf(key: Key, isMac: boolean): KeyMeaning {
  if (key.isComposing || key.keyCode === 229) return { kind: 'window' }
  const isText = [...key.key].length === 1
  // AltGr arrives as Ctrl and Alt on Windows; on macOS Option types characters.
  const isTyping = isText && (key.getModifierState('AltGraph') || (isMac && key.altKey && !key.metaKey && !key.ctrlKey))
  if (isTyping) return { kind: 'key', event: input(key, 'down', { text: key.key, modifiers: key.shiftKey ? 8 : 0 }) }

  const command = isMac ? key.metaKey : key.ctrlKey
  if (command) return withCommand(key)
  if (key.key === 'Escape') return { kind: 'leave' }
  if (key.key === 'F5') return { kind: 'reload' }
  if (key.key === 'Insert' && key.shiftKey) return { kind: 'window' }
  if (key.altKey && !isMac) return key.key === 'ArrowLeft' ? { kind: 'back' } : { kind: 'window' }
  if (isText && !key.ctrlKey && !key.metaKey) return { kind: 'key', event: input(key, 'down', { text: key.key }) }
  if (!named.has(key.key)) return { kind: 'window' }
  return { kind: 'key', event: input(key, 'down', key.key === 'Enter' ? { text: '\r' } : {}) }
}

function withCommand(key: Key): KeyMeaning {
  const letter = key.key.toLowerCase()
  if (letter === 'c' && !key.shiftKey) return { kind: 'copy' }
  if (letter === 'x' && !key.shiftKey) return { kind: 'cut' }
  if (letter === 'r') return { kind: 'reload' }
  if (editing.has(letter) || moving.has(key.key)) return { kind: 'key', event: input(key, 'down', {}) }
  return { kind: 'window' }
}

export const keyUp = (key: Key): KeyInput => input(key, 'up', {})

const input = (key: Key, act: 'down' | 'up', change: { text?: string; modifiers?: number }): KeyInput => ({
  type: 'key',
  act,
  key: key.key,
  code: key.code,
  keyCode: key.keyCode,
  location: key.location,
  repeat: key.repeat,
  modifiers: modifiersOf(key),
  ...change,
})
