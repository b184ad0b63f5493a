import type { Database } from '../db/open.ts'
import type { Minor } from '../money.ts'
import type { StatementFault } from '../statements/failure.ts'
import type { ImportSummary } from './types.ts'

export type ImportStatus = 'reading' | 'applying' | 'done' | 'failed' | 'undoing' | 'undone'

export interface ImportRow {
  readonly id: string
  readonly account_id: string
  readonly user_id: string | null
  readonly origin: 'upload' | 'folder'
  readonly file_name: string
  readonly bytes: number
  readonly sha256: string
  readonly idempotency_key: string | null
  readonly status: ImportStatus
  readonly error: string | null
  readonly format: string | null
  readonly format_detail: string | null
  readonly encoding: string | null
  readonly mapping_name: string | null
  readonly warnings: string
  readonly excluded_lines: string
  readonly totals: string
  readonly new_count: number
  readonly duplicate_count: number
  readonly enriched_count: number
  readonly debit_count: number
  readonly not_booked_count: number
  readonly other_account_count: number
  readonly resolved_at: number | null
  readonly created_at: number
  readonly finished_at: number | null
  readonly undone_at: number | null
  readonly undone_by: string | null
  /** Where a refused file of a watched folder lies. */
  readonly kept_path: string | null
  readonly dismissed_at: number | null
  readonly dismissed_by: string | null
}

export interface StatementRow {
  readonly id: string
  readonly ordinal: number
  readonly archive_member: string | null
  readonly account_identifier: string | null
  readonly currency: string
  readonly statement_ref: string | null
  readonly from_date: string | null
  readonly to_date: string | null
  readonly opening: string | null
  readonly closing: string | null
  readonly proof_status: 'proved' | 'not_proved' | 'not_provable'
  readonly proof_difference: Minor | null
}

/** Why a file was refused, with the places in it. */
export interface ImportFailure {
  readonly code: string
  readonly message: string
  /** Absent in rows of earlier versions. */
  readonly faults?: readonly StatementFault[]
}

/** A match that undoing an import takes back with it. */
export interface MatchAtStake {
  readonly request_id: string
  readonly external_id: string
  readonly amount_minor: Minor
  readonly currency: string
  readonly sender_name: string | null
  readonly matched_by: 'engine' | 'manual'
  readonly matched_at: number
}

/** A movement that goes when the import is undone: nothing but it brought the movement. */
const goes = `m.import_id = @importId
  and not exists (select 1 from movement_sightings s where s.movement_id = m.id)
  and not exists (select 1 from import_lines l join statement_imports i on i.id = l.import_id
                   where l.movement_id = m.id and l.import_id <> @importId and i.status in ('applying', 'done'))`

/** Lines whose movement was there: all of them, and those that added something to it. */
interface Outcomes {
  readonly enriched: number
  readonly duplicates: number
}
const linesPerPage = 5000

