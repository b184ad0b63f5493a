import type { InputEvent } from '../../../main/core/browser/live-view/input-events.ts'
import { modifiersOf } from './keys.ts'
import type { PicturedPage } from './picture.ts'

type Place = Pick<MouseEvent, 'clientX' | 'clientY' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

const buttons = ['left', 'middle', 'right', 'back', 'forward'] as const

/** A point on the picture as a point of the page. */
export function toPage(at: { clientX: number; clientY: number }, picture: DOMRect, page: PicturedPage) {
  return {
    x: ((at.clientX - picture.left) / picture.width) * page.width,
    y: ((at.clientY - picture.top) / picture.height) * page.height,
  }
}

/** `clicks` is the count of quick clicks in the same place, as `detail` of the DOM's mouse events says it. */
export const mouseInput = (
  act: 'move' | 'down' | 'up',
  event: Place & Pick<MouseEvent, 'button' | 'buttons' | 'detail'>,
  picture: DOMRect,
  page: PicturedPage,
): InputEvent => ({
  type: 'mouse',
  act,
  ...toPage(event, picture, page),
  button: act === 'move' ? 'none' : (buttons[event.button] ?? 'none'),
  buttons: event.buttons & 31,
  clicks: act === 'move' ? 0 : Math.min(Math.max(event.detail, 1), 3),
  modifiers: modifiersOf(event),
  page: page.page,
})

const lineHeight = 40

/** Turns of the wheel in page pixels, so that the page keeps up with the finger at any size of the picture. */
export function wheelInput(
  event: Place & Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode'>,
  picture: DOMRect,
  page: PicturedPage,
): InputEvent {
  const scale = page.width / picture.width
  const unit = event.deltaMode === 1 ? lineHeight : event.deltaMode === 2 ? page.height : scale
  const within = (distance: number) => Math.max(-20_000, Math.min(20_000, distance * unit))
  return {
    type: 'wheel',
    ...toPage(event, picture, page),
    dx: within(event.deltaX),
    dy: within(event.deltaY),
    modifiers: modifiersOf(event),
    page: page.page,
  }
}
