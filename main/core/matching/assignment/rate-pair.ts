import { compareNames } from '../names/compare.ts'
import { prepareName } from '../names/prepare.ts'
import type { NameKnowledge, PreparedName } from '../names/types.ts'
import { candidateOf } from './candidate.ts'
import { defaults } from './limits.ts'
import { scorePair } from './pairs.ts'
import type { ReferenceFinder } from './references.ts'
import type { Aliases, Candidate, DecideSettings, FreeMovement, OpenRequest } from './types.ts'

export interface RateOptions {
  readonly settings?: Partial<DecideSettings> | undefined
  readonly knowledge?: NameKnowledge | undefined
  readonly aliases?: Aliases | undefined
  readonly references?: ReferenceFinder | undefined
  readonly prepare?: ((text: string | null) => PreparedName) | undefined
}

/** One request and one movement with all that speaks for and against them, whatever their amounts: for a person to look at. */
export function ratePair(request: OpenRequest, movement: FreeMovement, options: RateOptions = {}): Candidate {
  const { prepare = prepareName, references } = options
  const scoring = {
    settings: { ...defaults, ...options.settings },
    knowledge: options.knowledge,
    aliases: options.aliases,
    isBarred: undefined,
  }
  const own = { request, name: prepare(request.name) }
  const text = `${movement.sender ?? ''} ${movement.text ?? ''}`
  const other = {
    movement,
    name: prepare(movement.sender),
    references: references?.find(text, movement.amountMinor) ?? [],
  }
  return candidateOf(own, other, scorePair(own, other, scoring), compareNames(own.name, other.name, scoring.knowledge))
}
