import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { createResource } from '../../../shared/resource.ts'
import type { Candidate, ProposedBooking } from '../ledger-api.ts'
import { candidates, proposedBookings } from '../store.ts'

/** A search looks at the whole run; rows that are only walked past ask for none. */
const restMs = 350

/** Something about a line, once the cursor rests on it; `null`: no line, no search. */
function useRested<T>(resource: ReturnType<typeof createResource<T>>, id: string | null): T | undefined {
  useEffect(() => {
    if (id === null) return
    let leave: (() => void) | null = null
    const timer = setTimeout(() => {
      leave = resource.enter(id)
    }, restMs)
    return () => {
      clearTimeout(timer)
      leave?.()
    }
  }, [resource, id])
  return useStore(resource.store, ({ byId }) => (id === null ? undefined : byId[id]?.data))
}

const none: readonly Candidate[] = []

/** Entries that come nearest to a line. */
export const useNearest = (itemId: string | null): readonly Candidate[] => useRested(candidates, itemId) ?? none

/** Where a line without a partner would go. */
export const useProposedBooking = (itemId: string | null): ProposedBooking | null =>
  useRested(proposedBookings, itemId) ?? null
