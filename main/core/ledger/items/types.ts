/** A line of a statement as the run works on it (3.6). Amounts are signed minor units. */
export interface Item {
  readonly id: string
  readonly runId: string
  readonly ledgerId: string
  readonly sourceFileId: string | null
  readonly statementId: string | null
  readonly movementId: string | null
  readonly position: number
  readonly parentId: string | null
  readonly level: 'entry' | 'detail' | 'residual' | 'split'
  /** Null only for a detail without a usable amount: it cannot be matched. */
  readonly amount: number | null
  readonly currency: string
  readonly isReversal: boolean
  readonly bankStatus: 'booked' | 'pending' | 'info' | 'future'
  readonly bookingDate: string
  readonly valueDate: string | null
  readonly counterpartyName: string | null
  readonly counterpartyAccount: string | null
  readonly bankReference: string | null
  readonly remittanceText: string | null
  /** Everything else of 3.6 by its name in `StatementEntry`. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly allocated: number
  readonly allocatedParts: number
  readonly matchStatus: 'unmatched' | 'matched' | 'partial' | 'closed'
  readonly closedLedgerId: string | null
  readonly closedReason: string | null
  readonly closedNote: string | null
  readonly closedAt: number | null
  readonly closedBy: string | null
  readonly closedAmount: number | null
  readonly closingTransactionId: string | null
  readonly note: string | null
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
}

/** What is still to be matched or closed of an item; parts share with their whole. */
export function openAmount(item: Item, parent: Item | null): number {
  if (item.amount === null || item.bankStatus !== 'booked' || item.closedAt !== null) return 0
  // Once the whole was matched or closed itself, its parts have nothing left: the same money is never matched twice.
  if (parent !== null && (parent.allocated !== 0 || parent.closedAt !== null)) return 0
  return item.amount - item.allocated - item.allocatedParts
}
