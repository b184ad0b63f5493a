import type { Database } from '../db/open.ts'
import type { ApplyOrder, FileStatement } from './types.ts'

/** Lines and statements that do not count before their import does. */
export function stageQueries(db: Database) {
  const insertStatement = db.prepare(`
    insert into import_statements (id, import_id, account_id, ordinal, archive_member, account_identifier, currency,
      statement_ref, from_date, to_date, opening, closing, proof_status, proof_difference)
    values (@id, @importId, @accountId, @ordinal, @member, @account, @currency, @statementRef, @fromDate, @toDate,
      @opening, @closing, @proofStatus, @proofDifference)`)
  const clearLines = db.prepare(
    'delete from import_lines where id in (select id from import_lines where import_id = ? limit 1000)',
  )
  const clearStatements = db.prepare('delete from import_statements where import_id = ?')

  return {
    statement(place: { id: string; importId: string; accountId: string; ordinal: number }, found: FileStatement): void {
      const { opening, closing, proof, ...rest } = found
      insertStatement.run({
        ...place,
        ...rest,
        opening: opening && JSON.stringify(opening),
        closing: closing && JSON.stringify(closing),
        proofStatus: proof.status,
        proofDifference: proof.difference,
      })
    },
    /** In steps, each a transaction of its own: nobody who writes waits for a quarter of a million lines. */
    clear(importId: string): void {
      while (clearLines.run(importId).changes > 0);
      clearStatements.run(importId)
    },
  }
}

interface StagedPart {
  readonly importId: string
  readonly accountId: string
  /** Places in the order: `from` is exclusive, `until` inclusive; they count from 1. */
  readonly from: number
  readonly until: number
}

/**
 * Copies the lines of this connection's table, told from what is there, part by part. They are stored in the order in
 * which they will be applied: what is touched together then lies together.
 */
export function stagedLines(db: Database, order: ApplyOrder): (part: StagedPart) => void {
  const key = order === 'amount' ? 'currency, amountMinor, n' : 'bookingDate, n'
  db.exec(`create temp table file_order (place integer primary key, n integer);
    insert into temp.file_order (n) select n from temp.file_lines order by ${key}`)
  // A known line without a movement has nothing left to be done.
  const copy = db.prepare(`
    insert into import_lines (import_id, account_id, statement_ordinal, position, layout, booking_date, value_date,
      amount_minor, currency, name, text, strong_key, fingerprint, occurrence, line_key, outcome, applied, movement_id,
      facts)
    select @importId, @accountId, l.statement, l.position, l.layout, l.bookingDate, l.valueDate, l.amountMinor, l.currency,
      l.name, l.text, l.strongKey, l.fingerprint, l.occurrence, o.lineKey, o.outcome,
      case when o.outcome = 'new' or (o.outcome = 'known' and o.movementId is not null) then 0 else 1 end,
      o.movementId, case when o.outcome = 'new' then l.facts end
    from temp.file_order p cross join temp.file_lines l on l.n = p.n cross join temp.file_outcomes o on o.n = l.n
    where p.place > @from and p.place <= @until order by p.place`)
  return (part) => copy.run(part)
}
