import SqliteDatabase from 'better-sqlite3'
import type { TaskContext } from '../../worker/messages.ts'
import type { ChainHead } from './verify/check-chain.ts'
import { type Verdict, verifyBooks } from './verify/verify.ts'

export interface VerifyInput {
  /** Heads that were seen before: the trail must still hold them. */
  readonly anchors: readonly ChainHead[]
}

/** Checks the books of this installation in a thread, on a connection that cannot write. */
export async function verifyTrail({ anchors }: VerifyInput, { dataFile }: TaskContext): Promise<Verdict> {
  const db = new SqliteDatabase(dataFile, { readonly: true })
  try {
    return verifyBooks(db, anchors)
  } finally {
    db.close()
  }
}
