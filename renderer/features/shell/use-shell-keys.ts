import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { commandsIn, isKept, useCommandStore } from '../../shared/commands.ts'
import { isTyping } from '../../shared/typing.ts'
import { createChord } from './chord.ts'
import { paletteStore } from './palette-door.ts'
import type { Place } from './places.ts'

/** The keys of the whole window: G and a letter, ? for help, and the keys of the commands on the screen. */
export function useShellKeys(places: readonly Place[], onHelp: () => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    const chord = createChord(() => performance.now())
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || paletteStore.getState().opened || event.key.length !== 1) return
      const { taken, letter } = chord(event.key)
      if (taken) {
        // The letter of a chord must not also be a command of the screen.
        event.preventDefault()
        event.stopImmediatePropagation()
        const place = places.find((each) => each.letter === letter)
        if (place) void navigate(place.path)
        return
      }
      if (event.key === '?') return onHelp()
      if (isKept(event)) return event.preventDefault()
      const command = commandsIn(useCommandStore.getState()).find(({ key }) => key === event.key.toLowerCase())
      if (!command) return
      event.preventDefault()
      if (!event.repeat || command.repeats) command.run()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [places, navigate, onHelp])
}
