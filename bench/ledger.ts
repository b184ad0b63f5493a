import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { measureBooks } from '../test/ledger/engine/generated/measure.ts'
import { root, round } from './processes.ts'

const run = promisify(execFile)

/** Seeds at which nobody looked while the engine was written. */
const heldOut = [920_001, 920_002, 920_003, 920_004, 920_005]

/**
 * The matching engine: its speed on seeded books (targets: 10,000 × 10,000 in 3 s, 100,000 × 100,000 in 40 s below 1 GB)
 * and what it finds of what belongs together, beside a matcher by equal amount and day.
 */
export async function ledger() {
  const speed = []
  for (const happenings of [8800, 88_000]) {
    const matcher = join(root, 'bench', 'ledger-matcher.ts')
    const load = round(loadavg()[0] ?? 0)
    const { stdout } = await run(process.execPath, ['--max-old-space-size=800', matcher, String(happenings)])
    speed.push({ ...(JSON.parse(stdout) as Record<string, number>), load_before: load })
  }
  return { speed, shares: { seeds: heldOut, happenings: 3000, ...measureBooks(heldOut, 3000) } }
}
