import { hash } from 'node:crypto'

/** A match is known by its legs and allocations, whatever their order (3.7 `stable_key`). */
export function stableKey(
  legs: readonly { readonly side: string; readonly id: string; readonly amount: number }[],
): string {
  const parts = legs.map(({ side, id, amount }) => `${side}:${id}:${amount}`).sort()
  // Half of the digest as a text of its own: a slice would hold the whole for each of very many proposals.
  return hash('sha256', parts.join('|'), 'buffer').toString('hex', 0, 16)
}
