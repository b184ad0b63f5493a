import type { Books } from '../books.ts'
import type { Drafts } from '../drafts.ts'
import { groupFacts, openOfParty, sharedReasons, sumEntries } from '../groups.ts'
import { reason } from '../reasons.ts'
import type { EngineCounterparty, EngineEntry, EngineItem } from '../types.ts'

type Usual = NonNullable<EngineCounterparty['usualDeduction']>

/** A payout of several entries less the provider's known fee (6.6 pass 4): all of it in the window, one batch, or one day. */
export function netOfFee(
  books: Books,
  drafts: Drafts,
  byParty: ReadonlyMap<number, readonly number[]>,
  tick: () => void,
): void {
  for (let item = 0; item < books.items.length; item++) {
    tick()
    if (!books.isItemOpen(item)) continue
    const known = books.parties.usualDeductions(books.itemParty[item] as number)
    if (known.length > 0) payout(books, drafts, item, known, openOfParty(books, item, byParty))
  }
}

function payout(books: Books, drafts: Drafts, item: number, known: readonly Usual[], open: readonly number[]): void {
  const one = books.items[item] as EngineItem
  for (const usual of known) {
    const own = open.filter(
      (at) => books.parties.counterparty(books.entryParty[at] as number)?.usualDeduction === usual,
    )
    for (const entries of payoutGroups(books, own)) {
      const gross = Math.abs(sumEntries(books, entries))
      const fee = gross - Math.abs(one.open)
      if (entries.length < 2 || !isFee(books, usual, entries, gross, fee)) continue
      const group = { items: [item], entries }
      const isAdded = drafts.add({
        pass: 4,
        ...group,
        treatment: { kind: 'write_off', ledgerId: usual.ledgerId ?? null, reason: 'bank_fee' },
        reasons: [
          reason('A4', 'The difference is the usual fee of the counterparty', {
            amount: one.open,
            entry_amount: Math.sign(one.open) * gross,
            deduction: fee,
          }),
          ...sharedReasons(books, group, groupFacts(books, group)),
          reason('U1', 'No other payout of the counterparty has this sum'),
        ],
        alternatives: [],
        isSure: false,
      })
      if (isAdded) return
    }
  }
}

/** The fee of the whole, or of each entry rounded by itself. */
function isFee(
  books: Books,
  { perMille, fixed }: Usual,
  entries: readonly number[],
  gross: number,
  fee: number,
): boolean {
  if (fee <= 0) return false
  if (perMille === undefined) return fee === fixed
  const each = entries.reduce(
    (sum, at) => sum + Math.round((Math.abs((books.entries[at] as EngineEntry).open) * perMille) / 1000),
    0,
  )
  return fee === each || fee === Math.round((gross * perMille) / 1000)
}

/** What may have been paid out together: all, those of one day, those of one batch. */
export function payoutGroups(books: Books, entries: readonly number[]): (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const at of entries) {
    const { batchId, bookingDate } = books.entries[at] as EngineEntry
    for (const key of [`day ${bookingDate}`, ...(batchId === null ? [] : [`batch ${batchId}`])]) {
      const group = groups.get(key)
      if (group) group.push(at)
      else groups.set(key, [at])
    }
  }
  return [entries, ...groups.values()]
}
