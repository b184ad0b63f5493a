import { bookPayment } from './books.ts'
import { camt, uploadTo } from './statement-files.ts'
import { openRun } from './world.ts'

/**
 * Case 125: the ledger stands at 10,000.00, the statement at 10,250.00; a payment of 300.00 is on its way to the bank and
 * a fee of 50.00 is not in the books. One receipt of 2,300.00 is matched.
 */
export async function openCase125(options: Parameters<typeof openRun>[0] = {}) {
  const world = await openRun(options)
  const { core, user, books, run, path, items } = world
  const opening = await user.post('/v1/ledgers/journals', {
    booking_date: '2024-12-31',
    entries: [
      { ledger_id: books.bank.id, type: 'debit', amount: 800_000, event: 'opening_balance' },
      { ledger_id: books.payables.id, type: 'credit', amount: 800_000, event: 'opening_balance' },
    ],
  })
  if (opening.status !== 201) throw new Error(JSON.stringify(opening.body))
  const receipt = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 230_000, date: '2025-01-10', document_no: '000123', counterparty_name: 'Œuvre & Ωmega Ψ ООО Ромашка' },
  )
  const payment = await bookPayment(
    user,
    { bank: books.bank, other: books.payables },
    { amount: -30_000, date: '2025-01-30', document_no: '12345678901234567890', counterparty_name: 'Supplier Ltd' },
  )
  const file = camt({
    opening: 800_000,
    entries: [
      { amount: 230_000, date: '2025-01-10', name: 'Ωmega', text: 'Invoice 000123', reference: '00012345678901234567' },
      { amount: -5000, date: '2025-01-31', name: '=HYPERLINK("http://x","y")', text: '+49 fee' },
    ],
  })
  const uploaded = await uploadTo(core, user, run.id, file)
  if (uploaded.status !== 201) throw new Error(JSON.stringify(uploaded.body))
  const [line, fee] = await items()
  const matched = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [line?.id],
    ledger_entry_ids: [receipt.id],
  })
  if (matched.status !== 201) throw new Error(JSON.stringify(matched.body))
  return { ...world, receipt, payment, line, fee, matchId: matched.body.id, file: uploaded.body.source_file }
}
