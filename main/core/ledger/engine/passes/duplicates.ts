import type { Books } from '../books.ts'
import { withinDays } from '../books.ts'
import type { Drafts } from '../drafts.ts'
import type { EngineEntry } from '../types.ts'

const nearDays = 3

/**
 * Two open entries of one amount and counterparty, with the same document or within three days, for which the statement
 * has a single line: the books may hold the same thing twice (section 7).
 */
export function findDuplicateEntries(books: Books, drafts: Drafts): void {
  const groups = new Map<string, number[]>()
  for (let at = 0; at < books.entries.length; at++) {
    const { currency, open, counterpartyId, counterpartyName } = books.entries[at] as EngineEntry
    if (counterpartyId === null && counterpartyName === null) continue
    const key = `${books.entryParty[at]} ${currency} ${open}`
    const group = groups.get(key)
    if (group) group.push(at)
    else groups.set(key, [at])
  }
  const [fewest, most] = books.input.profile.days
  for (const group of groups.values())
    for (let i = 1; i < group.length; i++) {
      const [before, after] = [group[i - 1] as number, group[i] as number]
      const [first, second] = [books.entries[before] as EngineEntry, books.entries[after] as EngineEntry]
      const days = (books.entryDays[after] as number) - (books.entryDays[before] as number)
      const isSameDocument = first.documentNo !== null && first.documentNo === second.documentNo
      const areOtherDocuments = first.documentNo !== null && second.documentNo !== null && !isSameDocument
      if (!isSameDocument && (areOtherDocuments || days > nearDays)) continue
      const { items } = books.bucket(second.currency, second.open)
      const from = (books.entryDays[before] as number) + fewest
      const to = (books.entryDays[after] as number) + most
      if (withinDays(items, books.itemDays, from, to).length !== 1) continue
      drafts.find({
        type: 'possible_duplicate_ledger_entry',
        itemId: null,
        entryId: second.id,
        amount: second.open,
        facts: { other_entry_id: first.id, document_no: second.documentNo ?? '' },
      })
      drafts.warn(first.id)
    }
}
