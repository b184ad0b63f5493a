import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { signReadings } from '../../main/core/db/migrations/0019-sign-readings.ts'
import { tempDir } from '../support/temp-dir.ts'

test('a reading of signs is kept once for each format of an account, and goes with the account', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(signReadings)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
  `)
  migrate(db, migrations.slice(0, at + 1))
  const add = db.prepare(
    `insert into sign_readings (id, user_id, account_id, ledger_id, format, reading, learnt_by, file_name, learnt_at)
     values (?, 'u', ?, null, ?, 'reversals_inverted', 'proof', 'may.xml', 0)`,
  )
  add.run('1', 'a', 'camt.053')
  add.run('2', 'a', 'mt940')
  expect(() => add.run('3', 'a', 'camt.053')).toThrow(/UNIQUE/)
  expect(() => add.run('4', null, 'ofx')).toThrow(/CHECK/)
  db.exec("delete from accounts where id = 'a'")
  expect(db.prepare('select count(*) from sign_readings').pluck().get()).toBe(0)
})
