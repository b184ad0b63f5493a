import { minorOf } from '../amounts.ts'
import type { Money } from '../ledger-api.ts'

export interface ReadParts {
  /** Signed minor units of each part; null where nothing readable stands. */
  readonly amounts: readonly (string | null)[]
  /** What is still to be given, signed as the line. */
  readonly rest: Money
  readonly isComplete: boolean
}

/**
 * Parts of a line as they are typed: without a sign, which is the line's. A single empty one takes what is left, so that
 * the last amount need not be worked out.
 */
export function readParts(whole: Money, texts: readonly string[]): ReadParts {
  const total = BigInt(whole.amount)
  const sign = total < 0n ? -1n : 1n
  const given = texts.map((text) => {
    const minor = minorOf(text.trim().replace(/^[-+−]/, ''), whole.precision)
    return minor === null || minor === '0' ? null : BigInt(minor) * sign
  })
  const rest = total - given.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n)
  const empty = texts.flatMap((text, at) => (text.trim() === '' ? [at] : []))
  const taker = empty.length === 1 && rest * sign > 0n ? empty[0] : undefined
  const amounts = given.map((amount, at) => (at === taker ? rest : amount)?.toString() ?? null)
  const left = taker === undefined ? rest : 0n
  return {
    amounts,
    rest: { ...whole, amount: String(left) },
    isComplete: texts.length >= 2 && left === 0n && amounts.every((amount) => amount !== null),
  }
}
