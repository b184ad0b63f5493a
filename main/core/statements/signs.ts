import type { AlternativeReading, StatementEntry } from './types.ts'

const isTurned = (entry: StatementEntry, reading: AlternativeReading) =>
  reading === 'reversals_inverted' ? entry.isReversal : entry.isNegativeText === true

const turned = (amount: number | null) => (amount === null || amount === 0 ? amount : -amount)

/** The entry under another reading of the signs; parts of a batch turn with it. */
export function applyReading(entry: StatementEntry, reading: AlternativeReading): StatementEntry {
  if (!isTurned(entry, reading)) return entry
  const children = entry.children?.map((child) => ({ ...child, amount: turned(child.amount) }))
  return { ...entry, amount: turned(entry.amount), ...(children ? { children } : {}) }
}

/** What the booked entry's amount is under another reading. */
export const amountUnder = (entry: StatementEntry, reading: AlternativeReading): number =>
  isTurned(entry, reading) ? -(entry.amount ?? 0) : (entry.amount ?? 0)
