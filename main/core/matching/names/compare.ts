import { align } from './align.ts'
import { evidenceOf } from './evidence.ts'
import { judge, type Verdict } from './judge.ts'
import { unknownScore } from './limits.ts'
import type { NameComparison, NameKnowledge, PreparedName } from './types.ts'

const unknown: Verdict = { level: 'unknown', score: unknownScore, isContradicted: false }

/**
 * Level and score of two prepared names without the reasons: for looking at very many pairs. The order of the two does
 * not matter.
 */
export function rateNames(expected: PreparedName, actual: PreparedName, knowledge?: NameKnowledge): Verdict {
  if (!expected.isUsable || !actual.isUsable || areIncomparable(expected, actual)) return unknown
  return judge(expected, actual, align(expected, actual), knowledge)
}

/** Whether two names are the same payer, how surely, and why. Pure and deterministic. */
export function compareNames(expected: PreparedName, actual: PreparedName, knowledge?: NameKnowledge): NameComparison {
  if (!expected.isUsable || !actual.isUsable || areIncomparable(expected, actual))
    return { level: unknown.level, score: unknown.score, evidence: [] }
  const alignment = align(expected, actual)
  const { level, score, isContradicted } = judge(expected, actual, alignment, knowledge)
  return { level, score, evidence: evidenceOf(expected, actual, alignment, isContradicted) }
}

/** Han letters say nothing about how a name sounds, so a name in them cannot be compared with one in another script. */
function areIncomparable(e: PreparedName, a: PreparedName): boolean {
  const [scriptsE, scriptsA] = [scriptsOf(e), scriptsOf(a)]
  if (scriptsE.some((script) => scriptsA.includes(script))) return false
  return !(scriptsE.includes('latin') || scriptsA.includes('latin')) || scriptsE.every(isHan) || scriptsA.every(isHan)
}

const isHan = (script: string): boolean => script === 'han' || script === 'other'

const scriptsOf = (name: PreparedName): string[] =>
  name.words.filter((_, i) => (name.content & (1 << i)) !== 0).map((word) => word.script)
