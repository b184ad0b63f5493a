import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState } from 'react'

/** A dialog that is on the screen while it is drawn. Taken off it, the focus is where it was before. */
export function Dialog(props: ModalProps) {
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => focusAgain(before), [before])
  return <Modal {...props} />
}

/** What led to the dialog; where that is gone or has nothing to offer now, the place as a whole. */
function focusAgain(before: Element | null): void {
  // Nothing had the focus, or what comes next has taken it already.
  if (before === document.body || document.activeElement !== document.body) return
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  if (document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true })
}
