import { expect, test } from 'vitest'
import { bookPayment, type JournalAnswer, type LedgerAnswer } from '../support/books.ts'
import { type DiscrepancyWorld, withDiscrepancies } from '../support/discrepancy-world.ts'
import { camt } from '../support/statement-files.ts'
import { runsPath } from '../support/world.ts'

const day = '2025-01-10'
const today = () => Date.parse('2025-02-05T12:00:00Z')
const own = 'DE89370400440532013000'

/** A row of section 7: what raises a discrepancy of this severity, and what ends it. */
interface Row {
  readonly type: string
  readonly severity: 'info' | 'warning' | 'critical'
  /** Answers what ends it again; without it only a person does. */
  readonly raise: (world: DiscrepancyWorld) => Promise<(() => Promise<unknown>) | undefined>
}

const booking = (world: DiscrepancyWorld, amount: number, date: string, facts: object = {}) =>
  bookPayment(world.user, { bank: world.books.bank, other: world.books.payables }, { amount, date, ...facts })

/** Sends files; the discrepancy ends with the last one's removal. */
const byFile =
  (...files: readonly (string | Uint8Array<ArrayBuffer>)[]): Row['raise'] =>
  async (world) => {
    let last = ''
    for (const file of files) last = await world.send(file)
    return () => world.drop(last)
  }

/** A file of one line. */
const one = (amount = 500, more: object = {}) => camt({ entries: [{ amount, date: day, ...more }] })
const numbered = (number: number, date: string) =>
  camt({ id: `N-${number}`, opening: number, entries: [{ amount: 1, date }] }).replace(
    '</Id><CreDtTm>',
    `</Id><ElctrncSeqNb>${number}</ElctrncSeqNb><CreDtTm>`,
  )
const paged = (page: number, isLast: boolean) =>
  camt({ id: 'P', opening: page, entries: [{ amount: 1, date: day, reference: `page-${page}` }] }).replace(
    '<Acct>',
    `<StmtPgntn><PgNb>${page}</PgNb><LastPgInd>${isLast}</LastPgInd></StmtPgntn><Acct>`,
  )
/** The account stands behind the lines, where nobody has asked for it any more. */
const accountBehind = (file: string) => {
  const [account = ''] = /<Acct>.*?<\/Acct>/.exec(file.replace(/\n/g, '')) ?? []
  return file.replace(account, '').replace('</Stmt>', `${account}</Stmt>`)
}

/** A pass over one line; the discrepancy ends when the line is closed. */
const lineAfterPass =
  (file: string): Row['raise'] =>
  async (world) => {
    await world.send(file)
    await world.done(world.pass())
    const [item] = await world.items()
    return () => world.close(item?.id)
  }
/** An entry that no statement shows at the end of January; it ends with a match in another run. */
const lonelyEntry =
  (date: string): Row['raise'] =>
  async (world) => {
    await world.send(camt({ entries: [{ amount: 1, date: '2025-01-31' }] }))
    const entry = await booking(world, -77, date)
    await world.done(world.pass())
    const later = await world.newRun('later')
    await world.send(camt({ id: 'S-2', opening: 1, entries: [{ amount: -77, date: '2025-02-04' }] }), later.id)
    const [item] = await world.items(later.id)
    return () => world.matchByHand([item?.id ?? ''], [entry.id], undefined, `${runsPath}/${later.id}`)
  }

