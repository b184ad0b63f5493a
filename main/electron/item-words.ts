import type { InboxItem, InboxNotice } from '../core/inbox/types.ts'
import { minorToText } from '../core/money.ts'
import { fill, type Words } from './words.ts'

const amountOf = ({ amountMinor, currency }: InboxItem, { locale }: Words): string[] =>
  amountMinor === null
    ? []
    : [
        `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(minorToText(amountMinor) as `${number}`)} ${currency ?? ''}`,
      ]

/** "1,500.00 UYU · Juan Pérez · Main account". */
const factsOf = (item: InboxItem, words: Words): string =>
  [...amountOf(item, words), item.name ?? (item.kind === 'question' ? item.reference : null), item.accountName]
    .filter((text) => text !== null && text !== '')
    .join(' · ')

/** One line of the tray menu. */
export const itemLabel = (item: InboxItem, words: Words): string => `${words[item.kind]}: ${factsOf(item, words)}`

/** What a toast says: exactly what is wanted, or how many things when several came up at once. */
export function noticeText({ count, group, item }: InboxNotice, words: Words): { title: string; body: string } {
  if (count === 1) return { title: words[item.kind], body: factsOf(item, words) }
  return { title: fill(words[group], { n: count }), body: fill(words.first, { account: item.accountName }) }
}