export function importQueries(db: Database) {
  const insert = db.prepare(`
    insert into statement_imports (id, account_id, user_id, origin, file_name, bytes, sha256, idempotency_key, status,
      excluded_lines, created_at)
    values (@id, @accountId, @userId, @origin, @fileName, @bytes, @sha256, @idempotencyKey, 'reading', @excludedLines,
      @at)`)
  const find = db.prepare<[string], ImportRow>('select * from statement_imports where id = ?')
  const byKey = db.prepare<[string, string], ImportRow>(
    'select * from statement_imports where account_id = ? and idempotency_key = ?',
  )
  const byHash = db.prepare<[string, string], ImportRow>(
    `select * from statement_imports where account_id = ? and sha256 = ? and status in ('reading', 'applying', 'done')
      order by created_at limit 1`,
  )
  const list = db.prepare<[string, number, number], ImportRow>(
    'select * from statement_imports where account_id = ? order by created_at desc, rowid desc limit ? offset ?',
  )
  const count = db.prepare<[string], number>('select count(*) from statement_imports where account_id = ?').pluck()
  const unfinished = db.prepare<[], ImportRow>(
    `select * from statement_imports where status in ('reading', 'applying', 'undoing') order by created_at`,
  )
  const fail = db.prepare(
    `update statement_imports set status = 'failed', error = ?, idempotency_key = null, finished_at = ? where id = ?`,
  )
  const remove = db.prepare('delete from statement_imports where id = ?')
  const accept = db.prepare(
    `update statement_imports set status = 'applying', format = @format, format_detail = @formatDetail,
       encoding = @encoding, mapping_name = @mappingName, warnings = @warnings, totals = @totals, new_count = @created,
       duplicate_count = @duplicates, debit_count = @debits, not_booked_count = @notBooked,
       other_account_count = @otherAccounts, resolved_at = @resolvedAt
     where id = @id`,
  )
  const finish = db.prepare(
    `update statement_imports set status = 'done', finished_at = @at, enriched_count = @enriched,
       duplicate_count = @duplicates, new_count = (select count(*) from movements m where m.import_id = @id)
     where id = @id`,
  )
  const outcomes = db.prepare<[string, number], Outcomes & { last: number | null }>(
    `select max(id) as last, count(*) filter (where outcome = 'enriched') as enriched,
       count(*) filter (where amount_minor > 0 and outcome in ('known', 'enriched')) as duplicates
     from (select id, outcome, amount_minor from import_lines where import_id = ? and id > ?
       order by id limit ${linesPerPage})`,
  )
  const setStatus = db.prepare('update statement_imports set status = ? where id = ?')
  const undone = db.prepare(
    `update statement_imports set status = 'undone', undone_at = coalesce(undone_at, ?) where id = ?`,
  )
  const startUndo = db.prepare(
    `update statement_imports set status = 'undoing', undone_at = ?, undone_by = ?, idempotency_key = null where id = ?`,
  )
  const statements = db.prepare<[string], StatementRow>(
    'select * from import_statements where import_id = ? order by ordinal',
  )
  const counts = db.prepare<[{ importId: string }], { going: number; kept: number }>(
    `select count(*) filter (where ${goes}) as going, count(*) filter (where not (${goes})) as kept
       from movements m where m.import_id = @importId`,
  )
  const atStake = db.prepare<[{ importId: string }], MatchAtStake>(`
    select r.id as request_id, r.external_id, r.amount_minor, r.currency, r.sender_name, x.matched_by, x.matched_at
      from movements m
      join matches x on x.bank_transaction_id = m.id and x.undone_at is null
      join requests r on r.id = x.request_id
     where ${goes} group by r.id order by x.matched_by = 'manual' desc, x.matched_at desc`)
  const identifiers = db.prepare<[string], { value: string }>(
    'select value from account_identifiers where account_id = ? order by linked_at, value',
  )
  const link = db.prepare(
    'insert into account_identifiers (account_id, value, linked_at) values (?, ?, ?) on conflict do nothing',
  )
  const usualCurrency = db
    .prepare<[string], string>('select currency from movements where account_id = ? order by received_at desc limit 1')
    .pluck()

  return {
    insert: (row: {
      readonly id: string
      readonly accountId: string
      readonly userId: string
      readonly origin: ImportRow['origin']
      readonly fileName: string
      readonly bytes: number
      readonly sha256: string
      readonly idempotencyKey: string | null
      readonly excludedLines: string
      readonly at: number
    }) => insert.run(row),
    find: (id: string) => find.get(id) ?? null,
    byKey: (accountId: string, key: string) => byKey.get(accountId, key) ?? null,
    /** One with the very same bytes that counts or is under way. */
    byHash: (accountId: string, sha256: string) => byHash.get(accountId, sha256) ?? null,
    list: (accountId: string, limit: number, offset: number) => list.all(accountId, limit, offset),
    count: (accountId: string) => count.get(accountId) ?? 0,
    unfinished: () => unfinished.all(),
    fail: (id: string, error: ImportFailure, at: number) => fail.run(JSON.stringify(error), at, id),
    remove: (id: string) => remove.run(id),
    /** From here on the import happens, whatever ends the program. */
    accept({ counts, warnings, totals, ...found }: ImportSummary, id: string, resolvedAt: number): void {
      accept.run({
        id,
        format: found.format,
        formatDetail: found.formatDetail,
        encoding: found.encoding,
        mappingName: found.appliedMapping,
        warnings: JSON.stringify(warnings),
        totals: JSON.stringify(totals),
        created: counts.created,
        duplicates: counts.duplicates,
        debits: counts.debits,
        notBooked: counts.notBooked,
        otherAccounts: counts.otherAccounts,
        resolvedAt,
      })
    },
    finish: (id: string, at: number, { enriched, duplicates }: Outcomes) =>
      finish.run({ id, at, enriched, duplicates }),
    /** What became of an import's lines, some thousand at a time; null when all were counted. */
    outcomesAfter(id: string, lineId: number): (Outcomes & { readonly last: number }) | null {
      const { last = null, enriched = 0, duplicates = 0 } = outcomes.get(id, lineId) ?? {}
      return last === null ? null : { last, enriched, duplicates }
    },
    setStatus: (id: string, status: ImportStatus) => setStatus.run(status, id),
    startUndo: (id: string, userId: string, at: number) => startUndo.run(at, userId, id),
    undone: (id: string, at: number) => undone.run(at, id),
    statements: (id: string) => statements.all(id),
    /** What undoing would do; the matches that a person made come first. */
    atStake(importId: string, limit: number) {
      const { going, kept } = counts.get({ importId }) ?? { going: 0, kept: 0 }
      const matches = atStake.all({ importId })
      return {
        movements: going,
        kept,
        matches: matches.length,
        by_person: matches.filter((match) => match.matched_by === 'manual').length,
        list: matches.slice(0, limit),
      }
    },
    identifiers: (accountId: string) => identifiers.all(accountId),
    link: (accountId: string, value: string, at: number) => link.run(accountId, value, at),
    usualCurrency: (accountId: string) => usualCurrency.get(accountId) ?? null,
  }
}

export type ImportQueries = ReturnType<typeof importQueries>
