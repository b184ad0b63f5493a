import { expect, test, vi } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { type Booked, openCases, pairsOf, pointsOf } from '../support/one-case.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

/** A month later, so that what is only in the books is not old. */
const at = () => Date.parse('2026-03-31T12:00:00Z')
const open = async () => openCases(await createTestCore({ ports: { now: at } }))
const day = '2026-03-02'
const march = (date: number) => `2026-03-${String(date).padStart(2, '0')}`

test('single lines: scores, bands and reasons to the point (82, 83, 86, 87, 100, 101, 102, 104, 113, 114)', async () => {
  const cases = await open()
  const only = async (of: Awaited<ReturnType<typeof cases.open>>) => {
    const [match, ...others] = await of.matches()
    expect(others).toEqual([])
    expect(match?.status).toBe('suggested')
    return match
  }

  const plain = await cases.open()
  await plain.book([50_000, day])
  await plain.send([{ amount: 50_000, date: day }])
  expect(await plain.pass()).toMatchObject({ matched: 1, suggested: 1, accepted: 0 })
  const case82 = await only(plain)
  expect(case82).toMatchObject({ score: 55, band: 'possible', kind: 'one_to_one' })
  expect(pointsOf(case82)).toEqual(['A1 35', 'D1 10', 'U1 10'])

  const invoice = await cases.open()
  await invoice.book([119_000, day, { document_no: 'INV-2025-0007', counterparty_name: 'Nordwind Handel' }])
  await invoice.send([{ amount: 119_000, date: march(4), name: 'Nordwind Handel', text: 'Thanks, INV-2025-0007' }])
  await invoice.pass()
  const case83 = await only(invoice)
  expect(case83).toMatchObject({ score: 100, band: 'strong' })
  expect(pointsOf(case83)).toEqual(['A1 35', 'R3 32', 'C3 15', 'D2 8', 'U1 10'])

  const names = await cases.open()
  const booked = await names.book(
    [25_000, day, { counterparty_name: 'Aguirre, Pedro' }],
    [25_000, day, { counterparty_name: 'Schmidt Anna' }],
  )
  await names.send([
    { amount: 25_000, date: day, name: 'Anna Schmidt' },
    { amount: 25_000, date: day, name: 'Pedro Aguirre' },
  ])
  await names.pass()
  expect(pairsOf(await names.matches(), await names.items(), booked)).toEqual(['0=1', '1=0'])
  expect(await names.open('ambiguous_match')).toEqual([])

  const twins = await cases.open()
  await twins.book([25_000, day], [25_000, day])
  await twins.send([
    { amount: 25_000, date: day },
    { amount: 25_000, date: day },
  ])
  expect((await twins.pass()).matched).toBe(2)
  for (const match of await twins.matches()) {
    expect(match.band).not.toBe('strong')
    expect(match.ambiguous_with).toHaveLength(1)
  }
  expect((await twins.open('ambiguous_match')).map(({ severity }) => severity)).toEqual(['info', 'info'])

  const cheque = await cases.open()
  await cheque.book([-33_300, '2026-01-01', { cheque_no: '558' }])
  await cheque.send([{ amount: -33_300, date: '2026-05-01' }], (xml) =>
    xml.replace('<TxDtls>', '<TxDtls><Refs><ChqNb>000558</ChqNb></Refs>'),
  )
  await cheque.pass()
  expect(pointsOf(await only(cheque))).toEqual(['A1 35', 'R2 40', 'D4 0', 'U1 10'])

  const year = await cases.open()
  await year.book([10_000, day, { document_no: '2025', counterparty_name: 'Kohl Bau' }])
  await year.send([{ amount: 10_000, date: day, name: 'Kohl Bau', text: 'Beitrag 2025' }])
  await year.pass()
  expect(pointsOf(await only(year))).toEqual(['A1 35', 'C3 15', 'D1 10', 'U1 10'])

  const reference = async (value: string) => {
    const one = await cases.open()
    await one.book([10_000, day, { references: [{ kind: 'rf', value }] }])
    await one.send([{ amount: 10_000, date: day, text: `payment ${value}` }])
    await one.pass()
    return pointsOf(await only(one))
  }
  expect(await reference('RF18539007547034')).toEqual(['A1 35', 'R1 40', 'D1 10', 'U1 10'])
  // Wrong check digits: what the books and the text both say is found as text, no more.
  expect(await reference('RF19539007547034')).toEqual(['A1 35', 'R3 32', 'D1 10', 'U1 10'])

  const spelling = await cases.open()
  await spelling.book([10_000, day, { counterparty_name: 'Müller & Söhne GmbH' }])
  await spelling.send([{ amount: 10_000, date: day, name: 'MUELLER UND SOEHNE' }])
  await spelling.pass()
  expect(pointsOf(await only(spelling))).toContain('C3 15')

  const signs = await cases.open()
  await signs.book([-10_000, day, { document_no: 'INV-20071', counterparty_name: 'Nordwind' }])
  await signs.send([{ amount: 10_000, date: day, name: 'Nordwind', text: 'INV-20071' }])
  expect(await signs.pass()).toMatchObject({ matched: 0 })

  const foreign = await cases.open({ unattended: true })
  await foreign.book([
    -11_100,
    day,
    { original_amount: { amount: '-12000', currency: 'USD', precision: 2 }, counterparty_name: 'Cloudbase' },
  ])
  await foreign.send([{ amount: -11_042, date: day, name: 'Cloudbase' }], (xml) =>
    xml.replace('<TxDtls>', '<TxDtls><AmtDtls><InstdAmt><Amt Ccy="USD">120.00</Amt></InstdAmt></AmtDtls>'),
  )
  expect(await foreign.pass()).toMatchObject({ suggested: 1, accepted: 0 })
  const case114 = await only(foreign)
  expect(pointsOf(case114)).toEqual(['A1 35', 'C3 15', 'D1 10'])
})

