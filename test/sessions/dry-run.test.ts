import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type PracticeBankOptions, practiceUser } from '../../main/demo/bank/practice-bank.ts'
import type { Caller } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { addPracticeAccount, createPracticeCore, endedRun, readNow } from '../support/practice-core.ts'
import { startReceiver } from '../support/receiver.ts'

interface DryRun {
  readonly id: string
  readonly status: 'running' | 'success' | 'failed'
  readonly stage: string | null
  readonly count: number | null
  readonly rows: { amount: string; sender_name: string | null }[]
  readonly error_message: string | null
  readonly run: {
    readonly id: string
    readonly reason: string | null
    readonly duration_ms: number
    readonly refused_hosts: Record<string, number>
    readonly steps: { step: string; status: string }[]
  } | null
}

const shipped = readFileSync(
  join(projectRoot, 'resources', 'banks', 'practice-bank', 'extract_transactions.v1.1.0.js'),
  'utf8',
)
/** Reads what the shipped version reads, with other names, after a look at a host that the bank does not need. */
const changed = shipped
  .replace(
    'return Promise.all(credits.map(toTransaction))',
    'return (await Promise.all(credits.map(toTransaction))).map(signed)',
  )
  .concat(`\nfunction signed(row) { return { ...row, senderName: 'Tried: ' + row.senderName } }`)

const at = Date.now() - 5 * 60_000
const day = [
  { account: '001-2045871', amountMinor: 123_456, at, party: 'Juan Pérez' },
  { account: '001-2045871', amountMinor: 5_000, at: at + 1000, party: 'Ana Gómez' },
] as const

async function open(options: PracticeBankOptions = {}, settings: Record<string, unknown> = {}) {
  const receiver = await startReceiver()
  onTestFinished(receiver.close)
  const test = await createPracticeCore({ bank: { day, ...options } })
  const { user } = test
  // Passthrough sends every stored movement: what is not sent was not stored.
  await user.put('/me/operation-mode', { mode: 'passthrough' })
  await user.delete(`/accounts/${test.accountId}`, { confirmation_name: 'Telares' })
  const accountId = await addPracticeAccount(user, {
    webhook_url: receiver.url('/hook'),
    notification_endpoint_url: receiver.url('/notify'),
    notification_events: ['login_failed', 'scrape_failed'],
    ...settings,
  })
  const banks = await user.get<{ id: string; code: string }[]>('/banks')
  const bankId = banks.body.find(({ code }) => code === 'practice-bank')?.id ?? expect.fail('no bank')
  const script = async (version = '2.0.0', code = changed, by: Caller = user) => {
    const { status, body } = await by.post<{ id: string; error?: string }>('/scripts', {
      bank_id: bankId,
      version,
      code,
    })
    return status === 201 ? body.id : expect.fail(body.error)
  }
  const start = (scriptId: string, account = accountId) =>
    user.post<DryRun>(`/scripts/${scriptId}/dry-runs`, { account_id: account })
  const newest = async (scriptId: string) => (await user.get<DryRun[]>(`/scripts/${scriptId}/dry-runs`)).body[0]
  const ended = async (scriptId: string): Promise<DryRun> => {
    await expect
      .poll(async () => (await newest(scriptId))?.status, { timeout: 40_000, interval: 50 })
      .not.toBe('running')
    return (await newest(scriptId)) ?? expect.fail('no dry run')
  }
  const rows = (sql: string) => {
    const db = new SqliteDatabase(join(test.dataDir, 'reconbanker.db'), { readonly: true })
    const found = db.prepare(sql).pluck().all()
    db.close()
    return found
  }
  const count = (table: string) => rows(`select count(*) from ${table}`)[0]
  return { ...test, accountId, receiver, script, start, newest, ended, rows, count }
}

