import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { refusals } from '../../main/core/db/migrations/0009-refusals.ts'
import { tempDir } from '../support/temp-dir.ts'

test('a refusal goes with its request, and a pair with its movement', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(refusals)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0), ('v', 'd@e.f', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
    insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, received_at, ingested_at,
                           search_text)
      values ('m', 'a', 'T-1', 'h', 100, 'UYU', 0, 0, ''), ('n', 'a', 'T-2', 'i', 100, 'UYU', 0, 0, '');
    insert into requests (id, account_id, external_id, amount_minor, currency, created_at, last_seen_at, search_text)
      values ('r', 'a', 'A-1', 100, 'UYU', 0, 0, '');`)

  migrate(db, migrations.slice(0, at + 1))
  db.exec(`
    insert into refusals (id, request_id, account_id, user_id, at) values ('f', 'r', 'a', 'v', 1);
    insert into refused_pairs (request_id, movement_id, refusal_id) values ('r', 'm', 'f'), ('r', 'n', 'f');
    delete from movements where id = 'm';
    delete from users where id = 'v';`)

  expect(db.prepare('select movement_id from refused_pairs').pluck().all()).toEqual(['n'])
  expect(db.prepare('select user_id from refusals').pluck().all(), 'the word stands without its speaker').toEqual([
    null,
  ])
  db.exec("delete from requests where id = 'r'")
  expect(db.prepare('select count(*) from refusals').pluck().get()).toBe(0)
  expect(db.prepare('select count(*) from refused_pairs').pluck().get()).toBe(0)
})