test('groups: both numbers, a pair among forty, several triples, chance, cards (89 to 93)', async () => {
  const cases = await open()

  const both = await cases.open()
  const party = { counterparty_name: 'Nordwind' }
  await both.book(
    [40_000, day, { document_no: 'RE-10071', ...party }],
    [60_000, day, { document_no: 'RE-10072', ...party }],
  )
  await both.send([{ amount: 100_000, date: day, name: 'Nordwind', text: 'RE-10071 RE-10072' }])
  await both.pass()
  const [case89] = await both.matches()
  expect(case89).toMatchObject({ kind: 'one_to_many', score: 92, band: 'strong', status: 'suggested' })
  expect(pointsOf(case89)).toEqual(['A2 35', 'R3 32', 'C3 15', 'D1 10'])

  let state = 42
  const unrelated = Array.from({ length: 40 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return [1 + (state % 499_979), day] as const
  })
  const forty = await cases.open({ unattended: true })
  const entries = await forty.book(...unrelated)
  await forty.send([{ amount: (unrelated[3]?.[0] ?? 0) + (unrelated[29]?.[0] ?? 0), date: day }])
  expect(await forty.pass()).toMatchObject({ matched: 1, accepted: 0 })
  const found = await forty.matches()
  expect(pairsOf(found, await forty.items(), entries)).toEqual(['0=29+3'])
  expect(found[0]).toMatchObject({ kind: 'one_to_many', status: 'suggested' })
  expect(found[0]?.reasons.some(({ code }) => /^[RC]\d/.test(code))).toBe(false)
  const chance = found[0]?.reasons.find(({ code }) => code === 'chance')?.evidence.chance
  expect(chance).toBeGreaterThan(0.0005)
  expect(chance).toBeLessThan(0.002)

  const triples = await cases.open({ unattended: true })
  const payer = { counterparty_name: 'Holzbau Lindner' }
  const amounts = [10_000, 20_000, 30_000, 12_000, 18_000, 11_000, 19_000, 9000, 21_000, 13_000, 17_000]
  await triples.book(...amounts.map((amount) => [amount, day, payer] as const))
  await triples.send([{ amount: 60_000, date: march(3), name: 'Holzbau Lindner' }])
  expect(await triples.pass()).toMatchObject({ matched: 1, accepted: 0 })
  const [case91] = await triples.matches()
  expect(case91?.legs.filter(({ side }) => side === 'ledger')).toHaveLength(3)
  const alternatives = case91?.reasons.find(({ code }) => code === 'alternatives')?.evidence.alternatives
  expect(alternatives).toHaveLength(3)
  expect(await triples.open('ambiguous_match')).toHaveLength(1)

  const multiples = await cases.open()
  const rounds = Array.from({ length: 20 }, (_, i) => 5000 * (1 + ((i * 7) % 19)))
  await multiples.book(...rounds.map((amount) => [amount, day] as const))
  await multiples.send([{ amount: [0, 5, 9, 14].reduce((sum, at) => sum + (rounds[at] ?? 0), 0), date: day }])
  expect(await multiples.pass()).toMatchObject({ matched: 0 })

  const cards = await cases.open()
  await cards.book([23_455, day])
  const card = { date: day, text: 'KARTENZAHLUNG ABRECHNUNG' }
  await cards.send([12_345, 6789, 4321].map((amount) => ({ amount, ...card })))
  await cards.pass()
  expect(await cards.matches()).toMatchObject([{ kind: 'many_to_one', difference: { amount: '0' } }])
})

