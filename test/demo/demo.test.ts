import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { startDemo } from '../../main/demo/demo.ts'
import { tempDir } from '../support/temp-dir.ts'

const entry = join(import.meta.dirname, '..', '..', 'main', 'demo', 'index.ts')

it('plays the whole day as one command: reading, matching, webhooks, and a verdict as JSON', async () => {
  const child = spawn(process.execPath, [entry, '--once', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [code, out, progress] = await Promise.all([ended, text(child.stdout), text(child.stderr)])

  const verdict = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')
  expect(verdict.differences).toEqual([])
  expect(verdict).toMatchObject({
    ok: true,
    requests: { matched: 25, ambiguous: 4, not_found: 10, cancelled: 3 },
    webhooks: { delivered: 30, dead: 0 },
    books: { movements: { accepted: 0 }, statement: { lines: 8, proof: 'proved' } },
  })
  const { movements, statement } = verdict.books
  expect(movements.proposed).toBeGreaterThanOrEqual(movements.lines / 2)
  expect(statement.accepted).toBeGreaterThanOrEqual(2)
  for (const run of [movements, statement]) expect(run.open).toBeGreaterThan(0)
  expect(verdict.movements).toBeGreaterThanOrEqual(40)
  expect(verdict.duration_ms).toBeGreaterThan(0)
  expect(progress).toContain('Everything is as expected.')
  const dataDir = /data in ([^)]+)\)/.exec(progress)?.[1] ?? ''
  expect(existsSync(dataDir)).toBe(false)
  expect(code).toBe(0)
}, 120_000)

it('starts the day anew in a folder that was kept', async () => {
  const dataDir = tempDir()
  for (let i = 0; i < 2; i++) {
    const demo = await startDemo({ dataDir, port: 0 })
    try {
      const report = await demo.playDay(() => undefined)
      expect(report.differences).toEqual([])
      expect(report.books.runs.movements.lines).toBeGreaterThan(0)
      expect(demo.bank.submissions(demo.bank.user.user)).toBe(2)
    } finally {
      await demo.stop()
    }
  }
  expect(existsSync(join(dataDir, 'reconbanker.db'))).toBe(true)
}, 180_000)
