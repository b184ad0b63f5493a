import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { movementImports } from '../../main/core/db/migrations/0008-movement-imports.ts'
import { tempDir } from '../support/temp-dir.ts'

test('movements from before belong to no import; an import that goes takes its lines and leaves movements', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(movementImports)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
    insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, received_at, ingested_at,
                           search_text)
      values ('m', 'a', 'T-1', 'h', 100, 'UYU', 0, 0, '');`)

  migrate(db, migrations.slice(0, at + 1))

  expect(db.prepare('select import_id from movements').all()).toEqual([{ import_id: null }])
  db.exec(`
    insert into statement_imports (id, account_id, origin, file_name, bytes, sha256, status, created_at)
      values ('i', 'a', 'upload', 'march.csv', 1, 's', 'done', 0);
    insert into import_lines (import_id, account_id, statement_ordinal, position, layout, booking_date, amount_minor,
                              currency, fingerprint, occurrence, line_key, outcome, movement_id)
      values ('i', 'a', 0, 1, 'csv', '2025-03-14', 100, 'UYU', 'f', 1, 'file-f', 'known', 'm');
    update movements set import_id = 'i';`)
  db.exec("delete from statement_imports where id = 'i'")
  expect(db.prepare('select count(*) from import_lines').pluck().get()).toBe(0)
  expect(db.prepare('select id, import_id from movements').all()).toEqual([{ id: 'm', import_id: null }])
})
