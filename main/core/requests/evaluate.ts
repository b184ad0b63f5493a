import type { AliasBook } from '../aliases/types.ts'
import type { Database } from '../db/open.ts'
import { decide } from '../matching/assignment/decide.ts'
import { windowMs } from '../matching/assignment/limits.ts'
import type { DecideSettings, Decision } from '../matching/assignment/types.ts'
import type { PreparedName } from '../matching/names/types.ts'
import type { SuggestionBook } from '../suggestions/types.ts'
import type { EvaluationQueries, StoredMovement } from './evaluation-queries.ts'
import type { Group } from './group.ts'
import { knownPayers } from './known-payers.ts'
import { knownReferences } from './known-references.ts'
import { bestFirst, type ListedCandidate, listed } from './listed-candidate.ts'
import { createNearMisses } from './near-misses.ts'
import { pairSuggestion } from './pair-suggestion.ts'
import { openRequest } from './queries.ts'
import type { Recorder } from './record.ts'
import { refusalBook } from './refusals.ts'
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

const mostListed = 10

/**
 * Reads the open requests and free movements of a group by index, decides them together and stores what is new (3.7).
 * Requests that wait for a person compete and get a fresh list, but leave `ambiguous` only when a person asks.
 */
export function createEvaluateGroup(deps: {
  readonly db: Database
  readonly queries: EvaluationQueries
  readonly recorder: Recorder
  readonly prepare: (text: string | null) => PreparedName
  readonly settings: (accountId: string) => Partial<DecideSettings>
  readonly aliases: Pick<AliasBook, 'inUse'>
  readonly suggestions: SuggestionBook
  readonly now: () => number
}): (accountId: string) => EvaluateGroup {
  const { queries, recorder, prepare, aliases, suggestions, now } = deps
  const nearMisses = createNearMisses(deps.db, prepare)
  const references = knownReferences(deps.db)
  const payers = knownPayers(deps.db)
  const refusals = refusalBook(deps.db)

  /** What is the same for every group of a run is looked up at most once. */
  return (accountId) => {
    const currencies = once(() => nearMisses.currencies(accountId))
    const hasRefusals = once(
      () => queries.hasUndone(accountId) || suggestions.hasRejected(accountId) || refusals.any(accountId),
    )
    const finder = references(accountId)
    const known = once(() => ({
      settings: deps.settings(accountId),
      aliases: aliases.inUse(accountId),
      knowledge: payers(accountId),
    }))

    return (group, asked) => {
      const requests = queries.open(accountId, group)
      if (requests.length === 0) return []
      const oldest = requests.reduce((least, { createdAt }) => Math.min(least, createdAt), Number.POSITIVE_INFINITY)
      const movements = queries.free(accountId, group, oldest - windowMs)
      const refused = movements.length > 0 && hasRefusals() ? refusalsOf(requests, asked) : null
      const decisions = decide({
        requests: requests.map(openRequest),
        movements,
        ...known(),
        prepare,
        references: finder,
        held: heldOf(requests, asked),
        ...(refused && { isBarred: (requestId, movementId) => refused.get(requestId)?.has(movementId) ?? false }),
      })
      const isCrowd = requests.length > crowd
      if (isCrowd) queries.checkGroup(accountId, group, now())
      const byId = new Map(requests.map((request) => [request.id, request]))
      const changes: Change[] = []
      for (const decided of decisions) {
        const request = byId.get(decided.requestId)
        if (!request) continue
        const isAsked = request.id === asked
        const decision = leftToPerson(decided, request, isAsked)
        if (isCrowd && decision.outcome === request.status && !isAsked) continue
        const candidates = candidatesOf(request, decision, movements, refused?.get(request.id))
        if (recorder.decided(request, decision, candidates, isAsked))
          changes.push({ id: request.id, status: decision.outcome })
        const isAlone = requests.length === 1 && movements.length === 1
        // Nobody is asked forty times about one deposit without a name.
        if (request.lastCheckedAt !== null || decision.outcome === 'not_found')
          suggestions.propose(request, isCrowd ? null : pairSuggestion(request, decision, isAlone))
      }
      return changes
    }

    /** A person who asks for it may get again what was taken back, but never what was refused as "none of these". */
    function refusalsOf(requests: readonly PaymentRequest[], asked: string | null) {
      const known = requests.filter(({ lastCheckedAt }) => lastCheckedAt !== null)
      const takenBack = (id: string) => (id === asked ? [] : [...queries.undone(id), ...suggestions.rejectedFor(id)])
      return new Map(known.map(({ id }) => [id, new Set([...takenBack(id), ...refusals.of(id)])]))
    }

    /** Asking about one of several equal orders asks about all of them: they can only be told apart by time. */
    function heldOf(requests: readonly PaymentRequest[], asked: string | null): Set<string> {
      const name = requests.find(({ id }) => id === asked)?.senderName
      const key = name === undefined ? null : prepare(name).key
      const isFree = (request: PaymentRequest) => request.id === asked || prepare(request.senderName).key === key
      return new Set(
        requests.filter((request) => request.status === 'ambiguous' && !isFree(request)).map(({ id }) => id),
      )
    }

    function candidatesOf(
      request: PaymentRequest,
      decision: Decision,
      movements: readonly StoredMovement[],
      refused: ReadonlySet<string> = new Set(),
    ) {
      const fitting = decision.candidates.map((candidate) => listed(candidate))
      if (decision.outcome !== 'not_found') return fitting.sort(bestFirst).slice(0, mostListed)
      const misses = nearMisses.of(accountId, openRequest(request), currencies())
      return [...fitting.sort(bestFirst), ...misses, ...otherNames(request, fitting, movements, refused)].slice(
        0,
        mostListed,
      )
    }
  }
}

/** Movements of the amount that bear another name, or that a person refused: a person may know better. */
function otherNames(
  request: PaymentRequest,
  known: readonly ListedCandidate[],
  movements: readonly StoredMovement[],
  refused: ReadonlySet<string>,
) {
  const ids = new Set(known.map(({ id }) => id))
  return movements
    .filter(({ id, receivedAt }) => !ids.has(id) && receivedAt >= request.createdAt - windowMs)
    .slice(0, mostListed)
    .map(
      ({ id }): ListedCandidate => ({ id, score: 0, reason: refused.has(id) ? 'rejected' : 'other_name', reasons: [] }),
    )
    .sort(bestFirst)
}

/** What was ambiguous stays with the person even when nothing fits any more, unless the person asks (3.7). */
function leftToPerson(decision: Decision, request: PaymentRequest, isAsked: boolean): Decision {
  if (decision.outcome !== 'not_found' || request.status !== 'ambiguous' || isAsked) return decision
  const { requestId, candidates } = decision
  return { requestId, candidates, outcome: 'ambiguous', rivals: [], reason: { code: 'waits_for_person' } }
}

function once<T>(ask: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: ask() }
    return known.value
  }
}
