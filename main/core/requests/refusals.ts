import { randomUUID } from 'node:crypto'
import type { Database } from '../db/open.ts'

export interface NewRefusal {
  readonly requestId: string
  readonly accountId: string
  readonly userId: string
  readonly at: number
  readonly movementIds: readonly string[]
}

export interface RefusedPair {
  readonly requestId: string
  readonly movementId: string
}

/** What people have said pays a request not. Everything belongs inside the transaction of the decision. */
export function refusalBook(db: Database) {
  const insert = db.prepare(
    'insert into refusals (id, request_id, account_id, user_id, at) values (@id, @requestId, @accountId, @userId, @at)',
  )
  // What was refused before keeps its first refusal.
  const insertPair = db.prepare(`
    insert into refused_pairs (request_id, movement_id, refusal_id) values (?, ?, ?)
    on conflict (request_id, movement_id) do nothing`)
  const remove = db.prepare('delete from refusals where request_id = ? and id = ?')
  const pairsOf = db.prepare('select movement_id from refused_pairs where request_id = ?').pluck()
  const ofRefusal = db.prepare('select movement_id from refused_pairs where refusal_id = ?').pluck()
  const ofAccount = db.prepare(`
    select p.request_id as requestId, p.movement_id as movementId
      from refusals f join refused_pairs p on p.refusal_id = f.id where f.account_id = @accountId
    union
    select x.request_id, m.value
      from suggestions s join suggestion_requests x on x.suggestion_id = s.id, json_each(s.movement_ids) m
     where s.account_id = @accountId and s.state = 'rejected' and s.kind in ('pair', 'unknown_payer')`)
  const any = db.prepare('select exists (select 1 from refusals where account_id = ?)').pluck()

  return {
    add({ movementIds, ...refusal }: NewRefusal): void {
      const id = randomUUID()
      insert.run({ ...refusal, id })
      for (const movementId of movementIds) insertPair.run(refusal.requestId, movementId, id)
    },
    /** False when there is none of this id any more. */
    remove: (requestId: string, refusalId: string): boolean => remove.run(requestId, refusalId).changes > 0,
    /** Ids of the movements that one refusal is about. */
    pairsOf: (refusalId: string) => ofRefusal.all(refusalId) as string[],
    /** Ids of the movements that were refused for the request. */
    of: (requestId: string) => pairsOf.all(requestId) as string[],
    /** Every pair of the account that a person refused, also as a suggestion. */
    ofAccount: (accountId: string) => ofAccount.all({ accountId }) as RefusedPair[],
    any: (accountId: string): boolean => any.get(accountId) === 1,
  }
}

export type RefusalBook = ReturnType<typeof refusalBook>
