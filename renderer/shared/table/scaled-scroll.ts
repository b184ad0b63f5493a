import { observeElementOffset, type Virtualizer } from '@tanstack/react-virtual'

/** Browsers stop at 17.8 (Firefox) or 33.5 million pixels; a million rows of 36 px would be 36 million. */
export const tallest = 16_000_000

/** How many pixels of the list one pixel of the scroll bar stands for: 1 unless the list is taller than a browser allows. */
export const scrollScale = (listHeight: number, viewport: number): number =>
  listHeight <= tallest ? 1 : (listHeight - viewport) / (tallest - viewport)

type List = Virtualizer<HTMLDivElement, HTMLDivElement>

/** Lets a virtualizer think in list pixels while the browser scrolls in its own. */
export const observeScaledOffset =
  (scale: () => number) => (list: List, told: (offset: number, isScrolling: boolean) => void) =>
    observeElementOffset(list, (offset, isScrolling) => told(offset * scale(), isScrolling))