describe('a dry run', { timeout: 60_000 }, () => {
  it('reads the live bank with one login, shows the rows, and stores and tells nothing', async () => {
    const { bank, user, accountId, receiver, script, start, ended, count } = await open()
    const before = bank.submissions(practiceUser.user)
    const id = await script()
    expect(await start(id)).toMatchObject({ status: 202, body: { status: 'running', count: null, run: null } })
    const tried = await ended(id)

    expect(tried).toMatchObject({
      status: 'success',
      count: 2,
      rows: expect.arrayContaining([
        expect.objectContaining({ amount: '1234.56', currency: 'UYU', sender_name: 'Tried: Juan Pérez' }),
        expect.objectContaining({ amount: '50.00', sender_name: 'Tried: Ana Gómez' }),
      ]),
      run: { reason: null, duration_ms: expect.any(Number) },
    })
    expect(tried.run?.steps.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'credentials success',
      'launch success',
      'load_script success',
      'login success',
      'auth_wait success',
      'poll success',
      'close success',
    ])
    expect(bank.submissions(practiceUser.user)).toBe(before + 1)

    for (const table of ['movements', 'deliveries', 'failure_streaks'])
      expect([table, count(table)]).toEqual([table, 0])
    expect((await user.get(`/accounts/${accountId}/runs`)).body).toEqual([])
    expect((await user.get(`/accounts/${accountId}`)).body).toMatchObject({ last_run: null, movements_today: [] })
    expect((await user.get('/overview')).body).toMatchObject({ last_reading_at: null })
    expect(receiver.hits).toEqual([])

    // The ordinary reading goes on with the active version and finds everything new.
    const run = await readNow(user, accountId)
    expect(run).toMatchObject({ status: 'success', transactions_found: 2 })
    const hits = await receiver.arrived(2)
    expect(hits.map(({ json }) => json.name).sort()).toEqual(['Ana Gómez', 'Juan Pérez'])
  })

  it('counts what the host guard refused', async () => {
    const { script, start, ended } = await open({ behaviour: { thirdParties: ['http://tracker.example/pixel.gif'] } })
    const id = await script()
    await start(id)
    const tried = await ended(id)
    expect(tried.status).toBe('success')
    expect(Object.keys(tried.run?.refused_hosts ?? {}).join()).toContain('tracker.example')
  })

  it('is never beside another run of the account: a second one is refused, a reading waits', async () => {
    const { bank, user, accountId, script, start, ended } = await open({ behaviour: { delayMs: { overview: 1500 } } })
    const id = await script()
    await start(id)
    expect(await start(id)).toMatchObject({ status: 409, body: { code: 'dryRun.accountBusy' } })
    await user.post(`/accounts/${accountId}/scrape`)
    const tried = await ended(id)
    const run = await endedRun(user, accountId)
    expect([tried.status, run.status, run.transactions_found]).toEqual(['success', 'success', 2])
    expect(bank.submissions(practiceUser.user)).toBeLessThanOrEqual(2)
    const both = (await user.get<{ started_at: string }>(`/accounts/${accountId}/runs/${tried.run?.id}`)).body
    const reading = (await user.get<{ started_at: string }[]>(`/accounts/${accountId}/runs`)).body[0]
    expect(Date.parse(reading?.started_at ?? '')).toBeGreaterThanOrEqual(
      Date.parse(both.started_at) + (tried.run?.duration_ms ?? 0),
    )
  })

  it('waits for its code like any login', async () => {
    const { bank, user, accountId, script, start, ended } = await open({ behaviour: { secondFactor: 'code' } })
    const id = await script()
    await start(id)
    await expect
      .poll(async () => (await user.get(`/accounts/${accountId}/otp`)).body, { timeout: 20_000, interval: 50 })
      .not.toBeNull()
    await user.post(`/accounts/${accountId}/otp`, { code: bank.codes(practiceUser.user).at(-1)?.code })
    expect(await ended(id)).toMatchObject({ status: 'success', count: 2 })
  })

  it('spends the login budget and stops before the bank locks the user', async () => {
    const { bank, user, accountId, receiver, script, start, ended, count } = await open(
      {},
      { bank_password: 'Not-The-Word' },
    )
    const id = await script()
    for (let i = 1; i <= 2; i += 1) {
      expect(await start(id)).toMatchObject({ status: 202 })
      expect(await ended(id)).toMatchObject({ status: 'failed', run: { reason: 'wrong_credentials' } })
      expect(bank.submissions(practiceUser.user)).toBe(i)
    }
    expect(await start(id)).toMatchObject({ status: 409, body: { code: 'dryRun.budgetSpent' } })
    expect(bank.submissions(practiceUser.user)).toBe(2)
    expect(bank.isLocked(practiceUser.user)).toBe(false)
    // A version that fails says nothing about the account: no streak, no block, no notification.
    expect((await user.get(`/accounts/${accountId}`)).body).toMatchObject({ scrapeBlockedAt: null })
    expect(count('failure_streaks')).toBe(0)
    expect((await user.get('/diagnostics/runs')).body).toEqual([])
    expect(receiver.hits).toEqual([])
  })

  it('types nothing into a login page that is not the known one', async () => {
    const { bank, user, accountId, script, start, ended } = await open({ behaviour: { extraLoginField: true } })
    const id = await script()
    await start(id)
    const tried = await ended(id)
    expect(tried).toMatchObject({
      status: 'failed',
      count: null,
      error_message: expect.stringContaining('nothing was typed'),
      run: { reason: 'page_changed' },
    })
    expect(bank.submissions(practiceUser.user)).toBe(0)
    // Its report is kept like that of any failed run.
    const detail = await user.get(`/accounts/${accountId}/runs/${tried.run?.id}`)
    expect(detail.body).toMatchObject({ script_version: '2.0.0', report: { has_picture: true } })
  })

  it('blocks the account when the bank says that the user is locked', async () => {
    const { bank, user, accountId, script, start, ended } = await open()
    bank.lock(practiceUser.user)
    const id = await script()
    await start(id)
    expect(await ended(id)).toMatchObject({ status: 'failed', run: { reason: 'account_locked' } })
    expect((await user.get(`/accounts/${accountId}`)).body).toMatchObject({
      scrapeBlockedReason: expect.stringContaining('account_locked'),
    })
    expect(await start(id)).toMatchObject({ status: 409, body: { code: 'dryRun.blocked' } })
  })

  it('ends at once when a person ends it', async () => {
    const { user, accountId, script, start, ended } = await open({ behaviour: { hanging: ['overview'] } })
    const id = await script()
    await start(id)
    await expect
      .poll(async () => (await user.get<DryRun[]>(`/scripts/${id}/dry-runs`)).body[0]?.stage, { timeout: 20_000 })
      .toMatch(/login|auth_wait/)
    expect(await user.post(`/accounts/${accountId}/kill`)).toMatchObject({ body: { killed: true } })
    expect(await ended(id)).toMatchObject({ status: 'failed', run: { reason: expect.any(String) } })
  })

  it('says what is wrong with rows that cannot be read', async () => {
    const { script, start, ended } = await open()
    const id = await script('2.0.0', changed.replace('...row,', '...row, amount: -1,'))
    await start(id)
    expect(await ended(id)).toMatchObject({
      status: 'failed',
      error_message: expect.stringContaining('amount must be a positive amount'),
      rows: [],
    })
  })

  it('holds a list against a persistent account, which needs hooks', async () => {
    const { script, start, ended } = await open({}, { session_type: 'persistent', login_mode: 'assisted' })
    const id = await script('2.0.0', 'return []')
    await start(id)
    expect(await ended(id)).toMatchObject({ status: 'failed', error_message: expect.stringContaining('returns hooks') })
  })
})

