import { useSyncExternalStore } from 'react'

const everyMs = 10_000

let current = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const tick = () => {
  current = Date.now()
  for (const each of listeners) each()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  // While nobody listened the clock stood.
  if (timer === undefined) {
    timer = setInterval(tick, everyMs)
    current = Date.now()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const read = () => current

/** The present time for relative times, the same instant for everything on the screen, moved every ten seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, read)
