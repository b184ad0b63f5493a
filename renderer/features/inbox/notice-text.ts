import type { TFunction } from 'i18next'
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

/** What a notice of the system says: exactly what is wanted, or how many things when several came up at once. */
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
