import { useEffectEvent, useId, useLayoutEffect } from 'react'
import { create } from 'zustand'

/** Something a person can do here: it is in the palette, under its key, and in the list of keys. */
export interface Command {
  readonly id: string
  readonly label: string
  /** One character, e.g. `e`; none when only the palette offers it. */
  readonly key?: string
  /** Goes on while the key is held down; anything that decides must not. */
  readonly repeats?: boolean
  readonly run: () => void
}

interface CommandState {
  readonly byOwner: Readonly<Record<string, readonly Command[]>>
}

export const useCommandStore = create<CommandState>(() => ({ byOwner: {} }))

export const commandsIn = (state: CommandState): Command[] => Object.values(state.byOwner).flat()

/** Offers commands while the component is on the screen. The list may be new at each drawing. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId()
  // With the drawing itself: what is in sight answers to its key.
  useLayoutEffect(() => {
    useCommandStore.setState(({ byOwner }) => ({ byOwner: { ...byOwner, [owner]: commands } }))
  })
  useLayoutEffect(
    () => () =>
      useCommandStore.setState(({ byOwner }) => ({
        byOwner: Object.fromEntries(Object.entries(byOwner).filter(([key]) => key !== owner)),
      })),
    [owner],
  )
}

type Keeper = (event: KeyboardEvent) => boolean

let keeper: Keeper | null = null

/** Lets the screen keep keys for a moment, while what they are for is on its way; it answers whether it kept one. */
export function useKeyKeeper(keep: Keeper): void {
  const ask = useEffectEvent(keep)
  // With the drawing itself: a screen that is gone keeps no key of the next one.
  useLayoutEffect(() => {
    const own: Keeper = (event) => ask(event)
    keeper = own
    return () => {
      if (keeper === own) keeper = null
    }
  }, [])
}

/** Whether the screen keeps this key for later. */
export const isKept = (event: KeyboardEvent): boolean => keeper?.(event) ?? false
