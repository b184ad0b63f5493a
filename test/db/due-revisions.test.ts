import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { dueRevisions } from '../../main/core/db/migrations/0014-due-revisions.ts'
import { markDueSql } from '../../main/core/suggestions/book.ts'
import { tempDir } from '../support/temp-dir.ts'

test('an account that was due stays so, and each change after that counts', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(dueRevisions)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
    insert into suggestions_due (account_id) values ('a');`)

  migrate(db, migrations.slice(0, at + 1))
  const revision = () => db.prepare('select revision from suggestions_due').pluck().all()

  expect(revision()).toEqual([0])
  db.prepare(markDueSql).run('a')
  expect(revision()).toEqual([1])
})
