import { expect, test } from 'vitest'
import { isSafePattern } from '../../../main/core/ledger/engine/rules.ts'
import { codesOf, counterparty, entry, findingsOf, item, match, only, pairsOf } from './make.ts'

test('a payout of several entries less the known fee of the provider', () => {
  const provider = counterparty('p', 'Paywell', { usualDeduction: { perMille: 30, ledgerId: 'fees' } })
  const sold = (id: string, amount: number) =>
    entry(id, amount, '2026-03-02', { counterpartyId: 'p', counterpartyName: 'Paywell' })
  const one = only(
    match({
      items: [item('i', 145_500, '2026-03-03', { counterpartyName: 'PAYWELL' })],
      entries: [sold('e1', 40_010), sold('e2', 60_020), sold('e3', 49_970)],
      counterparties: [provider],
    }),
  )
  expect(codesOf(one)).toContain('A4')
  expect(one).toMatchObject({
    kind: 'one_to_many',
    difference: -4500,
    treatment: { kind: 'write_off', ledgerId: 'fees' },
  })
})

test('a payment run is one line on the statement and several entries', () => {
  const one = only(
    match({
      items: [item('i', -60_000, '2026-03-03', { paymentInfoId: 'RUN-2026-04' })],
      entries: [
        entry('e1', -25_000, '2026-03-02', { batchId: 'RUN-2026-04' }),
        entry('e2', -35_000, '2026-03-02', { batchId: 'RUN-2026-04' }),
      ],
    }),
  )
  expect(codesOf(one)).toEqual(['A2', 'R2', 'D1'])
})

test('an amount that is only a part of a payment run is no part of one of its entries', () => {
  const result = match({
    items: [item('i', -60_100, '2026-03-03', { paymentInfoId: 'RUN-2026-04' })],
    entries: [
      entry('e1', -25_000, '2026-03-02', { batchId: 'RUN-2026-04' }),
      entry('e2', -35_000, '2026-03-02', { batchId: 'RUN-2026-04' }),
    ],
  })
  expect(result.proposals).toEqual([])
})

test.each([
  ['EUR', 'Skonto 20,00', 100_000, 98_000],
  ['EUR', '2% discount: discount 2 %', 100_000, 98_000],
  ['JPY', 'discount 1.000', 50_000, 49_000],
  ['KWD', 'discount 1.250', 50_000, 48_750],
])('a discount stated in %s: %s', (currency, text, owed, paid) => {
  const one = only(
    match({
      items: [item('i', paid, '2026-03-03', { currency, text: `INV-20071 ${text}` })],
      entries: [entry('e', owed, '2026-03-02', { currency, documentNo: 'INV-20071' })],
    }),
  )
  expect(codesOf(one)).toContain('A4')
})

test('parts of several documents as the remittance states them', () => {
  const one = only(
    match({
      items: [
        item('i', 30_000, '2026-03-03', {
          referredDocuments: [
            { number: 'INV-20071', amountPaid: 10_000 },
            { number: 'INV-20072', amountPaid: 20_000 },
          ],
        }),
      ],
      entries: [
        entry('e1', 40_000, '2026-03-02', { documentNo: 'INV-20071' }),
        entry('e2', 50_000, '2026-03-02', { documentNo: 'INV-20072' }),
      ],
    }),
  )
  expect(one.legs.map(({ amount }) => amount)).toEqual([30_000, 10_000, 20_000])
  expect(one.treatment).toEqual({ kind: 'leave_open' })
})

test('several lines that name one document settle it together', () => {
  const result = match({
    items: [
      item('i1', 40_000, '2026-03-03', { text: 'INV-20071 1/2' }),
      item('i2', 60_000, '2026-03-09', { text: 'INV-20071 2/2' }),
    ],
    entries: [entry('e', 100_000, '2026-03-02', { documentNo: 'INV-20071' })],
  })
  expect(pairsOf(result)).toEqual(['i1+i2=e'])
  expect(only(result).kind).toBe('many_to_one')
})

