import { expect, test, vi } from 'vitest'
import { type WrittenEntry, writeOne } from '../../statements/camt-writer.ts'
import { bookPayment } from '../support/books.ts'
import { withDiscrepancies } from '../support/discrepancy-world.ts'
import { uploadTo } from '../support/statement-files.ts'

// Every import runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const account = 'DE89370400440532013000'
const statement = (opening: string, closing: string, ...entries: readonly WrittenEntry[]) =>
  writeOne({ account, opening, closing, entries })

test('2: a closing debit balance that does not prove is imported and critical', async () => {
  const { core, user, run, path, list, items } = await withDiscrepancies()
  const answer = await uploadTo(core, user, run.id, statement('18.15', '-27.00', { amount: '8.85' }))
  expect([answer.status, answer.body.imported]).toEqual([201, 1])
  expect((await items()).map(({ amount }) => amount.amount)).toEqual(['885'])
  expect((await user.get(path)).body).toMatchObject({
    proof_status: 'not_proved',
    proof_difference: { amount: '-5400' },
  })
  expect(await list('&status=open')).toMatchObject([
    { type: 'statement_not_proved', severity: 'critical', amount: { amount: '-5400' } },
  ])
})

test('8, 38: a message without a statement, and one cut in the middle, fail and store nothing', async () => {
  const { core, user, run, items } = await withDiscrepancies()
  const whole = statement('0.00', '3.00', { amount: '1.00' }, { amount: '2.00' })
  const without = `${whole.slice(0, whole.indexOf('<Stmt>'))}${whole.slice(whole.indexOf('</Stmt>') + '</Stmt>'.length)}`
  const none = await uploadTo(core, user, run.id, without, {}, 'none.xml')
  expect([none.status, none.body.code]).toEqual([422, 'no_statement'])
  const cut = await uploadTo(core, user, run.id, whole.slice(0, whole.lastIndexOf('<Ntry>') + 30), {}, 'cut.xml')
  expect(cut.status).toBe(422)
  expect(cut.body.message).toMatch(/line \d+/i)
  expect(await items()).toEqual([])
})

test('18: an announced line is counted and never matched, though the books await just that', async () => {
  const { core, user, books, run, items, pass, matches } = await withDiscrepancies()
  await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 1000, date: '2025-03-03' })
  const file = statement('0.00', '1.00', { amount: '1.00' }, { amount: '10.00', status: 'PDNG' })
  const { body } = await uploadTo(core, user, run.id, file)
  expect(body.source_file).toMatchObject({ not_booked: 1 })
  expect((await pass()).body.matched).toBe(0)
  expect(await matches()).toEqual([])
  expect((await items()).filter(({ match_status }) => match_status !== 'unmatched')).toEqual([])
})

test('39: twelve parts under one bank reference are kept, and reading the file again adds none', async () => {
  const { core, user, run, items } = await withDiscrepancies()
  const details = Array.from(
    { length: 12 },
    (_, at) =>
      `<Refs><EndToEndId>E-${at}</EndToEndId><AcctSvcrRef>B-1</AcctSvcrRef></Refs><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>`,
  )
  const file = statement('0.00', '12.00', { amount: '12.00', extra: '<AcctSvcrRef>B-1</AcctSvcrRef>', details })
  const first = await uploadTo(core, user, run.id, file)
  const stored = await items()
  expect(first.status).toBe(201)
  const again = await uploadTo(core, user, run.id, file, { force: 'true' })
  expect([again.status, again.body.imported]).toEqual([201, 0])
  expect((await items()).map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort())
})
