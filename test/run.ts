import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBrowser } from '../main/core/browser/install.ts'
import type { Log } from '../main/core/ports.ts'
import { add, type Counts, type Failure, lineOf, playwrightCounts, vitestOutcome } from './support/counts.ts'

/**
 * `npm test`: builds the program, makes sure that a browser is there, runs Vitest and then the screens, and ends with
 * one line that sums both up. With `--check`, types, lint and unused code count as one more test.
 */
const root = join(import.meta.dirname, '..')

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

const inPackages = (...parts: string[]) => join(root, 'node_modules', ...parts)

const write = (event: string, fields?: Record<string, unknown>) =>
  void process.stderr.write(`${event} ${JSON.stringify(fields ?? {})}\n`)
const log: Log = { child: () => log, debug: () => undefined, info: write, warn: write, error: write }

async function checks(): Promise<Counts> {
  const codes = [
    await run([inPackages('typescript', 'bin', 'tsc'), '-p', '.']),
    await run([inPackages('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings']),
    await run([inPackages('knip', 'bin', 'knip.js')]),
  ]
  const isClean = codes.every((code) => code === 0)
  if (!isClean) notes.push('check: not clean')
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1, skipped: 0 }
}

/** Said at the end, where it is seen: what failed, and what passed at a second try only. */
const notes: string[] = []
const nameOf = ({ file, test }: Failure) => [relative(root, file), ...(test === null ? [] : [test])].join(' > ')

/**
 * All of Vitest; files in which something failed run once more, one at a time, since a busy machine can be too slow for
 * several at once. What then passes counts as passed and is named, so that nobody takes it for sound.
 */
async function unitTests(folder: string): Promise<Counts> {
  const report = (name: string) => join(folder, `${name}.json`)
  const vitest = (name: string, ...args: string[]) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`]
    return run([inPackages('vitest', 'vitest.mjs'), 'run', ...reporters, ...args])
  }
  const code = await vitest('first')
  const first = vitestOutcome(report('first'), code)
  if (first.failedFiles.length === 0) {
    if (first.counts.failed > 0) notes.push(`Vitest ended with code ${code} although no test failed`)
    return first.counts
  }

  const again = vitestOutcome(report('again'), await vitest('again', '--maxWorkers=1', ...first.failedFiles))
  const failedAgain = new Set(again.failures.map(nameOf))
  for (const one of first.failures.filter((failure) => !failedAgain.has(nameOf(failure))))
    notes.push(`passed only when run again alone: ${nameOf(one)}: ${one.why}`)
  for (const one of again.failures) notes.push(`failed twice: ${nameOf(one)}: ${one.why}`)
  return add(vitestOutcome(report('first'), code, first.failedFiles).counts, again.counts)
}

async function screens(folder: string): Promise<Counts> {
  const report = join(folder, 'playwright.json')
  const cli = inPackages('@playwright', 'test', 'cli.js')
  const code = await run([cli, 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return playwrightCounts(report, code)
}

async function testAll(flags: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'reconbanker-run-'))
  try {
    if ((await run([join('main', 'launch.ts'), 'build'])) !== 0) return { passed: 0, failed: 1, skipped: 0 }
    await ensureBrowser(log)
    const checked = flags.includes('--check') ? await checks() : { passed: 0, failed: 0, skipped: 0 }
    return [await unitTests(folder), await screens(folder)].reduce(add, checked)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const counts = await testAll(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return { passed: 0, failed: 1, skipped: 0 }
})
for (const note of notes) process.stdout.write(`${note}\n`)
process.stdout.write(`\n${lineOf(counts)}\n`)
process.exitCode = counts.failed === 0 ? 0 : 1