test('parts that do not settle it are taken one after the other, never more than is open', () => {
  const result = match({
    items: [
      item('i1', 40_000, '2026-03-03', { text: 'INV-20071' }),
      item('i2', 70_000, '2026-03-09', { text: 'INV-20071' }),
      item('i3', 5000, '2026-03-09', { text: 'INV-20071' }),
    ],
    entries: [entry('e', 150_000, '2026-03-02', { documentNo: 'INV-20071' })],
  })
  const shares = result.proposals.flatMap(({ legs }) => legs.filter(({ side }) => side === 'ledger'))
  expect(shares.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([5000, 40_000, 70_000])
})

test('an entry and its storno are netted in the books', () => {
  const one = only(
    match({
      entries: [
        entry('e1', -7500, '2026-03-02', { documentNo: 'PAY-5510' }),
        entry('e2', 7500, '2026-03-04', { documentNo: 'PAY-5510', description: 'Storno PAY-5510' }),
      ],
    }),
  )
  expect(one).toMatchObject({ kind: 'netting', difference: 0 })
})

test('the same booked twice is told, and not taken without a click', () => {
  const booked = { documentNo: 'INV-20071', counterpartyName: 'Kohl Bau' }
  const result = match({
    items: [item('i', 10_000, '2026-03-03', { text: 'INV-20071', counterpartyName: 'Kohl Bau' })],
    entries: [entry('e1', 10_000, '2026-03-02', booked), entry('e2', 10_000, '2026-03-02', booked)],
  })
  expect(findingsOf(result)).toContain('possible_duplicate_ledger_entry')
  expect(result.proposals.every(({ mayBeUnattended }) => !mayBeUnattended)).toBe(true)
})

test('rules close what nothing matched, the first that holds; a pattern that could take forever is refused', () => {
  const rule = (id: string, conditions: object, unattendedBelow?: number) => ({
    id,
    conditions,
    action: {
      kind: 'close' as const,
      ledgerId: '6855',
      reason: 'bank_fee',
      ...(unattendedBelow === undefined ? {} : { unattendedBelow }),
    },
  })
  const fee = item('i', -350, '2026-03-31', { text: 'Kontoführung März' })
  const closed = (...rules: ReturnType<typeof rule>[]) => match({ items: [fee], rules }).closings
  expect(closed(rule('a', { direction: 'debit', contains: ['kontofuhrung'] }, 1000))).toMatchObject([
    { itemId: 'i', ledgerId: '6855', ruleId: 'a', unattended: true },
  ])
  expect(closed(rule('a', { amountTo: 100 }), rule('b', { pattern: 'konto\\w+' }))).toMatchObject([{ ruleId: 'b' }])
  expect(closed(rule('a', { pattern: '(k+)+x' }))).toEqual([])
  expect(closed(rule('a', {}))).toEqual([])
})

test('small many-to-many of one payer', () => {
  const payer = { counterpartyName: 'Kohl Bau' }
  const one = only(
    match({
      items: [item('i1', 31_100, '2026-03-03', payer), item('i2', 68_900, '2026-03-03', payer)],
      entries: [entry('e1', 40_000, '2026-03-02', payer), entry('e2', 60_000, '2026-03-02', payer)],
    }),
  )
  expect(one).toMatchObject({ kind: 'many_to_many', mayBeUnattended: false })
})

test('a list too long for the search is cut, and the reasons say so', () => {
  const entries = Array.from({ length: 90 }, (_, i) =>
    entry(`e${String(i).padStart(2, '0')}`, 100_003 + ((i * i * 7919) % 80_021), '2026-03-02', {
      counterpartyName: 'Kohl Bau',
    }),
  )
  const total = (entries[0]?.open ?? 0) + (entries[1]?.open ?? 0)
  const { proposals } = match({ items: [item('i', total, '2026-03-02', { counterpartyName: 'Kohl Bau' })], entries })
  for (const one of proposals) expect(codesOf(one)).toContain('list_cut')
})

test.each(['(a+)+', '(a|b)*c', '.*.*.*x', '(?=a)', 'a{1,9}b+c*', '(', 'x'.repeat(200)])(
  'the pattern %s is refused',
  (pattern) => {
    expect(isSafePattern(pattern)).toBe(false)
  },
)
