import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What was written and has not arrived in the address yet. */
let pending: URLSearchParams | null = null

/**
 * Changes parts of the address. Cursor, search and filter write it independently and faster than the screen is drawn:
 * each begins with what the one before wrote, not with what was drawn last.
 */
export function useWriteAddress(): (change: (params: URLSearchParams) => void) => void {
  const [, setParams] = useSearchParams()
  return useCallback(
    (change) => {
      const next = new URLSearchParams(pending ?? window.location.hash.split('?')[1] ?? '')
      change(next)
      pending = next
      setParams(next, { replace: true })
      setTimeout(() => {
        if (pending === next) pending = null
      })
    },
    [setParams],
  )
}
