import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Candidate } from '../ledger-api.ts'
import { candidates } from '../store.ts'

/** A search looks at the whole run; rows that are only walked past ask for none. */
const restMs = 350
const none: readonly Candidate[] = []

/** Entries that come nearest to a line, once the cursor rests on it; `null`: no line, no search. */
export function useNearest(itemId: string | null): readonly Candidate[] {
  useEffect(() => {
    if (itemId === null) return
    let leave: (() => void) | null = null
    const timer = setTimeout(() => {
      leave = candidates.enter(itemId)
    }, restMs)
    return () => {
      clearTimeout(timer)
      leave?.()
    }
  }, [itemId])
  return useStore(candidates.store, ({ byId }) => (itemId === null ? none : (byId[itemId]?.data ?? none)))
}
