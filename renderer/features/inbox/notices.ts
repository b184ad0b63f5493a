import type { TFunction } from 'i18next'
import { create } from 'zustand'
import { isSeenAt } from '../../../main/core/inbox/seen.ts'
import type { InboxItem } from '../../api-types.ts'
import type { Formats } from '../../shared/formats.ts'
import { plural } from '../../shared/plural.ts'

/** What came up, as the program groups it (`inbox.appeared`). */
export interface Notice {
  readonly count: number
  readonly group: 'logins' | 'accounts' | 'payments'
  readonly item: InboxItem
  /** Where following it leads. */
  readonly open: string
}

const key = 'reconbanker.notices'

const areGranted = () => 'Notification' in window && Notification.permission === 'granted'

/** Whether this browser shows notices of the system: the person wants them, and the browser allows them. */
export const useNotices = create<{ readonly isOn: boolean }>(() => ({
  isOn: localStorage.getItem(key) === 'on' && areGranted(),
}))

/** Asked only by a click; answers whether the browser allows it. */
export async function switchNotices(isWanted: boolean): Promise<boolean> {
  const isOn = isWanted && (areGranted() || (await Notification.requestPermission()) === 'granted')
  localStorage.setItem(key, isOn ? 'on' : 'off')
  useNotices.setState({ isOn })
  return isOn === isWanted
}

export function noticeText({ count, group, item }: Notice, t: TFunction, formats: Formats) {
  if (count > 1)
    return {
      title: t(`inbox.notice.${group}`, plural(count, formats.number)),
      body: t('inbox.notice.first', { account: item.account_name }),
    }
  const amount = item.amount === null ? null : `${formats.money(item.amount)} ${item.currency}`
  return {
    title: t(`inbox.title.${item.kind}`),
    body: [amount, item.name, item.account_name].filter((text) => text !== null && text !== '').join(' · '),
  }
}

const placeNow = () => window.location.hash.slice(1) || '/'

/** A notice of the system for what the person does not see anyway. Several windows show one and the same. */
export function showNotice(notice: Notice, text: { title: string; body: string }, go: (address: string) => void): void {
  const { item } = notice
  const seen = { kind: item.kind, accountId: item.account_id, subjectId: item.subject_id }
  if (!useNotices.getState().isOn || (document.hasFocus() && isSeenAt(placeNow(), seen))) return
  const shown = new Notification(text.title, { body: text.body, tag: notice.count === 1 ? item.id : notice.group })
  shown.onclick = () => {
    window.focus()
    go(notice.open)
    shown.close()
  }
}
