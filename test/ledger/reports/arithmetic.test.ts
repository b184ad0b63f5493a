import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { JournalAnswer } from '../support/books.ts'
import { download } from '../support/download.ts'
import { camt, type MadeEntry, uploadTo } from '../support/statement-files.ts'
import { openRun, runsPath } from '../support/world.ts'

const words = [
  ['bank', 'statement_closing', 'Closing balance per statement'],
  ['bank', 'ledger_receipts', 'Plus ledger receipts not yet on the statement'],
  ['bank', 'ledger_payments', 'Less ledger payments not yet on the statement'],
  ['bank', 'adjusted_bank', 'Adjusted bank balance'],
  ['books', 'ledger_balance', 'Balance per ledger'],
  ['books', 'statement_receipts', 'Plus statement receipts not in the ledger'],
  ['books', 'statement_payments', 'Less statement payments not in the ledger'],
  ['books', 'adjusted_books', 'Adjusted book balance'],
] as const

/** What the two blocks must say, in the order of `words`. */
type Blocks = readonly [number, number, number, number, number, number, number, number]

interface ReportAnswer {
  readonly bank: Readonly<Record<string, { readonly amount: string }>>
  readonly books: Readonly<Record<string, { readonly amount: string }>>
  readonly difference: { readonly amount: string }
  readonly [section: string]: unknown
}

/** A bank ledger with an opening balance, and short ways to book, import and decide. */
async function ledgerWorld(opening: number) {
  const world = await openRun()
  const { core, user, books, items, path } = world
  const done = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const post = async (date: string, amount: number, other: string, facts: object = {}, event?: string) => {
    const [bank, contra] = amount > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
    const common = { amount: Math.abs(amount), ...(event ? { event } : {}) }
    const { entries } = await done(
      user.post<JournalAnswer>('/v1/ledgers/journals', {
        booking_date: date,
        entries: [
          { ledger_id: books.bank.id, type: bank, ...common, ...facts },
          { ledger_id: other, type: contra, ...common },
        ],
      }),
    )
    return entries[0]?.id ?? ''
  }
  await post('2024-12-31', opening, books.payables.id, {}, 'opening_balance')
  const decide = (runPath: string) => ({
    match: (lines: readonly (string | undefined)[], entries: readonly string[], treatment?: object) =>
      done(
        user.post(`${runPath}/manual-match`, {
          source_entry_ids: lines,
          ledger_entry_ids: entries,
          ...(treatment ? { difference_treatment: treatment } : {}),
        }),
      ),
    close: (line: string | undefined, reason: string, ledger?: string) =>
      done(
        user.post(`/v1/ledgers/reconciliation/items/${line}/close`, {
          reason,
          ...(ledger ? { ledger_id: ledger } : {}),
        }),
      ),
  })
  return {
    ...world,
    done,
    book: (date: string, amount: number, facts: object = {}) =>
      post(date, amount, amount > 0 ? books.receivables.id : books.payables.id, facts),
    send: async (from: number, entries: readonly MadeEntry[], runId = world.run.id, id = 'S-1') => {
      const { status, body } = await uploadTo(core, user, runId, camt({ id, opening: from, entries }))
      if (status !== 201) throw new Error(JSON.stringify(body))
      return (await items(runId)).map((item) => item.id)
    },
    ...decide(path),
    decide,
    /** JSON, CSV and XLSX must all say the same, to the cent. */
    async says(expected: Blocks, runPath = path): Promise<ReportAnswer> {
      const report = await done(user.get<ReportAnswer>(`${runPath}/report`))
      expect(words.map(([block, key]) => Number(report[block][key]?.amount))).toEqual(expected)
      expect(report.difference.amount).toBe('0')
      const { text } = await download(core, user, `${runPath}/report?format=csv`)
      const { bytes } = await download(core, user, `${runPath}/report?format=xlsx`)
      const summary = (await readXlsxFile(bytes))[0]?.data ?? []
      words.forEach(([, , title], at) => {
        const amount = expected[at] ?? 0
        expect(text).toContain(`${title},${(amount / 100).toFixed(2)}\r\n`)
        expect(summary).toContainEqual([title, amount / 100])
      })
      const pdf = await download(core, user, `${runPath}/report?format=pdf`)
      expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
      return report
    },
  }
}
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

test('fees, a discount written off, cheques on their way and a deposit in transit', async () => {
  const world = await ledgerWorld(500_000)
  const paid = [12_345, 67_890, 1, 99_999, 45_000]
  const entries: string[] = []
  for (const [at, amount] of paid.entries()) entries.push(await world.book(`2025-01-0${at + 2}`, amount))
  const short = await world.book('2025-01-10', 100_000)
  const cheques = [-7_777, -123_456]
  for (const amount of cheques) await world.book('2025-01-28', amount)
  const inTransit = 33_333
  await world.book('2025-01-31', inTransit)
  const lines = await world.send(500_000, [
    ...paid.map((amount, at) => ({ amount, date: `2025-01-0${at + 3}`, text: `${at}` })),
    { amount: 98_000, date: '2025-01-12', text: 'less 2 %' },
    { amount: -1_250, date: '2025-01-31', text: 'fee' },
    { amount: 345, date: '2025-01-31', text: 'interest' },
    { amount: -888, date: '2025-01-31', text: 'unknown' },
  ])
  for (const [at, entry] of entries.entries()) await world.match([lines[at]], [entry])
  await world.match([lines[5]], [short], { kind: 'write_off', ledger_id: '6855', reason: 'discount' })
  await world.close(lines[6], 'bank_fee', '6855')
  await world.close(lines[7], 'interest', '6855')

  const closing = 500_000 + sum(paid) + 98_000 - 1_250 + 345 - 888
  const books = 500_000 + sum(paid) + 100_000 - 2_000 + sum(cheques) + inTransit - 1_250 + 345
  const adjusted = closing + inTransit + sum(cheques)
  expect(adjusted).toBe(books - 888)
  const report = await world.says([closing, inTransit, sum(cheques), adjusted, books, 0, -888, adjusted])
  expect(report.matched).toHaveLength(6)
  expect(report.closed).toMatchObject([{ reason: 'bank fee' }, { reason: 'interest' }])
  expect(report.ledger_outstanding).toHaveLength(3)
})

