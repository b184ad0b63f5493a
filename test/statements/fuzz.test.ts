import { expect, test } from 'vitest'
import { fuzzOnce } from './fuzz-round.ts'
import { fuzzSeeds } from './fuzz-seeds.ts'

/** A short run of `npm run fuzz`, always the same files. */
test('damaged files end in statements or a named refusal', { timeout: 120_000 }, async () => {
  const files = fuzzSeeds()
  const findings = []
  for (let seed = 1; seed <= 3000; seed += 1) {
    const finding = await fuzzOnce(seed, files)
    if (finding !== null) findings.push(finding)
  }
  expect(findings).toEqual([])
})
