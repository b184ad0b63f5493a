import { randomUUID } from 'node:crypto'
import type { Store } from '../db/store.ts'
import { conflict, missing } from '../errors.ts'
import { failedFilter } from '../matching/candidates.ts'
import { readName, scoreNames } from '../matching/names.ts'
import type { Clock } from '../ports.ts'
import type { Evaluation } from './evaluation.ts'
import { distinctGroups } from './group.ts'
import { checkManualMatch, checkTransition } from './lifecycle.ts'
import type { RequestQueries } from './queries.ts'
import type { PaymentRequest } from './types.ts'

/** What a person decides (3.11). Each act is kept with who, when, before and after. */
export interface Manual {
  /** Gives any unconsumed movement of the account to the request. Result webhook as for a match of the engine. */
  choose(userId: string, request: PaymentRequest, movementId: string): void
  /** Frees the movement; the request becomes `not_found`. No webhook is defined for it. */
  undo(userId: string, request: PaymentRequest): void
}

interface ChosenRow {
  readonly id: string
  readonly amountMinor: number
  readonly currency: string
  readonly senderName: string | null
  readonly receivedAt: number
  readonly consumer: string | null
}

export function createManual(deps: {
  readonly store: Store
  readonly queries: RequestQueries
  readonly evaluation: Evaluation
  readonly now: Clock
}): Manual {
  const { store, queries, evaluation, now } = deps
  const find = store.db.prepare(`
    select m.id, m.amount_minor as amountMinor, m.currency, m.sender_name as senderName, m.received_at as receivedAt,
           r.external_id as consumer
      from movements m
      left join matches x on x.bank_transaction_id = m.id and x.is_primary = 1 and x.undone_at is null
      left join requests r on r.id = x.request_id
     where m.id = ? and m.account_id = ?`)
  const undoMatch = store.db
    .prepare(`
    update matches set undone_at = ? where request_id = ? and is_primary = 1 and undone_at is null
    returning bank_transaction_id`)
    .pluck()
  const free = store.db.prepare('update movements set excluded_at = null where id = ?')
  const insertAct = store.db.prepare(`
    insert into acts (id, user_id, account_id, kind, request_id, movement_id, before, after, at)
    values (@id, @userId, @accountId, @kind, @requestId, @movementId, @before, @after, @at)`)

  function act(kind: 'match' | 'undo', userId: string, request: PaymentRequest, movementId: string): void {
    const tied = { status: 'matched', movement_id: movementId }
    const apart = { status: kind === 'match' ? request.status : 'not_found', movement_id: null }
    const [before, after] = kind === 'match' ? [apart, tied] : [tied, apart]
    insertAct.run({
      id: randomUUID(),
      userId,
      accountId: request.accountId,
      kind,
      requestId: request.id,
      movementId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      at: now(),
    })
  }

  return {
    choose(userId, request, movementId) {
      store.write(() => {
        checkManualMatch(request.status)
        const movement = find.get(movementId, request.accountId) as ChosenRow | undefined
        if (!movement) throw missing('movement.missing', 'Movement not found for this account')
        if (movement.consumer !== null)
          throw conflict('movement.taken', `This movement is already matched to ${movement.consumer}`)
        const { score, reason } = scoreNames(readName(request.senderName), readName(movement.senderName))
        evaluation.recorder.chosen(request, {
          id: movementId,
          score,
          reason: failedFilter(request, movement) ?? reason,
        })
        act('match', userId, request, movementId)
        evaluation.announce(request.accountId, [{ id: request.id, status: 'matched' }])
        // Others that compete for the same movement get a list without it.
        evaluation.run(request.accountId, distinctGroups([request, movement]))
      })
    },

    undo(userId, request) {
      store.write(() => {
        if (request.status !== 'matched')
          throw conflict('request.notMatched', `There is no match to undo: this request is ${request.status}`)
        checkTransition(request.status, 'not_found')
        const movementId = undoMatch.get(now(), request.id) as string | undefined
        if (movementId === undefined) throw conflict('request.notMatched', 'There is no match to undo')
        free.run(movementId)
        queries.setStatus(request.id, 'not_found')
        act('undo', userId, request, movementId)
        evaluation.announce(request.accountId, [{ id: request.id, status: 'not_found' }])
      })
    },
  }
}
