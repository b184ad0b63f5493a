import { expect, test } from 'vitest'
import { codesOf, entry, item, match, only, pairsOf } from './make.ts'

/** One case for each rule that the books of an association asked for (generated/make-association-books.ts). */

test.each(['I. Santos', 'SANTOS I', 'Irene Elisa Santos'])('%s is alike Irene Santos', (name) => {
  const one = only(
    match({
      items: [item('i', 72_000, '2026-03-03', { counterpartyName: name })],
      entries: [entry('e', 72_000, '2026-03-02', { counterpartyName: 'Irene Santos' })],
    }),
  )
  expect(['C3', 'C4']).toContain(codesOf(one)[1])
})

test('somebody else of the same surname is not alike', () => {
  const one = only(
    match({
      items: [item('i', 72_000, '2026-03-03', { counterpartyName: 'M. Santos' })],
      entries: [entry('e', 72_000, '2026-03-02', { counterpartyName: 'Irene Santos' })],
    }),
  )
  expect(codesOf(one)).toEqual(['A1', 'D1', 'U1'])
})

test('of two equal rents that an office pays, each text names its tenant', () => {
  const office = { counterpartyName: 'CITY OFFICE' }
  const result = match({
    items: [
      item('i1', 72_000, '2026-03-02', { ...office, text: 'RENT FOR ANA RUIZ 0815' }),
      item('i2', 72_000, '2026-03-02', { ...office, text: 'RENT FOR LEO MARTIN 0816' }),
    ],
    entries: [
      entry('e1', 72_000, '2026-03-02', { counterpartyName: 'Leo Martin' }),
      entry('e2', 72_000, '2026-03-02', { counterpartyName: 'Ana Ruiz' }),
    ],
  })
  expect(pairsOf(result)).toEqual(['i1=e2', 'i2=e1'])
  expect(result.proposals[0]?.reasons.find(({ code }) => code === 'C4')).toMatchObject({
    points: 8,
    text: 'The text names the counterparty',
    evidence: { fragment: 'ANA RUIZ', entry_name: 'Ana Ruiz' },
  })
})

test('a payout named in the text, with what was taken back of it', () => {
  const part = (id: string, amount: number) => entry(id, amount, '2026-03-02', { batchId: 'PO-701007' })
  const one = only(
    match({
      items: [item('i', 12_000, '2026-03-04', { text: 'PAYOUT PO-701007' })],
      entries: [part('e1', 9000), part('e2', 6000), part('e3', -3000)],
    }),
  )
  expect(codesOf(one)).toEqual(['A2', 'R3', 'D2'])
  expect(one).toMatchObject({ kind: 'one_to_many', difference: 0 })
  expect(one.legs.map(({ amount }) => amount)).toEqual([12_000, 9000, 6000, -3000])
})

test('a whole batch goes before a nearer one that lacks a member', () => {
  const part = (id: string, amount: number, day: string, batchId: string) => entry(id, amount, day, { batchId })
  const one = only(
    match({
      items: [item('i', 30_000, '2026-03-06')],
      entries: [
        part('a1', 10_000, '2026-03-03', 'PAY-A1'),
        part('a2', 20_000, '2026-03-03', 'PAY-A1'),
        part('b1', 12_500, '2026-03-06', 'PAY-B1'),
        part('b2', 17_500, '2026-03-06', 'PAY-B1'),
        part('b3', 4100, '2026-03-06', 'PAY-B1'),
      ],
      profile: { storeFrom: 40 },
    }),
  )
  expect(one.legs.map(({ id }) => id)).toEqual(['i', 'a1', 'a2'])
})

test("a bank's charges of one day, each called otherwise, are one entry", () => {
  const charge = (id: string, amount: number, text: string) =>
    item(id, amount, '2026-03-31', { text, bankCode: 'ACMT-MCOP-CHRG' })
  const result = match({
    items: [charge('i1', -990, 'ACCOUNT'), charge('i2', -350, 'POSTAGE'), charge('i3', -350, 'LINES')],
    entries: [entry('e', -1690, '2026-03-31', { description: 'Bank charges' })],
  })
  expect(pairsOf(result)).toEqual(['i1+i2+i3=e'])
})

test('an invoice less a credit note, both named', () => {
  const supplier = { counterpartyName: 'Malerbetrieb Sandby' }
  const one = only(
    match({
      items: [item('i', -40_000, '2026-03-03', { ...supplier, text: 'RE-2326 LESS CREDIT NOTE RE-2327' })],
      entries: [
        entry('e1', -50_000, '2026-03-02', { ...supplier, externalDocumentNo: 'RE-2326' }),
        entry('e2', 10_000, '2026-03-02', { ...supplier, externalDocumentNo: 'RE-2327' }),
      ],
    }),
  )
  expect(codesOf(one)).toEqual(['A2', 'R3', 'C3', 'D1'])
  expect(one).toMatchObject({ difference: 0, mayBeUnattended: false })
  expect(one.reasons[1]?.evidence).toMatchObject({ fragments: ['RE-2326', 'RE-2327'] })
})

test('the storno of a wrong booking is not taken off what the line pays', () => {
  const facts = { counterpartyName: 'Ana Ruiz', documentNo: 'K25-2063' }
  const result = match({
    items: [item('i', 6000, '2026-03-03', { counterpartyName: 'Ana Ruiz', text: 'INVOICE K25-2063' })],
    entries: [
      entry('wrong', 6000, '2026-03-01', facts),
      entry('storno', -6000, '2026-03-02', { ...facts, description: 'Storno' }),
      entry('right', 6000, '2026-03-02', facts),
    ],
  })
  expect(result.proposals.map(({ legs }) => legs.length)).toEqual([2, 2])
})

test('digits that changed places: the number and the name agree, more is paid than is open', () => {
  const one = only(
    match({
      items: [item('i', 12_802, '2026-03-03', { counterpartyName: 'Julia Santos', text: 'INVOICE K25-2187' })],
      entries: [entry('e', 12_082, '2026-03-02', { counterpartyName: 'Julia Santos', documentNo: 'K25-2187' })],
    }),
  )
  expect(codesOf(one)).toEqual(['A5', 'R3', 'C3', 'D1'])
  expect(one.band).toBe('likely')
})

test('a late payment under the id of every month is not surely the next one early', () => {
  const facts = { counterpartyName: 'Carlos Navarro', counterpartyAccount: 'DE8937040044' }
  const rent = (id: string, day: string) =>
    entry(id, 28_333, day, { ...facts, references: [{ kind: 'end_to_end', value: 'SO-MV3600' }] })
  const result = match({
    items: [item('i', 28_333, '2026-09-29', { ...facts, endToEndId: 'SO-MV3600' })],
    entries: [rent('september', '2026-09-01'), rent('october', '2026-10-01')],
  })
  const one = only(result)
  expect(pairsOf(result)).toEqual(['i=october'])
  expect(one).toMatchObject({ score: 89, band: 'likely' })
  expect(codesOf(one)).toContain('alternatives')
})

test('lines and entries of one day and amount are not paired where other names stand on them', () => {
  const names = ['Ana Ruiz', 'Leo Martin', 'Ida Berg', 'Tom Vogel']
  const result = match({
    items: names.slice(0, 2).map((name, at) => item(`i${at}`, 5000, '2026-03-02', { counterpartyName: name })),
    entries: names.slice(2).map((name, at) => entry(`e${at}`, 5000, '2026-03-02', { counterpartyName: name })),
  })
  expect(result.proposals).toEqual([])
})
