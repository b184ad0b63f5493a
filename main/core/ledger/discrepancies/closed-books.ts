import type { Database } from '../../db/open.ts'
import { ledgerAncestors } from '../books/family.ts'
import type { Entry } from '../books/types.ts'
import type { RunPlace, WantedRows } from './wanted.ts'

const type = 'closed_period_changed'

/**
 * A run is closed with the books as they were up to its last day. What is booked, corrected or removed in those days
 * afterwards makes it another one (7): the first closed run that showed the day is told, with the sum of all changes.
 */
export function createClosedBooks({ db, wanted }: { db: Database; wanted: WantedRows }) {
  const closedRun = db.prepare<{ ledger: string; day: string }, RunPlace>(
    `select id, currency from reconciliation_runs
     where ledger_id in (${ledgerAncestors('@ledger')}) and status = 'closed' and period_to >= @day
     order by period_to, closed_at limit 1`,
  )
  const known = db.prepare<[string, string], { amount: number | null; facts: string }>(
    'select amount, facts from discrepancies where run_id = ? and key = ?',
  )
  return (before: readonly Entry[], after: readonly Entry[]): void => {
    const changed = new Map<string, { run: RunPlace; amount: number; entry: Entry }>()
    const count = (entries: readonly Entry[], sign: 1 | -1) => {
      for (const entry of entries) {
        const run = closedRun.get({ ledger: entry.ledgerId, day: entry.bookingDate })
        if (!run) continue
        const amount = (changed.get(run.id)?.amount ?? 0) + sign * entry.signed
        changed.set(run.id, { run, amount, entry })
      }
    }
    count(before, -1)
    count(after, 1)
    for (const { run, amount, entry } of changed.values()) {
      const key = `${run.id}:books`
      const row = known.get(run.id, `${type}:${key}`)
      const facts = row ? (JSON.parse(row.facts) as { count: number }) : { count: 0 }
      wanted.raise(type, run, [
        {
          key,
          severity: 'critical',
          amount: (row?.amount ?? 0) + amount,
          facts: {
            count: facts.count + 1,
            entity: 'ledger_transaction',
            id: entry.transactionId,
            date: entry.bookingDate,
            document: entry.documentNo,
          },
        },
      ])
    }
  }
}
