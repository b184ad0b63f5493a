import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../main/launch/build.ts'
import { bankPage } from './bank-page.ts'
import { bankWindow } from './bank-window.ts'
import { bookWork } from './books.ts'
import { closeConnections } from './http.ts'
import { ingestMatch } from './ingest-match.ts'
import { largeCalls } from './large-calls.ts'
import { latency } from './latency.ts'
import { ledger } from './ledger.ts'
import { lists } from './lists.ts'
import { arrival, evaluations } from './matching.ts'
import { nameRules } from './names.ts'
import { peer } from './peer.ts'
import { root, round } from './processes.ts'
import { besideCode, manySessions } from './sessions.ts'
import { coldStart, idleMemory } from './start.ts'
import { movementImport, statementImport } from './statement-import.ts'
import { statements } from './statements.ts'

interface Options {
  /** How long the sessions are watched. */
  readonly minutes: number
}

/** Each measurement starts the built program with a data folder of its own and drives it by its API. */
const measurements: Readonly<Record<string, (options: Options) => Promise<Record<string, unknown>>>> = {
  async peer() {
    return { peer: await peer() }
  },
  async ingest_match() {
    const results = []
    for (const n of [1000, 10_000, 30_000]) results.push(await ingestMatch(n))
    return { ingest_match: results }
  },
  async latency() {
    return {
      latency: { idle: await latency(0), beside_10k: await latency(10_000), beside_100k: await latency(100_000) },
    }
  },
  async large_calls() {
    return { large_calls: await largeCalls(10_000) }
  },
  async lists() {
    return { lists: await lists(1_000_000) }
  },
  async matching() {
    return { matching: { evaluations: evaluations(), arrival: await arrival(100_000) } }
  },
  async bank_page() {
    return { bank_page: await bankPage(1000) }
  },
  async bank_window() {
    return { bank_window: await bankWindow() }
  },
  async sessions({ minutes }) {
    return { sessions: await manySessions(20, minutes) }
  },
  async beside_code() {
    return { beside_code: await besideCode() }
  },
  async names() {
    return { names: nameRules() }
  },
  async ledger() {
    return { ledger: await ledger() }
  },
  async books() {
    return { books: [await bookWork(10_000), await bookWork(100_000)] }
  },
  async statements() {
    return { statements: await statements() }
  },
  async statement_import() {
    return { statement_import: await statementImport(250_000) }
  },
  async movement_import() {
    return { movement_import: await movementImport(250_000) }
  },
  async cold_start() {
    const cold = await coldStart()
    return { cold_start_ms: cold.median_ms, cold_start: cold }
  },
  async memory() {
    return { rss_idle_mb: await idleMemory() }
  },
}

const usage = `Usage: npm run bench -- [--json] [--minutes 1] [--only ${Object.keys(measurements).join('|')}]`

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      minutes: { type: 'string', default: '1' },
    },
  })
  const minutes = Number(values.minutes)
  if (!(minutes > 0)) throw new Error(usage)
  const names = values.only ?? Object.keys(measurements)
  await ensureBuilt(root)
  const [cpu] = cpus()
  let report: Record<string, unknown> = {
    machine: {
      cpu: cpu?.model ?? 'unknown',
      cores: cpus().length,
      memory_gb: round(totalmem() / 1e9),
      platform: `${process.platform} ${process.arch}`,
    },
    node: process.versions.node,
  }
  for (const name of names) {
    const measure = measurements[name]
    if (!measure) throw new Error(usage)
    process.stderr.write(`${name} …\n`)
    report = { ...report, ...(await measure({ minutes })) }
  }
  process.stdout.write(`${values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2)}\n`)
}

bench()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
  .finally(closeConnections)
