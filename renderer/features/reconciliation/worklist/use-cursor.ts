import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { ListWindow } from '../../../shared/list/list-window.ts'
import type { QueueRow } from '../ledger-api.ts'
import { queue } from '../store.ts'
import { useIsAsking } from './dialogs.tsx'
import { keyOf, placeOf } from './place-of.ts'
import { useWriteAddress } from './use-write-address.ts'

export interface Cursor {
  /** `match:…`, `item:…`, `entry:…` or `discrepancy:…`; null when nothing waits. */
  readonly key: string | null
  readonly at: number
  /** The row that the cursor was led to, drawn or not. */
  here(): QueueRow | undefined
  move(step: number): void
  go(index: number, row: QueueRow): void
  /** Shows something by its key, wherever it stands. */
  show(key: string): void
  /** The row was decided: the next one is there, at the same place. */
  goOn(): void
}

/** Which row of the queue is in focus. It stands in the address, so that a reload loses nothing. */
export function useCursor(list: ListWindow<QueueRow>): Cursor {
  const [params] = useSearchParams()
  const write = useWriteAddress()
  const key = params.get('row')
  const at = Number(params.get('at') ?? 0) || 0
  // Keys come faster than the address follows: the next step begins where the last one was to lead.
  const wanted = useRef({ key, at })
  // The rows that were drawn when the person decided; the cursor waits for those that come after.
  const old = useRef<ListWindow<QueueRow>['pages'] | null>(null)

  const set = useCallback(
    (next: { key: string | null; at: number }) => {
      wanted.current = next
      write((params) => {
        if (next.key === null) params.delete('row')
        else params.set('row', next.key)
        params.set('at', String(next.at))
      })
    },
    [write],
  )
  const isAsking = useIsAsking()
  const settle = useEffectEvent(() => {
    // What a question is about stays in focus until it is answered, also when somebody else decided it meanwhile.
    if (isAsking || list.total === null || list.pages === old.current) return
    old.current = null
    // A key may have led elsewhere since this was drawn.
    const led = wanted.current
    const place = placeOf(led, list.total, queue.rowAt)
    if (place !== 'unknown' && (place.key !== led.key || place.at !== led.at)) set(place)
  })
  useEffect(() => {
    wanted.current = { key, at }
    settle()
  }, [key, at])
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each change of the list, and once it is answered
  useEffect(() => settle(), [list, isAsking])

  return {
    key,
    at,
    here: () => queue.rowAt(wanted.current.at),
    move(step) {
      const index = Math.max(0, Math.min((list.total ?? 1) - 1, wanted.current.at + step))
      const row = queue.rowAt(index)
      if (row) set({ key: keyOf(row), at: index })
    },
    go: (index, row) => set({ key: keyOf(row), at: index }),
    show(to) {
      old.current = queue.store.getState().pages
      set({ key: to, at: wanted.current.at })
    },
    goOn() {
      old.current = queue.store.getState().pages
      const { at: here } = wanted.current
      const next = queue.rowAt(here + 1)
      const before = next ? undefined : queue.rowAt(here - 1)
      if (next) return set({ key: keyOf(next), at: here })
      set(before ? { key: keyOf(before), at: here - 1 } : { key: null, at: 0 })
    },
  }
}