test('partial and over-payments, netting on both sides, and a line closed without a posting', async () => {
  const world = await ledgerWorld(1_000_000)
  const thousand = await world.book('2025-01-05', 100_000, { document_no: 'INV-1' })
  const other = await world.book('2025-01-06', 100_000)
  const wrong = await world.book('2025-01-07', 3_300)
  const storno = await world.book('2025-01-08', -3_300)
  const lines = await world.send(1_000_000, [
    { amount: 60_000, date: '2025-01-09', text: 'part' },
    { amount: 101_000, date: '2025-01-09', text: 'too much' },
    { amount: -7_500, date: '2025-01-10', text: 'debit' },
    { amount: 7_500, date: '2025-01-12', text: 'returned' },
    { amount: -4_200, date: '2025-01-15', text: 'of last year' },
  ])
  await world.match([lines[0]], [thousand], { kind: 'leave_open' })
  await world.match([lines[1]], [other], { kind: 'leave_open' })
  await world.match([lines[2], lines[3]], [])
  await world.match([], [wrong, storno])
  await world.close(lines[4], 'prior_period')

  const closing = 1_000_000 + 60_000 + 101_000 - 4_200
  const books = 1_000_000 + 200_000
  const report = await world.says([closing, 40_000, 0, closing + 40_000, books, 1_000, -4_200, books - 3_200])
  expect(report.partials).toMatchObject([
    { side: 'statement', amount: { amount: '101000' }, done: { amount: '100000' }, open: { amount: '1000' } },
    {
      side: 'books',
      text: 'INV-1',
      amount: { amount: '100000' },
      done: { amount: '60000' },
      open: { amount: '40000' },
    },
  ])
  expect((report.matched as { kind: string }[]).map(({ kind }) => kind)).toEqual([
    ...['netting', 'one to one', 'one to one', 'netting'],
  ])
})

test('what January leaves open is carried into February; each report keeps saying what was so at its end', async () => {
  const world = await ledgerWorld(200_000)
  const { user, done, newRun, path } = world
  const cheque = await world.book('2025-01-20', -50_000, { document_no: 'CHQ-1' })
  const invoice = await world.book('2025-01-22', 90_000, { document_no: 'INV-9' })
  const lines = await world.send(200_000, [
    { amount: 30_000, date: '2025-01-25', text: 'INV-9 first part' },
    { amount: -2_000, date: '2025-01-31', text: 'booked in February' },
  ])
  await world.match([lines[0]], [invoice], { kind: 'leave_open' })
  const closingJanuary = 200_000 + 30_000 - 2_000
  const booksJanuary = 200_000 - 50_000 + 90_000
  const january: Blocks = [
    ...([closingJanuary, 60_000, -50_000, closingJanuary + 10_000] as const),
    ...([booksJanuary, 0, -2_000, booksJanuary - 2_000] as const),
  ]
  const before = await world.says(january)
  expect(before.partials).toMatchObject([{ side: 'books', text: 'INV-9', open: { amount: '60000' } }])

  const february = await newRun('February')
  const februaryPath = `${runsPath}/${february.id}`
  const fee = await world.book('2025-02-01', -2_000)
  const deposit = 11_111
  await world.book('2025-02-27', deposit)
  const later = await world.send(
    closingJanuary,
    [
      { amount: -50_000, date: '2025-02-03', text: 'CHQ-1' },
      { amount: 60_000, date: '2025-02-04', text: 'INV-9 rest' },
      { amount: -90, date: '2025-02-28', text: 'fee' },
    ],
    february.id,
    'S-2',
  )
  const inFebruary = world.decide(februaryPath)
  await inFebruary.match([later[0]], [cheque])
  await inFebruary.match([later[1]], [invoice])
  // The line of January, carried forward, with what was booked for it in February.
  await inFebruary.match([lines[1]], [fee])
  await inFebruary.close(later[2], 'bank_fee', '6855')

  const closing = closingJanuary - 50_000 + 60_000 - 90
  const books = booksJanuary - 2_000 + deposit - 90
  await world.says([closing, deposit, 0, closing + deposit, books, 0, 0, books], februaryPath)
  expect(await world.says(january)).toMatchObject({
    partials: before.partials,
    ledger_outstanding: before.ledger_outstanding,
  })
  await done(user.post(`${path}/close`))
  await done(user.post(`${februaryPath}/close`))
})
