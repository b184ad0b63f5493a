import { type RefObject, useEffect } from 'react'
import { isTyping } from '../typing.ts'

/** `/` goes to the search field of the list. */
export function useSlashKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Of several fields on a screen the one that is meant takes it.
      if (event.key !== '/' || !field.current || isTyping(event)) return
      event.preventDefault()
      field.current.select()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [field])
}
