import { randomUUID } from 'node:crypto'
import type { AliasBook } from '../aliases/types.ts'
import type { Store } from '../db/store.ts'
import { conflict, missing } from '../errors.ts'
import { ratePair } from '../matching/assignment/rate-pair.ts'
import type { Candidate, DecideSettings, FreeMovement } from '../matching/assignment/types.ts'
import type { Clock } from '../ports.ts'
import type { SuggestionBook } from '../suggestions/types.ts'
import type { Webhooks } from '../webhooks/types.ts'
import type { RecordAct } from './acts.ts'
import type { Evaluation } from './evaluation.ts'
import { freeColumns } from './evaluation-queries.ts'
import { distinctGroups, type Group } from './group.ts'
import { checkManualMatch, checkTransition } from './lifecycle.ts'
import { failedFilter, type ListedCandidate, listed } from './listed-candidate.ts'
import { openRequest, type RequestQueries } from './queries.ts'
import type { PaymentRequest, SplitLeg } from './types.ts'

/** What a person decides (3.11). Each act is kept with who, when, before and after. */
export interface Manual {
  /** Gives any unconsumed movement of the account to the request. Result webhook as for a match of the engine. */
  choose(userId: string, request: PaymentRequest, movementId: string): void
  /** One movement for several requests or several for one; what the legs settle adds up on both sides, or it is a 409. */
  split(userId: string, requests: readonly PaymentRequest[], legs: readonly SplitLeg[]): void
  /** Frees the movement; the request becomes `not_found`. A split is undone as a whole. */
  undo(userId: string, request: PaymentRequest): void
  note(userId: string, request: PaymentRequest, before: string | null, note: string | null): void
}

interface ChosenRow extends FreeMovement {
  readonly consumer: string | null
}
interface Leg {
  readonly requestId: string
  readonly movementId: string
}

