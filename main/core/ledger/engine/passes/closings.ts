import type { Books } from '../books.ts'
import { dayNumber } from '../days.ts'
import type { Drafts } from '../drafts.ts'
import { ruleHolds } from '../rules.ts'
import type { EngineItem } from '../types.ts'

/** The other bank shows a transfer within so many days (6.6 pass 8). */
const transferDays = 5
const plain = (account: string | null): string => (account ?? '').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()

/**
 * Passes 8 and 9 (6.6) for what nothing matched: transfers to own accounts are closed through a clearing ledger, the rest
 * by the first rule that holds, in the user's order.
 */
export function proposeClosings(books: Books, drafts: Drafts, tick: () => void): void {
  const { rules, ownMovements } = books.input
  const ownAccounts = new Map(
    Object.entries(books.input.ownAccounts).map(([account, ledger]) => [plain(account), ledger]),
  )
  const ownerOf = new Map(
    books.input.counterparties.flatMap(({ id, accounts }) => accounts.map((account) => [plain(account), id] as const)),
  )
  const shown = new Set(
    (ownMovements ?? []).flatMap(({ ledgerId, amount, currency, bookingDate }) => {
      const day = dayNumber(bookingDate)
      const days = Array.from({ length: 2 * transferDays + 1 }, (_, i) => day + i - transferDays)
      return days.map((one) => `${ledgerId} ${currency} ${amount} ${one}`)
    }),
  )
  // What the other bank has not stated yet is not missing.
  const statedTo = new Map<string, number>()
  for (const { ledgerId, bookingDate } of ownMovements ?? [])
    statedTo.set(ledgerId, Math.max(statedTo.get(ledgerId) ?? 0, dayNumber(bookingDate)))
  for (let at = 0; at < books.items.length; at++) {
    tick()
    const item = books.items[at] as EngineItem
    const ownLedger = item.counterpartyAccount === null ? undefined : ownAccounts.get(plain(item.counterpartyAccount))
    if (ownLedger !== undefined && (statedTo.get(ownLedger) ?? 0) >= (books.itemDays[at] as number) + transferDays) {
      if (!shown.has(`${ownLedger} ${item.currency} ${-item.amount} ${books.itemDays[at]}`))
        drafts.find({
          type: 'transfer_counterpart_missing',
          itemId: item.id,
          entryId: null,
          amount: item.open,
          facts: { ledger_id: ownLedger },
        })
    }
    if (!books.isItemOpen(at)) continue
    if (ownLedger !== undefined) {
      const reason = 'transfer_own_account'
      drafts.close({ itemId: item.id, ledgerId: ownLedger, reason, ruleId: null, unattended: false })
      continue
    }
    const owner = item.counterpartyId ?? ownerOf.get(plain(item.counterpartyAccount)) ?? null
    const rule = rules.find((one) => one.action.kind === 'close' && ruleHolds(one, item, owner))
    if (!rule) continue
    const { ledgerId, reason, unattendedBelow } = rule.action
    const unattended = unattendedBelow !== undefined && Math.abs(item.open) < unattendedBelow
    drafts.close({ itemId: item.id, ledgerId, reason, ruleId: rule.id, unattended })
  }
}