test('series and order: four weeks in order, and lines in any order of the file (84, 108)', async () => {
  const cases = await open()
  const weeks = [1, 8, 15, 22]
  const played = async (order: readonly number[]) => {
    const one = await cases.open()
    const entries = await one.book(
      ...weeks.map((date) => [-10_000, march(date + 1), { counterparty_name: 'Garage Lindner' }] as const),
      [50_000, march(5), { document_no: 'INV-20071' }],
    )
    const lines = [
      ...weeks.map((date) => ({ amount: -10_000, date: march(date), name: 'Garage Lindner' })),
      { amount: 50_000, date: march(6), text: 'INV-20071' },
    ]
    await one.send(order.flatMap((at) => lines[at] ?? []))
    await one.pass()
    const items = await one.items()
    const inOrder = order.map((_, at) => items[order.indexOf(at)]).flatMap((item) => item ?? [])
    const found = await one.matches()
    return found
      .map((match) => `${pairsOf([match], inOrder, entries)[0]} ${match.score} ${pointsOf(match)?.join(' ')}`)
      .sort()
  }
  const straight = await played([0, 1, 2, 3, 4])
  expect(straight.map((text) => text.split(' ')[0])).toEqual(['0=0', '1=1', '2=2', '3=3', '4=4'])
  for (const text of straight.slice(0, 4)) expect(text).toContain('U3')
  expect(await played([3, 0, 4, 2, 1])).toEqual(straight)
})

