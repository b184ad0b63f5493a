import type { FreeMovement, OpenRequest } from './types.ts'

/** Requests and movements of one amount and currency: the only ones that can be pairs (spec 3.3). */
export interface Pool {
  readonly requests: readonly OpenRequest[]
  readonly movements: readonly FreeMovement[]
}

/** The pools that hold a request, each in an order that does not depend on the input's: time, then id. */
export function poolsOf(requests: readonly OpenRequest[], movements: readonly FreeMovement[]): Pool[] {
  const pools: { requests: OpenRequest[]; movements: FreeMovement[] }[] = []
  const byCurrency = new Map<string, Map<number, (typeof pools)[number]>>()
  for (const request of requests) {
    const ofCurrency = byCurrency.get(request.currency) ?? new Map<number, (typeof pools)[number]>()
    byCurrency.set(request.currency, ofCurrency)
    const known = ofCurrency.get(request.amountMinor)
    if (known) known.requests.push(request)
    else {
      const pool = { requests: [request], movements: [] }
      pools.push(pool)
      ofCurrency.set(request.amountMinor, pool)
    }
  }
  for (const movement of movements)
    byCurrency.get(movement.currency)?.get(movement.amountMinor)?.movements.push(movement)
  for (const pool of pools) {
    pool.requests.sort(
      (a, b) => a.createdAt - b.createdAt || compareText(a.externalId, b.externalId) || compareText(a.id, b.id),
    )
    pool.movements.sort((a, b) => a.receivedAt - b.receivedAt || compareText(a.id, b.id))
  }
  return pools
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Nodes 0 to rows−1 are rows, the rest columns; returns the rows and columns of each connected group. */
export function connectedGroups(
  rows: number,
  columns: number,
  pairs: readonly { readonly row: number; readonly column: number }[],
): { rows: number[]; columns: number[] }[] {
  const parent = Int32Array.from({ length: rows + columns }, (_, i) => i)
  const root = (node: number): number => {
    let top = node
    while (parent[top] !== top) top = parent[top] as number
    for (let at = node; at !== top; ) {
      const next = parent[at] as number
      parent[at] = top
      at = next
    }
    return top
  }
  for (const { row, column } of pairs) parent[root(row)] = root(rows + column)

  const groups = new Map<number, { rows: number[]; columns: number[] }>()
  const touched = new Set(pairs.flatMap(({ row, column }) => [row, rows + column]))
  for (const node of [...touched].sort((a, b) => a - b)) {
    const group = groups.get(root(node)) ?? { rows: [], columns: [] }
    groups.set(root(node), group)
    if (node < rows) group.rows.push(node)
    else group.columns.push(node - rows)
  }
  return [...groups.values()]
}
