import { decide } from '../../../main/core/matching/assignment/decide.ts'
import { compareNames } from '../../../main/core/matching/names/compare.ts'
import { acceptance } from '../../../main/core/matching/names/limits.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { movementsOf, readPairs, readSituations, requestsOf } from './labelled-sets.ts'
import { decideByReferenceRule, scoreByReferenceRule } from './reference-rule.ts'

/** How a rule did on a labelled set. */
export interface RuleResult {
  /** Matched automatically although the label is another payer, or says that a person must look. */
  readonly wrong: number
  /** Matched automatically and rightly. */
  readonly found: number
  /** What should have been matched. */
  readonly toFind: number
  /** Null where nothing is to be found. */
  readonly foundShare: number | null
}

export interface RuleTable {
  readonly names: { readonly ours: RuleResult; readonly reference: RuleResult }
  readonly situations: { readonly ours: RuleResult; readonly reference: RuleResult }
}

/** The pairs of one category by both rules. */
export interface CategoryTable {
  readonly category: string
  readonly ours: RuleResult
  readonly reference: RuleResult
}

/** The labelled pairs by category. */
export function compareRulesByCategory(): CategoryTable[] {
  const categories = Map.groupBy(readPairs(), ({ category }) => category)
  return [...categories].map(([category, pairs]) => ({
    category,
    ours: rateOurNames(pairs),
    reference: rateReferenceNames(pairs),
  }))
}

/** Our comparison and the reference rule of spec 3.4 and 3.5 on the same labelled sets. For the benchmark and the tests. */
export function compareRules(): RuleTable {
  return {
    names: { ours: rateOurNames(), reference: rateReferenceNames() },
    situations: { ours: rateOurDecisions(), reference: rateReferenceDecisions() },
  }
}

/** Matched, as the reference rule would match a lone candidate: any score above 0 (3.4, 3.5). */
const rateReferenceNames = (pairs = readPairs()): RuleResult =>
  tally(
    pairs.map((pair) => ({
      isMatched: scoreByReferenceRule(pair.expected, pair.actual) > 0,
      isRight: pair.label === 'same',
    })),
  )

const rateOurNames = (pairs = readPairs()): RuleResult =>
  tally(
    pairs.map((pair) => ({
      isMatched: isAutomatic(pair.expected, pair.actual),
      isRight: pair.label === 'same',
    })),
  )

export function isAutomatic(expected: string, actual: string): boolean {
  const { level, score } = compareNames(prepareName(expected), prepareName(actual))
  return level !== 'unknown' && score >= acceptance
}

const rateOurDecisions = (): RuleResult =>
  tallySituations((situation) => {
    const settings = { matchWithoutSender: situation.match_without_sender ?? false }
    const decisions = decide({ requests: requestsOf(situation), movements: movementsOf(situation), settings })
    return new Map(
      decisions.map((decision) => [
        decision.requestId,
        decision.outcome === 'matched' ? decision.movementId : undefined,
      ]),
    )
  })

const rateReferenceDecisions = (): RuleResult =>
  tallySituations((situation) => {
    const outcomes = decideByReferenceRule(requestsOf(situation), movementsOf(situation))
    return new Map(
      [...outcomes].map(([id, outcome]) => [id, typeof outcome === 'object' ? outcome.movement : undefined]),
    )
  })

function tallySituations(
  decideAll: (situation: ReturnType<typeof readSituations>[number]) => ReadonlyMap<string, string | undefined>,
): RuleResult {
  let [wrong, found, toFind] = [0, 0, 0]
  for (const situation of readSituations()) {
    const matched = decideAll(situation)
    for (const request of requestsOf(situation)) {
      const outcome = situation.outcomes[request.externalId]
      const right = typeof outcome === 'object' ? outcome.movement : undefined
      if (right !== undefined) toFind++
      const movement = matched.get(request.id)
      if (movement === undefined) continue
      if (movement === right) found++
      else wrong++
    }
  }
  return { wrong, found, toFind, foundShare: toFind === 0 ? null : found / toFind }
}

function tally(results: readonly { isMatched: boolean; isRight: boolean }[]): RuleResult {
  const toFind = results.filter(({ isRight }) => isRight).length
  const found = results.filter(({ isMatched, isRight }) => isMatched && isRight).length
  const wrong = results.filter(({ isMatched, isRight }) => isMatched && !isRight).length
  return { wrong, found, toFind, foundShare: toFind === 0 ? null : found / toFind }
}
