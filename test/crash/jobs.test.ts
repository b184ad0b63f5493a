import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeBooks } from '../ledger/engine/generated/make-books.ts'
import { openBooks } from '../ledger/support/books.ts'
import { fillRun } from '../ledger/support/many-lines.ts'
import { openCase125 } from '../ledger/support/report-world.ts'
import { verifyFolder } from '../ledger/support/verify.ts'
import { type Listed, type MatchAnswer, type RunAnswer, runsPath } from '../ledger/support/world.ts'
import { createTestCore } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

vi.setConfig({ testTimeout: 180_000 })

/** Lets a program of its own do one call and kills it once the work is in a step. */
function killIn(step: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const job = spawn(process.execPath, [join(projectRoot, 'test/crash/job.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let wasKilled = false
    createInterface({ input: job.stdout }).on('line', (line) => {
      if (line.startsWith('ended') && !wasKilled) reject(new Error(`the work ${line} before it was killed`))
      if (wasKilled || line !== step) return
      wasKilled = true
      job.kill('SIGKILL')
    })
    job.once('exit', () => (wasKilled ? resolve() : reject(new Error('the program ended by itself'))))
  })
}

function stored(dataDir: string) {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  onTestFinished(() => void db.close())
  return (sql: string) => db.prepare(sql).pluck().get() as number
}

test.each(['matching', 'storing'])(
  'killed during a matching pass that is %s: the run says interrupted, its suggestions are those of before, and it is repeated',
  async (step) => {
    const dataDir = tempDir()
    const before = await createTestCore({ dataDir })
    const user = await before.signUp({ email: 'owner@example.com' })
    const books = await openBooks(user)
    const run = (await user.post<RunAnswer>(runsPath, { ledger_id: books.bank.id })).body
    const { input } = makeBooks(5, 2000)
    fillRun(input, { dataDir, runId: run.id, ledgerId: books.bank.id, otherId: books.receivables.id })
    await before.core.stop()

    await killIn(step, [dataDir, run.id, user.token, 'POST', '/auto-match'])

    const count = stored(dataDir)
    if (step === 'storing') expect(count(`select count(*) from ledger_matches`)).toBeGreaterThan(0)
    const after = await createTestCore({ dataDir })
    const call = <T>(method: string, to: string) =>
      after.call<T>(method, `${runsPath}/${run.id}${to}`, undefined, user.token)
    expect((await call<RunAnswer>('GET', '')).body).toMatchObject({
      status: 'failed',
      failure: { code: 'interrupted' },
      counts: { suggested: 0, accepted: 0, rejected: 0 },
    })
    expect((await call<Listed<MatchAnswer>>('GET', '/matches')).body.total).toBe(0)
    expect(count(`select count(*) from ledger_matches`)).toBe(0)
    expect((await call<Listed<unknown>>('GET', '/discrepancies')).body.total).toBe(0)

    const pass = await call<{ matched: number }>('POST', '/auto-match')
    expect(pass.status).toBe(200)
    expect((await call<Listed<MatchAnswer>>('GET', '/matches')).body.total).toBe(pass.body.matched)
    expect((await call<RunAnswer>('GET', '')).body).toMatchObject({ status: 'completed', failure: null })
  },
)

test.each(['/report?format=pdf', '/closing-pack'])(
  'killed while %s is made: nothing of the books changes, and it is made again',
  async (path) => {
    const dataDir = tempDir()
    const { core, user, run, fee, path: runPath } = await openCase125({ dataDir })
    await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
    expect((await user.post(`${runPath}/close`)).status).toBe(200)
    const closed = (await user.get(runPath)).body
    const events = stored(dataDir)('select count(*) from audit_events')
    await core.core.stop()

    // Nobody is told how far a file is: the first that is heard of the program is that the work is under way.
    await killIn('…', [dataDir, run.id, user.token, 'GET', path])

    const after = await createTestCore({ dataDir })
    expect((await after.call('GET', runPath, undefined, user.token)).body).toEqual(closed)
    expect(verifyFolder(dataDir)).toMatchObject({ faults: [] })
    expect(stored(dataDir)('select count(*) from audit_events')).toBe(events)
    expect((await after.call('GET', `${runPath}${path}`, undefined, user.token)).status).toBe(200)
  },
)
