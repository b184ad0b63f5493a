import type { Database } from '../db/open.ts'
import type { Resolution } from './resolve-lines.ts'
import type { FileLine, FileStatement } from './types.ts'

/** SQL of an import's thread: lines and statements that do not count before their import does. */
export function stageQueries(db: Database) {
  const insertLine = db.prepare(`
    insert into import_lines (import_id, account_id, statement_ordinal, position, layout, booking_date, value_date,
      amount_minor, currency, name, text, strong_key, fingerprint, occurrence, line_key, outcome, applied, movement_id,
      facts)
    values (@importId, @accountId, @statement, @position, @layout, @bookingDate, @valueDate, @amountMinor, @currency,
      @name, @text, @strongKey, @fingerprint, @occurrence, @lineKey, @outcome, @applied, @movementId, @facts)`)
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
    line(place: { importId: string; accountId: string }, line: FileLine, resolution: Resolution): void {
      const { outcome, lineKey, movementId } = resolution
      // A known line without a movement has nothing left to be done.
      const applied = outcome === 'new' || (outcome === 'known' && movementId !== null) ? 0 : 1
      insertLine.run({
        ...place,
        ...line,
        lineKey,
        outcome,
        applied,
        movementId,
        facts: outcome === 'new' ? line.facts : null,
      })
    },
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
