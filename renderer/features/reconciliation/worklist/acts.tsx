import { useEffect, useEffectEvent } from 'react'
import { isKept, useCommands } from '../../../shared/commands.ts'
import { isTyping } from '../../../shared/typing.ts'
import { KeyHints } from '../../../shared/ui/key-hints.tsx'

/** Something to do here: in the palette, under its keys, and as a button. */
export interface Act {
  readonly id: string
  readonly label: string
  /** As they are shown. */
  readonly keys: readonly string[]
  /** The single letter that does it, if one does. */
  readonly letter?: string
  /** A key with a name or with Ctrl: `Enter`, `ArrowDown`, `Tab`, `Ctrl+z` … */
  readonly named?: readonly string[]
  readonly repeats?: boolean
  /** Has its button elsewhere on the screen. */
  readonly isQuiet?: boolean
  readonly run: () => void
}

const nameOf = (event: KeyboardEvent): string => {
  const control = event.ctrlKey || event.metaKey
  return `${control ? 'Ctrl+' : ''}${control && event.shiftKey ? 'Shift+' : ''}${control ? event.key.toLowerCase() : event.key}`
}

/** The keys of the place, each also a button. */
export function Acts({ acts }: { acts: readonly Act[] }) {
  useCommands(
    acts.map(({ id, label, letter, repeats = false, run }) => ({
      id: `worklist.${id}`,
      label,
      repeats,
      run,
      ...(letter === undefined ? {} : { key: letter }),
    })),
  )
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = nameOf(event)
    const inside = event.target instanceof HTMLElement ? event.target : null
    if (name.startsWith('Ctrl+') ? inside?.closest('input, textarea, [role="dialog"]') : isTyping(event)) return
    // A button that has the focus takes Enter and the space bar for itself.
    if ((name === 'Enter' || name === ' ') && inside?.closest('button, a, input, [role="tab"]')) return
    const act = acts.find(({ named }) => named?.includes(name))
    if (!act) return
    event.preventDefault()
    // Single characters were asked about by the window itself.
    if (name.length > 1 && isKept(event)) return
    if (!event.repeat || act.repeats) act.run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return <KeyHints hints={acts.filter(({ isQuiet }) => !isQuiet)} />
}
