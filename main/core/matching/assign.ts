import { type Arrived, bestFirst, type Candidate, type Expected, windowBefore } from './candidates.ts'
import { gather, type Pick } from './crowd.ts'
import { isClear, outweighs } from './decision.ts'

/** What became of one open request, with the movements that it was decided by, best first. */
export interface Assignment {
  readonly requestId: string
  readonly result: 'matched' | 'ambiguous' | 'not_found'
  readonly movementId: string | null
  /** Matched: all that passed the hard filters. Ambiguous: all with a score. Not found: those of another name. */
  readonly candidates: readonly Candidate[]
}

// The list explains a decision to a person; a crowd of equal amounts would fill the disk with copies of itself.
const longestList = 25

const withoutMovements = ({ id, mayTake }: Expected): Assignment => ({
  requestId: id,
  result: mayTake ? 'not_found' : 'ambiguous',
  movementId: null,
  candidates: [],
})

const before = (a: string, b: string): number => (a < b ? -1 : 1)

/**
 * Decides all open requests of a group (same account, amount, currency) against all its free movements at once. The
 * order of the input never matters. In each round a request takes a movement if it is clear from both sides: the
 * movement is the request's only candidate or its best by the tie rule (3.5), and no other open request has a claim on
 * it that comes near (3.7). What was taken is gone for the next round; rounds go on until nothing changes.
 */
export function assign(requests: readonly Expected[], movements: readonly Arrived[]): Assignment[] {
  const expected = [...requests].sort((a, b) => a.createdAt - b.createdAt || before(a.id, b.id))
  if (movements.length === 0) return expected.map(withoutMovements)
  const arrived = [...movements].sort((a, b) => a.receivedAt - b.receivedAt || before(a.id, b.id))
  const claimants = gather(expected)
  const free = gather(arrived)
  const settled = new Set<Expected | Arrived>()
  const decided = new Map<Expected, Assignment>()

  const isOpen = (request: Expected, movement: Arrived) =>
    !settled.has(movement) && movement.receivedAt >= request.createdAt - windowBefore
  const mayPair = (request: Expected, movement: Arrived) =>
    isOpen(request, movement) && !request.barred.has(movement.id)

  const candidatesOf = (request: Expected) =>
    free.fitting(request.name, claimants.size, (movement) => mayPair(request, movement))
  const rivalsOf = (request: Expected, movement: Arrived) =>
    claimants.fitting(movement.name, free.size, (rival) => {
      return rival !== request && !settled.has(rival) && mayPair(rival, movement)
    })

  /** The movement that this request takes now, if both sides are clear. */
  function choice(request: Expected): Pick<Arrived> | null {
    const [best, second] = candidatesOf(request)
    if (!best || !isClear(best.score, second?.score ?? null)) return null
    const [rival] = rivalsOf(request, best.row)
    return !rival || outweighs(best.score, rival.score) ? best : null
  }

  function fitting(request: Expected): Candidate[] {
    const list: Candidate[] = []
    for (const { row, score, reason } of candidatesOf(request))
      if (list.push({ id: row.id, score, reason }) === longestList) break
    return list.sort(bestFirst)
  }

  function otherNames(request: Expected, fitted: readonly Candidate[]): Candidate[] {
    const room = longestList - fitted.length
    const known = new Set(fitted.map(({ id }) => id))
    const list: Candidate[] = []
    for (const movement of arrived) {
      if (list.length >= room) break
      if (mayPair(request, movement) && !known.has(movement.id))
        list.push({ id: movement.id, score: 0, reason: 'other_name' })
    }
    return list.sort(bestFirst)
  }

  for (;;) {
    const taken = expected.flatMap((request) => {
      const best = request.mayTake && !settled.has(request) ? choice(request) : null
      return best ? [{ request, best }] : []
    })
    if (taken.length === 0) break
    for (const { request, best } of taken) {
      const fitted = fitting(request)
      const candidates = [...fitted, ...otherNames(request, fitted)]
      decided.set(request, { requestId: request.id, result: 'matched', movementId: best.row.id, candidates })
    }
    for (const { request, best } of taken) settled.add(request).add(best.row)
  }

  return expected.map((request) => {
    const found = decided.get(request)
    if (found) return found
    const fitted = fitting(request)
    const isUndecided = fitted.length > 0 || !request.mayTake
    return {
      requestId: request.id,
      result: isUndecided ? 'ambiguous' : 'not_found',
      movementId: null,
      candidates: isUndecided ? fitted : otherNames(request, fitted),
    }
  })
}