export function createManual(deps: {
  readonly store: Store
  readonly queries: RequestQueries
  readonly evaluation: Evaluation
  readonly settings: (accountId: string) => Partial<DecideSettings>
  readonly aliases: AliasBook
  readonly suggestions: Pick<SuggestionBook, 'propose' | 'takenBack'>
  readonly webhooks: Pick<Webhooks, 'requestUnmatched'>
  readonly act: RecordAct
  /** Groups with open requests of a customer. */
  readonly groupsOf: (accountId: string, customerKey: string) => Group[]
  readonly now: Clock
}): Manual {
  const { store, queries, evaluation, settings, aliases, suggestions, webhooks, act, groupsOf, now } = deps
  const find = store.db.prepare(`
    select ${freeColumns}, (select r.external_id from matches x join requests r on r.id = x.request_id
        where x.bank_transaction_id = m.id and x.undone_at is null limit 1) as consumer
      from movements m where m.id = ? and m.account_id = ?`)
  const splitOf = store.db
    .prepare('select split_id from matches where request_id = ? and undone_at is null limit 1')
    .pluck()
  const legsOf = store.db.prepare(`
    select request_id as requestId, bank_transaction_id as movementId from matches
     where undone_at is null and request_id = @requestId
    union
    select request_id, bank_transaction_id from matches where undone_at is null and split_id = @splitId`)
  const undoLegs = store.db.prepare(`
    update matches set undone_at = ? where request_id = ? and undone_at is null`)
  const free = store.db.prepare('update movements set excluded_at = null where id = ?')

  function unconsumed(accountId: string, movementId: string): ChosenRow {
    const movement = find.get(movementId, accountId) as ChosenRow | undefined
    if (!movement) throw missing('movement.missing', 'Movement not found for this account')
    if (movement.consumer !== null)
      throw conflict('movement.taken', `This movement is already matched to ${movement.consumer}`)
    return movement
  }

  function rated(request: PaymentRequest, movement: FreeMovement): Candidate {
    const { accountId } = request
    const options = { settings: settings(accountId), aliases: aliases.inUse(accountId) }
    return ratePair(openRequest(request), movement, options)
  }

  function settled(requests: readonly PaymentRequest[]): void {
    for (const request of requests) suggestions.propose(request, null)
    const [first] = requests
    if (first)
      evaluation.announce(
        first.accountId,
        requests.map(({ id }) => ({ id, status: 'matched' })),
      )
  }

  return {
    choose(userId, request, movementId) {
      store.write(() => {
        checkManualMatch(request.status)
        const { accountId } = request
        const movement = unconsumed(accountId, movementId)
        evaluation.recorder.chosen(request, [
          { candidate: listed(rated(request, movement), failedFilter(request, movement)), split: null },
        ])
        act({
          userId,
          accountId,
          kind: 'match',
          requestId: request.id,
          movementId,
          before: { status: request.status, movement_id: null },
          after: { status: 'matched', movement_id: movementId },
        })
        settled([request])
        const customer = aliases.confirm(userId, request, movement.sender)
        const learned = customer === null ? [] : groupsOf(accountId, customer)
        // Others that compete for the same movement get a list without it.
        evaluation.run(accountId, distinctGroups([request, movement, ...learned]))
      })
    },

    split(userId, requests, legs) {
      store.write(() => {
        const byId = new Map(requests.map((request) => [request.id, request]))
        for (const request of requests) checkManualMatch(request.status)
        const accountId = (requests[0] as PaymentRequest).accountId
        const movements = new Map(legs.map(({ movementId }) => [movementId, unconsumed(accountId, movementId)]))
        checkSums(requests, [...movements.values()], legs)
        const splitId = randomUUID()
        // One primary leg a movement: lists show it by that one.
        const shown = new Set<string>()
        const parts = legs.map((leg) => {
          const isPrimary = !shown.has(leg.movementId)
          shown.add(leg.movementId)
          return { ...leg, isPrimary }
        })
        for (const request of requests) {
          const own = parts.filter(({ requestId }) => requestId === request.id)
          evaluation.recorder.chosen(
            byId.get(request.id) as PaymentRequest,
            own.map(({ movementId, settledMinor, isPrimary }) => ({
              candidate: partOf(rated(request, movements.get(movementId) as ChosenRow)),
              split: { id: splitId, settledMinor, isPrimary },
            })),
          )
          act({
            userId,
            accountId,
            kind: 'split',
            requestId: request.id,
            movementId: own[0]?.movementId ?? null,
            before: { status: request.status, movement_id: null },
            after: {
              status: 'matched',
              split_id: splitId,
              legs: own.map(({ movementId, settledMinor }) => ({
                movement_id: movementId,
                settled_minor: settledMinor,
              })),
            },
          })
        }
        settled(requests)
        evaluation.run(accountId, distinctGroups([...requests, ...movements.values()]))
      })
    },

    undo(userId, request) {
      store.write(() => {
        if (request.status !== 'matched')
          throw conflict('request.notMatched', `There is no match to undo: this request is ${request.status}`)
        const splitId = (splitOf.get(request.id) as string | null | undefined) ?? null
        const legs = legsOf.all({ requestId: request.id, splitId }) as Leg[]
        if (legs.length === 0) throw conflict('request.notMatched', 'There is no match to undo')
        const at = now()
        for (const [requestId, own] of Map.groupBy(legs, (leg) => leg.requestId)) {
          const matched = queries.find(requestId) as PaymentRequest
          checkTransition(matched.status, 'not_found')
          undoLegs.run(at, requestId)
          queries.setStatus(requestId, 'not_found')
          aliases.withdraw(requestId)
          for (const { movementId } of own) suggestions.takenBack(userId, requestId, movementId)
          act({
            userId,
            accountId: request.accountId,
            kind: 'undo',
            requestId,
            movementId: own[0]?.movementId ?? null,
            before: { status: 'matched', movement_id: own[0]?.movementId ?? null, ...splitBefore(splitId, own) },
            after: { status: 'not_found', movement_id: null },
          })
          webhooks.requestUnmatched({ ...matched, status: 'not_found' })
          evaluation.announce(request.accountId, [{ id: requestId, status: 'not_found' }])
        }
        for (const movementId of new Set(legs.map((leg) => leg.movementId))) free.run(movementId)
      })
    },

    note(userId, { id, accountId, status }, before, note) {
      store.write(() => {
        if (before === note) return
        queries.setNote(id, note)
        act({
          userId,
          accountId,
          kind: 'note',
          requestId: id,
          movementId: null,
          before: { note: before },
          after: { note },
        })
        evaluation.announce(accountId, [{ id, status }])
      })
    },
  }
}

/** A part is of another amount by its nature; the name is what speaks for it. */
const partOf = (candidate: Candidate): ListedCandidate =>
  listed({ ...candidate, reasons: candidate.reasons.filter(({ code }) => code !== 'amount_differs') })

const splitBefore = (splitId: string | null, own: readonly Leg[]) =>
  splitId === null ? {} : { split_id: splitId, movement_ids: own.map(({ movementId }) => movementId) }

/** What a split settles is each order's whole amount and each transfer's whole amount: no cent is lost or invented. */
function checkSums(
  requests: readonly PaymentRequest[],
  movements: readonly FreeMovement[],
  legs: readonly SplitLeg[],
): void {
  const sum = (own: readonly SplitLeg[]) => own.reduce((total, { settledMinor }) => total + settledMinor, 0)
  const ordersAddUp = requests.every(
    ({ id, amountMinor }) => sum(legs.filter(({ requestId }) => requestId === id)) === amountMinor,
  )
  const transfersAddUp = movements.every(
    ({ id, amountMinor }) => sum(legs.filter(({ movementId }) => movementId === id)) === amountMinor,
  )
  const isOneCurrency = new Set([...requests, ...movements].map(({ currency }) => currency)).size === 1
  if (!ordersAddUp || !transfersAddUp || !isOneCurrency)
    throw conflict('split.sum', 'The amounts do not add up: an order or a transfer has changed; look at it again')
}
