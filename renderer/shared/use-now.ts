import { useSyncExternalStore } from 'react'

const everyMs = 10_000

let current = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    current = Date.now()
    for (const each of listeners) each()
  }, everyMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const read = () => {
  // While nobody listens the clock stands; whoever comes next gets the present time.
  if (listeners.size === 0) current = Date.now()
  return current
}

/** The present time for relative times, the same instant for everything on the screen, moved every ten seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, read)
