import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Filters live in the address, so that a list can be linked to and the back button works. */
export function useFilter(): {
  read: (name: string) => string | null
  write: (name: string, value: string | null) => void
  clear: () => void
  active: boolean
  /** To carry the filters along to another address of the same list. */
  search: string
} {
  const [params, setParams] = useSearchParams()
  const write = useCallback(
    (name: string, value: string | null) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          if (value === null || value === '') after.delete(name)
          else after.set(name, value)
          return after
        },
        { replace: true },
      ),
    [setParams],
  )
  return {
    read: (name) => params.get(name),
    write,
    clear: () => setParams({}, { replace: true }),
    active: params.size > 0,
    search: params.size > 0 ? `?${params}` : '',
  }
}
