import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

export type BookDialog = 'ledger' | 'journal' | 'import' | 'movements' | 'general-ledger' | 'rule'

/** The dialog that lies over a page of the books; it is part of the address. */
export function useDialog() {
  const [params, setParams] = useSearchParams()
  const show = useCallback(
    (name: BookDialog | null, ledger?: string) =>
      setParams((before) => {
        const after = new URLSearchParams(before)
        after.delete('do')
        after.delete('of')
        if (name !== null) after.set('do', name)
        if (name !== null && ledger !== undefined) after.set('of', ledger)
        return after
      }),
    [setParams],
  )
  return { name: params.get('do') as BookDialog | null, ledger: params.get('of'), show }
}
