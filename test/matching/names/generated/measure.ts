import { parseArgs } from 'node:util'
import { isAutomatic } from '../compare-rules.ts'
import { scoreByReferenceRule } from '../reference-rule.ts'
import { type GeneratedPair, makePairs } from './make-pairs.ts'
import type { Half } from './people.ts'

export interface CategoryResult {
  readonly category: string
  readonly isSame: boolean
  readonly pairs: number
  /** Matched without a person: right where it is the same payer, wrong elsewhere. */
  readonly matched: number
  readonly matchedByReference: number
}

/** How our rule and the reference rule (spec 3.4, 3.5) do on generated pairs, by category. */
export function measureGenerated(half: Half, seeds: readonly number[], perCategory: number): CategoryResult[] {
  const byCategory = new Map<string, { isSame: boolean; pairs: number; matched: number; matchedByReference: number }>()
  for (const pair of seeds.flatMap((seed) => makePairs(half, seed, perCategory))) {
    const result = byCategory.get(pair.category) ?? { isSame: pair.isSame, pairs: 0, matched: 0, matchedByReference: 0 }
    byCategory.set(pair.category, result)
    result.pairs++
    if (isAutomatic(pair.expected, pair.actual)) result.matched++
    if (scoreByReferenceRule(pair.expected, pair.actual) > 0) result.matchedByReference++
  }
  return [...byCategory].map(([category, result]) => ({ category, ...result }))
}

/** The pairs that are decided wrongly or missed. */
const failuresOf = (half: Half, seed: number, perCategory: number): GeneratedPair[] =>
  makePairs(half, seed, perCategory).filter((pair) => isAutomatic(pair.expected, pair.actual) !== pair.isSame)

function print(): void {
  const { values } = parseArgs({
    options: {
      half: { type: 'string', default: 'development' },
      seed: { type: 'string', default: '1' },
      per: { type: 'string', default: '300' },
      failures: { type: 'string' },
    },
  })
  const [half, seed, per] = [values.half as Half, Number(values.seed), Number(values.per)]
  for (const { category, isSame, pairs, matched } of measureGenerated(half, [seed], per))
    process.stdout.write(`${isSame ? 'same ' : 'other'} ${category}: ${matched} of ${pairs}\n`)
  if (values.failures === undefined) return
  for (const { category, expected, actual } of failuresOf(half, seed, per))
    if (values.failures === 'all' || category.includes(values.failures))
      process.stdout.write(`${category} | ${expected} | ${actual}\n`)
}

if (import.meta.main) print()
