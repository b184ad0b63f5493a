const first = 1000
const longest = 30_000

/** Pause before the n-th new attempt (n from 1): 1 s doubling to 30 s, with jitter between half and the whole (spec 8). */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(longest, first * 2 ** Math.min(attempt - 1, 10))
  return Math.round(whole / 2 + (whole / 2) * random())
}
