import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ViewSize } from '../../../main/core/browser/live-view/types.ts'
import { api } from '../../api.ts'
import { fitted, usualPage } from './fit.ts'
import { followWindow } from './follow-window.ts'
import { createInputSender, type InputSender } from './input-sender.ts'
import { createPicture, type DrawnPicture } from './picture.ts'
import { useShown } from './use-shown.ts'
import { emptyView, type WindowView, withMessage } from './window-state.ts'

export interface OpenWindow {
  readonly view: WindowView
  /** `null` until the first picture is there. */
  readonly drawn: DrawnPicture | null
  readonly input: InputSender
}

const resizeMs = 150

const isSame = (one: DrawnPicture, other: DrawnPicture) =>
  one.page === other.page && one.width === other.width && one.height === other.height && one.pixels === other.pixels

/** The line to the bank page of an account while the component is on a screen that can be seen. */
export function useBankWindow(
  accountId: string,
  canvas: RefObject<HTMLCanvasElement | null>,
  room: ViewSize | null,
): OpenWindow {
  const [view, setView] = useState<WindowView>(emptyView)
  const [drawn, setDrawn] = useState<DrawnPicture | null>(null)
  const viewer = useRef(crypto.randomUUID())
  const isShown = useShown()
  const input = useMemo(
    () => createInputSender({ send: (events) => api.bankWindow.input(accountId, events) }),
    [accountId],
  )
  const page = drawn ?? usualPage
  const wanted = room && { ...fitted(page, room), dpr: room.dpr }
  const size = useEffectEvent(() => wanted ?? { ...usualPage, dpr: 1 })
  const isMeasured = room !== null

  useEffect(() => {
    if (!isShown || !isMeasured || !canvas.current) return
    const picture = createPicture(canvas.current, (now) =>
      setDrawn((before) => (before && isSame(before, now) ? before : now)),
    )
    const clear = () => {
      picture.clear()
      setDrawn(null)
    }
    const stop = followWindow((signal) => api.bankWindow.stream(accountId, viewer.current, size(), signal), {
      piece({ message, payload }) {
        if (message.type === 'frame') picture.show(payload, message)
        else setView((now) => ({ ...withMessage(now, message), lost: false }))
        if (message.type === 'live' && !message.live) clear()
      },
      lost() {
        setView((now) => ({ ...now, lost: true }))
      },
    })
    return () => {
      stop()
      clear()
    }
  }, [accountId, isShown, isMeasured, canvas])

  const { width, height, dpr } = wanted ?? { width: 0, height: 0, dpr: 1 }
  useEffect(() => {
    if (width === 0) return
    const timer = setTimeout(() => {
      // Without a line there is nothing to resize: the next line opens with the size of then.
      api.bankWindow.resize(accountId, viewer.current, { width, height, dpr }).catch(() => undefined)
    }, resizeMs)
    return () => clearTimeout(timer)
  }, [accountId, width, height, dpr])

  return { view, drawn, input }
}