test('what differs: fee, discount, part and rest, too much, return, transfer (94 to 96, 98, 99)', async () => {
  const cases = await open()
  await cases.user.post('/v1/ledgers/counterparties', {
    name: 'Paywell',
    usual_deduction: { per_mille: 30, ledger_id: cases.fees },
  })

  const payout = await cases.open({ unattended: true })
  const [sold] = await payout.book([100_000, day, { counterparty_name: 'Paywell', document_no: 'P-20260302' }])
  await payout.send([{ amount: 97_000, date: march(3), name: 'PAYWELL', text: 'Payout P-20260302' }])
  expect(await payout.pass()).toMatchObject({ suggested: 1, accepted: 0 })
  const [case94] = await payout.matches()
  expect(pointsOf(case94)).toContain('A4 28')
  expect(case94).toMatchObject({
    difference: { amount: '-3000' },
    difference_treatment: { kind: 'write_off', ledger_id: cases.fees },
  })
  expect((await payout.decide(case94?.id, 'accept')).status).toBe(200)
  expect((await payout.entry(sold)).reconciliation_status).toBe('reconciled')
  expect((await cases.user.get('/v1/ledgers/6855')).body).toMatchObject({ balance_posted: { amount: '3000' } })

  const discount = await cases.open()
  await discount.book([100_000, day, { document_no: 'INV-20071' }])
  await discount.send([{ amount: 98_000, date: march(3), text: 'INV-20071 abzgl. Skonto 20,00' }])
  await discount.pass()
  const [case95] = await discount.matches()
  expect(pointsOf(case95)).toContain('A4 28')
  expect(case95).toMatchObject({
    difference: { amount: '-2000' },
    difference_treatment: { kind: 'write_off', reason: 'discount' },
  })

  const parts = await cases.open()
  const [invoice] = await parts.book([100_000, day, { document_no: 'INV-20072' }])
  await parts.send([{ amount: 60_000, date: march(3), text: 'INV-20072' }])
  await parts.pass()
  const [part] = await parts.matches()
  expect(pointsOf(part)).toContain('A5 15')
  expect(part?.difference_treatment.kind).toBe('leave_open')
  await parts.decide(part?.id, 'accept')
  expect(await parts.entry(invoice)).toMatchObject({
    open_amount: { amount: '40000' },
    reconciliation_status: 'partial',
  })
  expect(await parts.open('partial_settlement')).toMatchObject([{ severity: 'info' }])
  await parts.send([{ amount: 40_000, date: march(13), text: 'INV-20072 rest' }])
  await parts.pass()
  const rest = (await parts.matches()).find(({ status }) => status === 'suggested')
  expect(pointsOf(rest)).toContain('A1 35')
  await parts.decide(rest?.id, 'accept')
  expect(await parts.entry(invoice)).toMatchObject({
    open_amount: { amount: '0' },
    reconciliation_status: 'reconciled',
  })
  expect(await parts.open('partial_settlement')).toEqual([])

  const returned = (xml: string) =>
    xml.replace(/<TxDtls>(?=(?:(?!<TxDtls>).)*<\/Stmt>)/s, '<TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>')
  const supplier = { name: 'Kohl Bau', account: 'DE75512108001245126199' }
  const back = await cases.open()
  const [debt] = await back.book([-7500, march(4), { counterparty_name: 'Kohl Bau' }])
  await back.send(
    [
      { amount: -7500, date: march(5), ...supplier },
      { amount: 7500, date: march(9), ...supplier },
    ],
    returned,
  )
  await back.pass()
  const netting = await back.matches()
  expect(netting).toMatchObject([{ kind: 'netting', difference: { amount: '0' } }])
  expect(netting[0]?.legs.map(({ side }) => side)).toEqual(['source', 'source'])
  await back.decide(netting[0]?.id, 'accept')
  expect((await back.items()).map(({ match_status: status }) => status)).toEqual(['matched', 'matched'])
  expect(await back.entry(debt)).toMatchObject({
    open_amount: { amount: '-7500' },
    reconciliation_status: 'unreconciled',
  })
  const alone = await cases.open()
  await alone.send([{ amount: 7500, date: march(9), ...supplier }], returned)
  expect((await alone.pass()).matched).toBe(0)
  expect(await alone.open('unlinked_return')).toMatchObject([{ severity: 'warning' }])

  const savings = await cases.open()
  const giro = await cases.open()
  await giro.send([{ amount: -50_000, date: march(5), name: 'Me', account: savings.iban, text: 'Sparen' }])
  await giro.pass()
  const closings = await cases.user.get<{ data: unknown[] }>(`${giro.path}/closings`)
  expect(closings.body.data).toMatchObject([{ ledger_id: savings.bank, reason: 'transfer_own_account', rule_id: null }])
})

