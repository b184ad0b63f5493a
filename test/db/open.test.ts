import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { type Migration, migrate, migrations, schemaVersion } from '../../main/core/db/migrate.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { tempDir } from '../support/temp-dir.ts'

describe('opening the data file', () => {
  it('makes a new file at the newest schema, with every commit on disk and foreign keys on', () => {
    const db = openDatabase(join(tempDir(), 'deep', 'reconbanker.db'))
    expect(schemaVersion(db)).toBe(migrations.length)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  })

  it('uses strict tables throughout', () => {
    const db = openDatabase(join(tempDir(), 'reconbanker.db'))
    const loose = db.prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
      and name not like 'sqlite_%'`)
    expect(loose.all()).toEqual([])
    db.close()
  })

  it('refuses a file of a newer program and leaves it untouched', () => {
    const file = join(tempDir(), 'reconbanker.db')
    const db = openDatabase(file)
    db.pragma(`user_version = ${migrations.length + 1}`)
    db.close()
    const before = readFileSync(file)
    expect(() => openDatabase(file)).toThrow(/newer version of the program/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('says what to do about a damaged file', () => {
    const file = join(tempDir(), 'reconbanker.db')
    writeFileSync(file, Buffer.alloc(8192, 7))
    expect(() => openDatabase(file)).toThrow(/cannot be read .* Put back a copy/)
  })

  it('keeps a copy of the file before it migrates', () => {
    const dir = tempDir()
    const file = join(dir, 'reconbanker.db')
    const old = new SqliteDatabase(file)
    migrate(old, migrations.slice(0, -1))
    const from = schemaVersion(old)
    old.close()
    openDatabase(file).close()
    // A file that holds nothing yet (version 0) has nothing worth a copy.
    const copies = readdirSync(dir).filter((name) => name.includes('.before-'))
    expect(copies).toEqual(from === 0 ? [] : [`reconbanker.before-${from + 1}.db`])
  })
})

describe('migrations', () => {
  const step =
    (sql: string): Migration =>
    (db: Database) => {
      db.exec(sql)
    }
  const open = () => new SqliteDatabase(join(tempDir(), 'x.db'))

  it('commits each step together with its number and goes on where it stopped', () => {
    const db = open()
    const first = step('create table a (x)')
    const broken = step('create table b (x); select nonsense from nowhere')
    expect(() => migrate(db, [first, broken])).toThrow()
    expect(schemaVersion(db)).toBe(1)
    expect(db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all()).toEqual(['a'])
    migrate(db, [first, step('create table b (x)')])
    expect(schemaVersion(db)).toBe(2)
    db.close()
  })
})

describe('store', () => {
  it('runs what waits for the commit only after it, and drops it when the work fails', () => {
    const db = openDatabase(join(tempDir(), 'reconbanker.db'))
    const store = createStore(db)
    const seen: string[] = []
    const insert = db.prepare('insert into settings (name, value) values (?, ?)')
    const count = db.prepare('select count(*) from settings').pluck()
    store.write(() => {
      insert.run('a', '1')
      store.write(() => store.afterCommit(() => seen.push(`${count.get()} in ${db.inTransaction}`)))
    })
    expect(seen).toEqual(['1 in false'])
    expect(() =>
      store.write(() => {
        insert.run('b', '1')
        store.afterCommit(() => seen.push('never'))
        throw new Error('no')
      }),
    ).toThrow('no')
    store.write(() => {})
    expect(seen).toHaveLength(1)
    expect(count.get()).toBe(1)
    db.close()
  })
})
