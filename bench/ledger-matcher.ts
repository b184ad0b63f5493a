import { matchAll } from '../main/core/ledger/engine/match-all.ts'
import { makeBooks } from '../test/ledger/engine/generated/make-books.ts'

/** One matching pass over seeded books of about so many lines on each side, in a process of its own; prints one JSON line. */
const happenings = Number(process.argv[2])
const { input } = makeBooks(1, happenings)
const before = process.memoryUsage().rss
const cpu = process.cpuUsage()
const began = performance.now()
const { proposals, findings } = matchAll(input)
const ms = Math.round(performance.now() - began)
const used = process.cpuUsage(cpu)
process.stdout.write(
  JSON.stringify({
    items: input.items.length,
    entries: input.entries.length,
    ms,
    cpu_ms: Math.round((used.user + used.system) / 1000),
    books_mb: Math.round(before / 1e6),
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1000),
    proposals: proposals.length,
    incomplete: findings.filter(({ type }) => type === 'search_incomplete').length,
  }),
)
