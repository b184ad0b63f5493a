import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'
import { asFailure, type Failure } from './failure.ts'

export interface Loaded<T> {
  /** `undefined` until the first answer. */
  readonly data: T | undefined
  readonly failure: Failure | null
}

const nothing: Loaded<never> = { data: undefined, failure: null }

/** Copies of single things of the program by id, for drawing; those on the screen can be fetched again at a hint. */
export function createResource<T>(fetch: (id: string) => Promise<T>) {
  const store = createStore<{ readonly byId: Readonly<Record<string, Loaded<T>>> }>(() => ({ byId: {} }))
  const shown = new Map<string, number>()
  const newest = new Map<string, number>()

  const put = (id: string, loaded: Loaded<T>) => store.setState(({ byId }) => ({ byId: { ...byId, [id]: loaded } }))

  const load = async (id: string): Promise<void> => {
    // Of several answers under way only the one asked for last may be drawn.
    const turn = (newest.get(id) ?? 0) + 1
    newest.set(id, turn)
    try {
      const data = await fetch(id)
      if (newest.get(id) === turn) put(id, { data, failure: null })
    } catch (error) {
      if (newest.get(id) === turn) put(id, { data: store.getState().byId[id]?.data, failure: asFailure(error) })
    }
  }

  const drop = (id: string) =>
    store.setState(({ byId }) => ({ byId: Object.fromEntries(Object.entries(byId).filter(([key]) => key !== id)) }))

  /** Loads a thing that comes on the screen; the returned function tells that it has left. */
  const enter = (id: string) => {
    shown.set(id, (shown.get(id) ?? 0) + 1)
    void load(id)
    return () => {
      const left = (shown.get(id) ?? 1) - 1
      if (left > 0) return void shown.set(id, left)
      shown.delete(id)
      drop(id)
    }
  }

  return {
    store,
    enter,
    load,
    /** An answer that came with another call, e.g. a save. */
    set(id: string, data: T) {
      newest.set(id, (newest.get(id) ?? 0) + 1)
      put(id, { data, failure: null })
    },
    peek: (id: string): T | undefined => store.getState().byId[id]?.data,
    /** Fetches again what is on the screen; `only` narrows it to one id. */
    refresh(only?: string) {
      for (const id of shown.keys()) if (only === undefined || only === id) void load(id)
    },
  }
}

type Resource<T> = ReturnType<typeof createResource<T>>

/** The thing with this id, for as long as the component is on the screen; `null`: none is wanted now. */
export function useLoaded<T>(resource: Resource<T>, id: string | null): Loaded<T> {
  useEffect(() => (id === null ? undefined : resource.enter(id)), [resource, id])
  return useStore(resource.store, (state) => (id === null ? undefined : state.byId[id]) ?? nothing)
}