const rows: readonly Row[] = [
  {
    type: 'statement_not_proved',
    severity: 'critical',
    raise: byFile(camt({ entries: [{ amount: 5, date: day }], closing: 9 })),
  },
  {
    type: 'statement_gap',
    severity: 'critical',
    async raise(world) {
      await world.send(camt({ id: 'S-1', entries: [{ amount: 100, date: day }] }))
      await world.send(camt({ id: 'S-3', opening: 300, entries: [{ amount: 5, date: '2025-03-10' }] }))
      const other = await world.newRun('another')
      const missing = camt({ id: 'S-2', opening: 100, entries: [{ amount: 200, date: '2025-02-10' }] })
      return () => world.send(missing, other.id)
    },
  },
  {
    type: 'statement_overlap',
    severity: 'critical',
    raise: byFile(
      camt({ id: 'S-1', entries: [{ amount: 100, date: day }], to: '2025-01-20' }),
      camt({ id: 'S-2', opening: 300, entries: [{ amount: 5, date: '2025-01-25' }], from: '2025-01-15' }),
    ),
  },
  {
    type: 'sequence_gap',
    severity: 'warning',
    async raise(world) {
      for (const [number, date] of [
        [1, '2025-01-01'],
        [2, '2025-01-02'],
        [3, '2025-01-03'],
        [5, '2025-01-05'],
      ] as const)
        await world.send(numbered(number, date))
      return () => world.send(numbered(4, '2025-01-04'))
    },
  },
  {
    type: 'page_missing',
    severity: 'critical',
    async raise(world) {
      await world.send(paged(1, false))
      return () => world.send(paged(2, true))
    },
  },
  {
    type: 'declared_totals_differ',
    severity: 'warning',
    raise: byFile(
      one().replace('</Stmt>', '<TxsSummry><TtlNtries><NbOfNtries>9</NbOfNtries></TtlNtries></TxsSummry></Stmt>'),
    ),
  },
  {
    type: 'account_mismatch',
    severity: 'critical',
    async raise(world) {
      await world.send(accountBehind(camt({ entries: [{ amount: 5, date: day }], account: 'DE75512108001245126199' })))
      const both = [own, 'DE75512108001245126199'].map((value) => ({ scheme: 'iban', value }))
      return () => world.done(world.patch(`/v1/ledgers/${world.books.bank.id}`, { account_identifiers: both }))
    },
  },
  {
    type: 'currency_mismatch',
    severity: 'critical',
    raise: byFile(one(500).replace('<Ntry><Amt Ccy="EUR">', '<Ntry><Amt Ccy="USD">')),
  },
  { type: 'missing_in_ledger', severity: 'warning', raise: lineAfterPass(one()) },
  {
    type: 'missing_in_ledger',
    severity: 'critical',
    raise: lineAfterPass(camt({ entries: [{ amount: 500, date: '2025-01-05' }] })),
  },
  { type: 'missing_on_statement', severity: 'info', raise: lonelyEntry('2025-01-21') },
  { type: 'missing_on_statement', severity: 'warning', raise: lonelyEntry('2025-01-20') },
  { type: 'missing_on_statement', severity: 'critical', raise: lonelyEntry('2024-08-03') },
  {
    type: 'amount_difference',
    severity: 'warning',
    async raise(world) {
      const entry = await booking(world, 90_000, day, { document_no: 'INV-2025-0071' })
      await world.send(one(40_000, { text: 'Invoice INV-2025-0071' }))
      await world.done(world.pass())
      const [item] = await world.items()
      return () => world.matchByHand([item?.id ?? ''], [entry.id], 'leave_open')
    },
  },
  {
    type: 'partial_settlement',
    severity: 'info',
    async raise(world) {
      const entry = await booking(world, 400, day)
      await world.send(one(500))
      const [item] = await world.items()
      await world.matchByHand([item?.id ?? ''], [entry.id], 'leave_open')
      return () => world.close(item?.id)
    },
  },
  {
    type: 'partial_settlement',
    severity: 'info',
    async raise(world) {
      const entry = await booking(world, 500, day)
      await world.send(camt({ entries: [400, 100].map((amount) => ({ amount, date: day })) }))
      const [first, rest] = await world.items()
      await world.matchByHand([first?.id ?? ''], [entry.id], 'leave_open')
      return () => world.matchByHand([rest?.id ?? ''], [entry.id])
    },
  },
  {
    type: 'batch_sum_mismatch',
    severity: 'warning',
    async raise(world) {
      const parts = ['1.00', '3.00'].map((amount) => `<TxDtls><Amt Ccy="EUR">${amount}</Amt></TxDtls>`).join('')
      await world.send(one(500).replace(/<TxDtls>.*<\/TxDtls>/, parts))
      const residual = (await world.list('&type=batch_sum_mismatch'))[0]?.source_entry_id
      return () => world.close(residual)
    },
  },
  {
    type: 'duplicate_source_entry',
    severity: 'warning',
    async raise(world) {
      await world.send(one(500, { reference: 'A-1' }))
      await world.send(one(500, { reference: 'B-1' }).replace('M-S-1', 'M-2'))
      const [first] = await world.items()
      return () => world.close(first?.id, 'duplicate_on_statement')
    },
  },
  {
    type: 'possible_duplicate_ledger_entry',
    severity: 'warning',
    async raise(world) {
      const twice = { counterparty_name: 'Garage Lindner' }
      await booking(world, -500, day, twice)
      const again = await booking(world, -500, '2025-01-11', twice)
      await world.send(one(-500, { name: 'Garage Lindner' }))
      await world.done(world.pass())
      return async () => {
        await world.done(world.user.delete(`/v1/ledgers/journals/${again.transactionId}`))
        await world.done(world.pass())
      }
    },
  },
  {
    type: 'ambiguous_match',
    severity: 'info',
    async raise(world) {
      for (const _ of [1, 2]) await booking(world, 25_000, day)
      await world.send(camt({ entries: [1, 2].map((at) => ({ amount: 25_000, date: day, text: `${at}` })) }))
      await world.done(world.pass())
      return async () => {
        for (const { id } of await world.matches()) await world.accept(id)
      }
    },
  },
  {
    type: 'bank_reference_reused',
    severity: 'info',
    raise: byFile(one(500, { reference: 'A-1' }), one(700, { reference: 'A-1' })),
  },
  {
    type: 'bank_correction',
    severity: 'warning',
    async raise(world) {
      const row = (id: string, more = '') =>
        `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20250110<TRNAMT>-2.00<FITID>${id}<NAME>Shop${more}</STMTTRN>`
      await world.send(
        `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>${own}</BANKACCTFROM><BANKTRANLIST>${row('A')}${row('B', '<CORRECTFITID>OLD<CORRECTACTION>REPLACE')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
        undefined,
        'statement.ofx',
      )
      return undefined
    },
  },
  { type: 'unlinked_return', severity: 'warning', raise: lineAfterPass(one(500, { reversal: true })) },
  {
    type: 'value_date_gap',
    severity: 'info',
    raise: byFile(one().replace(`<ValDt><Dt>${day}`, '<ValDt><Dt>2025-01-16')),
  },
  {
    type: 'period_mismatch',
    severity: 'warning',
    async raise(world) {
      const entry = await booking(world, 500, '2024-12-31')
      await world.send(camt({ entries: [{ amount: 500, date: '2025-01-02' }] }))
      const [item] = await world.items()
      const match = await world.matchByHand([item?.id ?? ''], [entry.id])
      return () => world.undo(match)
    },
  },
  {
    type: 'currency_difference',
    severity: 'warning',
    async raise(world) {
      const { user, books } = world
      const dollars = await user.post<LedgerAnswer>('/v1/ledgers', {
        code: '1811',
        type: 'asset',
        currency_code: 'USD',
        parent_ledger_id: books.bank.id,
      })
      const account = 'DE75512108001245126199'
      const line = { counterparty_account: account, amount_lcy: 11_000 }
      await world.done(
        user.post('/v1/ledgers/journals', {
          booking_date: day,
          entries: [
            { ...line, ledger_id: dollars.body.id, type: 'credit', amount: 12_000 },
            { ...line, ledger_id: books.payables.id, type: 'debit', amount: 11_000 },
          ],
        }),
      )
      await world.send(one(-11_042, { account }))
      await world.done(world.pass())
      const [item] = await world.items()
      return () => world.close(item?.id)
    },
  },
  {
    type: 'wrong_counterparty',
    severity: 'warning',
    async raise(world) {
      const [a, b] = ['DE75512108001245126199', 'DE12500105170648489890']
      for (const [name, identifier] of [
        ['Kohl Bau', a],
        ['Lindner Holz', b],
      ])
        await world.done(world.user.post('/v1/ledgers/counterparties', { name, accounts: [{ identifier }] }))
      await booking(world, -500, day, { document_no: 'INV-20071', counterparty_name: 'Kohl Bau' })
      await world.send(one(-500, { name: 'Kohl Bau', account: b, text: 'INV-20071' }))
      await world.done(world.pass())
      const [proposed] = await world.matches()
      await world.accept(proposed?.id)
      return () => world.undo(proposed?.id)
    },
  },
  ...[400, 600].map(
    (changed): Row => ({
      type: 'accepted_match_broken',
      severity: 'critical',
      async raise(world) {
        const entry = await booking(world, 500, day)
        await world.send(one(500))
        const [item] = await world.items()
        await world.matchByHand([item?.id ?? ''], [entry.id])
        const path = `/v1/ledgers/journals/${entry.transactionId}`
        const { entries } = (await world.user.get<JournalAnswer>(path)).body
        const all = (amount: number) =>
          world.done(world.patch(path, { entries: entries.map(({ id }) => ({ id, amount })) }))
        await all(changed)
        return () => all(500)
      },
    }),
  ),
  {
    type: 'transfer_counterpart_missing',
    severity: 'warning',
    async raise(world) {
      const { user, books } = world
      const saving = { ledger_id: books.savings.id }
      const other = (await user.post<{ id: string }>(runsPath, saving)).body.id
      const account = 'DE02120300000000202051'
      await world.send(camt({ account, entries: [{ amount: 1, date: '2025-01-31' }] }), other)
      await world.send(one(-500, { account }))
      await world.done(world.pass())
      const file = camt({ id: 'S-2', account, opening: 1, entries: [{ amount: 500, date: '2025-01-12' }] })
      return () => world.send(file, other)
    },
  },
  {
    type: 'search_incomplete',
    severity: 'info',
    async raise(world) {
      // All that the payer owes is even and all payments are odd: each search goes through every group, and the
      // first 450 leave no steps of the run's for the last.
      for (let i = 0; i < 40; i++)
        await booking(world, 2000 + 2 * ((i * 1237) % 3001), day, { counterparty_name: 'Kohl Bau' })
      const payments = Array.from({ length: 450 }, (_, i) => ({ amount: 25_001 + 2 * i, date: day, name: 'Kohl Bau' }))
      const many = await world.send(camt({ entries: payments }))
      await world.send(camt({ id: 'S-2', entries: [{ amount: 24_001, date: '2025-01-11', name: 'Kohl Bau' }] }))
      await world.done(world.pass())
      return async () => {
        await world.drop(many)
        await world.done(world.pass())
      }
    },
  },
  {
    type: 'encoding_fallback',
    severity: 'info',
    raise: byFile(Uint8Array.from(Buffer.from(one(500, { name: 'Müller' }), 'latin1'))),
  },
  {
    type: 'value_date_adjusted',
    severity: 'info',
    raise: byFile(one().replace(`<ValDt><Dt>${day}`, '<ValDt><Dt>2025-02-30')),
  },
  {
    type: 'booking_date_inferred',
    severity: 'info',
    raise: byFile(one().replace(`<BookgDt><Dt>${day}</Dt></BookgDt>`, '')),
  },
  {
    type: 'interpretation_chosen',
    severity: 'info',
    raise: byFile(camt({ entries: [{ amount: 500, date: day, reversal: true }], opening: 1000, closing: 500 })),
  },
]

test.each(rows)('$type is $severity while it holds, and ends with it (7)', async ({ type, severity, raise }) => {
  const world = await withDiscrepancies({ now: today })
  const ends = await raise(world)
  const open = async () => (await world.list(`&type=${type}`)).filter(({ status }) => status === 'open')
  const [found] = await open()
  expect(found).toMatchObject({ type, severity })
  if (ends) await ends()
  else await world.done(world.patch(`/v1/ledgers/reconciliation/discrepancies/${found?.id}`, { status: 'closed' }))
  expect(await open()).toEqual([])
  const reasons = (await world.list(`&type=${type}`)).map(({ closed_reason: reason }) => reason)
  // What goes with its file leaves no row behind where it named the statement or the line.
  for (const reason of reasons) expect(['resolved', 'superseded', 'accepted_as_is']).toContain(reason)
})
