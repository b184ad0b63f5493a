/** One booked line for the running balance: signed minor units, and the balance after it where the file shows one. */
export interface ChainLink {
  readonly row: { readonly line: number }
  readonly amount: number
  readonly balance: number | null
  readonly bookingDate: string | null
}

export interface ChainBreak {
  readonly line: number
  /** What is missing between the line before and this one, signed minor units. */
  readonly missing: number
}

export interface Chain {
  readonly place: BalancePlace
  readonly order: ChainOrder
  readonly opening: number
  readonly closing: number
  readonly steps: number
  /** Steps at which the balance moves; lines of nothing hold under every reading. */
  readonly moves: number
  readonly breaks: number
  readonly firstBreak: ChainBreak | null
}

export type ChainOrder = 'ascending' | 'descending' | 'days_descending' | 'days_ascending' | 'by_date'

/** The balance of each line stands after it, as usual, or before it. */
export type BalancePlace = 'after' | 'before'

/** Follows the balances through lines that stand oldest first. Lines without a balance are summed up to the next one. */
function follow(links: readonly ChainLink[], order: ChainOrder): Chain | null {
  let running: number | null = null
  let opening = 0
  let before = 0
  let steps = 0
  let moves = 0
  let since = 0
  let breaks = 0
  let firstBreak: ChainBreak | null = null
  for (const { row, amount, balance } of links) {
    if (running === null) {
      before += amount
      if (balance === null) continue
      opening = balance - before
      running = balance
      continue
    }
    running += amount
    since += amount === 0 ? 0 : 1
    if (balance === null) continue
    steps += 1
    if (since > 0) moves += 1
    since = 0
    if (running !== balance) {
      breaks += 1
      firstBreak ??= { line: row.line, missing: balance - running }
      running = balance
    }
  }
  return running === null
    ? null
    : { place: 'after', order, opening, closing: running, steps, moves, breaks, firstBreak }
}

/** Days as they follow each other in the file, their lines turned round. */
function turnDays(links: readonly ChainLink[]): ChainLink[] {
  const days: ChainLink[][] = []
  for (const link of links) {
    const day = days.at(-1)
    if (day && day[0]?.bookingDate === link.bookingDate) day.push(link)
    else days.push([link])
  }
  return days.flatMap((day) => day.reverse())
}

/** Oldest day first, for lines that were sorted by something else; lines of a day as they stand. */
const byDate = (links: readonly ChainLink[]): ChainLink[] =>
  links.toSorted((a, b) => {
    const [one, other] = [a.bookingDate ?? '', b.bookingDate ?? '']
    return one < other ? -1 : one > other ? 1 : 0
  })

/**
 * The order of the lines under which the running balance holds best: as they stand, turned round, or the days in one
 * direction and the lines of a day in the other; by their days alone only where that holds at every step. Null without
 * two balances, or when no order holds at any step.
 */
export function findChain(links: readonly ChainLink[]): Chain | null {
  if (!links.some(({ balance }) => balance !== null)) return null
  const usual = chainAfter(links)
  if (usual !== null && usual.breaks === 0) return usual
  return chainBefore(links) ?? usual
}

/**
 * The chain of balances that stand before their line. Under turned signs the mirror of a usual chain looks the same, so
 * the dates have to run with it, and every step has to hold.
 */
function chainBefore(links: readonly ChainLink[]): Chain | null {
  if (links.length < 3 || firstDay(links) === firstDay(links.slice(-1))) return null
  const shifted = links.map((link) => ({ ...link, balance: link.balance === null ? null : link.balance + link.amount }))
  const chain = follow(isFalling(links) ? shifted.reverse() : shifted, isFalling(links) ? 'descending' : 'ascending')
  return chain !== null && chain.steps > 1 && chain.breaks === 0 ? { ...chain, place: 'before' } : null
}

const firstDay = (links: readonly ChainLink[]): string | null => links[0]?.bookingDate ?? null

function chainAfter(links: readonly ChainLink[]): Chain | null {
  const asTheyStand = follow(links, 'ascending')
  if (isProven(asTheyStand) && !isFalling(links)) return asTheyStand
  const reversed = [...links].reverse()
  const candidates = [asTheyStand, follow(reversed, 'descending')]
  if (!candidates.some((chain) => chain && chain.breaks === 0 && chain.steps > 0))
    candidates.push(follow(turnDays(reversed), 'days_descending'), follow(turnDays(links), 'days_ascending'))
  if (!candidates.some((chain) => isProven(chain)))
    candidates.push(...[links, reversed].map((some) => follow(byDate(some), 'by_date')).filter(isProven))
  let best: Chain | null = null
  for (const chain of candidates) if (chain && (!best || chain.breaks < best.breaks)) best = chain
  if (!best) return null
  if (best.steps === 0) return links.length === 1 ? best : null
  if (best.breaks === best.steps) return null
  const [first, second] = candidates
  // Equal amounts there and back hold in both directions; the dates say which one is meant.
  if (first && second && best.breaks === 0 && first.breaks === 0 && second.breaks === 0)
    return isFalling(links) ? second : first
  return best
}

const isFalling = (links: readonly ChainLink[]): boolean => {
  const first = links[0]?.bookingDate
  const last = links.at(-1)?.bookingDate
  return first !== null && first !== undefined && last !== null && last !== undefined && first > last
}

/** Whether every step holds, and there was at least one. */
export const isProven = (chain: Chain | null): boolean => chain !== null && chain.steps > 0 && chain.breaks === 0
