import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { TaskContext } from '../../worker/messages.ts'
import type { ChainHead } from './verify/check-chain.ts'
import { type ChangedRun, changedClosedRuns } from './verify/closed-runs.ts'
import type { Fault } from './verify/fault.ts'
import { type Verdict, verifyBooks } from './verify/verify.ts'

export interface VerifyInput {
  /** Whose faults are told at length. */
  readonly userId: string
  /** Heads that were seen before: the trail must still hold them. */
  readonly anchors: readonly ChainHead[]
}
export interface TrailVerdict extends Verdict {
  /** Faults of all users; `faults` are the asking user's, at most `mostFaults`. */
  readonly faultsTotal: number
  /** Closed runs of all users that faults concern. */
  readonly changedRuns: readonly ChangedRun[]
}

const mostFaults = 100

/** Checks the books of this installation in a thread, on a connection that cannot write. */
export async function verifyTrail({ userId, anchors }: VerifyInput, { dataFile }: TaskContext): Promise<TrailVerdict> {
  const db = new SqliteDatabase(dataFile, { readonly: true })
  try {
    const verdict = verifyBooks(db, anchors)
    const concerns = ownership(db, userId)
    const faults: Fault[] = []
    for (const fault of verdict.faults) {
      if (faults.length === mostFaults) break
      if (concerns(fault)) faults.push(fault)
    }
    return {
      ...verdict,
      faults,
      faultsTotal: verdict.faults.length,
      changedRuns: changedClosedRuns(db, verdict.faults),
    }
  } finally {
    db.close()
  }
}

/** A fault of the chain as a whole concerns everybody; one of an event or object only those whose trail names it. */
function ownership(db: Database, userId: string): (fault: Fault) => boolean {
  const event = db.prepare<[string], string>('select user_id from audit_events where seq = ?').pluck()
  const named = db
    .prepare<[string, string, string, string], number>(
      `select exists (select 1 from audit_events
         where user_id = ? and (entity_id = ? or instr(after, ?) > 0 or instr(before, ?) > 0))`,
    )
    .pluck()
  return ({ entity, id, code, userId: owner }) => {
    if (owner !== undefined) return owner === null || owner === userId
    if (entity !== 'audit_event') return named.get(userId, id, id, id) === 1
    return code !== 'changed' || event.get(id) === userId
  }
}
