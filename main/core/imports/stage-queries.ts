import type { Database } from '../db/open.ts'
import { toldLine } from './line-table.ts'
import type { FileStatement } from './types.ts'

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
    /** Clears some, in a transaction of its own; false once all is gone. Nobody waits for a quarter of a million lines. */
    clearSome(importId: string): boolean {
      if (clearLines.run(importId).changes > 0) return true
      clearStatements.run(importId)
      return false
    },
  }
}

interface StagedPart {
  readonly importId: string
  readonly accountId: string
  /** Numbers of lines: `from` is exclusive, `until` inclusive; they count from 1. */
  readonly from: number
  readonly until: number
}

/**
 * Copies the lines of this connection's table, told from what is there, part by part, in the order of the upload: files
 * list their days in order, and so do the indexes of lines.
 */
export function stagedLines(db: Database) {
  // A known line without a movement has nothing left to be done.
  const copy = db.prepare(`
    insert into import_lines (import_id, account_id, statement_ordinal, position, layout, booking_date, value_date,
      amount_minor, currency, name, text, strong_key, fingerprint, occurrence, line_key, outcome, applied, movement_id,
      facts)
    select @importId, @accountId, l.statement, l.position, l.layout, l.bookingDate, l.valueDate, l.amountMinor, l.currency,
      l.name, l.text, l.strongKey, l.fingerprint, l.occurrence, ${toldLine.lineKey}, ${toldLine.outcome},
      case when ${toldLine.outcome} = 'new' or (o.outcome = 'known' and o.movementId is not null) then 0 else 1 end,
      o.movementId, case when o.outcome is null then l.facts end
    from temp.file_lines l left join temp.file_outcomes o on o.n = l.n
    where l.n > @from and l.n <= @until order by l.n`)
  const dropKey = db.prepare(
    `update import_lines set strong_key = null,
       line_key = line_key(amount_minor, null, fingerprint, occurrence, currency) where id = ?`,
  )
  return {
    /** Answers the row of the first one; the others follow it without a gap. */
    copy(part: StagedPart): number {
      const { changes, lastInsertRowid } = copy.run(part)
      return Number(lastInsertRowid) - changes + 1
    },
    /** The key of the bank turned out to be another line's as well. */
    dropKey: (id: number) => dropKey.run(id),
  }
}
