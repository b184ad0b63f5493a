import { Notification } from 'electron'
import { isSeenAt } from '../core/inbox/seen.ts'
import type { InboxNotice } from '../core/inbox/types.ts'
import { noticeText } from './item-words.ts'
import type { PersonAtWindow } from './person.ts'
import type { MainWindow } from './window.ts'

/**
 * Toasts of the operating system, for whoever is signed in at the window and does not see the thing anyway. Following
 * one shows the window at exactly what it is about.
 */
export function createToasts(findWindow: () => MainWindow | null, person: PersonAtWindow) {
  // A notification without a reference may be collected before the person clicks it.
  const shown = new Set<Notification>()
  return (notice: InboxNotice): void => {
    const { userId, words } = person.current()
    const window = findWindow()
    if (notice.userId !== userId || window === null || !Notification.isSupported()) return
    const place = window.place()
    if (place !== null && isSeenAt(place, notice.item)) return
    const toast = new Notification(noticeText(notice, words))
    shown.add(toast)
    toast.on('click', () => {
      window.show()
      window.tell('openItem', { address: notice.open })
      shown.delete(toast)
    })
    toast.on('close', () => shown.delete(toast))
    toast.show()
  }
}
