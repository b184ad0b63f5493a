import type { Minor } from '../money.ts'
import type { Order, RequestStatus } from './types.ts'

/** What the plan needs to know of a stored request. */
export interface KnownRequest {
  readonly id: string
  readonly externalId: string
  readonly status: RequestStatus
  readonly amountMinor: Minor
  readonly currency: string
  readonly senderName: string | null
  /** First successful poll that no longer listed it. */
  readonly absentSince: number | null
}

export interface PollState {
  /** The account's open requests. */
  readonly open: readonly KnownRequest[]
  /** The account's expired requests that every poll since has listed. */
  readonly expiredListed: readonly KnownRequest[]
  /** Any other request of the account by the customer's id. */
  readonly find: (externalId: string) => KnownRequest | null
  /** Items of the last successful poll; `null` before the first. */
  readonly previousCount: number | null
}

interface Listed {
  readonly request: KnownRequest
  readonly order: Order
}

/** What one successful poll changes (3.9). Requests that appear in no list stay as they are. */
export interface PollPlan {
  readonly create: readonly Order[]
  readonly update: readonly Listed[]
  readonly revive: readonly Listed[]
  readonly cancel: readonly KnownRequest[]
  /** Gone from a suspicious answer: cancelled if the next poll does not list them either. */
  readonly hold: readonly KnownRequest[]
  /** Held before and listed again. */
  readonly back: readonly KnownRequest[]
  /** Expired and no longer listed: from now on a new listing revives them. */
  readonly left: readonly KnownRequest[]
}

const smallestSuspicious = 10

/** `invalidIds` were listed but unreadable: they count as present and change nothing else. */
export function planPoll(state: PollState, orders: readonly Order[], invalidIds: readonly string[]): PollPlan {
  const listed = new Map<string, Order>()
  for (const order of orders) if (!listed.has(order.externalId)) listed.set(order.externalId, order)
  const present = new Set([...listed.keys(), ...invalidIds])
  const open = new Map(state.open.map((request) => [request.externalId, request]))

  const create: Order[] = []
  const update: Listed[] = []
  const revive: Listed[] = []
  for (const [externalId, order] of listed) {
    const request = open.get(externalId) ?? state.find(externalId)
    if (!request) create.push(order)
    else if (mayRevive(request)) revive.push({ request, order })
    else if (mayChange(request) && differs(request, order)) update.push({ request, order })
  }

  const gone = state.open.filter(({ externalId }) => !present.has(externalId))
  const missedBefore = gone.filter(({ absentSince }) => absentSince !== null)
  const missedNow = gone.filter(({ absentSince }) => absentSince === null)
  const isEmptyAfterFull = present.size === 0 && (state.previousCount ?? 0) > 0
  const wouldCancelMost = state.open.length >= smallestSuspicious && missedNow.length * 2 > state.open.length
  const isSuspicious = isEmptyAfterFull || wouldCancelMost

  return {
    create,
    update,
    revive,
    // What two polls in a row did not list is gone, however many there are.
    cancel: isSuspicious ? missedBefore : gone,
    hold: isSuspicious ? missedNow : [],
    back: state.open.filter(({ externalId, absentSince }) => absentSince !== null && present.has(externalId)),
    left: state.expiredListed.filter(({ externalId }) => !present.has(externalId)),
  }
}

/** An expired order that simply stays listed is not revived for ever: it must have been absent (3.9, 4). */
export const mayRevive = ({ status, absentSince }: KnownRequest): boolean =>
  status === 'cancelled' || (status === 'expired' && absentSince !== null)

/** Only what nobody has decided yet follows the source (3.9). */
export const mayChange = ({ status }: KnownRequest): boolean =>
  status === 'pending' || status === 'not_found' || status === 'failed'

const differs = (request: KnownRequest, order: Order): boolean =>
  request.amountMinor !== order.amountMinor || request.currency !== order.currency || request.senderName !== order.name
