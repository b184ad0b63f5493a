import type { Database } from '../../db/open.ts'
import { iso } from '../../time.ts'
import { ledgerQueries } from '../books/ledger-queries.ts'
import { createEquation } from '../closing/equation.ts'
import { positionSections } from './position-sections.ts'
import { openPositions } from './positions.ts'
import { recordSections } from './record-sections.ts'
import { sectionBase } from './section-base.ts'
import { currencyOf } from './table.ts'
import type { Report, ReportInput } from './types.ts'
import { wordsIn } from './words.ts'
import { workSections } from './work-sections.ts'

/** Receipts and payments of what only one side knows. */
const split = (lines: readonly { readonly open: number }[]) => ({
  receipts: lines.reduce((sum, { open }) => (open > 0 ? sum + open : sum), 0),
  payments: lines.reduce((sum, { open }) => (open < 0 ? sum + open : sum), 0),
})

/**
 * The reconciliation statement of a run (12.1): bank and books adjusted by what only the other side knows, and the
 * appendices. Call it inside one read transaction, so that all of it is of one moment.
 */
export function buildReport(db: Database, input: ReportInput): Report {
  const { run, ledger, family, options } = input
  const word = wordsIn(options.lang)
  const equation = createEquation({
    db,
    ledgers: { family: () => [...family], balance: ledgerQueries({ db }).balance },
  })(run)
  const positions = openPositions(db, run.ledgerId, family, equation.asOf)
  const books = split(positions.entries)
  const bank = split(positions.items)
  if (
    books.receipts + books.payments !== equation.ledgerOnly ||
    bank.receipts + bank.payments !== equation.statementOnly
  )
    throw new Error('the lines of the report do not add up to the equation')
  const closing = equation.statementClosing
  const base = sectionBase(db, input)
  const make = { ...recordSections(base), ...workSections(base), ...positionSections(base, equation.asOf) }
  const fileIds = db
    .prepare<[string], string>(
      `select id from source_files where run_id = ? and status = 'processed' order by created_at, archive_member, id`,
    )
    .pluck()
    .all(run.id)
  return {
    runId: run.id,
    lang: options.lang,
    currency: currencyOf(run.currency, ledger.precisionOverride),
    createdAt: input.at,
    head: [
      { key: 'company', value: input.company },
      { key: 'ledger', value: [ledger.code, ledger.description].filter(Boolean).join(' ') },
      { key: 'bank_account', value: ledger.identifiers.map(({ value }) => value).join(', ') || null },
      { key: 'period', value: run.periodFrom && run.periodTo && `${run.periodFrom} – ${run.periodTo}` },
      { key: 'as_of', value: equation.asOf },
      { key: 'currency', value: run.currency },
      { key: 'status', value: word(`run.${run.status}`) },
      { key: 'prepared_by', value: run.createdBy },
      { key: 'reviewed_by', value: run.closedBy },
      { key: 'closed_at', value: run.closedAt === null ? null : iso(run.closedAt) },
      { key: 'close_statement', value: run.closeStatement },
      { key: 'proof_override', value: run.proofOverride },
    ],
    bank: [
      { key: 'statement_closing', amount: closing },
      { key: 'ledger_receipts', amount: books.receipts },
      { key: 'ledger_payments', amount: books.payments },
      { key: 'adjusted_bank', amount: closing === null ? null : closing + equation.ledgerOnly },
    ],
    books: [
      { key: 'ledger_balance', amount: equation.ledgerBalance },
      { key: 'statement_receipts', amount: bank.receipts },
      { key: 'statement_payments', amount: bank.payments },
      { key: 'adjusted_books', amount: equation.ledgerBalance + equation.statementOnly },
    ],
    difference: equation.difference,
    sections: [
      make.proofs(),
      make.matched(),
      make.partials(positions.entries),
      make.closed(),
      make.bankOutstanding(positions.items),
      make.ledgerOutstanding(positions.entries),
      make.discrepancies(),
      make.files(),
      make.settings(),
    ],
    fileIds,
  }
}
