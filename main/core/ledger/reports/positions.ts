import type { Database } from '../../db/open.ts'
import { entriesUntil, lateLegs, openOfItem, unpostedParts, wholeItems } from '../closing/open-positions.ts'

/** One line that only one side knows at a day; `open` is signed minor units. */
export interface OpenItem {
  readonly id: string
  readonly booking_date: string
  readonly counterparty_name: string | null
  readonly remittance_text: string | null
  readonly bank_reference: string | null
  readonly closed_reason: string | null
  readonly open: number
}
export interface OpenEntry {
  readonly id: string
  readonly booking_date: string
  readonly counterparty_name: string | null
  readonly description: string
  readonly document_no: string | null
  readonly signed: number
  readonly open: number
}

/** What is only on statements and what is only in the books at a day, line by line: the two sums of the equation. */
export function openPositions(db: Database, ledger: string, familyIds: readonly string[], until: string) {
  const family = JSON.stringify(familyIds)
  const late = lateLegs(db)(ledger, familyIds, until)
  const lateOf = (side: 'item_id' | 'entry_id') => {
    const sums = new Map<string, number>()
    for (const leg of late) {
      const id = leg[side]
      if (id !== null) sums.set(id, (sums.get(id) ?? 0) + leg.amount)
    }
    return sums
  }
  const itemFacts = 'i.id, i.booking_date, i.counterparty_name, i.remittance_text, i.bank_reference, i.closed_reason'
  const lateItems = lateOf('item_id')
  const items = db
    .prepare<{ ledger: string; until: string; late: string }, OpenItem>(
      `select ${itemFacts}, ${openOfItem} as open from items i
         where ${wholeItems} and (${openOfItem} <> 0 or i.id in (select value from json_each(@late)))
       union all
       select ${itemFacts}, i.closed_amount as open from items i where ${unpostedParts}
       order by booking_date, open desc, id`,
    )
    .all({ ledger, until, late: JSON.stringify([...lateItems.keys()]) })
    .map((item) => ({ ...item, open: item.open + (lateItems.get(item.id) ?? 0) }))
  const lateEntries = lateOf('entry_id')
  const entries = db
    .prepare<{ family: string; until: string; late: string }, OpenEntry>(
      `select e.id, e.booking_date, e.counterparty_name, e.description, e.document_no, e.signed, e.signed - e.allocated as open
       from ledger_entries e
       where ${entriesUntil}
         and (e.signed <> e.allocated or e.id in (select value from json_each(@late)))
       order by e.booking_date, open desc, e.id`,
    )
    .all({ family, until, late: JSON.stringify([...lateEntries.keys()]) })
    .map((entry) => ({ ...entry, open: entry.open + (lateEntries.get(entry.id) ?? 0) }))
  return { items: items.filter(({ open }) => open !== 0), entries: entries.filter(({ open }) => open !== 0) }
}
