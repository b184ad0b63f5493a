import { randomUUID } from 'node:crypto'
import type { Database } from '../db/open.ts'
import type { Clock } from '../ports.ts'

/** What a person did, as it is kept: who, when, before, after. */
export interface Act {
  readonly userId: string
  readonly accountId: string
  readonly kind: 'match' | 'split' | 'undo' | 'note' | 'reject' | 'alias'
  readonly requestId: string | null
  readonly movementId: string | null
  readonly before: unknown
  readonly after: unknown
}

export type RecordAct = (act: Act) => void

/** Writes acts inside the transaction of what they record. Append only. */
export function createActs({ db, now }: { readonly db: Database; readonly now: Clock }): RecordAct {
  const insert = db.prepare(`
    insert into acts (id, user_id, account_id, kind, request_id, movement_id, before, after, at)
    values (@id, @userId, @accountId, @kind, @requestId, @movementId, @before, @after, @at)`)
  return ({ before, after, ...act }) =>
    void insert.run({
      ...act,
      id: randomUUID(),
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      at: now(),
    })
}
