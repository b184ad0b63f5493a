import type { Database } from '../db/open.ts'
import { assign } from '../matching/assign.ts'
import { windowBefore } from '../matching/candidates.ts'
import type { Name } from '../matching/names.ts'
import type { EvaluationQueries } from './evaluation-queries.ts'
import type { Group } from './group.ts'
import { createNearMisses } from './near-misses.ts'
import type { Recorder } from './record.ts'
import type { PaymentRequest, RequestStatus } from './types.ts'

export interface Change {
  readonly id: string
  readonly status: RequestStatus
}

/** Evaluates one group inside the open transaction and tells what changed; `asked` is a request a person wants evaluated. */
export type EvaluateGroup = (group: Group, asked: string | null) => Change[]

// Above this number of open requests of one amount only changed results are stored: with refreshed lists every arrival
// would rewrite the whole crowd.
const crowd = 64

/**
 * Reads the open requests and free movements of a group by index, decides them together and stores what is new (3.7).
 * Requests that wait for a person compete and get a fresh list, but leave `ambiguous` only when a person asks.
 */
export function createEvaluateGroup(deps: {
  readonly db: Database
  readonly queries: EvaluationQueries
  readonly recorder: Recorder
  readonly readName: (raw: string | null) => Name
  readonly now: () => number
}): (accountId: string) => EvaluateGroup {
  const { queries, recorder, readName, now } = deps
  const nearMisses = createNearMisses(deps.db, readName)

  const nobody: ReadonlySet<string> = new Set()

  /** What is the same for every group of a run is looked up at most once. */
  return (accountId) => {
    const currencies = once(() => nearMisses.currencies(accountId))
    const hasUndone = once(() => queries.hasUndone(accountId))

    // A person who asks for it may get again what was taken back.
    const barredFor = (request: PaymentRequest, isAsked: boolean) =>
      isAsked || request.lastCheckedAt === null || !hasUndone() ? nobody : new Set(queries.undone(request.id))

    return (group, asked) => {
      const requests = queries.open(accountId, group)
      if (requests.length === 0) return []
      const oldest = requests.reduce((least, { createdAt }) => Math.min(least, createdAt), Number.POSITIVE_INFINITY)
      const movements = queries.free(accountId, group, oldest - windowBefore)
      const decided = assign(
        requests.map((request) => ({
          ...request,
          name: readName(request.senderName),
          mayTake: request.status !== 'ambiguous' || request.id === asked,
          barred: movements.length === 0 ? nobody : barredFor(request, request.id === asked),
        })),
        movements.map((movement) => ({ ...movement, name: readName(movement.senderName) })),
      )
      const isCrowd = requests.length > crowd
      if (isCrowd) queries.checkGroup(accountId, group, now())
      const byId = new Map(requests.map((request) => [request.id, request]))
      const changes: Change[] = []
      for (const assignment of decided) {
        const request = byId.get(assignment.requestId)
        if (!request) continue
        const isAsked = request.id === asked
        if (isCrowd && assignment.result === request.status && !isAsked) continue
        const isMiss = assignment.result === 'not_found'
        const candidates = isMiss ? nearMisses.of(request, assignment.candidates, currencies()) : assignment.candidates
        if (recorder.decided(request, assignment, candidates, isAsked))
          changes.push({ id: request.id, status: assignment.result })
      }
      return changes
    }
  }
}

function once<T>(ask: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: ask() }
    return known.value
  }
}
