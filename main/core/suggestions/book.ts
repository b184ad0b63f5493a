import { randomUUID } from 'node:crypto'
import type { Database } from '../db/open.ts'
import type { Clock } from '../ports.ts'
import type { NewSuggestion, SuggestionBook } from './types.ts'

/** Every change counts, so that a look at the facts knows whether they are still the same at its end. */
export const markDueSql =
  'insert into suggestions_due (account_id) values (?) on conflict do update set revision = revision + 1'

/** Ids in one order, so that the same facts always make the same suggestion. */
const idList = (ids: readonly string[]): string => JSON.stringify([...ids].sort())

/** Stores one suggestion; what was rejected or accepted stays so. Returns its id. */
export function suggestionWriter({ db, now }: { readonly db: Database; readonly now: Clock }) {
  const upsert = db
    .prepare(`
    insert into suggestions (id, account_id, kind, request_ids, movement_ids, score, evidence, created_at)
    values (@id, @accountId, @kind, @requestIds, @movementIds, @score, @evidence, @at)
    on conflict (account_id, kind, request_ids, movement_ids) do update set score = excluded.score,
           evidence = excluded.evidence, created_at = iif(state = 'stale', excluded.created_at, created_at),
           decided_at = iif(state = 'stale', null, decided_at), state = iif(state = 'stale', 'open', state)
    returning id`)
    .pluck()
  const link = db.prepare(
    'insert into suggestion_requests (request_id, suggestion_id) values (?, ?) on conflict do nothing',
  )
  return (accountId: string, { kind, requestIds, movementIds, score, evidence }: NewSuggestion): string => {
    const id = upsert.get({
      id: randomUUID(),
      accountId,
      kind,
      requestIds: idList(requestIds),
      movementIds: idList(movementIds),
      score,
      evidence: JSON.stringify(evidence),
      at: now(),
    }) as string
    for (const requestId of requestIds) link.run(requestId, id)
    return id
  }
}

interface OpenPair {
  readonly id: string
  readonly kind: string
  readonly movementIds: string
  readonly isTakenBack: 0 | 1
}

/** Suggestions as evaluations see them: one open pair a request at most, written with the decision that leaves it open. */
export function createSuggestionBook(deps: { readonly db: Database; readonly now: Clock }): SuggestionBook {
  const { db } = deps
  const write = suggestionWriter(deps)
  const openPairs = db.prepare(`
    select s.id, s.kind, s.movement_ids as movementIds,
           s.decided_at is not null and r.status in ('not_found', 'failed', 'ambiguous') as isTakenBack
      from suggestion_requests x join suggestions s on s.id = x.suggestion_id join requests r on r.id = x.request_id
     where x.request_id = ? and s.state = 'open' and s.kind in ('pair', 'unknown_payer')`)
  const hasOpen = db
    .prepare(`select exists (select 1 from suggestions where account_id = ? and state = 'open')`)
    .pluck()
  const retire = db.prepare(`update suggestions set state = 'stale' where id = ? and state = 'open'`)
  const offerAgain = db.prepare(`
    update suggestions set state = 'open', decided_at = @at, decided_by = @userId
     where state = 'accepted' and id in (select suggestion_id from suggestion_requests where request_id = @requestId)
       and exists (select 1 from json_each(movement_ids) where value = @movementId)`)
  const markDue = db.prepare(markDueSql)
  const rejected = db
    .prepare(`
    select m.value from suggestion_requests x join suggestions s on s.id = x.suggestion_id, json_each(s.movement_ids) m
     where x.request_id = ? and s.state = 'rejected' and s.kind in ('pair', 'unknown_payer')`)
    .pluck()
  const hasRejected = db
    .prepare(`select exists (select 1 from suggestions where account_id = ? and state = 'rejected')`)
    .pluck()

  return {
    propose(request, pair) {
      if (!pair && hasOpen.get(request.accountId) === 0) return
      const known = openPairs.all(request.id) as OpenPair[]
      const wanted = pair && idList(pair.movementIds)
      // An evaluation proposes nothing that was undone; what a person took back is still theirs to answer.
      const isKept = (open: OpenPair) =>
        pair ? open.kind === pair.kind && open.movementIds === wanted : open.isTakenBack === 1
      for (const open of known) if (!isKept(open)) retire.run(open.id)
      if (pair) write(request.accountId, pair)
    },
    takenBack: (userId, requestId, movementId) =>
      void offerAgain.run({ userId, requestId, movementId, at: deps.now() }),
    markDue: (accountId) => void markDue.run(accountId),
    rejectedFor: (requestId) => rejected.all(requestId) as string[],
    hasRejected: (accountId) => hasRejected.get(accountId) === 1,
  }
}