describe('a dry run that is not begun', () => {
  it('says why, and the bank sees nothing', async () => {
    const { bank, user, accountId, signUp, script, start, rows } = await open()
    const other = await signUp()
    const id = await script()
    const foreign = await script('3.0.0', changed, other)
    const foreignAccount = await addPracticeAccount(other)
    const banks = await user.get<{ id: string; code: string }[]>('/banks')
    const second = banks.body.find(({ code }) => code === 'second-practice-bank')?.id
    const elsewhere = (await user.post<{ id: string }>('/accounts', { bankId: second, name: 'Elsewhere' })).body.id
    const bare = banks.body.find(({ code }) => code === 'practice-bank')?.id
    const without = (await user.post<{ id: string }>('/accounts', { bankId: bare, name: 'Without' })).body.id
    const old = await script('1.9.0')
    await user.post(`/scripts/${old}/deprecate`)

    expect(await user.post(`/scripts/${id}/dry-runs`, {})).toMatchObject({
      status: 400,
      body: { error: 'account_id is required' },
    })
    expect(await start('unknown')).toMatchObject({ status: 404, body: { error: 'Not found' } })
    expect(await start(foreign)).toMatchObject({ status: 404 })
    expect(await user.get(`/scripts/${foreign}/dry-runs`)).toMatchObject({ status: 404 })
    expect(await start(id, foreignAccount)).toMatchObject({ status: 404, body: { error: 'Account not found' } })
    expect(await start(id, elsewhere)).toMatchObject({ status: 400, body: { code: 'dryRun.otherAccount' } })
    expect(await start(id, without)).toMatchObject({ status: 409, body: { code: 'dryRun.noCredentials' } })
    expect(await start(old)).toMatchObject({
      status: 409,
      body: { error: 'Only scripts in review can be tried (current: deprecated)' },
    })
    const bound = await user.post<{ id: string }>('/scripts', {
      bank_id: bare,
      version: '4.0.0',
      code: changed,
      account_id: without,
    })
    expect(await start(bound.body.id, accountId)).toMatchObject({ status: 400, body: { code: 'dryRun.otherAccount' } })
    expect(bank.submissions(practiceUser.user)).toBe(0)
    expect(rows('select count(*) from scrape_runs')).toEqual([0])
  })
})
