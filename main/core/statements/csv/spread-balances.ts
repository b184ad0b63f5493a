import type { FoundBalance, Item, ReadRows } from './items.ts'

/** Rows beside each other that carry the same opening and closing balance: the lines of one statement. */
interface Block {
  readonly opening: number
  readonly closing: number
  readonly items: Item[]
}

function blocksOf(items: readonly Item[]): Block[] | null {
  const blocks: Block[] = []
  for (const item of items) {
    if (item.opening === null || item.balance === null) return null
    const last = blocks.at(-1)
    if (last && last.opening === item.opening && last.closing === item.balance) last.items.push(item)
    else blocks.push({ opening: item.opening, closing: item.balance, items: [item] })
  }
  return blocks
}

const sumOf = (items: readonly Item[]): number => items.reduce((total, { amount }) => total + amount, 0)

/** The items of one account with their balances where they hold; null when the columns say nothing provable. */
function spread(items: readonly Item[]): { items: Item[]; balances: FoundBalance[] } | null {
  const booked = items.filter(({ status }) => status === 'booked')
  const [first] = booked
  if (!first) return null
  // Only the balance before each line is given.
  if (booked.every(({ opening, balance }) => opening !== null && balance === null))
    return {
      items: items.map((item) => ({ ...item, balance: item.opening === null ? null : item.opening + item.amount })),
      balances: [],
    }
  const blocks = blocksOf(booked)
  if (!blocks?.every(({ opening, closing, items: own }) => opening + sumOf(own) === closing)) return null
  const isFalling = (first.bookingDate ?? '') > (booked.at(-1)?.bookingDate ?? '')
  const bearers = new Set(blocks.map(({ items: own }) => (isFalling ? own[0] : own.at(-1))))
  const [oldest, newest] = isFalling ? [blocks.at(-1), blocks[0]] : [blocks[0], blocks.at(-1)]
  const found = (kind: 'opening' | 'closing', amount: number, date: string | null): FoundBalance => ({
    kind,
    label: kind,
    amount,
    date,
    account: first.account,
  })
  return {
    items: items.map((item) => (bearers.has(item) ? item : { ...item, balance: null })),
    balances: [
      ...(oldest ? [found('opening', oldest.opening, null)] : []),
      ...(newest ? [found('closing', newest.closing, null)] : []),
    ],
  }
}

/**
 * For tables that repeat the opening and closing balance of a statement in each of its lines, or name the balance before
 * each line. Null when the table has no such column, or the balances do not hold.
 */
export function spreadBalances(read: ReadRows): ReadRows | null {
  if (!read.items.some(({ opening }) => opening !== null)) return null
  const groups = new Map<string, Item[]>()
  for (const item of read.items) {
    const key = `${item.account ?? ''} ${item.currency ?? ''}`
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  const parts: { items: Item[]; balances: FoundBalance[] }[] = []
  for (const group of groups.values()) {
    const part = spread(group)
    if (!part) return null
    parts.push(part)
  }
  return {
    ...read,
    items: parts.flatMap(({ items }) => items).sort((a, b) => a.row.line - b.row.line),
    balances: [...read.balances, ...parts.flatMap(({ balances }) => balances)],
  }
}
