import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeAssociationBooks } from '../test/ledger/engine/generated/make-association-books.ts'
import { makeBooks } from '../test/ledger/engine/generated/make-books.ts'
import { makeOtherBooks } from '../test/ledger/engine/generated/make-other-books.ts'
import { measureBooks } from '../test/ledger/engine/generated/measure.ts'
import { root, round } from './processes.ts'

const run = promisify(execFile)

/** Seeds at which nobody looked while the engine was written. */
const heldOut = [930_001, 930_002, 930_003, 930_004, 930_005]

const happenings = 3000

/**
 * The matching engine: its speed on seeded books (targets: 10,000 × 10,000 in 3 s, 100,000 × 100,000 in 40 s below 1 GB)
 * and what it finds in the books of three companies of what belongs together, beside a matcher by equal amount and day.
 */
export async function ledger() {
  const speed = []
  for (const size of [8800, 88_000]) {
    const matcher = join(root, 'bench', 'ledger-matcher.ts')
    const load = round(loadavg()[0] ?? 0)
    const { stdout } = await run(process.execPath, ['--max-old-space-size=800', matcher, String(size)])
    speed.push({ ...(JSON.parse(stdout) as Record<string, number>), load_before: load })
  }
  const companies = { invoices: makeBooks, other_habits: makeOtherBooks, association: makeAssociationBooks }
  const shares = Object.entries(companies).map(([company, make]) => [company, measureBooks(heldOut, happenings, make)])
  return { speed, shares: { seeds: heldOut, happenings, ...Object.fromEntries(shares) } }
}
