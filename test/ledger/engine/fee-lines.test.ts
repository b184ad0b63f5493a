import { expect, test } from 'vitest'
import { codesOf, counterparty, entry, item, match, only, pairsOf } from './make.ts'

const paywell = { counterpartyId: 'p', counterpartyName: 'Paywell' }
const counterparties = [counterparty('p', 'Paywell', { usualDeduction: { perMille: 30, ledgerId: 'fees' } })]
const payout = (open: number, more = {}) => item('i', open, '2026-03-03', { counterpartyName: 'PAYWELL', ...more })

test('a payout against gross and fee in the books takes both, and writes nothing off a second time', () => {
  const one = only(
    match({
      items: [payout(97_000)],
      entries: [entry('gross', 100_000, '2026-03-02', paywell), entry('fee', -3000, '2026-03-02', paywell)],
      counterparties,
    }),
  )
  expect(one).toMatchObject({
    kind: 'one_to_many',
    difference: 0,
    treatment: { kind: 'none' },
    mayBeUnattended: false,
    legs: [
      { side: 'source', id: 'i', amount: 97_000 },
      { side: 'ledger', id: 'gross', amount: 100_000 },
      { side: 'ledger', id: 'fee', amount: -3000 },
    ],
  })
  expect(codesOf(one)).toEqual(['A2', 'C3', 'D1', 'structure', 'U1'])
})

test('the sales of a day and one fee for all of them; other days stay open', () => {
  const sold = (id: string, amount: number, day = '2026-03-02') => entry(id, amount, day, paywell)
  const result = match({
    items: [payout(144_000)],
    entries: [
      sold('a', 40_010),
      sold('b', 60_020),
      sold('c', 49_970),
      sold('other', 7_770, '2026-03-01'),
      sold('fee', -6000),
    ],
    counterparties,
  })
  expect(pairsOf(result)).toEqual(['i=a+b+c+fee'])
})

test('gross and fee as two lines of the statement settle the net of the books', () => {
  const one = only(
    match({
      items: [
        payout(100_000),
        item('fee', -3000, '2026-03-03', { counterpartyName: 'PAYWELL', text: 'Transaktionsgebühr' }),
      ],
      entries: [entry('net', 97_000, '2026-03-02', paywell)],
      counterparties,
    }),
  )
  expect(one).toMatchObject({ kind: 'many_to_one', difference: 0 })
  expect(one.legs.map(({ id }) => id)).toEqual(['i', 'fee', 'net'])
})

test('a pair of one amount goes before a group with a fee', () => {
  const result = match({
    items: [payout(97_000)],
    entries: [
      entry('gross', 100_000, '2026-03-02', paywell),
      entry('fee', -3000, '2026-03-02', paywell),
      entry('same', 97_000, '2026-03-02', paywell),
    ],
    counterparties,
  })
  expect(pairsOf(result)).toEqual(['i=same'])
})

test('a large amount in the other direction is no fee, and neither is one of somebody else', () => {
  const other = { counterpartyName: 'Lindner Holz' }
  const pairs = (...entries: ReturnType<typeof entry>[]) => pairsOf(match({ items: [payout(70_000)], entries }))
  const gross = entry('gross', 100_000, '2026-03-02', paywell)
  expect(pairs(gross, entry('refund', -30_000, '2026-03-02', paywell))).toEqual([])
  expect(pairs(entry('gross', 72_000, '2026-03-02', paywell), entry('fee', -2000, '2026-03-02', other))).toEqual([])
})
