import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { InputEvent } from '../../../main/core/browser/live-view/input-events.ts'
import type { PicturedPage } from './picture.ts'
import { mouseInput, wheelInput } from './pointer.ts'

interface Options {
  readonly surface: RefObject<HTMLElement | null>
  readonly page: PicturedPage
  readonly isEnabled: boolean
  readonly onInput: (event: InputEvent) => void
  /** A button went down; `false` says that nothing is to happen on the page. */
  readonly onPress: () => void
}

/** Mouse and wheel over the picture. A drag goes on outside of it, and a lost pointer lets go. */
export function usePointer({ surface, page, isEnabled, onInput, onPress }: Options): void {
  const send = useEffectEvent(onInput)
  const pressed = useEffectEvent(onPress)
  const mouse = useEffectEvent((act: 'move' | 'down' | 'up', event: MouseEvent, element: HTMLElement) =>
    mouseInput(act, event, element.getBoundingClientRect(), page),
  )
  const turned = useEffectEvent((event: WheelEvent, element: HTMLElement) =>
    wheelInput(event, element.getBoundingClientRect(), page),
  )

  useEffect(() => {
    const element = surface.current
    if (!element) return
    const down = (event: MouseEvent) => {
      // The keyboard stays with the hidden field.
      event.preventDefault()
      pressed()
      if (isEnabled) send(mouse('down', event, element))
    }
    const up = (event: MouseEvent) => send(mouse('up', event, element))
    const move = (event: MouseEvent) => send(mouse('move', event, element))
    const capture = (event: PointerEvent) => element.setPointerCapture(event.pointerId)
    // Not passive: the wheel turns the bank's page and not ours.
    const wheel = (event: WheelEvent) => {
      // Ctrl and wheel zoom the window, as everywhere.
      if (event.ctrlKey) return
      event.preventDefault()
      send(turned(event, element))
    }
    const noMenu = (event: Event) => event.preventDefault()

    element.addEventListener('mousedown', down)
    if (isEnabled) {
      element.addEventListener('pointerdown', capture)
      element.addEventListener('mouseup', up)
      element.addEventListener('mousemove', move)
      element.addEventListener('wheel', wheel, { passive: false })
      element.addEventListener('contextmenu', noMenu)
    }
    return () => {
      element.removeEventListener('mousedown', down)
      element.removeEventListener('pointerdown', capture)
      element.removeEventListener('mouseup', up)
      element.removeEventListener('mousemove', move)
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('contextmenu', noMenu)
    }
  }, [surface, isEnabled])
}
