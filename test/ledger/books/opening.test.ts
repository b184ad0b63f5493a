import { expect, test } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { bookPayment, openBooks } from '../support/books.ts'
import { type Listed, runsPath } from '../support/world.ts'

interface EntryAnswer {
  readonly id: string
  readonly reconciliation_status: string
  readonly is_opening: boolean
  readonly open_amount: { readonly amount: string }
}

/** A bank ledger that is opened by the event of an entry and by the type of a journal, and has one payment. */
async function openedBooks() {
  const core = await createTestCore()
  const user = await core.signUp()
  const books = await openBooks(user)
  const sides = { bank: books.bank, other: books.payables }
  const byEvent = await bookPayment(user, sides, { amount: 1000, date: '2024-12-31', event: 'opening_balance' })
  const { body } = await user.post<{ entries: EntryAnswer[] }>('/v1/ledgers/journals', {
    type: 'opening_balance',
    booking_date: '2024-12-31',
    entries: [
      { ledger_id: books.bank.id, type: 'debit', amount: 500 },
      { ledger_id: books.payables.id, type: 'credit', amount: 500 },
    ],
  })
  const payment = await bookPayment(user, sides, { amount: -70, date: '2025-01-10' })
  const run = (await user.post<{ id: string }>(runsPath, { ledger_id: books.bank.id })).body
  const opening = [byEvent.id, body.entries[0]?.id ?? '']
  return { core, user, books, opening, payment, runPath: `${runsPath}/${run.id}` }
}

test('an opening booking says that it is one, in a ledger’s entries and in gl-only and gl-all', async () => {
  const { user, books, opening, payment, runPath } = await openedBooks()
  for (const list of [`/v1/ledgers/entries?ledger_id=${books.bank.id}`, `${runPath}/gl-only`, `${runPath}/gl-all`]) {
    const { data } = (await user.get<Listed<EntryAnswer>>(list)).body
    const shown = new Map(data.map((entry) => [entry.id, entry]))
    // By 3.2 nothing was allocated to it, so its state stays the derived one.
    for (const id of opening)
      expect(shown.get(id), list).toMatchObject({ is_opening: true, reconciliation_status: 'unreconciled' })
    expect(shown.get(payment.id), list).toMatchObject({ is_opening: false, reconciliation_status: 'unreconciled' })
  }
})

test('what of a ledger is open without its opening is as many as the accounts count', async () => {
  const { user, books, payment, runPath } = await openedBooks()
  const filter = encodeURIComponent(JSON.stringify({ open_amount: { ne: 0 }, is_opening: false }))
  const open = await user.get<Listed<EntryAnswer>>(`/v1/ledgers/entries?ledger_id=${books.bank.id}&filter=${filter}`)
  expect(open.body.data.map(({ id }) => id)).toEqual([payment.id])
  const accounts = await user.get<Listed<{ open_entries: number }>>(`/v1/ledgers/accounts?ledger_id=${books.bank.id}`)
  expect(accounts.body.data[0]?.open_entries).toBe(1)
  const ageing = await user.get<{ buckets: { count: number }[] }>(`/v1/ledgers/${books.bank.id}/ageing?at=2025-01-10`)
  expect(ageing.body.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  const report = await user.get<{ equation: { ledger_only: { amount: string } } }>(`${runPath}/proof?as_of=2025-01-31`)
  expect(report.body.equation.ledger_only.amount).toBe('-70')
})
