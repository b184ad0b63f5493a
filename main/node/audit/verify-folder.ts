import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { AppError } from '../../core/errors.ts'
import type { ChainHead } from '../../core/ledger/audit/verify/check-chain.ts'
import { type Verdict, verifyBooks } from '../../core/ledger/audit/verify/verify.ts'

/** Checks the data file of a folder without writing to it; the program may be running. */
export function verifyFolder(dataDir: string, anchors: readonly ChainHead[] = []): Verdict {
  const file = join(dataDir, 'reconbanker.db')
  if (!existsSync(file))
    throw new AppError('missing', 'audit.noData', `There is no data file in ${dataDir}. Name the folder with --data.`)
  const db = new SqliteDatabase(file, { readonly: true })
  try {
    return verifyBooks(db, anchors)
  } finally {
    db.close()
  }
}

/** The verdict in lines for a person. */
export const verdictLines = ({ clean, events, head, faults }: Verdict): string[] => [
  ...faults.map(({ message }) => message),
  clean
    ? `Clean: ${events} events, unbroken, and every object as recorded. Head ${head}`
    : `Not clean: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${events} events.`,
]
