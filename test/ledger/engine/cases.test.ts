import { describe, expect, test } from 'vitest'
import { rateNames } from '../../../main/core/matching/names/compare.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { codesOf, counterparty, entry, findingsOf, item, match, only, pairsOf } from './make.ts'

const similarity = (a: string, b: string) => rateNames(prepareName(a), prepareName(b)).score

describe('acceptance cases of matching (ledger specification 15.4)', () => {
  test('82: amount and day alone, unique: 55, possible', () => {
    const one = only(match({ items: [item('i', 50_000, '2026-03-02')], entries: [entry('e', 50_000, '2026-03-02')] }))
    expect(one).toMatchObject({ score: 55, band: 'possible', mayBeUnattended: false })
    expect(codesOf(one)).toEqual(['A1', 'D1', 'U1'])
  })

  test('83: invoice number, amount, name and two days: 100, strong', () => {
    const one = only(
      match({
        items: [
          item('i', 119_000, '2026-03-04', { counterpartyName: 'Nordwind Handel', text: 'INV-2025-0007 thanks' }),
        ],
        entries: [
          entry('e', 119_000, '2026-03-02', { counterpartyName: 'Nordwind Handel GmbH', documentNo: 'INV-2025-0007' }),
        ],
      }),
    )
    expect(one).toMatchObject({ score: 100, band: 'strong' })
    expect(codesOf(one)).toEqual(['A1', 'R3', 'C3', 'D2', 'U1'])
    expect(one.reasons[1]?.evidence).toMatchObject({ fragment: 'INV-2025-0007' })
  })

  const weekly = (count: number, more = {}) =>
    Array.from({ length: count }, (_, i) => ({ day: `2026-03-${String(1 + 7 * i).padStart(2, '0')}`, i, more }))
  const payee = { counterpartyName: 'Garage Lindner' }

  test('84: four weekly debits of one payee in order of date', () => {
    const result = match({
      items: weekly(4).map(({ day, i }) => item(`i${i}`, -10_000, day, payee)),
      entries: weekly(4).map(({ i }) =>
        entry(`e${i}`, -10_000, `2026-03-${String(2 + 7 * i).padStart(2, '0')}`, payee),
      ),
    })
    expect(pairsOf(result)).toEqual(['i0=e0', 'i1=e1', 'i2=e2', 'i3=e3'])
    for (const proposal of result.proposals) expect(codesOf(proposal)).toContain('U3')
  })

  test.each([0, 1, 2, 3, 4])(
    '85: five debits, four entries: the line without entry takes no other week (%i)',
    (gap) => {
      const result = match({
        items: weekly(5).map(({ day, i }) => item(`i${i}`, -10_000, day, payee)),
        entries: weekly(5)
          .filter(({ i }) => i !== gap)
          .map(({ day, i }) => entry(`e${i}`, -10_000, day, payee)),
      })
      expect(pairsOf(result)).toEqual([0, 1, 2, 3, 4].filter((i) => i !== gap).map((i) => `i${i}=e${i}`))
    },
  )

  test('85: nor does a whole series move by one week because an older entry is open', () => {
    const result = match({
      items: weekly(5).map(({ day, i }) => item(`i${i}`, -10_000, day, payee)),
      entries: [
        entry('old', -10_000, '2026-02-22', payee),
        ...weekly(5)
          .filter(({ i }) => i !== 2)
          .map(({ day, i }) => entry(`e${i}`, -10_000, day, payee)),
      ],
    })
    expect(pairsOf(result)).toEqual(['i0=e0', 'i1=e1', 'i3=e3', 'i4=e4'])
  })

  test('86: two customers, one amount and day: each by name', () => {
    const result = match({
      items: [
        item('i1', 25_000, '2026-03-02', { counterpartyName: 'Anna Schmidt' }),
        item('i2', 25_000, '2026-03-02', { counterpartyName: 'Pedro Aguirre' }),
      ],
      entries: [
        entry('e1', 25_000, '2026-03-02', { counterpartyName: 'Aguirre, Pedro' }),
        entry('e2', 25_000, '2026-03-02', { counterpartyName: 'Schmidt Anna' }),
      ],
    })
    expect(pairsOf(result)).toEqual(['i1=e2', 'i2=e1'])
    expect(findingsOf(result)).not.toContain('ambiguous_match')
  })

  test('87: two lines and two entries of one amount and day: two proposals, ambiguous, none strong', () => {
    const result = match({
      items: [item('i1', 25_000, '2026-03-02'), item('i2', 25_000, '2026-03-02')],
      entries: [entry('e1', 25_000, '2026-03-02'), entry('e2', 25_000, '2026-03-02')],
    })
    expect(result.proposals).toHaveLength(2)
    for (const one of result.proposals) {
      expect(one.band).not.toBe('strong')
      expect(one.ambiguousWith).toHaveLength(1)
      expect(one.score).toBe(one.reasons.reduce((sum, { points }) => sum + points, 0))
    }
    expect(findingsOf(result)).toEqual(['ambiguous_match', 'ambiguous_match'])
  })

  test('89: both numbers in the text: one to many, 92', () => {
    const one = only(
      match({
        items: [item('i', 100_000, '2026-03-02', { counterpartyName: 'Nordwind', text: 'RE-10071 RE-10072' })],
        entries: [
          entry('e1', 40_000, '2026-03-02', { counterpartyName: 'Nordwind', documentNo: 'RE-10071' }),
          entry('e2', 60_000, '2026-03-02', { counterpartyName: 'Nordwind', documentNo: 'RE-10072' }),
        ],
      }),
    )
    expect(one).toMatchObject({ kind: 'one_to_many', score: 92, band: 'strong' })
    expect(one.reasons.map(({ code, points }) => `${code} ${points}`)).toEqual(['A2 35', 'R3 32', 'C3 15', 'D1 10'])
  })

  /** Amounts of no pattern up to 5 000.00. */
  const unrelated = (count: number, day = '2026-03-02') => {
    let state = 42
    return Array.from({ length: count }, (_, i) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return entry(`u${String(i).padStart(2, '0')}`, 1 + (state % 499_979), day)
    })
  }

  test('90: exactly one pair of forty unrelated entries: suggested, by amount alone, with the chance', () => {
    const entries = unrelated(40)
    const [a, b] = [entries[3], entries[29]]
    const one = only(match({ items: [item('i', (a?.open ?? 0) + (b?.open ?? 0), '2026-03-02')], entries }))
    expect(one.kind).toBe('one_to_many')
    expect(one.legs.map(({ id }) => id).sort()).toEqual(['i', 'u03', 'u29'])
    const chance = one.reasons.find(({ code }) => code === 'chance')?.evidence.chance
    // 820 subsets of at most two, over a range of about a million minor units.
    expect(chance).toBeGreaterThan(0.0005)
    expect(chance).toBeLessThan(0.002)
    expect(one.mayBeUnattended).toBe(false)
  })

  test('91: several triples of the payer: ambiguous, alternatives named, not unattended', () => {
    const name = { counterpartyName: 'Holzbau Lindner' }
    const amounts = [10_000, 20_000, 30_000, 12_000, 18_000, 45_100, 47_300]
    const given = (more: object) => ({
      items: [item('i', 60_000, '2026-03-03', more)],
      entries: amounts.map((amount, i) => entry(`e${i}`, amount, '2026-03-02', more)),
      profile: { groupAmountOnly: 4 },
    })
    // Without a payer there is nothing but the amount, and that speaks for several.
    expect(match(given({})).proposals).toEqual([])
    const result = match(given(name))
    expect(findingsOf(result)).toContain('ambiguous_match')
    const one = only(result)
    expect(one.band).not.toBe('strong')
    const alternatives = one.reasons.find(({ code }) => code === 'alternatives')?.evidence.alternatives
    expect(alternatives).toBeDefined()
    expect((alternatives as string[]).length).toBeLessThanOrEqual(3)
    expect(one.mayBeUnattended).toBe(false)
  })

  test('92: a group of four among twenty multiples of 50.00 is chance: not suggested', () => {
    const entries = Array.from({ length: 20 }, (_, i) => entry(`e${i}`, 5000 * (1 + ((i * 7) % 19)), '2026-03-02'))
    const target = [0, 5, 9, 14].reduce((sum, at) => sum + (entries[at]?.open ?? 0), 0)
    expect(match({ items: [item('i', target, '2026-03-02')], entries }).proposals).toEqual([])
  })

  test('93: three card deposits, one total in the books: many to one', () => {
    const card = { text: 'KARTENZAHLUNG ABRECHNUNG', bankCode: 'PMNT-MCRD' }
    const one = only(
      match({
        items: [
          item('i1', 12_345, '2026-03-02', card),
          item('i2', 6789, '2026-03-02', card),
          item('i3', 4321, '2026-03-02', card),
        ],
        entries: [entry('e', 23_455, '2026-03-02')],
      }),
    )
    expect(one).toMatchObject({ kind: 'many_to_one', difference: 0 })
    expect(codesOf(one)).toContain('structure')
  })

  test("94: a payout less the provider's known fee: the fee is proposed to its ledger", () => {
    const shop = counterparty('p', 'Paywell', { usualDeduction: { perMille: 30, ledgerId: 'fees' } })
    const one = only(
      match({
        items: [item('i', 97_000, '2026-03-03', { counterpartyName: 'PAYWELL' })],
        entries: [entry('e', 100_000, '2026-03-02', { counterpartyId: 'p', counterpartyName: 'Paywell' })],
        counterparties: [shop],
      }),
    )
    expect(codesOf(one)).toEqual(['A4', 'C3', 'D1'])
    expect(one).toMatchObject({
      difference: -3000,
      treatment: { kind: 'write_off', ledgerId: 'fees' },
      mayBeUnattended: false,
    })
  })

  test('94: a number that agrees as well does not make a part of what a known fee explains', () => {
    const shop = counterparty('p', 'Paywell', { usualDeduction: { perMille: 30, ledgerId: 'fees' } })
    const one = only(
      match({
        items: [item('i', 97_000, '2026-03-03', { counterpartyName: 'PAYWELL', text: 'Payout P-4711008' })],
        entries: [
          entry('e', 100_000, '2026-03-02', {
            counterpartyId: 'p',
            counterpartyName: 'Paywell',
            documentNo: 'P-4711008',
          }),
        ],
        counterparties: [shop],
      }),
    )
    expect(codesOf(one)).toEqual(['A4', 'R3', 'C3', 'D1'])
    expect(one).toMatchObject({ score: 85, difference: -3000, treatment: { kind: 'write_off', ledgerId: 'fees' } })
  })

  test('95: an invoice paid with a stated discount: write-off proposed', () => {
    const one = only(
      match({
        items: [item('i', 98_000, '2026-03-03', { text: 'INV-20071 abzgl. Skonto 20,00' })],
        entries: [entry('e', 100_000, '2026-03-02', { documentNo: 'INV-20071' })],
      }),
    )
    expect(codesOf(one)).toContain('A4')
    expect(one).toMatchObject({ difference: -2000, treatment: { kind: 'write_off', reason: 'discount' } })
  })

  test('96: 600.00 of 1 000.00 with number: partial; the other 400.00 completes', () => {
    const booked = entry('e', 100_000, '2026-03-02', { documentNo: 'INV-20071' })
    const first = match({ items: [item('i', 60_000, '2026-03-03', { text: 'INV-20071' })], entries: [booked] })
    expect(only(first)).toMatchObject({ treatment: { kind: 'leave_open' }, difference: 0, mayBeUnattended: false })
    expect(only(first).legs).toEqual([
      { side: 'source', id: 'i', amount: 60_000 },
      { side: 'ledger', id: 'e', amount: 60_000 },
    ])
    expect(codesOf(only(first))).toContain('A5')
    expect(findingsOf(first)).toContain('amount_difference')
    const rest = match({
      items: [item('i2', 40_000, '2026-03-13', { text: 'INV-20071 rest' })],
      entries: [{ ...booked, open: 40_000 }],
    })
    expect(only(rest)).toMatchObject({ treatment: { kind: 'none' }, difference: 0 })
  })

  test('97: overpaid by 10.00: the line stays open with 10.00', () => {
    const one = only(
      match({
        items: [item('i', 101_000, '2026-03-03', { text: 'INV-20071' })],
        entries: [entry('e', 100_000, '2026-03-02', { documentNo: 'INV-20071' })],
      }),
    )
    expect(one.legs).toEqual([
      { side: 'source', id: 'i', amount: 100_000 },
      { side: 'ledger', id: 'e', amount: 100_000 },
    ])
    expect(one.treatment).toEqual({ kind: 'leave_open' })
  })

  test('98: a debit and its return are netted; the supplier entry stays open', () => {
    const supplier = { counterpartyName: 'Kohl Bau', counterpartyAccount: 'DE1' }
    const back = item('r', 7500, '2026-03-09', { ...supplier, returnReason: 'AC04' })
    const result = match({
      items: [item('d', -7500, '2026-03-05', supplier), back],
      entries: [entry('e', -7500, '2026-03-04', supplier)],
    })
    expect(only(result)).toMatchObject({ kind: 'netting', difference: 0 })
    expect(pairsOf(result)).toEqual(['d+r='])
    const alone = match({ items: [back], entries: [] })
    expect(alone.proposals).toEqual([])
    expect(findingsOf(alone)).toEqual(['unlinked_return'])
  })

  test('99: a transfer to the own savings account names the other ledger', () => {
    const moved = item('i', -50_000, '2026-03-05', { counterpartyAccount: 'DE89 3704 0044 0532 0130 00' })
    const ownAccounts = { DE89370400440532013000: 'savings' }
    const other = { ledgerId: 'savings', amount: 50_000, currency: 'EUR', bookingDate: '2026-03-07' }
    const missing = match({ items: [moved], ownAccounts, ownMovements: [{ ...other, bookingDate: '2026-03-20' }] })
    expect(missing.closings).toEqual([
      { itemId: 'i', ledgerId: 'savings', reason: 'transfer_own_account', ruleId: null, unattended: false },
    ])
    expect(findingsOf(missing)).toEqual(['transfer_counterpart_missing'])
    const later = { ...other, amount: 1, bookingDate: '2026-03-20' }
    expect(match({ items: [moved], ownAccounts, ownMovements: [other, later] }).findings).toEqual([])
    expect(match({ items: [moved], ownAccounts, ownMovements: [] }).findings).toEqual([])
  })

  test('100: a cheque that was written 120 days earlier', () => {
    const one = only(
      match({
        items: [item('i', -33_300, '2026-05-01', { chequeNo: '000558' })],
        entries: [entry('e', -33_300, '2026-01-01', { chequeNo: '558' })],
      }),
    )
    expect(codesOf(one)).toEqual(['A1', 'R2', 'D4', 'U1'])
  })

  test('101: a year in the text is no evidence for an invoice of that number', () => {
    const one = only(
      match({
        items: [item('i', 10_000, '2026-03-02', { text: 'Beitrag 2025', counterpartyName: 'Kohl Bau' })],
        entries: [entry('e', 10_000, '2026-03-02', { documentNo: '2025', counterpartyName: 'Kohl Bau' })],
      }),
    )
    expect(codesOf(one)).toEqual(['A1', 'C3', 'D1', 'U1'])
  })

  test('102: an RF reference with a wrong check digit is plain text', () => {
    const withReference = (reference: string) =>
      codesOf(
        only(
          match({
            items: [item('i', 10_000, '2026-03-07', { text: `payment ${reference}` })],
            entries: [entry('e', 10_000, '2026-03-02', { references: [{ kind: 'rf', value: reference }] })],
          }),
        ),
      )
    expect(withReference('RF18539007547034')).toContain('R1')
    expect(withReference('RF19539007547034')).not.toContain('R1')
  })

  test('a valid RF reference after five days, unique: 90', () => {
    const one = only(
      match({
        items: [item('i', 10_000, '2026-03-07', { text: 'RF18 5390 0754 7034' })],
        entries: [entry('e', 10_000, '2026-03-02', { references: [{ kind: 'rf', value: 'RF18539007547034' }] })],
      }),
    )
    expect(one).toMatchObject({ score: 90, band: 'strong', mayBeUnattended: true })
    expect(one.reasons[1]?.evidence.fragment).toBe('RF18 5390 0754 7034')
  })

  test("103: supplier B's account under supplier A's name: C5 and a warning", () => {
    const result = match({
      items: [
        item('i', -10_000, '2026-03-02', {
          counterpartyName: 'Kohl Bau',
          counterpartyAccount: 'DE02',
          text: 'INV-20071',
        }),
      ],
      entries: [entry('e', -10_000, '2026-03-02', { counterpartyId: 'a', documentNo: 'INV-20071' })],
      counterparties: [
        counterparty('a', 'Kohl Bau', { accounts: ['DE01'] }),
        counterparty('b', 'Lindner Holz', { accounts: ['DE02'] }),
      ],
    })
    expect(only(result)).toMatchObject({ score: 62, mayBeUnattended: false })
    expect(codesOf(only(result))).toContain('C5')
    expect(findingsOf(result)).toEqual(['wrong_counterparty'])
  })

  test('104: both spellings and the connecting word', () => {
    expect(similarity('Müller & Söhne GmbH', 'MUELLER UND SOEHNE')).toBeGreaterThanOrEqual(0.92)
  })

  test('105: a name cut at 32 characters', () => {
    const whole = 'Nordic Timber and Building Supplies International Ltd'
    expect(similarity(whole, whole.slice(0, 32))).toBeGreaterThanOrEqual(0.92)
  })

  test('106: a rejected pair is not offered; with include_rejected it is, but never taken unattended', () => {
    const given = {
      items: [item('i', 10_000, '2026-03-02', { text: 'RF18539007547034' })],
      entries: [entry('e', 10_000, '2026-03-02', { references: [{ kind: 'rf', value: 'RF18539007547034' }] })],
    }
    const before = only(match(given))
    expect(before.mayBeUnattended).toBe(true)
    const rejected = new Set([before.stableKey])
    expect(match({ ...given, rejected }).proposals).toEqual([])
    expect(only(match({ ...given, rejected, offerRejected: true }))).toMatchObject({
      stableKey: before.stableKey,
      mayBeUnattended: false,
    })
  })

  test('110: unattended only what is exact, referenced and without a rival', () => {
    const line = item('i', 100_000, '2026-03-04', { counterpartyName: 'Nordwind Handel', text: 'INV-20071' })
    const booked = entry('e', 100_000, '2026-03-02', { documentNo: 'INV-20071', counterpartyName: 'Nordwind Handel' })
    expect(only(match({ items: [line], entries: [booked] })).mayBeUnattended).toBe(true)
    const part = only(match({ items: [{ ...line, open: 60_000, amount: 60_000 }], entries: [booked] }))
    expect(part.mayBeUnattended).toBe(false)
    // A second entry of the same amount and payer, named by a number with another prefix: eight points less.
    const rival = entry('e2', 100_000, '2026-03-03', { documentNo: 'AB-920072', counterpartyName: 'Nordwind Handel' })
    const beside = match({ items: [{ ...line, text: 'INV-20071 / RE920072' }], entries: [booked, rival] })
    expect(beside.proposals.find(({ legs }) => legs.some(({ id }) => id === 'e'))).toMatchObject({
      band: 'strong',
      mayBeUnattended: false,
    })
    expect(findingsOf(beside)).toContain('ambiguous_match')
  })

  test('113: opposite signs never match, whatever else agrees', () => {
    const more = { counterpartyName: 'Nordwind' }
    const result = match({
      items: [item('i', 10_000, '2026-03-02', { ...more, text: 'INV-20071' })],
      entries: [entry('e', -10_000, '2026-03-02', { ...more, documentNo: 'INV-20071' })],
    })
    expect(result.proposals).toEqual([])
  })

  test('114: equal in the original currency: suggested, never unattended', () => {
    const one = only(
      match({
        items: [
          item('i', -11_042, '2026-03-03', {
            originalAmount: -12_000,
            originalCurrency: 'USD',
            counterpartyName: 'Cloudbase',
          }),
        ],
        entries: [entry('e', -12_000, '2026-03-02', { currency: 'USD', counterpartyName: 'Cloudbase' })],
      }),
    )
    expect(codesOf(one)).toContain('A1')
    expect(one).toMatchObject({ difference: 0, mayBeUnattended: false })
  })

  test('114: a number that agrees as well does not hide that the original amounts are equal', () => {
    const one = only(
      match({
        items: [
          item('i', -11_042, '2026-03-03', { originalAmount: -12_000, originalCurrency: 'USD', text: 'INV-20071' }),
        ],
        entries: [entry('e', -12_000, '2026-03-02', { currency: 'USD', documentNo: 'INV-20071' })],
      }),
    )
    expect(codesOf(one)).toEqual(expect.arrayContaining(['A1', 'R3', 'D1']))
    expect(one).toMatchObject({ difference: 0, mayBeUnattended: false })
  })

  test('114: a near value in the currency of the books is a suggestion, with its difference', () => {
    const known = { counterpartyAccount: 'DE77' }
    const result = match({
      items: [item('i', -11_042, '2026-03-03', known)],
      entries: [entry('e', -12_000, '2026-03-02', { ...known, currency: 'USD', amountLcy: 11_000 })],
    })
    expect(codesOf(only(result))).toEqual(['A3', 'C1', 'D1'])
    expect(only(result).mayBeUnattended).toBe(false)
    expect(result.findings).toMatchObject([{ type: 'currency_difference', amount: -42 }])
  })
})
