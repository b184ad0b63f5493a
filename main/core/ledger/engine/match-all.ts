import { createBooks } from './books.ts'
import { createDrafts } from './drafts.ts'
import { proposeClosings } from './passes/closings.ts'
import { findDuplicateEntries } from './passes/duplicates.ts'
import { feeLines } from './passes/fee-lines.ts'
import { netRest, netReturns } from './passes/netting.ts'
import { pairPass } from './passes/pairs.ts'
import { partials } from './passes/partials.ts'
import { statedGroups } from './passes/stated-groups.ts'
import { structuredGroups } from './passes/structured-groups.ts'
import { sumGroups } from './passes/sum-groups.ts'
import type { EngineInput, EngineResult } from './types.ts'

/** Changes with every change of what is proposed, so that a run says what proposed its matches. */
const engineVersion = '1.3'

const stepsBetweenReports = 500
/** Passes that look at every line once; the search for sums looks at both sides. */
const looks = 11

/**
 * The matching passes of 6.6 over one run: each works on what earlier ones left open. The same input gives the same
 * result in whatever order its lists come. `input.progress` is called between steps and may throw to stop.
 */
export function matchAll(input: EngineInput): EngineResult {
  const of = Math.max(1, input.items.length * (looks - 2) + input.entries.length * 2)
  let steps = 0
  const tick = (): void => {
    steps++
    if (steps % stepsBetweenReports === 1) input.progress?.(Math.min(steps, of), of)
  }
  tick()
  const books = createBooks(input)
  const drafts = createDrafts(books)
  netReturns(books, drafts, tick)
  pairPass(books, drafts, 1, tick)
  statedGroups(books, drafts, tick)
  feeLines(books, drafts, tick)
  pairPass(books, drafts, 3, tick)
  structuredGroups(books, drafts, tick)
  sumGroups(books, drafts, tick)
  partials(books, drafts, tick)
  netRest(books, drafts, tick)
  proposeClosings(books, drafts, tick)
  findDuplicateEntries(books, drafts)
  const result = drafts.result()
  input.progress?.(of, of)
  return { ...result, engineVersion }
}
