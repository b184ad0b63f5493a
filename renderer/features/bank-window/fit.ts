import type { ViewSize } from '../../../main/core/browser/live-view/types.ts'
import type { DrawnPicture } from './picture.ts'

/** What a bank page measures unless it says otherwise. */
export const usualPage = { page: 0, width: 1280, height: 800 }

interface Size {
  readonly width: number
  readonly height: number
}

/** The page inside the room, in its own proportions and never larger than itself: enlarged text is no sharper. */
export function fitted(page: Size, room: Size): Size {
  const scale = Math.min(room.width / page.width, room.height / page.height, 1)
  return { width: Math.round(page.width * scale), height: Math.round(page.height * scale) }
}

/** How large the picture is drawn: pixel for pixel where it has as many as the screen, else as large as it fits. */
export function drawnSize(drawn: DrawnPicture, room: ViewSize): Size {
  const size = fitted(drawn, room)
  const isExact = Math.abs(drawn.pixels - size.width * room.dpr) <= 2
  const width = isExact ? drawn.pixels / room.dpr : size.width
  return { width, height: (width * drawn.height) / drawn.width }
}
