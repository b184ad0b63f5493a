import type { Database } from '../db/open.ts'
import type { Minor } from '../money.ts'
import { isOpen as isOpenSql } from '../requests/queries.ts'
import { markDueSql } from '../suggestions/book.ts'

/** What a thread reads and writes beside movements to store the lines of one import. */
export function bulkQueries(db: Database, accountId: string, importId: string) {
  const mayGoOn = db
    .prepare<[string], number>(
      `select exists (select 1 from statement_imports i join accounts a on a.id = i.account_id join users u on u.id = a.user_id
         where i.id = ? and i.status = 'applying' and u.operation_mode is not 'passthrough')`,
    )
    .pluck()
  const link = db.prepare('update import_lines set applied = 1, movement_id = ? where id = ?')
  const open = `from requests where account_id = ? and ${isOpenSql}`
  const hasOpen = db.prepare<[string], number>(`select exists (select 1 ${open})`).pluck()
  const isOpen = db
    .prepare<[string, string, number], number>(`select exists (select 1 ${open} and currency = ? and amount_minor = ?)`)
    .pluck()

  const markDue = db.prepare(markDueSql)

  return {
    /** False once the import was wiped with its account, or the account forwards what comes. */
    mayGoOn: () => mayGoOn.get(importId) === 1,
    /** Suggestions for the account look at what came. */
    markDue: () => markDue.run(accountId),
    /** For a line whose movement carries its key, but was brought by something else. */
    link: (id: number, movementId: string) => link.run(movementId, id),
    /** Asks, for lines in their order, whether an open request waits for the amount of their part. */
    waitedFor(): (part: number, currency: string, amountMinor: Minor) => boolean {
      if (hasOpen.get(accountId) === 0) return () => false
      let [last, is] = [0, false]
      return (part, currency, amountMinor) => {
        if (part !== last) [last, is] = [part, isOpen.get(accountId, currency, amountMinor) === 1]
        return is
      }
    },
  }
}
