import type { FreeMovement, OpenRequest } from '../assignment/types.ts'
import { rateNames } from '../names/compare.ts'
import { acceptance } from '../names/limits.ts'
import { prepareName } from '../names/prepare.ts'
import type { NameKnowledge, PreparedName } from '../names/types.ts'
import { findSums, type SumGroup, type SumOptions, type SumSearch } from './find-sums.ts'
import { largestOfPayer, mostAlternatives } from './limits.ts'

/** A group for a person to accept or not; never accepted by itself. */
export interface GroupSuggestion {
  readonly kind: 'one_transfer_several_orders' | 'several_transfers_one_order'
  readonly requestIds: readonly string[]
  readonly movementIds: readonly string[]
  readonly differenceMinor: number
  /** How many groups chance alone would make. */
  readonly chance: number
  /** Other groups that add up as well, of the same size; empty when this is the only one. */
  readonly alternatives: readonly SumGroup[]
}

export interface GroupSearch {
  readonly suggestion: GroupSuggestion | null
  /** More orders or transfers of this payer were there than are looked at. */
  readonly wasCutShort: boolean
  /** False: the search was ended, so a group may exist that was not found. */
  readonly isComplete: boolean
}

export interface GroupOptions extends Pick<SumOptions, 'largest' | 'tolerance' | 'steps' | 'isCancelled'> {
  readonly windowMs: number
  readonly knowledge?: NameKnowledge
  readonly prepare?: (text: string | null) => PreparedName
}

/** Orders of the same payer and currency that one transfer pays together. */
export function suggestOrdersFor(
  movement: FreeMovement,
  requests: readonly OpenRequest[],
  options: GroupOptions,
): GroupSearch {
  const prepare = options.prepare ?? prepareName
  const payer = prepare(movement.sender)
  const own = requests.filter(
    (request) =>
      request.currency === movement.currency &&
      request.amountMinor < movement.amountMinor &&
      movement.receivedAt >= request.createdAt - options.windowMs &&
      isSamePayer(prepare(request.name), payer, options.knowledge),
  )
  const target = { amountMinor: movement.amountMinor, at: movement.receivedAt }
  const search = findSums(
    target,
    own.map(({ id, amountMinor, createdAt }) => ({ id, amountMinor, at: createdAt, isSamePayer: true })),
    bounds(options),
  )
  return toSuggestion(search, (ids) => ({
    kind: 'one_transfer_several_orders',
    requestIds: ids,
    movementIds: [movement.id],
  }))
}

/** Transfers of the same payer and currency that pay one order together. */
export function suggestTransfersFor(
  request: OpenRequest,
  movements: readonly FreeMovement[],
  options: GroupOptions,
): GroupSearch {
  const prepare = options.prepare ?? prepareName
  const customer = prepare(request.name)
  const own = movements.filter(
    (movement) =>
      movement.currency === request.currency &&
      movement.amountMinor < request.amountMinor &&
      movement.receivedAt >= request.createdAt - options.windowMs &&
      isSamePayer(customer, prepare(movement.sender), options.knowledge),
  )
  const target = { amountMinor: request.amountMinor, at: request.createdAt }
  const search = findSums(
    target,
    own.map(({ id, amountMinor, receivedAt }) => ({ id, amountMinor, at: receivedAt, isSamePayer: true })),
    bounds(options),
  )
  return toSuggestion(search, (ids) => ({
    kind: 'several_transfers_one_order',
    requestIds: [request.id],
    movementIds: ids,
  }))
}

const isSamePayer = (customer: PreparedName, payer: PreparedName, knowledge: NameKnowledge | undefined): boolean => {
  const { level, score } = rateNames(customer, payer, knowledge)
  return level !== 'unknown' && score >= acceptance
}

const bounds = ({ largest = largestOfPayer, tolerance, steps, isCancelled }: GroupOptions): SumOptions => ({
  largest,
  ...(tolerance === undefined ? {} : { tolerance }),
  ...(steps === undefined ? {} : { steps }),
  ...(isCancelled === undefined ? {} : { isCancelled }),
})

function toSuggestion(
  { groups, chance, wasCutShort, isComplete }: SumSearch,
  named: (ids: readonly string[]) => Pick<GroupSuggestion, 'kind' | 'requestIds' | 'movementIds'>,
): GroupSearch {
  const [best, ...others] = groups
  if (!best) return { suggestion: null, wasCutShort, isComplete }
  const suggestion = {
    ...named(best.ids),
    differenceMinor: best.differenceMinor,
    chance,
    alternatives: others.slice(0, mostAlternatives),
  }
  return { suggestion, wasCutShort, isComplete }
}
