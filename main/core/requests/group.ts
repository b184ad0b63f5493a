import type { Minor } from '../money.ts'

/** Requests and movements of one account with the same amount and currency: nothing outside can change their results. */
export interface Group {
  readonly currency: string
  readonly amountMinor: Minor
}

/** As text, for the subject of a job. */
export const groupKey = ({ currency, amountMinor }: Group): string => `${currency} ${amountMinor}`

export function parseGroupKey(key: string): Group {
  const at = key.lastIndexOf(' ')
  return { currency: key.slice(0, at), amountMinor: Number(key.slice(at + 1)) }
}

/** Each group once, in the order of first appearance. */
export function distinctGroups(rows: Iterable<Group>): Group[] {
  const groups = new Map<string, Group>()
  for (const { currency, amountMinor } of rows)
    groups.set(groupKey({ currency, amountMinor }), { currency, amountMinor })
  return [...groups.values()]
}
