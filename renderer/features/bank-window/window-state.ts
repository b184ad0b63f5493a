import type { Acting } from '../../../main/core/bank-window/control.ts'
import type { WindowMessage } from '../../../main/core/bank-window/types.ts'
import type { Choices, Rect, ShownDialog } from '../../../main/core/browser/live-view/types.ts'

/** What is drawn around and over the picture. The picture itself goes past it, straight to the canvas. */
export interface WindowView {
  /** `null` until the program has said so. */
  readonly live: boolean | null
  readonly lost: boolean
  readonly bankName: string
  readonly acting: Acting
  readonly origin: string
  readonly title: string
  readonly loading: boolean
  readonly popups: number
  readonly cursor: string
  readonly field: Rect | null
  readonly dialog: ShownDialog | null
  readonly choices: Choices | null
}

export const emptyView: WindowView = {
  live: null,
  lost: false,
  bankName: '',
  acting: { actor: 'script' },
  origin: '',
  title: '',
  loading: false,
  popups: 0,
  cursor: 'default',
  field: null,
  dialog: null,
  choices: null,
}

/** Pure, so the part that can be wrong is tested without a window. */
export function withMessage(view: WindowView, message: WindowMessage): WindowView {
  switch (message.type) {
    case 'live':
      return message.live
        ? { ...view, lost: false, live: true, bankName: message.bankName }
        : { ...emptyView, live: false, bankName: message.bankName }
    case 'acting':
      return { ...view, acting: message.acting }
    case 'page': {
      const { origin, title, loading, popups } = message
      return { ...view, origin, title, loading, popups }
    }
    case 'cursor':
      return { ...view, cursor: message.shape }
    case 'focus':
      return { ...view, field: message.field }
    case 'dialog':
      return { ...view, dialog: message.dialog }
    case 'choices':
      return { ...view, choices: message.choices }
    case 'frame':
    case 'beat':
      return view
  }
}
