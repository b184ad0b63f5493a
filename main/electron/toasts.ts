import { Notification } from 'electron'
import type { Notifier } from '../core/ports.ts'
import type { MainWindow } from './window.ts'

/** Toasts of the operating system. Following one shows the window at the place that the notice is about. */
export function createToasts(findWindow: () => MainWindow | null): Notifier {
  // A notification without a reference may be collected before the person clicks it.
  const shown = new Set<Notification>()
  return {
    notify({ title, body, open }) {
      if (!Notification.isSupported()) return
      const toast = new Notification({ title, body })
      shown.add(toast)
      toast.on('click', () => {
        const window = findWindow()
        window?.show()
        window?.tell('openItem', { address: open })
      })
      toast.on('close', () => shown.delete(toast))
      toast.show()
    },
  }
}
