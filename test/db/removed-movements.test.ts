import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { removedMovements } from '../../main/core/db/migrations/0012-removed-movements.ts'
import { tempDir } from '../support/temp-dir.ts'

test('what was removed stays known without its movement and its user, and goes with the account', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(removedMovements)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0), ('v', 'd@e.f', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
    insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, received_at, ingested_at,
                           search_text)
      values ('m', 'a', 'T-1', 'h', 100, 'UYU', 0, 0, '');`)

  migrate(db, migrations.slice(0, at + 1))
  db.exec(`
    insert into removed_movements (movement_id, account_id, line_key, movement, removed_at, removed_by)
      values ('m', 'a', 'k', '{}', 1, 'v');
    delete from movements where id = 'm';
    delete from users where id = 'v';`)

  expect(db.prepare('select movement_id, removed_by, restored_at from removed_movements').all()).toEqual([
    { movement_id: 'm', removed_by: null, restored_at: null },
  ])
  db.exec("delete from accounts where id = 'a'")
  expect(db.prepare('select count(*) from removed_movements').pluck().get()).toBe(0)
})
