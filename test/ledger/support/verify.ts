import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { verifyBooks } from '../../../main/core/ledger/audit/verify/verify.ts'
import { tempDir } from '../../support/temp-dir.ts'

const fileOf = (dataDir: string) => join(dataDir, 'reconbanker.db')

/** What the check of a data file says; the core may be running. */
export function verifyFolder(dataDir: string) {
  const db = new SqliteDatabase(fileOf(dataDir), { readonly: true })
  try {
    return verifyBooks(db)
  } finally {
    db.close()
  }
}

/** The data file as it is now, in a folder of its own. */
export function copyOf(dataDir: string): string {
  const copy = tempDir()
  const db = new SqliteDatabase(fileOf(dataDir), { readonly: true })
  try {
    db.prepare('vacuum into ?').run(fileOf(copy))
  } finally {
    db.close()
  }
  return copy
}

const sealed = `select name, sql from sqlite_master where type = 'trigger' and name like '%\\_sealed\\_%' escape '\\'`

/**
 * Edits as somebody would who knows that the tables are guarded: the triggers that keep seals are taken away and put back.
 */
function editUnseen(db: Database, sql: string): void {
  const guards = db.prepare<[], { name: string; sql: string }>(sealed).all()
  for (const { name } of guards) db.exec(`drop trigger ${name}`)
  db.exec(sql)
  for (const guard of guards) db.exec(guard.sql)
}

/** Edits a data file behind the program's back. */
export function tamper(dataDir: string, sql: string): void {
  const db = new SqliteDatabase(fileOf(dataDir))
  try {
    editUnseen(db, sql)
  } finally {
    db.close()
  }
}

/** A copy of a data file for many edits, each looked at by itself and taken back. */
export function editable(dataDir: string) {
  const db = new SqliteDatabase(fileOf(copyOf(dataDir)))
  onTestFinished(() => {
    db.close()
  })
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  return {
    db,
    verdictAfter(sql: string) {
      db.exec('begin')
      try {
        editUnseen(db, sql)
        return verifyBooks(db)
      } finally {
        db.exec('rollback')
      }
    },
  }
}
