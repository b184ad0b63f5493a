import type { Store } from '../db/store.ts'
import { conflict, missing } from '../errors.ts'
import { minorToText } from '../money.ts'
import type { Clock } from '../ports.ts'
import { iso } from '../time.ts'
import type { RecordAct } from './acts.ts'
import type { Evaluation } from './evaluation.ts'
import { checkManualMatch, statusWords } from './lifecycle.ts'
import type { RequestQueries } from './queries.ts'
import type { RefusalBook } from './refusals.ts'
import type { PaymentRequest, RequestStatus } from './types.ts'

/** A person's "none of these" to an ambiguous request, and the way back. */
export interface Refuse {
  /**
   * The pairs are never proposed again until this is taken back. The request is decided anew without them: not found,
   * unless another movement is clear.
   */
  refuse(userId: string, request: PaymentRequest, movementIds: readonly string[]): void
  /** The request is a question again, also when only one of the movements is left: the program decides it not by itself. */
  takeBack(userId: string, request: PaymentRequest, refusalId: string): void
}

interface Offered {
  readonly id: string
  readonly sender_name: string | null
  readonly amount_minor: number
  readonly currency: string
  readonly received_at: number
}

export function createRefuse(deps: {
  readonly store: Store
  readonly queries: RequestQueries
  readonly refusals: RefusalBook
  readonly evaluation: Evaluation
  readonly act: RecordAct
  readonly now: Clock
}): Refuse {
  const { store, queries, refusals, evaluation, act, now } = deps
  const find = store.db.prepare(`
    select id, sender_name, amount_minor, currency, received_at from movements where id = ? and account_id = ?`)

  function offered({ accountId }: PaymentRequest, movementIds: readonly string[]): Offered[] {
    return [...new Set(movementIds)].map((id) => {
      const movement = find.get(id, accountId) as Offered | undefined
      if (!movement) throw missing('movement.missing', 'Movement not found for this account')
      return movement
    })
  }

  /** Sets the status from which the engine goes on, lets it, and answers what came of it. */
  function decideFrom(request: PaymentRequest, status: 'not_found' | 'ambiguous'): RequestStatus {
    if (request.status !== status) queries.setStatus(request.id, status)
    evaluation.run(request.accountId, [request])
    const after = (queries.find(request.id) as PaymentRequest).status
    evaluation.announce(request.accountId, [{ id: request.id, status: after }])
    return after
  }

  /** Whom it was about is kept with the act: it is read when the movements may be gone. */
  const record = (
    userId: string,
    request: PaymentRequest,
    movements: readonly Offered[],
    states: readonly ['open', 'rejected'] | readonly ['rejected', 'open'],
    after: RequestStatus,
  ) => {
    const candidates = movements.map(({ id, sender_name, amount_minor, currency, received_at }) => ({
      movement_id: id,
      sender_name,
      amount: minorToText(amount_minor),
      currency,
      received_at: iso(received_at),
    }))
    act({
      userId,
      accountId: request.accountId,
      kind: 'reject',
      requestId: request.id,
      movementId: null,
      before: { status: request.status, state: states[0], candidates },
      after: { status: after, state: states[1] },
    })
  }

  return {
    refuse(userId, request, movementIds) {
      store.write(() => {
        if (request.status !== 'ambiguous')
          throw conflict(
            'request.notAmbiguous',
            `Only an ambiguous request asks which one it is; this is ${statusWords(request.status)}`,
          )
        const movements = offered(request, movementIds)
        if (movements.length === 0)
          throw conflict('request.nothingOffered', 'No movement is offered for this request at the moment; look again')
        const { id: requestId, accountId } = request
        refusals.add({ requestId, accountId, userId, at: now(), movementIds: movements.map(({ id }) => id) })
        record(userId, request, movements, ['open', 'rejected'], decideFrom(request, 'not_found'))
      })
    },

    takeBack(userId, request, refusalId) {
      store.write(() => {
        checkManualMatch(request.status)
        const movementIds = refusals.pairsOf(refusalId)
        if (!refusals.remove(request.id, refusalId)) throw missing('refusal.missing', 'This was taken back already')
        const movements = offered(request, movementIds)
        record(userId, request, movements, ['rejected', 'open'], decideFrom(request, 'ambiguous'))
      })
    },
  }
}
