import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { observeScaledOffset, scrollScale, tallest } from './scaled-scroll.ts'

interface Options {
  /** How many rows are laid out; skeletons while the total is not known. */
  count: number
  /** `null` while the first answer is awaited. */
  total: number | null
  rowHeight: number
  /** Visible height of the scroller in pixels. */
  height: number
  overscan: number
  /** The rows in sight; called when they change. */
  onSight?: ((first: number, last: number) => void) | undefined
}

/** The rows of a long list that are in sight, where each is drawn, and the scale of its scroll bar. */
export function useScaledRows(scroller: RefObject<HTMLDivElement | null>, options: Options) {
  const { count, total, rowHeight, height, overscan, onSight } = options
  const listHeight = count * rowHeight
  const scale = scrollScale(listHeight, height)
  const scaleNow = useRef(scale)
  scaleNow.current = scale
  const observeOffset = useMemo(() => observeScaledOffset(() => scaleNow.current), [])
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    observeElementOffset: observeOffset,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (total !== null && total > 0) onSight?.(first, last)
  }, [onSight, first, last, total])
  const shift = (virtual.scrollOffset ?? 0) * (1 - 1 / scale)
  return {
    items,
    /** The height that a browser is told; taller lists are scaled. */
    height: Math.min(listHeight, tallest),
    styleOf: ({ start }: { start: number }) => ({ transform: `translateY(${Math.round(start - shift)}px)` }),
    /** Scrolls, in list pixels, just far enough that a row lies within `room` pixels; the virtualizer's own way stops early. */
    reveal(index: number, room: number) {
      const element = scroller.current
      if (!element) return
      const top = index * rowHeight
      const seen = element.scrollTop * scaleNow.current
      if (top < seen) element.scrollTop = top / scaleNow.current
      else if (top > seen + room) element.scrollTop = (top - room) / scaleNow.current
    },
  }
}
