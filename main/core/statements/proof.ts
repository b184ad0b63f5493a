import { amountUnder } from './signs.ts'
import type { AlternativeReading, BookedTotals, Proof, StatementBalance, StatementEntry } from './types.ts'

const readings: readonly AlternativeReading[] = ['reversals_inverted', 'negatives_absolute']

/** Opening plus booked equals closing, exactly; not provable when a balance is missing (specification 5.1). */
function proofOf(opening: StatementBalance | null, closing: StatementBalance | null, booked: number): Proof {
  if (opening === null || closing === null) return { status: 'not_provable', difference: null }
  const difference = closing.amount - (opening.amount + booked)
  return { status: difference === 0 ? 'proved' : 'not_proved', difference }
}

class Totals implements BookedTotals {
  creditCount = 0
  creditSum = 0
  debitCount = 0
  debitSum = 0

  get entries(): number {
    return this.creditCount + this.debitCount
  }

  add(amount: number): void {
    if (amount < 0) {
      this.debitCount += 1
      this.debitSum -= amount
    } else {
      this.creditCount += 1
      this.creditSum += amount
    }
  }
}

/** Sums of one statement's booked entries, under each reading of the signs at once, so that no entry is kept. */
export class Tally {
  notBooked = 0
  private readonly asRead = new Totals()
  private readonly others = new Map(readings.map((reading) => [reading, { totals: new Totals(), differs: false }]))

  add(entry: StatementEntry): void {
    if (entry.bankStatus !== 'booked') {
      this.notBooked += 1
      return
    }
    const amount = entry.amount ?? 0
    this.asRead.add(amount)
    for (const [reading, other] of this.others) {
      const turned = amountUnder(entry, reading)
      other.totals.add(turned)
      other.differs ||= turned !== amount
    }
  }

  totals(reading: AlternativeReading | null): BookedTotals {
    const found = (reading === null ? undefined : this.others.get(reading)?.totals) ?? this.asRead
    const { entries, creditCount, creditSum, debitCount, debitSum } = found
    return { entries, creditCount, creditSum, debitCount, debitSum }
  }

  proof(opening: StatementBalance | null, closing: StatementBalance | null, reading: AlternativeReading | null): Proof {
    const { creditSum, debitSum } = this.totals(reading)
    return proofOf(opening, closing, creditSum - debitSum)
  }

  /** The other readings that would change amounts of this statement. */
  differingReadings(): readonly AlternativeReading[] {
    return readings.filter((reading) => this.others.get(reading)?.differs === true)
  }

  /** The other readings of this statement that prove exactly. */
  provingReadings(opening: StatementBalance | null, closing: StatementBalance | null): readonly AlternativeReading[] {
    return this.differingReadings().filter((reading) => this.proof(opening, closing, reading).status === 'proved')
  }
}
