/** By how much a score must exceed the next one to win without a person, and from where on it may (3.5 [X]). */
const margin = 0.2
const goodScore = 0.8
// 1 − 0.8 is a little less than 0.2 in binary.
const tolerance = 1e-9

/** A rival with a score this much lower gives way (3.7, last sentence). */
export const outweighs = (score: number, rival: number): boolean => score - rival >= margin - tolerance

/** The tie rule of 3.5: the only candidate, or a good one that clearly exceeds the second. */
export const isClear = (best: number, second: number | null): boolean =>
  second === null || (best >= goodScore - tolerance && outweighs(best, second))
