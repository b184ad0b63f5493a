import type { Books } from './books.ts'
import type { EngineEntry, EngineItem } from './types.ts'

/** Entries kept in another currency, by the value of what is open in the currency of the books (6.5). */
export interface ForeignIndex {
  /** Entries whose base value is within the ledger's tolerance of the item. */
  near(books: Books, item: number): readonly number[]
}

/** Value of what is open, in minor units of the books' currency; an entry settled in part counts by its part. */
export function baseOpen({ open, signed, amountLcy }: EngineEntry): number {
  const share = signed === 0 ? 1 : Math.abs(open / signed)
  return Math.sign(open) * Math.round(Math.abs(amountLcy) * share)
}

export function indexForeign(entries: readonly EngineEntry[], currency: string | undefined): ForeignIndex {
  const foreign = entries
    .map((entry, at) => ({ at, currency: entry.currency, value: baseOpen(entry) }))
    .filter((one) => one.currency !== currency && one.value !== 0)
    .sort((a, b) => a.value - b.value || a.at - b.at)
  return {
    near(books, item) {
      const one = books.items[item] as EngineItem
      if (foreign.length === 0 || one.currency !== currency) return []
      const tolerance = Math.floor((Math.abs(one.open) * books.input.profile.foreignPerMille) / 1000)
      let [low, high] = [0, foreign.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((foreign[middle]?.value ?? 0) < one.open - tolerance) low = middle + 1
        else high = middle
      }
      const found: number[] = []
      for (let i = low; i < foreign.length && (foreign[i]?.value ?? 0) <= one.open + tolerance; i++)
        found.push(foreign[i]?.at ?? 0)
      return found
    },
  }
}
