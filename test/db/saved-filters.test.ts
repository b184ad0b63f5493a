import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { savedFilters } from '../../main/core/db/migrations/0017-saved-filters.ts'
import { tempDir } from '../support/temp-dir.ts'

test('saved filters are told apart by user, list and name, and go with their user', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  db.pragma('foreign_keys = ON')
  const at = migrations.indexOf(savedFilters)
  migrate(db, migrations.slice(0, at))
  db.exec(
    "insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0), ('v', 'd@e.f', 'x', 0)",
  )
  migrate(db, migrations.slice(0, at + 1))
  const add = db.prepare(
    "insert into saved_filters (user_id, list, name, query, saved_at) values (?, ?, 'Open', 'q=x', 0)",
  )
  for (const [user, list] of [
    ['u', 'entries'],
    ['u', 'rules'],
    ['v', 'entries'],
  ])
    add.run(user, list)
  expect(() => add.run('u', 'rules')).toThrow(/UNIQUE/)
  db.exec("delete from users where id = 'u'")
  expect(db.prepare('select user_id from saved_filters').pluck().all()).toEqual(['v'])
})
