import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { QueueRow } from '../ledger-api.ts'
import { sides } from '../store.ts'
import type { Side } from './manual-selection.ts'

interface Place {
  readonly side: Side
  readonly at: Readonly<Record<Side, number>>
}

const useIsHere = (side: Side) =>
  useStore(sides[side].store, ({ total, failure }) => total !== null || failure !== null)

/** The cursor of matching by hand: one on each side, and which side the keys act on. */
export function useTwoSides() {
  const [place, setPlace] = useState<Place>({ side: 'open_source', at: { open_source: 0, open_ledger: 0 } })
  // Keys come faster than the screen is drawn: each begins where the one before led.
  const now = useRef(place)
  const set = (next: Place) => {
    now.current = next
    setPlace(next)
  }
  return {
    ...place,
    /** Whether the rows of both sides have come. */
    isHere: [useIsHere('open_source'), useIsHere('open_ledger')].every(Boolean),
    move(step: number) {
      const { side, at } = now.current
      const total = sides[side].store.getState().total ?? 0
      set({ side, at: { ...at, [side]: Math.max(0, Math.min(total - 1, at[side] + step)) } })
    },
    go: (side: Side, index: number) => set({ side, at: { ...now.current.at, [side]: index } }),
    change: () => set({ ...now.current, side: now.current.side === 'open_source' ? 'open_ledger' : 'open_source' }),
    sideNow: () => now.current.side,
    rowHere(): QueueRow | undefined {
      const { side, at } = now.current
      return sides[side].rowAt(at[side])
    },
  }
}
