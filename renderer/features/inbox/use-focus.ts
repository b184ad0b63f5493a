import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { InboxItem } from '../../api-types.ts'
import { itemAfter, itemAway } from './next-item.ts'

export interface Focus {
  /** From the address, so that leaving and coming back lose nothing; `null` when nothing waits. */
  readonly id: string | null
  /** The page was opened at this item, e.g. from a toast. */
  readonly isFirst: boolean
  go(id: string | null): void
  move(step: 1 | -1): void
  /** The item was answered: the next one is there. */
  goOn(answered: string): void
}

/** Which item is in focus. It stays there when others come and go, also when it leaves the list itself. */
export function useFocus(items: readonly InboxItem[] | null): Focus {
  const [search, setSearch] = useSearchParams()
  const id = search.get('item')
  const openedAt = useRef(id)
  const at = useRef(0)
  // Keys come faster than the address follows: the next step begins where the last one was to lead.
  const wanted = useRef<string | null>(null)

  const go = useCallback(
    (to: string | null) => {
      openedAt.current = null
      wanted.current = to
      setSearch(to === null ? {} : { item: to }, { replace: true })
    },
    [setSearch],
  )
  const index = items?.findIndex((item) => item.id === id) ?? -1
  useEffect(() => {
    if (index >= 0) at.current = index
  }, [index])

  useEffect(() => {
    if (wanted.current === id) wanted.current = null
  }, [id])

  const first = items?.[0]?.id
  useEffect(() => {
    if (id === null && first !== undefined) setSearch({ item: first }, { replace: true })
  }, [id, first, setSearch])

  return {
    id,
    isFirst: id !== null && openedAt.current === id,
    go,
    move(step) {
      const to = itemAway(items ?? [], wanted.current ?? id, at.current, step)
      if (to !== null) go(to)
    },
    goOn: (answered) => go(itemAfter(items ?? [], answered, at.current)),
  }
}
