import { expect, test, vi } from 'vitest'
import { camt, type MadeEntry, uploadTo } from '../support/statement-files.ts'
import { openRun, runsPath } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `2025-01-${String(from + i).padStart(2, '0')}`)
const line = (date: string, amount = Number(date.slice(-2)) * 100): MadeEntry => ({
  amount,
  date,
  text: `Order ${date}`,
})

test('a monthly file after the weekly ones adds only the lines that are new (75)', async () => {
  const { core, user, run, items } = await openRun()
  const send = (id: string, entries: readonly MadeEntry[], opening: number) =>
    uploadTo(core, user, run.id, camt({ id, entries, opening }))
  const first = days(1, 7).map((date) => line(date))
  const second = days(8, 14).map((date) => line(date))
  const rest = days(15, 31).map((date) => line(date))
  const sum = (entries: readonly MadeEntry[]) => entries.reduce((total, { amount }) => total + amount, 0)
  expect((await send('W1', first, 0)).body).toMatchObject({ imported: 7, skipped_duplicates: 0 })
  expect((await send('W2', second, sum(first))).body).toMatchObject({ imported: 7 })
  const month = await send('M1', [...first, ...second, ...rest], 0)
  expect(month.body).toMatchObject({ imported: 17, skipped_duplicates: 14 })
  expect(await items()).toHaveLength(31)
})

test('of two equal payments the evening file brings the second, and only once (76)', async () => {
  const { core, user, run, items } = await openRun()
  const twin = { amount: 500, date: '2025-01-10', name: 'Acme', text: 'Coffee' }
  const morning = camt({ id: 'A', entries: [twin], to: '2025-01-10' })
  const evening = camt({ id: 'B', entries: [twin, twin], to: '2025-01-10' })
  expect((await uploadTo(core, user, run.id, morning)).body).toMatchObject({ imported: 1 })
  expect((await uploadTo(core, user, run.id, evening)).body).toMatchObject({ imported: 1, skipped_duplicates: 1 })
  expect((await uploadTo(core, user, run.id, evening, { force: 'true' })).body).toMatchObject({
    imported: 0,
    skipped_duplicates: 2,
  })
  expect(await items()).toHaveLength(2)
})

/** An OFX file with one line; its FITID is what the bank calls it. */
const ofx = (account: string) => `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250110<TRNAMT>5.00<FITID>FIT-1<NAME>Ana Ruiz</STMTTRN></BANKTRANLIST>
<LEDGERBAL><BALAMT>5.00<DTASOF>20250110</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

test('the same FITID, or reference, in two accounts stands for two lines (77)', async () => {
  const { core, user, run, items } = await openRun()
  const accounts = ['DE89370400440532013000', 'DE02120300000000202051'] as const
  const other = await user.post<{ id: string }>(runsPath, { ledger_id: '1800' })
  const entries = [{ amount: 700, date: '2025-01-11', reference: 'REF-1' }]
  for (const [at, id] of [run.id, other.body.id].entries()) {
    const account = accounts[at] ?? ''
    const first = await uploadTo(core, user, id, ofx(account), {}, 'statement.ofx')
    expect(first.body).toMatchObject({ imported: 1, skipped_duplicates: 0 })
    const second = await uploadTo(core, user, id, camt({ entries, account, opening: 500 }))
    expect(second.body).toMatchObject({ imported: 1, skipped_duplicates: 0, warnings: [] })
    expect(await items(id)).toHaveLength(2)
  }
})

test('a reference that the bank used again for another amount is kept, and said (78)', async () => {
  const { core, user, run, items } = await openRun()
  await uploadTo(
    core,
    user,
    run.id,
    camt({ id: 'A', entries: [{ amount: 500, date: '2025-01-10', reference: 'R-7' }] }),
  )
  const later = await uploadTo(
    core,
    user,
    run.id,
    camt({ id: 'B', opening: 500, entries: [{ amount: 900, date: '2026-01-12', reference: 'R-7' }] }),
  )
  expect(later.body).toMatchObject({ imported: 1, warnings: [{ code: 'bank_reference_reused' }] })
  expect((await items()).map(({ amount, booking_date: day }) => [amount.amount, day])).toEqual([
    ['500', '2025-01-10'],
    ['900', '2026-01-12'],
  ])
  const found = await user.get<{ data: { type: string; severity: string }[] }>(
    `${runsPath}/${run.id}/discrepancies?type=bank_reference_reused`,
  )
  expect(found.body.data).toMatchObject([{ severity: 'info' }])
})

test('a line that came with another reference is kept beside its likeness, with a warning', async () => {
  const { core, user, run, items } = await openRun()
  const twin = { amount: 500, date: '2025-01-10', name: 'Acme', text: 'Coffee' }
  await uploadTo(core, user, run.id, camt({ id: 'A', entries: [{ ...twin, reference: 'R-1' }] }))
  const again = await uploadTo(core, user, run.id, camt({ id: 'B', entries: [{ ...twin, reference: 'R-2' }] }))
  expect(again.body).toMatchObject({ imported: 1, warnings: [{ code: 'duplicate_source_entry' }] })
  expect(await items()).toHaveLength(2)
})
