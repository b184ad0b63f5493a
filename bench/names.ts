import { compareRules, compareRulesByCategory, type RuleResult } from '../test/matching/names/compare-rules.ts'
import { type CategoryResult, measureGenerated } from '../test/matching/names/generated/measure.ts'
import { measureNames } from '../test/matching/names/speed.ts'
import { round } from './processes.ts'

/** Seeds and half of the word lists on which no rule was ever looked at. */
const heldOut = { half: 'held-out', seeds: [900_001, 900_002, 900_003], perCategory: 300 } as const

/**
 * Our rule against the reference rule (spec 3.4, 3.5): on our own labelled sets, which the rules were improved on, and on
 * generated names of the half held out, which they were not; and comparisons a second of processor time.
 */
export function nameRules() {
  const { names: pairs, situations } = compareRules()
  const generated = measureGenerated(heldOut.half, heldOut.seeds, heldOut.perCategory)
  return {
    own_sets: {
      pairs: { ours: inShort(pairs.ours), reference: inShort(pairs.reference) },
      situations: { ours: inShort(situations.ours), reference: inShort(situations.reference) },
      by_category: Object.fromEntries(
        compareRulesByCategory().map(({ category, ours, reference }) => [
          category,
          { ours: inShort(ours), reference: inShort(reference) },
        ]),
      ),
    },
    generated_held_out: {
      seeds: heldOut.seeds,
      same_payer: sum(generated.filter(({ isSame }) => isSame)),
      other_payer: sum(generated.filter(({ isSame }) => !isSame)),
      by_category: Object.fromEntries(
        generated.map(({ category, isSame, pairs: all, matched, matchedByReference }) => [
          category,
          { is_same: isSame, pairs: all, matched, matched_by_reference: matchedByReference },
        ]),
      ),
    },
    per_second: measureNames(),
  }
}

const inShort = ({ wrong, found, toFind, foundShare }: RuleResult) => ({
  wrong,
  found,
  to_find: toFind,
  found_share: foundShare === null ? null : round(foundShare, 3),
})

const sum = (results: readonly CategoryResult[]) => ({
  pairs: results.reduce((all, { pairs }) => all + pairs, 0),
  matched: results.reduce((all, { matched }) => all + matched, 0),
  matched_by_reference: results.reduce((all, { matchedByReference }) => all + matchedByReference, 0),
})
