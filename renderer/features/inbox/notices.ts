import { isSeenAt } from '../../../main/core/inbox/seen.ts'
import type { Notice } from './notice-text.ts'

const key = 'reconbanker.notices'

const areGranted = () => 'Notification' in window && Notification.permission === 'granted'

/** Whether this browser shows notices of the system: the person wants them, and the browser allows them. */
export const areNoticesOn = (): boolean => localStorage.getItem(key) === 'on' && areGranted()

/** Asked only by a click; answers whether it is as wanted now. */
export async function switchNotices(isWanted: boolean): Promise<boolean> {
  const isOn = isWanted && (areGranted() || (await Notification.requestPermission()) === 'granted')
  localStorage.setItem(key, isOn ? 'on' : 'off')
  return isOn === isWanted
}

const placeNow = () => window.location.hash.slice(1) || '/'

/** A notice of the system for what the person does not see anyway. Several windows show one and the same. */
export function showNotice(notice: Notice, text: { title: string; body: string }, go: (address: string) => void): void {
  const { item } = notice
  const seen = { kind: item.kind, accountId: item.account_id, subjectId: item.subject_id }
  if (!areNoticesOn() || (document.hasFocus() && isSeenAt(placeNow(), seen))) return
  const shown = new Notification(text.title, { body: text.body, tag: notice.count === 1 ? item.id : notice.group })
  shown.onclick = () => {
    window.focus()
    go(notice.open)
    shown.close()
  }
}
