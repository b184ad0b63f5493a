import { useEffect, useRef } from 'react'
import { useKeyKeeper } from '../../../shared/commands.ts'

/**
 * Keys that are pressed before the rows they are for have come: kept in their order, and pressed again when they are
 * there. Escape waits for nothing.
 */
export function useEarlyKeys(isReady: boolean): void {
  const early = useRef<string[]>([])
  useKeyKeeper((event) => {
    if (isReady || !event.isTrusted || event.ctrlKey || event.metaKey || event.key === 'Escape') return false
    if (!event.repeat) early.current.push(event.key)
    return true
  })
  useEffect(() => {
    if (!isReady) return
    for (const key of early.current.splice(0))
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, [isReady])
}
