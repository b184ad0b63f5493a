import { compareNames, rateNames } from '../../../main/core/matching/names/compare.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { readPairs } from './labelled-sets.ts'

/** Processor time per call once it is warm, so that other work on the machine counts less; calls a second on one core. */
function perSecond(calls: number, run: () => void): number {
  const used = (): number => {
    const { user, system } = process.cpuUsage()
    return user + system
  }
  for (let i = 0; i < 30; i++) run()
  const start = used()
  let rounds = 0
  while (used() - start < 2_000_000) {
    for (let i = 0; i < 20; i++) run()
    rounds += 20
  }
  return Math.round((rounds * calls * 1_000_000) / (used() - start))
}

export interface NameSpeed {
  /** Comparisons of the labelled pairs, which are alike on purpose. */
  readonly similarPerSecond: number
  readonly similarWithLevelOnlyPerSecond: number
  /** Comparisons of names that have nothing to do with each other, as most are. */
  readonly strangersPerSecond: number
  readonly preparedPerSecond: number
}

/** Comparisons of names a second, for the benchmark; `node test/matching/names/speed.ts` prints it. */
export function measureNames(): NameSpeed {
  const pairs = readPairs()
  const expected = pairs.map((pair) => prepareName(pair.expected))
  const actual = pairs.map((pair) => prepareName(pair.actual))
  const strangers = actual.map((_, i) => actual[(i * 7_919 + 13) % actual.length])
  const each = (others: typeof strangers, run: (e: (typeof expected)[0], a: (typeof expected)[0]) => unknown) => () => {
    expected.forEach((name, i) => {
      const other = others[i]
      if (other) run(name, other)
    })
  }
  return {
    similarPerSecond: perSecond(pairs.length, each(actual, compareNames)),
    similarWithLevelOnlyPerSecond: perSecond(pairs.length, each(actual, rateNames)),
    strangersPerSecond: perSecond(pairs.length, each(strangers, compareNames)),
    preparedPerSecond: perSecond(pairs.length, () => {
      for (const pair of pairs) prepareName(pair.actual)
    }),
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(measureNames())}\n`)
