/** The same numbers for the same seed on every machine (mulberry32). */
export interface Random {
  /** 0 up to but not including 1. */
  next(): number
  below(n: number): number
  pick<T>(items: readonly T[]): T
  /** A second one that differs from those given. */
  pickOther<T>(items: readonly T[], ...not: readonly T[]): T
  chance(share: number): boolean
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  return {
    next,
    below,
    pick,
    pickOther: (items, ...not) => pick(items.filter((item) => !not.includes(item))),
    chance: (share) => next() < share,
  }
}
