import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { ingestBatches } from '../../main/core/db/migrations/0011-ingest-batches.ts'
import { tempDir } from '../support/temp-dir.ts'

test('movements that wait to be stored go with their account', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(ingestBatches)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);`)

  migrate(db, migrations.slice(0, at + 1))
  db.exec(`insert into ingest_batches (id, account_id, rows, created_at) values ('i', 'a', '[]', 1)`)

  expect(db.prepare('select script_id from ingest_batches').pluck().all()).toEqual([null])
  db.exec(`delete from accounts where id = 'a'`)
  expect(db.prepare('select count(*) from ingest_batches').pluck().get()).toBe(0)
})
