import { useEffect, useState } from 'react'
import { isTyping } from '../typing.ts'
import { type Mark, markPlace, unmarked } from './mark-place.ts'
import { moved } from './move-key.ts'

interface Options<Row> {
  /** `null`: another list is on its way, and nothing of it is marked. */
  readonly total: number | null
  readonly perView: number
  readonly rowAt: (index: number) => Row | undefined
  readonly rowId: (row: Row) => string
  readonly open: string | undefined
  readonly onOpen: (row: Row) => void
  readonly reveal: (index: number) => void
}

/** The row that keys act on. While a detail is open the mark takes it along, so a list is read with J and K alone. */
export function useMark<Row>({ total, perView, rowAt, open, rowId, onOpen, reveal }: Options<Row>) {
  const [mark, setMark] = useState<Mark>(unmarked)
  const index = total === null ? -1 : Math.min(markPlace(mark, rowAt, rowId), total - 1)
  const set = (next: number) => {
    const row = rowAt(next)
    setMark({ index: next, id: row === undefined ? null : rowId(row) })
  }
  useEffect(() => {
    if (total === null) setMark(unmarked)
  }, [total])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === 'Enter') {
        const focused = event.target instanceof HTMLElement ? event.target.closest('button, a') : null
        const row = focused ? undefined : rowAt(index)
        if (row) onOpen(row)
        return
      }
      const next = moved(event.key, index, total ?? 0, perView)
      if (next === null) return
      event.preventDefault()
      set(next)
      reveal(next)
      const row = rowAt(next)
      if (open !== undefined && row && rowId(row) !== open) onOpen(row)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })

  return { index, set }
}
