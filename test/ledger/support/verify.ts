import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
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

/** Edits a data file behind the program's back. */
export function tamper(dataDir: string, sql: string): void {
  const db = new SqliteDatabase(fileOf(dataDir))
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}
