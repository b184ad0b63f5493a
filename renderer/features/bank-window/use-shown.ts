import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

/** Whether the window can be seen at all: while it cannot, no picture of a bank page needs to be made. */
export const useShown = (): boolean => useSyncExternalStore(subscribe, () => document.visibilityState === 'visible')
