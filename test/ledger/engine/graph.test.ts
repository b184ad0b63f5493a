import '../../support/fast-check.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseBest, type WeighedPair } from '../../../main/core/ledger/engine/graph.ts'

const pair = (item: number, entry: number, weight: number, distance = 0): WeighedPair => ({
  item,
  entry,
  weight,
  distance,
})
const shown = (pairs: readonly WeighedPair[]) => pairs.map(({ item, entry }) => `${item}-${entry}`).sort()

test('88: the greatest total, not the best pair first', () => {
  expect(shown(chooseBest([pair(0, 0, 80), pair(0, 1, 78), pair(1, 0, 79), pair(1, 1, 50)]))).toEqual(['0-1', '1-0'])
})

test('among equals the nearer in time, then the older', () => {
  expect(shown(chooseBest([pair(0, 0, 80, 3), pair(0, 1, 80, 1)]))).toEqual(['0-1'])
  expect(shown(chooseBest([pair(0, 0, 80), pair(1, 0, 80)]))).toEqual(['0-0'])
})

test('above 400 nodes: each line once, and no pair could be added or exchanged for more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(219), fc.nat(219), fc.integer({ min: 50, max: 100 })), {
        minLength: 900,
        maxLength: 900,
      }),
      (raw) => {
        const edges = [
          ...new Map(raw.map(([item, entry, weight]) => [`${item} ${entry}`, pair(item, entry, weight)])).values(),
        ]
        const chosen = chooseBest(edges)
        expect(new Set(chosen.map(({ item }) => item)).size).toBe(chosen.length)
        expect(new Set(chosen.map(({ entry }) => entry)).size).toBe(chosen.length)
        const ofItem = new Map(chosen.map((one) => [one.item, one.weight]))
        const ofEntry = new Map(chosen.map((one) => [one.entry, one.weight]))
        for (const { item, entry, weight } of edges)
          expect(weight).toBeLessThanOrEqual((ofItem.get(item) ?? 0) + (ofEntry.get(entry) ?? 0))
      },
    ),
    { numRuns: 10 },
  )
})
