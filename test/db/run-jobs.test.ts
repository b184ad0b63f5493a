import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { runJobs } from '../../main/core/db/migrations/0020-run-jobs.ts'
import { registerSeal } from '../../main/core/db/row-seals.ts'
import { tempDir } from '../support/temp-dir.ts'

test('a run has one job to be ended at most, which goes with it', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  registerSeal(db)
  const at = migrations.indexOf(runJobs)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into ledgers (id, user_id, num_id, code, description, type, currency, created_at, modified_at, created_by,
      modified_by) values ('l', 'u', 1, '1810', '', 'asset', 'EUR', 0, 0, 'x', 'x');
    insert into reconciliation_runs (id, user_id, ledger_id, mode, source_type, status, currency, created_at, modified_at,
      created_by, modified_by) values ('r', 'u', 'l', 'manual', 'upload', 'running', 'EUR', 0, 0, 'x', 'x');
  `)
  migrate(db, migrations.slice(0, at + 1))
  const add = db.prepare(`insert into run_jobs (run_id, kind, actor, payload) values ('r', ?, 'x', '{}')`)
  expect(() => add.run('other')).toThrow(/CHECK/)
  add.run('match')
  expect(() => add.run('import')).toThrow(/UNIQUE/)
  db.exec(`delete from reconciliation_runs where id = 'r'`)
  expect(db.prepare('select count(*) from run_jobs').pluck().get()).toBe(0)
})
