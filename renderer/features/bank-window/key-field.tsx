import { type CSSProperties, type RefObject, useRef } from 'react'
import type { InputEvent } from '../../../main/core/browser/live-view/input-events.ts'
import classes from './bank-window.module.css'
import type { InputSender } from './input-sender.ts'
import { type Key, keyUp, meaningOf } from './keys.ts'

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly label: string
  readonly describedBy: string
  readonly isEnabled: boolean
  readonly input: InputSender
  /** Where on the picture the text goes: input methods open their list there. */
  readonly place: CSSProperties
  readonly onFocus: (isFocused: boolean) => void
  readonly onLeave: () => void
}

const isMac = /Mac/.test(navigator.platform)

/**
 * A field that nobody sees takes the keyboard: keys go on as keys; composition, paste, emoji and dictation arrive as the
 * text that the system makes of them.
 */
export function KeyField({ field, label, describedBy, isEnabled, input, place, onFocus, onLeave }: Props) {
  const held = useRef(new Map<string, Key>())

  const letGo = () => {
    for (const key of held.current.values()) input.push(keyUp(key))
    held.current.clear()
  }
  const take = async (kind: 'copy' | 'cut') => {
    const text = await input.ask({ type: kind })
    // Refused by the system: the person notices by the paste that has nothing.
    if (text) await navigator.clipboard.writeText(text).catch(() => undefined)
  }
  const press = (key: Key): boolean => {
    const meaning = meaningOf(key, isMac)
    switch (meaning.kind) {
      case 'key':
        held.current.set(key.code || key.key, key)
        input.push(meaning.event)
        return true
      case 'copy':
      case 'cut':
        void take(meaning.kind)
        return true
      case 'back':
      case 'reload':
        input.push({ type: 'page', act: meaning.kind })
        return true
      case 'leave':
        // The page may close something of its own with it.
        input.push(escapeKey('down'))
        input.push(escapeKey('up'))
        onLeave()
        return true
      case 'window':
        return false
    }
  }

  return (
    <textarea
      ref={field}
      className={classes.keys}
      style={place}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={!isEnabled}
      rows={1}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      onFocus={() => onFocus(true)}
      onBlur={() => {
        letGo()
        onFocus(false)
      }}
      onKeyDown={({ nativeEvent }) => {
        if (!press(nativeEvent)) return
        nativeEvent.preventDefault()
        nativeEvent.stopPropagation()
      }}
      onKeyUp={({ nativeEvent }) => {
        // macOS does not tell of keys that go up while Cmd is down.
        if (nativeEvent.key === 'Meta') return letGo()
        if (held.current.delete(nativeEvent.code || nativeEvent.key)) input.push(keyUp(nativeEvent))
      }}
      onCompositionUpdate={({ data }) =>
        input.push({ type: 'compose', text: data, start: data.length, end: data.length })
      }
      onCompositionEnd={({ data, currentTarget }) => {
        input.push(data === '' ? { type: 'compose', text: '', start: 0, end: 0 } : { type: 'text', text: data })
        currentTarget.value = ''
      }}
      onInput={({ nativeEvent, currentTarget }) => {
        const { data, inputType, isComposing } = nativeEvent as globalThis.InputEvent
        if (isComposing || inputType === 'insertCompositionText') return
        currentTarget.value = ''
        if (data) input.push({ type: 'text', text: data })
      }}
      onPaste={(event) => {
        event.preventDefault()
        const text = event.clipboardData.getData('text/plain').slice(0, longestPaste)
        if (text !== '') input.push({ type: 'paste', text })
      }}
    />
  )
}

const longestPaste = 20_000
const escapeKey = (act: 'down' | 'up'): InputEvent => ({
  type: 'key',
  act,
  key: 'Escape',
  code: 'Escape',
  keyCode: 27,
  location: 0,
  repeat: false,
  modifiers: 0,
})
