import type { Picture, PictureSize } from './screencast.ts'
import type { ViewSize } from './types.ts'

/**
 * A browser that draws more than one pixel per CSS pixel (a visible one on a fine screen, or one started with
 * `--force-device-scale-factor`) can show all of them, at the price of slower pictures. So a page in use is shown with
 * one pixel per CSS pixel, and with all of them once it rests.
 */
export interface Sharpness {
  /** A picture came. */
  noticed(picture: Picture): void
  /** The page has come to rest. */
  rested(): void
  /** A person acts: pictures have to be quick. */
  touched(): void
  want(size: ViewSize | null): Promise<void>
}

/** Less than this much more is not worth it. */
const gain = 1.15
/** A page at rest may blink with its caret; one that sends this many pictures without a pause moves. */
const mostAtRest = 8

export function createSharpness(show: (size: PictureSize | null) => Promise<void>): Sharpness {
  let wanted: ViewSize | null = null
  let isFine = false
  let isQuick = false
  let pictures = 0

  const adjust = (): Promise<void> => {
    if (wanted === null) return show(null)
    const ratio = isQuick ? Math.min(wanted.dpr, 1) : wanted.dpr
    return show({ width: Math.round(wanted.width * ratio), height: Math.round(wanted.height * ratio) })
  }
  const set = (quick: boolean) => {
    if (!isFine || quick === isQuick) return
    isQuick = quick
    void adjust()
  }

  return {
    noticed({ pixels, width }) {
      if (!isQuick) isFine = pixels > width * gain
      pictures += 1
      if (pictures > mostAtRest) set(true)
    },
    rested() {
      pictures = 0
      set(false)
    },
    touched: () => set(true),
    want(size) {
      wanted = size
      isFine = false
      isQuick = false
      return adjust()
    },
  }
}
