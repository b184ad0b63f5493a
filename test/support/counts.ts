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

interface VitestTest {
  readonly fullName: string
  readonly status: string
  readonly failureMessages?: readonly string[]
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    /** Why a file did not load or its hooks failed; absent when its process ended before it could say. */
    readonly message?: string
    readonly assertionResults: readonly VitestTest[]
  }[]
}

/** A test, or a whole file, that did not pass. */
export interface Failure {
  readonly file: string
  /** Null when it is the file: it did not load, a hook of it failed, or its process ended. */
  readonly test: string | null
  /** The first line of what was said. */
  readonly why: string
}

export interface VitestOutcome {
  readonly counts: Counts
  /** Paths of the files in which something failed, those that did not load among them. */
  readonly failedFiles: readonly string[]
  readonly failures: readonly Failure[]
}

const hasFailed = ({ status }: { readonly status: string }) => status === 'failed'
const firstLine = (text: string | undefined, otherwise: string) => text?.trim().split('\n', 1)[0] || otherwise

/**
 * What Vitest's JSON reporter wrote to `file`; `code` is the exit code of its run. Files in `except` are left out. Tests
 * that a failed hook or a crash kept from running have failed with it: they were not skipped on purpose.
 */
export function vitestOutcome(file: string, code: number, except: readonly string[] = []): VitestOutcome {
  const report = read<VitestReport>(file)
  if (!report) return { counts: { passed: 0, failed: 1, skipped: 0 }, failedFiles: [], failures: [] }
  const files = report.testResults.filter(({ name }) => !except.includes(name))
  const tests = files.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ name, ...test })))
  const failed = tests.filter(hasFailed)
  const broken = files.filter((one) => hasFailed(one) && !one.assertionResults.some(hasFailed))
  const kept = broken.map(({ assertionResults }) => assertionResults.filter(({ status }) => status !== 'passed').length)
  const ran = tests.length - kept.reduce((sum, one) => sum + one, 0)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const counts = {
    passed,
    failed: failed.length + kept.reduce((sum, one) => sum + Math.max(1, one), 0),
    skipped: ran - passed - failed.length,
  }
  return {
    counts: except.length === 0 ? atLeastOneFailure(counts, code) : counts,
    failedFiles: [...new Set([...failed, ...broken].map(({ name }) => name))],
    failures: [
      ...failed.map(({ name, fullName, failureMessages }) => ({
        file: name,
        test: fullName,
        why: firstLine(failureMessages?.[0], 'nothing was said'),
      })),
      ...broken.map(({ name, message }) => ({
        file: name,
        test: null,
        why: firstLine(message, 'its process ended before its tests did'),
      })),
    ],
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
