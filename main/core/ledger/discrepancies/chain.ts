import type { statementRows } from '../sources/statement-list.ts'

/** A statement that does not go on where the one before it ended (5.3). Amounts are minor units. */
export interface ChainBreak {
  readonly type: 'statement_gap' | 'statement_overlap'
  readonly statementId: string
  readonly runId: string
  /** What is missing between them. */
  readonly amount: number
  readonly facts: Readonly<Record<string, string | number | null>>
}

/** Breaks in the chain of a ledger's statements over all runs; a statement that was imported twice counts once. */
export function findChainBreaks(ordered: ReturnType<ReturnType<typeof statementRows>['ofLedger']>): ChainBreak[] {
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
      statementId: row.id,
      runId: row.run_id,
      amount: opening - before.closing,
      facts: { before: before.day, from: from ?? day, closing: before.closing, opening },
    })
  }
  return breaks
}
