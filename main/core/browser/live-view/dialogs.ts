import type { BrowserContext, Dialog } from 'playwright'
import type { ShownDialog } from './types.ts'

export interface Dialogs {
  /** Answers the open dialog; false when another one or none is open. */
  answer(id: number, accept: boolean, text?: string): Promise<boolean>
  /** Answers whatever is open as an unattended browser does. */
  dismiss(): void
  close(): void
}

const longestMessage = 2000

/**
 * A person who acts answers the page's dialogs; while the script acts they are answered at once, watched or not, so that
 * a script meets the same page either way.
 */
export function followDialogs(deps: {
  readonly context: BrowserContext
  readonly isPersonActing: () => boolean
  readonly onChange: (dialog: ShownDialog | null) => void
}): Dialogs {
  let open: { readonly id: number; readonly dialog: Dialog } | null = null
  let count = 0

  const answerUnattended = async (dialog: Dialog) => {
    try {
      if (dialog.type() === 'beforeunload') await dialog.accept()
      else await dialog.dismiss()
    } catch {
      // The page closed with its dialog.
    }
  }
  const close = () => {
    const was = open
    open = null
    if (was) deps.onChange(null)
    return was
  }
  const dismiss = () => {
    const was = close()
    if (was) void answerUnattended(was.dialog)
  }
  const opened = (dialog: Dialog) => {
    if (!deps.isPersonActing()) return void answerUnattended(dialog)
    dismiss()
    count += 1
    open = { id: count, dialog }
    dialog.page()?.once('close', () => {
      if (open?.dialog === dialog) close()
    })
    deps.onChange({
      id: count,
      kind: dialog.type() as ShownDialog['kind'],
      message: dialog.message().slice(0, longestMessage),
      defaultValue: dialog.defaultValue().slice(0, longestMessage),
    })
  }
  deps.context.on('dialog', opened)

  return {
    async answer(id, accept, text) {
      if (open?.id !== id) return false
      const { dialog } = open
      close()
      try {
        await (accept ? dialog.accept(text) : dialog.dismiss())
        return true
      } catch {
        // The page closed with its dialog.
        return false
      }
    },
    dismiss,
    close() {
      deps.context.off('dialog', opened)
      dismiss()
    },
  }
}
