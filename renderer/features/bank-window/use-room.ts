import { type RefObject, useLayoutEffect, useState } from 'react'
import type { ViewSize } from '../../../main/core/browser/live-view/types.ts'

/** The space inside an element, and device pixels per CSS pixel; `null` until it was measured. */
export function useRoom(element: RefObject<HTMLElement | null>): ViewSize | null {
  const [room, setRoom] = useState<ViewSize | null>(null)
  useLayoutEffect(() => {
    const place = element.current
    if (!place) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = place
      if (width < 16 || height < 16) return
      const next = { width, height, dpr: Math.min(Math.max(window.devicePixelRatio, 0.5), 4) }
      setRoom((now) =>
        now && now.width === next.width && now.height === next.height && now.dpr === next.dpr ? now : next,
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    // Moved to another screen, or zoomed: the pixel ratio changes without a change of the element.
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [element])
  return room
}