test('without a click only what is exact, named and alone: 95 yes, a part no, 92 beside 85 no (110)', async () => {
  const cases = await open()
  const rf = 'RF18539007547034'
  const played = async (booked: readonly Booked[], line: { amount: number; text: string; name?: string }) => {
    const one = await cases.open({ unattended: true })
    const entries = await one.book(...booked)
    await one.send([{ date: day, ...line }])
    const pass = await one.pass()
    const matches = await one.matches()
    return {
      ...one,
      pass,
      matches,
      of: (at: number) => matches.find(({ legs }) => legs.some((leg) => leg.ledger_entry_id === entries[at])),
    }
  }
  const exact = await played([[100_000, day, { references: [{ kind: 'rf', value: rf }] }]], {
    amount: 100_000,
    text: rf,
  })
  expect(exact.of(0)).toMatchObject({ score: 95, status: 'accepted', unattended: true, decided_by: 'engine' })
  expect(exact.pass).toMatchObject({ matched: 1, accepted: 1, suggested: 0 })
  expect((await exact.items())[0]?.match_status).toBe('matched')
  const undone = await cases.user.post(`${exact.path}/undo`, { audit_event_id: 'unattended' })
  expect(undone.status).toBe(200)
  expect((await exact.items())[0]?.match_status).toBe('unmatched')

  const part = await played([[100_000, day, { document_no: 'INV-20071' }]], { amount: 60_000, text: 'INV-20071' })
  expect(part.of(0)).toMatchObject({ status: 'suggested', unattended: false })

  const rivals = await played(
    [
      [100_000, day, { document_no: 'INV-20071', counterparty_name: 'Nordwind Handel' }],
      [100_000, day, { references: [{ kind: 'rf', value: rf }] }],
    ],
    { amount: 100_000, text: `INV-20071, ${rf}`, name: 'Nordwind Handel' },
  )
  expect(rivals.pass).toMatchObject({ matched: 1, accepted: 0 })
  expect(rivals.of(0)).toMatchObject({ status: 'suggested', score: 92, band: 'strong' })
  const { body } = await cases.user.get<{ data: { score: number; reasons: { code: string; points: number }[] }[] }>(
    `/v1/ledgers/reconciliation/items/${(await rivals.items())[0]?.id}/candidates`,
  )
  // What speaks for either: the rival is within 15 points, whatever it loses by being one.
  const speaking = body.data.map(({ reasons }) =>
    reasons.reduce((sum, { code, points }) => (code === 'U2' ? sum : sum + points), 0),
  )
  expect(speaking).toEqual([92, 85])
  expect(await rivals.open('ambiguous_match')).toHaveLength(1)
})

test('a pass again: the same ids, scores, reasons and notes, and as many as before (106, 107)', async () => {
  const cases = await open()
  const one = await cases.open()
  await one.book(
    [70_000, day],
    [90_000, day, { document_no: 'INV-20071' }],
    [-5000, day, { counterparty_name: 'Kohl Bau' }],
  )
  await one.send([
    { amount: 70_000, date: day },
    { amount: 90_000, date: march(3), text: 'INV-20071' },
    { amount: -5000, date: day, name: 'Kohl Bau' },
  ])
  const first = await one.pass()
  const before = await one.matches()
  expect(before).toHaveLength(3)
  await one.user.post(`/v1/ledgers/reconciliation/matches/${before[0]?.id}/reject`)
  await one.decide(before[0]?.id, 'offer-again')
  const noted = await one.matches()
  expect(await one.pass()).toEqual(first)
  expect(await one.matches()).toEqual(noted)

  await one.decide(before[1]?.id, 'reject', { reason: 'another customer' })
  expect((await one.pass()).matched).toBe(2)
  expect((await one.pass({ include_rejected: true })).matched).toBe(3)
})

test('a supplier under the name of another one warns only once the match is accepted (103)', async () => {
  const cases = await open()
  const [a, b] = ['DE75512108001245126199', 'DE12500105170648489890']
  await cases.user.post('/v1/ledgers/counterparties', { name: 'Kohl Bau', accounts: [{ identifier: a }] })
  await cases.user.post('/v1/ledgers/counterparties', { name: 'Lindner Holz', accounts: [{ identifier: b }] })
  const one = await cases.open({ unattended: true })
  await one.book([-10_000, day, { document_no: 'INV-20071', counterparty_name: 'Kohl Bau' }])
  await one.send([{ amount: -10_000, date: day, name: 'Kohl Bau', account: b, text: 'INV-20071' }])
  expect((await one.pass()).accepted).toBe(0)
  const [match] = await one.matches()
  expect(pointsOf(match)).toContain('C5 -25')
  expect(await one.open('wrong_counterparty')).toEqual([])
  await one.decide(match?.id, 'accept')
  expect(await one.open('wrong_counterparty')).toMatchObject([{ severity: 'warning', match_id: match?.id }])
})
