import { randomUUID } from 'node:crypto'
import type { Database } from '../../../db/open.ts'
import { type BooksMapping, booksMappingSchema } from './types.ts'

export interface ImportRow {
  readonly id: string
  readonly user_id: string
  readonly file_name: string
  readonly sha256: string
  readonly mapping: string
  readonly imported: number
  readonly skipped: number
  readonly created_at: number
  readonly created_by: string
  readonly undone_at: number | null
}

interface KeptRow {
  readonly id: string
  readonly signature: string
  readonly mapping: string
}

/** SQL of imports of the general ledger and of the mappings kept for their headers. */
export function importQueries(db: Database) {
  const insert = db.prepare(
    `insert into ledger_imports (id, user_id, file_name, sha256, mapping, imported, skipped, created_at, created_by, undone_at)
     values (@id, @user_id, @file_name, @sha256, @mapping, @imported, @skipped, @created_at, @created_by, @undone_at)`,
  )
  const byId = db.prepare<[string, string], ImportRow>('select * from ledger_imports where user_id = ? and id = ?')
  const markUndone = db.prepare('update ledger_imports set undone_at = ? where id = ?')
  const remove = db.prepare('delete from ledger_imports where id = ?')
  const unfinished = db.prepare<[], ImportRow>(
    `select * from ledger_imports i where undone_at is not null
       and (exists (select 1 from ledger_transactions t where t.import_id = i.id)
         or not exists (select 1 from audit_events a
           where a.entity = 'ledger_import' and a.entity_id = i.id and a.action = 'undo'))`,
  )
  const known = db
    .prepare<[string, string], string>(
      `select import_key from ledger_entries where user_id = ? and import_key in (select value from json_each(?))`,
    )
    .pluck()
  const numbered = db.prepare<[string, string], { number: string; date: string; sides: string; keys: string }>(
    `select t.reference_id as number, e.booking_date as date, json_group_array(e.ledger_id || e.type) as sides,
       json_group_array(e.import_key) as keys
     from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
     where t.user_id = ? and t.source = 'import' and t.reference_id in (select value from json_each(?)) group by t.id`,
  )
  const transactions = db.prepare<[string], string>('select id from ledger_transactions where import_id = ?').pluck()
  const users = db.prepare<
    [string],
    { match_id: string; entry_id: string; document_no: string | null; run_id: string }
  >(
    `select distinct m.id as match_id, e.id as entry_id, e.document_no, m.run_id
     from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
       join match_legs g on g.ledger_entry_id = e.id
       join ledger_matches m on m.id = g.match_id and m.status = 'accepted'
     where t.import_id = ? order by e.booking_date, m.id limit 100`,
  )
  const kept = db.prepare<[string], KeptRow>(
    `select id, signature, mapping from csv_mappings where user_id = ? and subject = 'books' and ledger_id is null
       and account_id is null order by modified_at desc`,
  )
  const insertMapping = db.prepare(
    `insert into csv_mappings (id, user_id, subject, name, signature, mapping, created_at, modified_at)
     values (@id, @userId, 'books', @name, @signature, @mapping, @at, @at)`,
  )
  const updateMapping = db.prepare(
    'update csv_mappings set mapping = @mapping, name = @name, version = version + 1, modified_at = @at where id = @id',
  )
  return {
    insert: (row: ImportRow) => insert.run(row),
    byId: (userId: string, id: string) => byId.get(userId, id) ?? null,
    markUndone: (id: string, at: number | null) => markUndone.run(at, id),
    remove: (id: string) => remove.run(id),
    /** Imports that a crash left half booked or half undone, or whose undoing the trail was not told. */
    unfinished: () => unfinished.all(),
    /** Imported vouchers of these numbers: their day, which ledgers they touch on which side, and the keys of their lines. */
    numbered: (userId: string, numbers: readonly string[]) =>
      numbered.all(userId, JSON.stringify(numbers)).map(({ number, date, sides, keys }) => ({
        number,
        date,
        sides: JSON.parse(sides) as string[],
        keys: JSON.parse(keys) as (string | null)[],
      })),
    knownKeys: (userId: string, keys: readonly string[]): ReadonlySet<string> =>
      new Set(known.all(userId, JSON.stringify(keys))),
    transactions: (id: string) => transactions.all(id),
    users: (id: string) => users.all(id),
    /** Kept mappings; one that this version cannot read is passed over. */
    kept: (userId: string) =>
      kept.all(userId).flatMap(({ id, signature, mapping }) => {
        const parsed = booksMappingSchema.safeParse(JSON.parse(mapping))
        return parsed.success ? [{ id, signature, mapping: parsed.data }] : []
      }),
    /** One mapping per header; a newer one takes its place. */
    keep(userId: string, signature: string, mapping: BooksMapping, name: string, at: number): string {
      const same = kept.all(userId).find((one) => one.signature === signature)
      const row = { id: same?.id ?? randomUUID(), name, mapping: JSON.stringify(mapping), at }
      if (same) updateMapping.run(row)
      else insertMapping.run({ ...row, userId, signature })
      return row.id
    },
  }
}
