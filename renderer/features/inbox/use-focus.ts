import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { rowAt } from '../../shared/list/list-window.ts'
import { placeAfter, placeAway } from './next-item.ts'
import { inboxList, placeIn, useInbox } from './store.ts'

export interface Focus {
  /** From the address, so that leaving and coming back lose nothing; `null` when nothing waits. */
  readonly id: string | null
  /** Where it stands in the list, -1 when it is not held. */
  readonly index: number
  /** The page was opened at this item, e.g. from a toast. */
  readonly isFirst: boolean
  go(id: string | null): void
  move(step: 1 | -1): void
  /** On its way to another item than the one on the screen. */
  isGoing(): boolean
  /** The item was answered: the next one is there. */
  goOn(answered: string): void
}

/** Which item is in focus. It stays there when others come and go, also when it leaves the list itself. */
export function useFocus(): Focus {
  const [search, setSearch] = useSearchParams()
  const id = search.get('item')
  const openedAt = useRef(id)
  const at = useRef(0)
  // Keys come faster than the address follows: the next step begins where the last one was to lead.
  const wanted = useRef<string | null>(null)
  // A place whose rows are on their way.
  const goal = useRef<number | null>(null)
  const index = useInbox((list) => placeIn(list, id))
  const pages = useInbox((list) => list.pages)
  const first = useInbox((list) => rowAt(list, 0)?.id)

  const go = useCallback(
    (to: string | null) => {
      openedAt.current = null
      wanted.current = to
      goal.current = null
      setSearch(to === null ? {} : { item: to }, { replace: true })
    },
    [setSearch],
  )
  const goTo = (place: number | null) => {
    const row = place === null ? null : inboxList.rowAt(place)
    if (row !== undefined) return go(row?.id ?? null)
    goal.current = place
    if (place !== null) inboxList.need(place, place)
  }

  useEffect(() => {
    if (index >= 0) at.current = index
  }, [index])

  useEffect(() => {
    if (wanted.current === id) wanted.current = null
  }, [id])

  useEffect(() => {
    const arrived = goal.current === null || pages.size === 0 ? undefined : inboxList.rowAt(goal.current)
    if (arrived) go(arrived.id)
  }, [pages, go])

  useEffect(() => {
    if (id === null && wanted.current === null && first !== undefined) setSearch({ item: first }, { replace: true })
  }, [id, first, setSearch])

  return {
    id,
    index,
    isFirst: id !== null && openedAt.current === id,
    go,
    move(step) {
      const list = inboxList.store.getState()
      goTo(placeAway(list.total ?? 0, placeIn(list, wanted.current ?? id), at.current, step))
    },
    isGoing: () => goal.current !== null || (wanted.current !== null && wanted.current !== id),
    goOn(answered) {
      const list = inboxList.store.getState()
      goTo(placeAfter(list.total ?? 0, placeIn(list, answered), at.current))
    },
  }
}
