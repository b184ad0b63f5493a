import { isUnpredictable, keysOf } from '../matching/assignment/find-pairs.ts'
import { windowMs } from '../matching/assignment/limits.ts'
import { ratePair } from '../matching/assignment/rate-pair.ts'
import type { FreeMovement, OpenRequest } from '../matching/assignment/types.ts'
import type { PreparedName } from '../matching/names/types.ts'
import { type GroupSearch, suggestOrdersFor, suggestTransfersFor } from '../matching/sums/suggest-groups.ts'
import type { NewSuggestion } from './types.ts'

type Prepare = (text: string | null) => PreparedName

// One search of this many steps takes a few milliseconds.
const stepsEach = 50_000
const mostSearches = 400

/** What steps of a look cost, in units of some hundredths of a millisecond. */
export const effort = { row: 1, search: 40 } as const

/**
 * One transfer for several orders of its payer, and several transfers for one order (ledger spec 6.7), without pairs that
 * a person refused. Pure; tells what each step costs, since all of them may take a second.
 */
export function* findGroups(
  requests: readonly OpenRequest[],
  movements: readonly FreeMovement[],
  prepare: Prepare,
  isRefused: (requestId: string, movementId: string) => boolean,
): Generator<number, NewSuggestion[]> {
  const options = { windowMs, prepare, steps: stepsEach }
  const ofMovement = yield* finderOf(requests, ({ name }) => prepare(name))
  const ofRequest = yield* finderOf(movements, ({ sender }) => prepare(sender))
  const found: NewSuggestion[] = []
  let searches = 0
  function* search(nearby: readonly unknown[], look: () => GroupSearch): Generator<number, void> {
    if (nearby.length < 2 || searches >= mostSearches) return
    yield effort.search
    searches++
    const suggestion = toSuggestion(look(), requests, movements, prepare)
    if (suggestion) found.push(suggestion)
  }
  for (const movement of movements) {
    yield effort.row
    const name = prepare(movement.sender)
    if (!name.isUsable) continue
    const nearby = ofMovement(name).filter(
      ({ id, currency, amountMinor, createdAt }) =>
        currency === movement.currency &&
        amountMinor < movement.amountMinor &&
        createdAt - windowMs <= movement.receivedAt &&
        !isRefused(id, movement.id),
    )
    yield* search(nearby, () => suggestOrdersFor(movement, nearby, options))
  }
  for (const request of requests) {
    yield effort.row
    const name = prepare(request.name)
    if (!name.isUsable) continue
    const nearby = ofRequest(name).filter(
      ({ id, currency, amountMinor, receivedAt }) =>
        currency === request.currency &&
        amountMinor < request.amountMinor &&
        receivedAt >= request.createdAt - windowMs &&
        !isRefused(request.id, id),
    )
    yield* search(nearby, () => suggestTransfersFor(request, nearby, options))
  }
  return found
}

/** The rows whose names may be the one asked for; few of many. */
function* finderOf<T>(
  rows: readonly T[],
  nameOf: (row: T) => PreparedName,
): Generator<number, (name: PreparedName) => T[]> {
  const byKey = new Map<string, T[]>()
  const always: T[] = []
  for (const row of rows) {
    yield effort.row
    const name = nameOf(row)
    if (isUnpredictable(name)) always.push(row)
    else
      for (const key of keysOf(name)) {
        const known = byKey.get(key)
        if (known) known.push(row)
        else byKey.set(key, [row])
      }
  }
  return (name) => {
    const found = [...keysOf(name)].map((key) => byKey.get(key) ?? []).sort((a, b) => a.length - b.length)
    // Two names of one payer share two words, so the commonest word alone leads to nobody new.
    const telling = found.length > 1 ? found.slice(0, -1) : found
    return [...new Set([...always, ...telling.flat()])]
  }
}

function toSuggestion(
  { suggestion }: GroupSearch,
  requests: readonly OpenRequest[],
  movements: readonly FreeMovement[],
  prepare: Prepare,
): NewSuggestion | null {
  if (!suggestion) return null
  const { kind, requestIds, movementIds, differenceMinor, chance, alternatives } = suggestion
  const isOneTransfer = kind === 'one_transfer_several_orders'
  const orders = requests
    .filter(({ id }) => requestIds.includes(id))
    .sort((a, b) => a.createdAt - b.createdAt || (a.externalId < b.externalId ? -1 : 1))
  const transfers = movements
    .filter(({ id }) => movementIds.includes(id))
    .sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1))
  const legs = orders.flatMap((request) =>
    transfers.map((movement) => ({
      requestId: request.id,
      movementId: movement.id,
      settledMinor: isOneTransfer ? request.amountMinor : movement.amountMinor,
      candidate: ratePair(request, movement, { prepare }),
    })),
  )
  return {
    kind: isOneTransfer ? 'one_transfer_many_orders' : 'many_transfers_one_order',
    requestIds,
    movementIds,
    score: Math.min(...legs.map(({ candidate }) => candidate.score)),
    evidence: { legs, differenceMinor, chance, alternatives: alternatives.length },
  }
}
