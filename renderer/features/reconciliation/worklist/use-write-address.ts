import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What was written and has not arrived in the address yet. */
let pending: { readonly path: string; readonly params: URLSearchParams; readonly until: number } | null = null

/** A navigation takes its time on a busy machine; one that never arrives must not be remembered. */
const arrivalMs = 1500

/** The parameters that the next change begins with: those under way, else those of the address. */
function current(): { path: string; params: URLSearchParams } {
  const [path = '', search = ''] = window.location.hash.split('?')
  const params = new URLSearchParams(search)
  if (pending?.path !== path || Date.now() > pending.until || pending.params.toString() === params.toString())
    pending = null
  return { path, params: new URLSearchParams(pending?.params ?? params) }
}

/**
 * Changes parts of the address. Cursor, search and filter write it independently and faster than the screen is drawn:
 * each begins with what the one before wrote, not with what was drawn last.
 */
export function useWriteAddress(): (change: (params: URLSearchParams) => void) => void {
  const [, setParams] = useSearchParams()
  return useCallback(
    (change) => {
      const { path, params } = current()
      change(params)
      pending = { path, params, until: Date.now() + arrivalMs }
      setParams(params, { replace: true })
    },
    [setParams],
  )
}
