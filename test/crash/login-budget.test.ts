import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { createTestCore } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { addPracticeAccount, placedResources } from '../support/practice-core.ts'
import { tempDir } from '../support/temp-dir.ts'

// The full run of the specification: KILLS=200 npx vitest run test/crash/login-budget.test.ts
const kills = Number(process.env.KILLS ?? 8)
const killsPerLogin = 4
/** From the moment the script begins to sign in; a whole login takes about so long here. */
const longestDelayMs = 900

/** One start of the program, killed `delayMs` after the login began, or when the reading has ended by itself. */
function readAndKill(args: readonly string[], delayMs: number): Promise<'killed' | 'ended'> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [join(projectRoot, 'test/crash/reader.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let how: 'killed' | 'ended' | null = null
    const kill = (as: 'killed' | 'ended') => {
      how ??= as
      program.kill('SIGKILL')
    }
    createInterface({ input: program.stdout }).on('line', (line) => {
      if (line === 'running login') setTimeout(kill, delayMs, 'killed')
      else if (line.startsWith('failed') || line.startsWith('success')) kill('ended')
    })
    program.once('exit', () => (how ? resolve(how) : reject(new Error('the program ended by itself'))))
  })
}

test(`killed at ${kills} random moments of a login, the program never sends credentials a third time`, {
  timeout: 60_000 + kills * 15_000,
}, async () => {
  const logins = Math.ceil(kills / killsPerLogin)
  const users = Array.from({ length: logins }, (_, i) => ({ user: `cliente${i}`, password: 'right', company: `C${i}` }))
  const bank = await startPracticeBank({ users })
  onTestFinished(bank.close)
  const resourcesDir = placedResources(bank.loginUrl)
  const dataDir = tempDir()
  const before = await createTestCore({ dataDir, ports: { resourcesDir } })
  const owner = await before.signUp()
  // Nothing but the budget keeps the program from trying on.
  await owner.put('/settings', { fatal_block_threshold: 3 })
  const accounts: string[] = []
  for (const { user } of users) {
    const settings = { bank_username: user, bank_password: 'wrong-password' }
    const id = await addPracticeAccount(owner, settings, user)
    await owner.put(`/accounts/${id}/pause`, { paused: true })
    accounts.push(id)
  }
  await before.core.stop()

  const ends: string[] = []
  for (let i = 0; i < kills; i += 1) {
    const account = accounts[Math.floor(i / killsPerLogin)] ?? ''
    ends.push(await readAndKill([dataDir, resourcesDir, account, owner.token], Math.random() * longestDelayMs))
    for (const { user } of users) expect(bank.submissions(user)).toBeLessThanOrEqual(2)
  }
  // One whole reading more of each: what is spent stays spent.
  for (const account of accounts) await readAndKill([dataDir, resourcesDir, account, owner.token], 60_000)

  const stored = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  onTestFinished(() => void stored.close())
  const counted = stored.prepare('select submissions from login_budgets where account_id = ?').pluck()
  for (const [i, { user }] of users.entries()) {
    expect(bank.submissions(user)).toBeLessThanOrEqual(2)
    expect(bank.isLocked(user)).toBe(false)
    expect(counted.get(accounts[i])).toBeGreaterThanOrEqual(bank.submissions(user))
  }
  expect(ends).toContain('killed')
})
