import { expect, test, vi } from 'vitest'
import type { Caller } from '../../support/core.ts'
import { bookPayment } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type Listed, openRun } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test('a run is matched: number and name, a batch by what its parts name, two invoices in one text, a part', async () => {
  const { core, user, books, run, path, items, matches } = await openRun()
  const sides = { bank: books.bank, other: books.receivables }
  const book = (amount: number, document_no: string, counterparty_name = 'Nordwind Handel GmbH') =>
    bookPayment(user, sides, { amount, date: '2025-01-10', document_no, counterparty_name })
  const single = await book(50_000, 'INV-2025-0007')
  const two = [await book(10_000, 'INV-2025-0011'), await book(20_500, 'INV-2025-0012')]
  const batch = [await book(-30_000, 'PAY-2025-0101', 'Kohl Bau'), await book(-45_000, 'PAY-2025-0102', 'Lindner Holz')]
  const part = await book(90_000, 'INV-2025-0020')

  const file = camt({
    entries: [
      { amount: 50_000, date: '2025-01-12', name: 'NORDWIND HANDEL', text: 'Rechnung INV-2025-0007' },
      { amount: 30_500, date: '2025-01-12', name: 'NORDWIND HANDEL', text: 'INV 2025 0011 und INV 2025 0012' },
      { amount: -75_000, date: '2025-01-11', text: 'BATCH' },
      { amount: 40_000, date: '2025-01-12', name: 'NORDWIND HANDEL', text: 'Teil INV-2025-0020' },
    ],
  }).replace(
    /<NtryDtls>(?:(?!<NtryDtls>).)*BATCH.*?<\/NtryDtls>/s,
    `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${[
      ['300.00', 'PAY-2025-0101'],
      ['450.00', 'PAY-2025-0102'],
    ]
      .map(
        ([amount, id]) =>
          `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>`,
      )
      .join('')}</NtryDtls>`,
  )
  expect((await uploadTo(core, user, run.id, file)).status).toBe(201)
  expect((await user.post(`${path}/auto-match`)).status).toBe(200)

  const lines = new Map((await items()).map(({ id, amount }) => [id, amount.amount]))
  const found = (await matches()).map(({ kind, legs, band }) => ({
    kind,
    band,
    lines: legs.flatMap(({ source_entry_id: id }) => (id === null ? [] : lines.get(id))),
    entries: legs.flatMap(({ ledger_entry_id: id }) => id ?? []).sort(),
  }))
  expect(found).toContainEqual({ kind: 'one_to_one', band: 'strong', lines: ['50000'], entries: [single.id] })
  expect(found).toContainEqual({
    kind: 'one_to_many',
    band: 'strong',
    lines: ['30500'],
    entries: two.map(({ id }) => id).sort(),
  })
  expect(found).toContainEqual({
    kind: 'one_to_many',
    band: 'likely',
    lines: ['-75000'],
    entries: batch.map(({ id }) => id).sort(),
  })
  expect(found).toContainEqual({ kind: 'one_to_one', band: 'likely', lines: ['40000'], entries: [part.id] })

  const partial = (await matches()).find(({ legs }) => legs.some(({ ledger_entry_id: id }) => id === part.id))
  expect((await user.post(`/v1/ledgers/reconciliation/matches/${partial?.id}/accept`)).status).toBe(200)
  const again = await user.post(`${path}/auto-match`)
  expect(again.status).toBe(200)
  expect((await matches()).filter(({ status }) => status === 'suggested')).toHaveLength(3)
})

const open = async ({ user, path }: { user: Caller; path: string }, type: string) =>
  (await user.get<Listed<Discrepancy>>(`${path}/discrepancies?type=${type}&status=open`)).body.data
interface Discrepancy {
  readonly source_entry_id: string | null
  readonly match_id: string | null
  readonly severity: string
}

test('85: of five weekly debits and four entries four are paired in their order, and the fifth is missing in the ledger', async () => {
  const world = await openRun({ now: () => Date.parse('2025-02-10T12:00:00Z') })
  const { core, user, books, run, path, items, matches } = world
  const weeks = ['2025-01-06', '2025-01-13', '2025-01-20', '2025-01-27', '2025-02-03']
  const sides = { bank: books.bank, other: books.payables }
  const entries = new Map<string, string>()
  for (const date of weeks.filter((_, at) => at !== 2)) {
    const { id } = await bookPayment(user, sides, { amount: -10_000, date, counterparty_name: 'Garage Lindner' })
    entries.set(date, id)
  }
  const debits = weeks.map((date) => ({ amount: -10_000, date, name: 'Garage Lindner', text: 'Wartung' }))
  await uploadTo(core, user, run.id, camt({ entries: debits }))
  await user.post(`${path}/auto-match`)
  const dayOf = new Map((await items()).map(({ id, booking_date: day }) => [id, day]))
  const pairs = (await matches()).map(({ legs }) => [
    dayOf.get(legs[0]?.source_entry_id ?? ''),
    legs[1]?.ledger_entry_id,
  ])
  expect(pairs.sort()).toEqual([...entries].sort())
  const missing = await open(world, 'missing_in_ledger')
  expect(missing.map((one) => dayOf.get(one.source_entry_id ?? ''))).toEqual(['2025-01-20'])
})

test('97: what was paid too much stays open on the line, which is partial once the proposal is accepted', async () => {
  const world = await openRun()
  const { core, user, books, run, path, items, matches } = world
  await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 100_000, date: '2025-01-10', document_no: 'INV-20071' },
  )
  await uploadTo(
    core,
    user,
    run.id,
    camt({ entries: [{ amount: 101_000, date: '2025-01-11', text: 'Rechnung INV-20071' }] }),
  )
  await user.post(`${path}/auto-match`)
  const [proposed] = await matches()
  expect((await user.post(`/v1/ledgers/reconciliation/matches/${proposed?.id}/accept`)).status).toBe(200)
  expect(await items()).toMatchObject([{ match_status: 'partial', open_amount: { amount: '1000' } }])
  expect(await open(world, 'partial_settlement')).toHaveLength(1)
})

test('103: an accepted match with the account of somebody else warns of the wrong counterparty', async () => {
  const world = await openRun()
  const { core, user, books, run, path, matches } = world
  const party = (name: string, identifier: string) =>
    user.post<{ id: string }>('/v1/ledgers/counterparties', { name, accounts: [{ identifier }] })
  const [a, b] = ['DE75512108001245126199', 'DE12500105170648489890']
  expect([(await party('Kohl Bau', a)).status, (await party('Lindner Holz', b)).status]).toEqual([201, 201])
  await bookPayment(
    user,
    { bank: books.bank, other: books.payables },
    { amount: -10_000, date: '2025-01-10', document_no: 'INV-20071', counterparty_name: 'Kohl Bau' },
  )
  const paid = { amount: -10_000, date: '2025-01-10', name: 'Kohl Bau', account: b, text: 'INV-20071' }
  await uploadTo(core, user, run.id, camt({ entries: [paid] }))
  await user.post(`${path}/auto-match`)
  const [proposed] = await matches()
  expect(proposed?.reasons.map(({ code }) => code)).toContain('C5')
  await user.post(`/v1/ledgers/reconciliation/matches/${proposed?.id}/accept`)
  expect(await open(world, 'wrong_counterparty')).toMatchObject([{ match_id: proposed?.id, severity: 'warning' }])
})
