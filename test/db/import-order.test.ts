import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { importOrder } from '../../main/core/db/migrations/0018-import-order.ts'
import { tempDir } from '../support/temp-dir.ts'

test('lines of an import are found by it, in their order, and applying one moves it nowhere', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(importOrder)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
    insert into statement_imports (id, account_id, origin, file_name, bytes, sha256, status, created_at)
      values ('i', 'a', 'upload', 'x.csv', 1, 'x', 'applying', 0);
    insert into import_lines (import_id, account_id, statement_ordinal, position, layout, booking_date, amount_minor,
        currency, fingerprint, occurrence, line_key, outcome, applied)
      values ('i', 'a', 0, 1, 'csv', '2025-03-14', 100, 'EUR', 'f', 1, 'k1', 'new', 1),
             ('i', 'a', 0, 2, 'csv', '2025-03-14', 200, 'EUR', 'g', 1, 'k2', 'new', 0);`)

  migrate(db, migrations.slice(0, at + 1))

  const waiting = db.prepare(`select line_key from import_lines where import_id = 'i' and applied = 0 order by id`)
  expect(waiting.pluck().all()).toEqual(['k2'])
  const plan = db.prepare(`explain query plan select id from import_lines where import_id = 'i' and id > 1 order by id`)
  expect(plan.all().map((step) => (step as { detail: string }).detail)).toEqual([
    'SEARCH import_lines USING COVERING INDEX import_lines_of_import (import_id=? AND rowid>?)',
  ])
  expect(db.pragma('foreign_key_check')).toEqual([])
})
