import { prepareName } from '../names/prepare.ts'
import { findPairs } from './find-pairs.ts'
import { type Pool, poolsOf } from './groups.ts'
import { defaults } from './limits.ts'
import type { ReadMovement, ReadRequest, Scoring } from './pairs.ts'
import { PoolView } from './pool-view.ts'
import { createReferenceFinder, type ReferenceFinder } from './references.ts'
import { SettledPool } from './settled-pool.ts'
import type { DecideInput, Decision } from './types.ts'

/**
 * Decides all open requests of an account against all its free movements at once. Pure: the same requests and movements
 * give the same decisions in whatever order they come (returned in the order of `requests`), and no movement is given twice.
 */
export function decide(input: DecideInput): Decision[] {
  const scoring: Scoring = {
    settings: { ...defaults, ...input.settings },
    knowledge: input.knowledge,
    aliases: input.aliases,
    isBarred: input.isBarred,
  }
  const finder = input.references ?? createReferenceFinder(input.requests.map((request) => request.externalId))
  const decisions = new Map<string, Decision>()
  for (const pool of poolsOf(input.requests, input.movements))
    for (const decision of decidePool(pool, finder, scoring, input)) decisions.set(decision.requestId, decision)
  return input.requests.flatMap((request) => decisions.get(request.id) ?? [])
}

function decidePool(
  pool: Pool,
  finder: ReferenceFinder,
  scoring: Scoring,
  { prepare = prepareName, held }: Pick<DecideInput, 'prepare' | 'held'>,
): Decision[] {
  const requests = pool.requests.map((request): ReadRequest => ({ request, name: prepare(request.name) }))
  const movements = pool.movements.map(
    (movement): ReadMovement => ({
      movement,
      name: prepare(movement.sender),
      references: finder.find(`${movement.sender ?? ''} ${movement.text ?? ''}`, movement.amountMinor),
    }),
  )
  const lists = findPairs(requests, movements, scoring)
  const view = new PoolView(new SettledPool({ requests, movements, lists, scoring, held: held ?? nobody }))
  return requests.map((_, row) => view.decisionOf(row))
}

const nobody: ReadonlySet<string> = new Set()
