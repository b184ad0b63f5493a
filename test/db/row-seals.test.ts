import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { rowSeals } from '../../main/core/db/migrations/0010-row-seals.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { sealTriggers } from '../../main/core/db/row-seals.ts'
import { sealedTables } from '../../main/core/db/sealed-tables.ts'
import { checkSeals } from '../../main/core/ledger/audit/verify/check-seals.ts'
import { verifyBooks } from '../../main/core/ledger/audit/verify/verify.ts'
import { tempDir } from '../support/temp-dir.ts'

const insertLedger = (id: string) =>
  `insert into ledgers (id, user_id, num_id, code, type, currency, created_at, modified_at, created_by, modified_by)
   values ('${id}', 'u', length('${id}'), '${id}', 'asset', 'EUR', 0, 0, 'x', 'x')`
const insertUser = `insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0)`

test('a file from before the seals is judged by its trail alone, and once migrated by its rows as well', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  const at = migrations.indexOf(rowSeals)
  migrate(db, migrations.slice(0, at))
  db.exec(`${insertUser}; ${insertLedger('before')};`)
  expect(verifyBooks(db).faults).toMatchObject([{ entity: 'ledger', id: 'before', code: 'not_recorded' }])

  migrate(db, migrations.slice(0, at + 1))
  expect(checkSeals(db)).toEqual([])
  db.exec(insertLedger('after'))
  expect(checkSeals(db)).toEqual([])
  db.exec(`update ledgers set description = 'x' where id = 'before'; delete from ledgers where id = 'after'`)
  expect(checkSeals(db)).toEqual([])
  expect(db.prepare('select id from row_seals').pluck().all()).toEqual(['before'])
  db.close()
})

test('the triggers of every sealed table cover all its columns, and every table of the books is sealed', () => {
  const db = openDatabase(join(tempDir(), 'new.db'))
  const read = db.prepare<[string], string>('select sql from sqlite_master where name = ?').pluck()
  // A step that changes a sealed table ends with `sealTable`.
  for (const table of sealedTables)
    for (const [name, sql] of sealTriggers(db, table))
      expect(read.get(name)).toBe(sql.replace('create trigger', 'CREATE TRIGGER'))

  // What hangs on a ledger, a run or a booking belongs to the books.
  const all = db.prepare<[], string>(`select name from sqlite_master where type = 'table'`).pluck().all()
  const refers = db.prepare<[string], string>('select "table" from pragma_foreign_key_list(?)').pluck()
  const books = new Set(['ledgers', 'ledger_transactions', 'reconciliation_runs', 'source_entries', 'ledger_matches'])
  const sealed = new Set(sealedTables.map(({ name }) => name))
  for (const table of all)
    if (refers.all(table).some((other) => books.has(other))) expect(sealed, table).toContain(table)
  db.close()
})

test('another tool cannot write the tables of the books', () => {
  const file = join(tempDir(), 'new.db')
  const own = openDatabase(file)
  own.exec(`${insertUser}; ${insertLedger('l')};`)
  own.close()
  const db = new SqliteDatabase(file)
  for (const sql of [insertLedger('other'), `update ledgers set code = 'x'`, 'delete from ledgers'])
    expect(() => db.exec(sql)).toThrow('no such function: row_seal')
  db.close()
})
