import { readFileSync } from 'node:fs'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

export const lineOf = ({ passed, failed, skipped }: Counts) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/** A runner that failed without a failed test (a file that does not load, a crash) counts as one failure. */
const atLeastOneFailure = (counts: Counts, code: number): Counts =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts

const read = <T>(file: string): T | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    // The runner ended before it wrote its report.
    return null
  }
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

export interface VitestOutcome {
  readonly counts: Counts
  /** Paths of the files in which something failed, those that did not load among them. */
  readonly failedFiles: readonly string[]
  /** Titles of failed tests, with their files. */
  readonly failedTests: readonly string[]
}

const hasFailed = ({ status }: { readonly status: string }) => status === 'failed'

/** What Vitest's JSON reporter wrote to `file`; `code` is the exit code of its run. Files in `except` are left out. */
export function vitestOutcome(file: string, code: number, except: readonly string[] = []): VitestOutcome {
  const report = read<VitestReport>(file)
  if (!report) return { counts: { passed: 0, failed: 1, skipped: 0 }, failedFiles: [], failedTests: [] }
  const files = report.testResults.filter(({ name }) => !except.includes(name))
  const tests = files.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ name, ...test })))
  const failed = tests.filter(hasFailed)
  const unloaded = files.filter((one) => hasFailed(one) && !one.assertionResults.some(hasFailed))
  const passed = tests.filter(({ status }) => status === 'passed').length
  const counts = {
    passed,
    failed: failed.length + unloaded.length,
    skipped: tests.length - passed - failed.length,
  }
  return {
    counts: except.length === 0 ? atLeastOneFailure(counts, code) : counts,
    failedFiles: [...new Set([...failed, ...unloaded].map(({ name }) => name))],
    failedTests: failed.map(({ name, fullName }) => `${name} > ${fullName}`),
  }
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

/** What Playwright's JSON reporter wrote to `file`. */
export function playwrightCounts(file: string, code: number): Counts {
  const report = read<PlaywrightReport>(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected, skipped }, code)
}
