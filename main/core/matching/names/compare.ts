import { align } from './align.ts'
import type { Alignment } from './alignment.ts'
import { evidenceOf } from './evidence.ts'
import { judge, type Verdict } from './judge.ts'
import { scriptBits } from './letters.ts'
import { unknownScore } from './limits.ts'
import { mayAgree } from './relation.ts'
import type { NameComparison, NameEvidence, NameKnowledge, NameLevel, PreparedName } from './types.ts'

/**
 * Level and score of two prepared names without the reasons: for looking at very many pairs. The order of the two does
 * not matter.
 */
export const rateNames = (expected: PreparedName, actual: PreparedName, knowledge?: NameKnowledge): Verdict =>
  weigh(expected, actual, knowledge).verdict

/**
 * Whether two names are the same payer, how surely, and why. Pure and deterministic; the reasons are put together when
 * they are asked for.
 */
export const compareNames = (expected: PreparedName, actual: PreparedName, knowledge?: NameKnowledge): NameComparison =>
  new Comparison(expected, actual, weigh(expected, actual, knowledge))

class Comparison implements NameComparison {
  readonly level: NameLevel
  readonly score: number
  readonly #expected: PreparedName
  readonly #actual: PreparedName
  readonly #weighed: Weighed

  constructor(expected: PreparedName, actual: PreparedName, weighed: Weighed) {
    this.level = weighed.verdict.level
    this.score = weighed.verdict.score
    this.#expected = expected
    this.#actual = actual
    this.#weighed = weighed
  }

  get evidence(): readonly NameEvidence[] {
    const { alignment, verdict } = this.#weighed
    return alignment ? evidenceOf(this.#expected, this.#actual, alignment, verdict.isContradicted) : []
  }

  toJSON(): NameComparison {
    return { level: this.level, score: this.score, evidence: this.evidence }
  }
}

interface Weighed {
  readonly verdict: Verdict
  /** None when nothing could be compared. */
  readonly alignment: Alignment | undefined
}

const unknown: Weighed = {
  verdict: { level: 'unknown', score: unknownScore, isContradicted: false },
  alignment: undefined,
}
const nothingShared: Verdict = { level: 'different', score: 0, isContradicted: true }

/** The better of the ways to read the two names; nearly all have one. */
function weigh(e: PreparedName, a: PreparedName, knowledge: NameKnowledge | undefined): Weighed {
  const found = weighReading(e, a, knowledge)
  if (!e.other && !a.other) return found
  return [e, e.other]
    .flatMap((left) => [a, a.other].map((right) => (left && right ? weighReading(left, right, knowledge) : found)))
    .reduce((best, next) => (next.verdict.score > best.verdict.score ? next : best), found)
}

function weighReading(e: PreparedName, a: PreparedName, knowledge: NameKnowledge | undefined): Weighed {
  if (!e.isUsable || !a.isUsable || areIncomparable(e, a)) return unknown
  if (haveNothingShared(e, a))
    return {
      verdict: nothingShared,
      alignment: { pairs: [], leftExpected: e.content | e.initials, leftActual: a.content | a.initials },
    }
  const alignment = align(e, a)
  return { verdict: judge(e, a, alignment, knowledge), alignment }
}

/** Han letters say nothing about how a name sounds, so a name in them cannot be compared with one in another script. */
function areIncomparable({ scripts: e }: PreparedName, { scripts: a }: PreparedName): boolean {
  if ((e & a) !== 0) return false
  const mute = scriptBits.han | scriptBits.other
  return ((e | a) & scriptBits.latin) === 0 || (e & ~mute) === 0 || (a & ~mute) === 0
}

/**
 * No word of one is equal, near, of the same beginning or spelling group as a word of the other: then nothing can agree.
 * True of most pairs of strangers, and found at a fraction of the cost.
 */
function haveNothingShared(e: PreparedName, a: PreparedName): boolean {
  if (e.scripts !== scriptBits.latin || a.scripts !== scriptBits.latin) return false
  for (const word of e.words) for (const other of a.words) if (mayAgree(word, other)) return false
  return true
}
