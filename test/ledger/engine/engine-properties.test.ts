import '../../support/fast-check.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchAll } from '../../../main/core/ledger/engine/match-all.ts'
import type { EngineInput } from '../../../main/core/ledger/engine/types.ts'
import { entry, inputOf, item } from './make.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
/** Few amounts and names, so that lines compete. */
const amount = fc.constantFrom(-10_000, -2500, 2500, 5000, 7500, 10_000, 12_345)
const name = fc.constantFrom(null, 'Anna Schmidt', 'Nordwind Handel GmbH', 'Kohl Bau', 'KOHL BAU AG')
const number = fc.constantFrom(null, 'INV-20071', 'INV-20072', 'RE20073')
const text = fc.constantFrom('', 'INV-20071', 'INV 20071/2', 'thanks 20073', 'Skonto 25,00 INV-20072')

const books: fc.Arbitrary<EngineInput> = fc
  .record({
    items: fc.array(fc.record({ amount, day, name, text, position: fc.nat(3), isReturn: fc.boolean() }), {
      maxLength: 14,
    }),
    entries: fc.array(fc.record({ amount, day, name, number }), { maxLength: 14 }),
  })
  .map(({ items, entries }) =>
    inputOf({
      items: items.map((one, i) =>
        item(`i${String(i).padStart(2, '0')}`, one.amount, one.day, {
          position: one.position,
          counterpartyName: one.name,
          text: one.text,
          returnReason: one.isReturn && one.amount > 10_000 ? 'AC04' : null,
        }),
      ),
      entries: entries.map((one, i) =>
        entry(`e${String(i).padStart(2, '0')}`, one.amount, one.day, {
          counterpartyName: one.name,
          documentNo: one.number,
        }),
      ),
    }),
  )

test('the order of the input never changes the result (108)', () => {
  fc.assert(
    fc.property(
      books.chain((input) =>
        fc.tuple(
          fc.constant(input),
          fc.shuffledSubarray([...input.items], { minLength: input.items.length }),
          fc.shuffledSubarray([...input.entries], { minLength: input.entries.length }),
        ),
      ),
      ([input, items, entries]) => {
        expect(matchAll({ ...input, items, entries })).toEqual(matchAll(input))
      },
    ),
    { numRuns: 60 },
  )
})

test('no leg exceeds what is open or changes its sign, and every point is in the reasons', () => {
  fc.assert(
    fc.property(books, (input) => {
      const open = new Map([...input.items, ...input.entries].map((one) => [one.id, one.open]))
      const taken = new Map<string, number>()
      for (const proposal of matchAll(input).proposals) {
        const points = proposal.reasons.reduce((sum, reason) => sum + reason.points, 0)
        expect(proposal.score).toBe(Math.min(100, points))
        expect(proposal.score).toBeGreaterThanOrEqual(input.profile.storeFrom)
        const sum = (side: string) =>
          proposal.legs.reduce((total, leg) => (leg.side === side ? total + leg.amount : total), 0)
        if (proposal.kind !== 'netting') expect(proposal.difference).toBe(sum('source') - sum('ledger'))
        else expect(sum('source') + sum('ledger')).toBe(0)
        if (proposal.treatment.kind === 'none') expect(proposal.difference).toBe(0)
        for (const { id, amount: share } of proposal.legs) {
          expect(Math.sign(share)).toBe(Math.sign(open.get(id) ?? 0))
          taken.set(id, (taken.get(id) ?? 0) + share)
        }
      }
      for (const [id, share] of taken) expect(Math.abs(share)).toBeLessThanOrEqual(Math.abs(open.get(id) ?? 0))
    }),
    { numRuns: 100 },
  )
})

test('running again proposes the same, and what was rejected stays away (106, 107)', () => {
  fc.assert(
    fc.property(books, (input) => {
      const first = matchAll(input)
      expect(matchAll(input)).toEqual(first)
      const rejected = new Set(first.proposals.map(({ stableKey }) => stableKey))
      const again = matchAll({ ...input, rejected })
      expect(again.proposals.filter(({ stableKey }) => rejected.has(stableKey))).toEqual([])
      expect(
        matchAll({ ...input, rejected, offerRejected: true }).proposals.some(
          (p) => p.mayBeUnattended && rejected.has(p.stableKey),
        ),
      ).toBe(false)
    }),
    { numRuns: 60 },
  )
})

test('a stop in progress ends the work', () => {
  const input = inputOf({ items: [item('i', 1, '2026-03-01')] })
  expect(() =>
    matchAll({
      ...input,
      progress: () => {
        throw new Error('stopped')
      },
    }),
  ).toThrow('stopped')
})
