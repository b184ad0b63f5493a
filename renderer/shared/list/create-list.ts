import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'
import { asFailure } from '../failure.ts'
import type { Page } from '../http.ts'
import { emptyWindow, type ListWindow, pageSize, pagesOf, rowAt, withPage } from './list-window.ts'

type Fetch<Row, Filter> = (
  filter: Filter,
  span: { limit: number; offset: number },
  signal: AbortSignal,
) => Promise<Page<Row>>

/**
 * One list of the program, paged by the program and held as a window over the total, so that it stays fluid at a
 * million rows. `show` says which rows are wanted, `need` which of them are in sight, `refresh` that they may have changed.
 */
export function createList<Row, Filter extends object>(fetch: Fetch<Row, Filter>) {
  const store = createStore<ListWindow<Row>>(() => emptyWindow)
  let filter: Filter | null = null
  let shown = ''
  let sight = { first: 0, last: pageSize - 1 }
  let asked = new Set<number>()
  let abort = new AbortController()

  const load = async (page: number, apply: (list: ListWindow<Row>) => ListWindow<Row> = (list) => list) => {
    if (!filter || asked.has(page)) return
    asked.add(page)
    const { signal } = abort
    try {
      const answer = await fetch(filter, { limit: pageSize, offset: page * pageSize }, signal)
      if (!signal.aborted) store.setState((list) => withPage(apply(list), page, answer))
    } catch (error) {
      if (!signal.aborted) store.setState({ failure: asFailure(error) })
    } finally {
      if (!signal.aborted) asked.delete(page)
    }
  }

  const restart = () => {
    abort.abort()
    abort = new AbortController()
    asked = new Set()
  }

  /** Fetches what is in sight again; what was held of the rest is old and goes with the first answer. */
  const refresh = () => {
    if (!filter) return
    restart()
    let first = true
    const wanted = pagesOf(sight.first, sight.last)
    for (const page of wanted)
      void load(page, (list) => {
        if (!first) return list
        first = false
        return { ...list, pages: new Map([...list.pages].filter(([held]) => wanted.includes(held))) }
      })
  }

  const show = (next: Filter) => {
    filter = next
    sight = { first: 0, last: pageSize - 1 }
    const key = JSON.stringify(next)
    // The same list as before the person went elsewhere: drawn at once, then brought up to date.
    if (key === shown && store.getState().total !== null) return refresh()
    shown = key
    restart()
    store.setState(emptyWindow)
    void load(0)
  }

  const need = (first: number, last: number) => {
    sight = { first, last }
    const { pages } = store.getState()
    for (const page of pagesOf(first, last)) if (!pages.has(page)) void load(page)
  }

  const leave = () => {
    filter = null
    restart()
  }

  return {
    store,
    show,
    leave,
    refresh,
    need,
    rowAt: (index: number): Row | undefined => rowAt(store.getState(), index),
  }
}

type List<Row, Filter extends object> = ReturnType<typeof createList<Row, Filter>>

/** The list with this filter, for as long as the component is on the screen. */
export function useListWindow<Row, Filter extends object>(list: List<Row, Filter>, filter: Filter): ListWindow<Row> {
  const key = JSON.stringify(filter)
  useEffect(() => {
    list.show(JSON.parse(key) as Filter)
    return list.leave
  }, [list, key])
  return useStore(list.store)
}
