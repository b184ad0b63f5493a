import { gapsInSequence, pagesMissing } from '../../statements/chain.ts'
import type { StatementBalance } from '../../statements/types.ts'
import type { statementRows } from '../sources/statement-list.ts'

type Ordered = ReturnType<ReturnType<typeof statementRows>['ofLedger']>

export const chainTypes = ['statement_gap', 'statement_overlap', 'sequence_gap', 'page_missing'] as const

/** Where a ledger's statements do not follow each other (5.3 to 5.5), at the statement that shows it. */
export interface ChainBreak {
  readonly type: (typeof chainTypes)[number]
  readonly severity: 'critical' | 'warning'
  readonly statementId: string
  readonly runId: string
  /** What is missing between two balances, minor units. */
  readonly amount?: number
  readonly facts: Readonly<Record<string, string | number | null>>
}

/** Breaks over all runs of a ledger: balances, numbers and pages; what is missing may come with any of them. */
export function findChainBreaks(ordered: Ordered): ChainBreak[] {
  const links = ordered.map(({ row, account, currency }) => ({
    row,
    account,
    currency,
    statementRef: row.statement_ref,
    sequenceNo: row.sequence_no,
    pageNo: row.page_no,
    lastPage: row.last_page === null ? null : row.last_page === 1,
    opening: balance(row.opening_balance),
    closing: balance(row.closing_balance),
  }))
  return [
    ...balanceBreaks(ordered),
    ...gapsInSequence(links).map(({ link: { row }, after, before }) => ({
      type: 'sequence_gap' as const,
      severity: 'warning' as const,
      statementId: row.id,
      runId: row.run_id,
      facts: { account: row.account_identifier, after, before },
    })),
    ...pagesMissing(links).map(({ link: { row }, page }) => ({
      type: 'page_missing' as const,
      severity: 'critical' as const,
      statementId: row.id,
      runId: row.run_id,
      facts: { account: row.account_identifier, page },
    })),
  ]
}

const balance = (text: string | null) => (text === null ? null : (JSON.parse(text) as StatementBalance))

/** A statement that does not open with what the one before it closed with; one imported twice counts once. */
function balanceBreaks(ordered: Ordered): ChainBreak[] {
  const last = new Map<string, { closing: number; day: string | null }>()
  const seen = new Set<string>()
  const breaks: ChainBreak[] = []
  for (const { row, account, currency, opening, closing, day } of ordered) {
    const identity = JSON.stringify([account, currency, row.from_date, day, opening, closing])
    if (opening === null || closing === null || seen.has(identity)) continue
    seen.add(identity)
    const key = `${account} ${currency}`
    const before = last.get(key)
    last.set(key, { closing, day })
    if (!before || before.closing === opening) continue
    const from = row.from_date
    const isLater = from === null || before.day === null || from > before.day
    breaks.push({
      type: isLater ? 'statement_gap' : 'statement_overlap',
      severity: 'critical',
      statementId: row.id,
      runId: row.run_id,
      amount: opening - before.closing,
      facts: { before: before.day, from: from ?? day, closing: before.closing, opening },
    })
  }
  return breaks
}
