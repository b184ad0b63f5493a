import { amountUnder } from './signs.ts'
import type { AlternativeReading, Proof, StatementBalance, StatementEntry } from './types.ts'

const readings: readonly AlternativeReading[] = ['reversals_inverted', 'negatives_absolute']

/** Opening plus booked equals closing, exactly; not provable when a balance is missing (specification 5.1). */
export function proofOf(opening: StatementBalance | null, closing: StatementBalance | null, booked: number): Proof {
  if (opening === null || closing === null) return { status: 'not_provable', difference: null }
  const difference = closing.amount - (opening.amount + booked)
  return { status: difference === 0 ? 'proved' : 'not_proved', difference }
}

/** Sums of one statement's booked entries, under each reading of the signs at once, so that no entry is kept. */
export class Tally {
  creditCount = 0
  creditSum = 0
  debitCount = 0
  debitSum = 0
  notBooked = 0
  entries = 0
  private readonly sums = new Map<AlternativeReading, number>(readings.map((reading) => [reading, 0]))
  private readonly isAmbiguous = new Set<AlternativeReading>()

  add(entry: StatementEntry): void {
    this.entries += 1
    if (entry.bankStatus !== 'booked') {
      this.notBooked += 1
      return
    }
    const amount = entry.amount ?? 0
    if (amount < 0) {
      this.debitCount += 1
      this.debitSum -= amount
    } else {
      this.creditCount += 1
      this.creditSum += amount
    }
    for (const reading of readings) {
      const other = amountUnder(entry, reading)
      if (other !== amount) this.isAmbiguous.add(reading)
      this.sums.set(reading, (this.sums.get(reading) ?? 0) + other)
    }
  }

  get booked(): number {
    return this.creditSum - this.debitSum
  }

  /** The other readings of this statement that prove exactly. */
  provingReadings(opening: StatementBalance | null, closing: StatementBalance | null): readonly AlternativeReading[] {
    return readings.filter(
      (reading) =>
        this.isAmbiguous.has(reading) && proofOf(opening, closing, this.sums.get(reading) ?? 0).status === 'proved',
    )
  }
}
