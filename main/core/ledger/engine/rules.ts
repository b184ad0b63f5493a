import { foldText } from '../../matching/fold.ts'
import type { EngineItem, EngineRule } from './types.ts'

/** Text that a pattern sees, and repetitions it may have: together they bound the steps of the search. */
const longestText = 200
const longestPattern = 120
const mostRepetitions = 2

/** Whether an active rule holds for an item and speaks of this counterparty (H1). */
export const ruleAgrees = (rule: EngineRule, item: EngineItem, counterpartyId: string): boolean =>
  rule.conditions.counterpartyId === counterpartyId && ruleHolds(rule, item, counterpartyId)

/** All conditions that a rule names hold; a rule that names none never does. */
export function ruleHolds({ conditions }: EngineRule, item: EngineItem, counterpartyId: string | null): boolean {
  const text = foldText(`${item.counterpartyName ?? ''} ${item.text}`)
  const checks: (boolean | undefined)[] = [
    conditions.direction && (item.open > 0 ? 'credit' : 'debit') === conditions.direction,
    conditions.amountFrom === undefined ? undefined : Math.abs(item.open) >= conditions.amountFrom,
    conditions.amountTo === undefined ? undefined : Math.abs(item.open) <= conditions.amountTo,
    conditions.contains?.every((part) => text.includes(foldText(part))),
    conditions.notContains && !conditions.notContains.some((part) => text.includes(foldText(part))),
    conditions.pattern === undefined ? undefined : matches(conditions.pattern, text),
    conditions.counterpartyAccount === undefined
      ? undefined
      : plain(item.counterpartyAccount) === plain(conditions.counterpartyAccount),
    conditions.counterpartyId === undefined ? undefined : counterpartyId === conditions.counterpartyId,
    conditions.bankCode === undefined ? undefined : item.bankCode === conditions.bankCode,
  ]
  const named = checks.filter((check) => check !== undefined)
  return named.length > 0 && named.every(Boolean)
}

const plain = (account: string | null): string => (account ?? '').replace(/\s/g, '').toUpperCase()

/**
 * A pattern whose search could take more than some hundred thousand steps is refused: repetition of something that
 * repeats or branches, references back, looking around.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > longestPattern || /\\[1-9k]|\(\?[=!<]/.test(pattern)) return false
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  if (/\)(?:[*+?]|\{)/.test(bare)) return false
  if ((bare.match(/[*+]|\{\d*,\d*\}/g) ?? []).length > mostRepetitions) return false
  try {
    new RegExp(pattern, 'iu')
    return true
  } catch {
    return false
  }
}

const matches = (pattern: string, text: string): boolean =>
  isSafePattern(pattern) && new RegExp(pattern, 'iu').test(text.slice(0, longestText))
