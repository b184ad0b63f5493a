import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type Loaded, useLoaded } from '../../../shared/resource.ts'
import type { Match } from '../ledger-api.ts'
import { matches } from '../store.ts'

export interface Alternatives {
  /** The proposal that is shown and that an acceptance takes. */
  readonly shown: Loaded<Match>
  /** Rivals for the same line with it, best first. */
  readonly all: readonly Match[]
  choose(id: string): void
}

const none: readonly string[] = []

/** A proposal and its rivals; the person may look at another one before accepting. */
export function useAlternatives(id: string): Alternatives {
  const [chosen, setChosen] = useState<string | null>(null)
  const best = useLoaded(matches, id)
  const rivals = best.data?.ambiguous_with ?? none
  const key = rivals.join(' ')
  useEffect(() => {
    const leave = (key === '' ? [] : key.split(' ')).map((rival) => matches.enter(rival))
    return () => {
      for (const each of leave) each()
    }
  }, [key])
  const byId = useStore(matches.store, (state) => state.byId)
  const all = [id, ...rivals]
    .flatMap((each) => byId[each]?.data ?? [])
    .filter(({ status }) => status === 'suggested')
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
  const shown = (chosen !== null && all.some((match) => match.id === chosen) ? byId[chosen] : undefined) ?? best
  return { shown, all, choose: setChosen }
}
