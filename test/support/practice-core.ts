import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Ports } from '../../main/core/ports.ts'
import { type PracticeBankOptions, practiceUser, startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { type Caller, createTestCore, settingsBody, type TestCore } from './core.ts'
import { projectRoot } from './ports.ts'
import { tempDir } from './temp-dir.ts'

const practiceBankCode = 'practice-bank'

export interface PracticeOptions {
  readonly bank?: PracticeBankOptions
  readonly settings?: Record<string, unknown>
  readonly ports?: Partial<Ports>
}

/** The product's bank folders with the practice bank's login at a running site. */
export function placedResources(loginUrl: string): string {
  const to = tempDir()
  cpSync(join(projectRoot, 'resources', 'banks'), join(to, 'banks'), { recursive: true })
  const file = join(to, 'banks', practiceBankCode, 'bank.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), loginUrl }))
  return to
}

/** An account at the practice bank. */
export async function addPracticeAccount(user: Caller, settings: Record<string, unknown> = {}, name = 'Telares') {
  const banks = await user.get<{ id: string; code: string }[]>('/banks')
  const bankId = banks.body.find((each) => each.code === practiceBankCode)?.id
  const account = await user.post<{ id: string }>('/accounts', { bankId, name })
  const saved = await user.put(
    `/accounts/${account.body.id}/config`,
    settingsBody({ bank_username: practiceUser.user, bank_password: practiceUser.password, ...settings }),
  )
  if (saved.status !== 200) throw new Error(`settings were refused: ${JSON.stringify(saved.body)}`)
  return account.body.id
}

/** The real core and a running practice bank, with an owner and one account there. */
export async function createPracticeCore(options: PracticeOptions = {}) {
  const bank = await startPracticeBank(options.bank)
  onTestFinished(bank.close)
  const resourcesDir = placedResources(bank.loginUrl)
  const test: TestCore = await createTestCore({ ports: { resourcesDir, ...options.ports } })
  const user = await test.signUp()
  const accountId = await addPracticeAccount(user, options.settings)
  return { bank, resourcesDir, ...test, user, accountId }
}

export interface RunBody {
  readonly id: string
  readonly status: string
  readonly stage: string | null
  readonly failure_type: string | null
  readonly error_message: string | null
  readonly transactions_found: number | null
}

const newestRun = async (user: Caller, accountId: string): Promise<RunBody | undefined> =>
  (await user.get<RunBody[]>(`/accounts/${accountId}/runs?limit=1`)).body[0]

/** The newest run of an account once it has ended; not the run `before`. */
export async function endedRun(
  user: Caller,
  accountId: string,
  before?: RunBody,
  timeoutMs = 30_000,
): Promise<RunBody> {
  const until = performance.now() + timeoutMs
  for (;;) {
    const run = await newestRun(user, accountId)
    if (run && run.status !== 'running' && run.id !== before?.id) return run
    if (performance.now() > until) throw new Error(`the run has not ended: ${JSON.stringify(run)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Reads now and waits for the end. */
export async function readNow(user: Caller, accountId: string, call: 'scrape' | 'restart' = 'scrape') {
  const before = await newestRun(user, accountId)
  // The job of the reading before may be about to end: asked then, it would answer for this one.
  for (;;) {
    await user.post(`/accounts/${accountId}/${call}`)
    if (await startedAfter(user, accountId, before)) return endedRun(user, accountId, before)
  }
}

async function startedAfter(user: Caller, accountId: string, before: RunBody | undefined): Promise<boolean> {
  for (let i = 0; i < 20; i += 1) {
    if ((await newestRun(user, accountId))?.id !== before?.id) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}
