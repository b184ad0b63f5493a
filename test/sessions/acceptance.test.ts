import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CoreEvent } from '../../main/core/events.ts'
import { practiceUser } from '../../main/demo/bank/practice-bank.ts'
import { type Caller, createTestCore, settingsBody } from '../support/core.ts'
import { createPracticeCore, endedRun, type PracticeOptions, readNow } from '../support/practice-core.ts'
import { startReceiver } from '../support/receiver.ts'

// The rows of appendix B of the specification that are about sessions, each by its number.

const me = practiceUser.user
const account = '001-2045871'

async function open(options: PracticeOptions = {}) {
  const test = await createPracticeCore(options)
  const { user, accountId, bank } = test
  const events: CoreEvent[] = []
  test.core.events.subscribe((event) => events.push(event))
  const of = async (as: Caller = user) =>
    (
      await as.get<{ scrapeBlockedAt: string | null; sessionStatus: string | null; last_run: { status: string } }>(
        `/accounts/${accountId}`,
      )
    ).body
  const otp = async (as: Caller = user) =>
    (await as.get<{ id: string; attempts: number } | null>(`/accounts/${accountId}/otp`)).body
  return {
    ...test,
    events,
    of,
    otp,
    waits: (attempts = 1, as: Caller = user) =>
      expect.poll(async () => (await otp(as))?.attempts, { timeout: 20_000, interval: 50 }).toBe(attempts),
    code: () => bank.codes(me).at(-1)?.code ?? '',
    runs: async (as: Caller = user) =>
      (await as.get<{ id: string; status: string }[]>(`/accounts/${accountId}/runs`)).body,
  }
}

describe('appendix B', () => {
  it('11: two wrong-credential failures block the account; nothing scheduled follows; Run scrape now unblocks and tries once', async () => {
    const { bank, user, accountId, of, runs } = await open({ settings: { bank_password: 'Not-The-Password' } })
    for (let i = 0; i < 2; i += 1)
      expect(await readNow(user, accountId)).toMatchObject({
        failure_type: 'login_failed',
        reason: 'wrong_credentials',
      })
    expect((await of()).scrapeBlockedAt).not.toBeNull()
    await user.put('/settings', { scrape_interval_seconds: 60, session_upkeep_seconds: 5 })
    await user.put(`/accounts/${accountId}/config`, settingsBody({ session_type: 'persistent' }))
    await new Promise((resolve) => setTimeout(resolve, 12_000))
    expect(await runs()).toHaveLength(2)
    expect(bank.submissions(me)).toBe(2)
    await user.put(`/accounts/${accountId}/config`, settingsBody({ session_type: 'one-shot' }))

    // The one try is the person's own; this bank locks at the third wrong password.
    expect(await readNow(user, accountId, 'restart')).toMatchObject({ failure_type: 'account_locked' })
    expect(bank.submissions(me)).toBe(3)
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    expect(bank.submissions(me)).toBe(3)
    expect(await runs()).toHaveLength(3)
  }, 90_000)

  it('12: a parked assisted session is never relaunched without a person, also by another start of the program; a killed one raises no alert', async () => {
    const receiver = await startReceiver()
    onTestFinished(receiver.close)
    const day = [{ account, amountMinor: 100, at: Date.now(), party: 'Ana' }]
    const settings = {
      login_mode: 'assisted',
      session_type: 'persistent',
      notification_endpoint_url: receiver.url('/alerts'),
      notification_events: ['assistance_required', 'login_failed', 'scrape_failed'],
    }
    const test = await open({ bank: { day, behaviour: { secondFactor: 'code' } }, settings })
    const { bank, user, accountId, dataDir, resourcesDir, waits, code, of } = test
    await user.put('/settings', { persistent_poll_seconds: 1, session_upkeep_seconds: 5 })
    const begin = async (as: Caller) => {
      expect((await as.post(`/accounts/${accountId}/reactivate`)).status).toBe(202)
      await waits(1, as)
      await as.post(`/accounts/${accountId}/otp`, { code: code() })
      await expect.poll(async () => (await of(as)).sessionStatus, { timeout: 20_000 }).toBe('running')
    }
    const alerts = () => receiver.hits.filter((hit) => hit.path === '/alerts').map((hit) => hit.json.status as string)
    await begin(user)
    await expect.poll(() => alerts()).toEqual(['assistance.requested'])
    await user.post(`/accounts/${accountId}/kill`)
    await expect.poll(async () => (await of()).sessionStatus, { timeout: 10_000 }).toBe('needs_attention')
    const submitted = bank.submissions(me)

    const stays = async (as: Caller) => {
      await new Promise((resolve) => setTimeout(resolve, 11_000))
      expect((await of(as)).sessionStatus).toBe('needs_attention')
      expect(bank.submissions(me)).toBe(submitted)
    }
    await stays(user)
    expect(alerts()).toEqual(['assistance.requested'])

    await test.core.stop()
    const again = await createTestCore({ dataDir, ports: { resourcesDir } })
    const { body } = await again.call<{ token: string }>('POST', '/auth/login', {
      email: 'user1@example.com',
      password: 'Correct-Horse-42',
    })
    const later: Caller = {
      token: body.token,
      get: (path) => again.call('GET', path, undefined, body.token),
      post: (path, sent) => again.call('POST', path, sent, body.token),
      put: (path, sent) => again.call('PUT', path, sent, body.token),
      delete: (path, sent) => again.call('DELETE', path, sent, body.token),
    }
    await stays(later)
    // Simple by now, it is still a person's to start.
    await later.put(`/accounts/${accountId}/config`, settingsBody({ ...settings, login_mode: 'simple' }))
    await stays(later)
    await later.put(`/accounts/${accountId}/config`, settingsBody(settings))
    bank.expireSessions()
    await begin(later)
    expect(bank.submissions(me)).toBe(submitted + 1)
  }, 150_000)

  it('13: a code is asked for once per account, survives a reload, comes through either door, five in ten minutes, in time', async () => {
    const { core, user, accountId, waits, otp, code } = await open({
      bank: { behaviour: { secondFactor: 'code' } },
      settings: { login_mode: 'assisted' },
    })
    const { key } = (await user.post<{ key: string }>('/me/api-keys', { name: 'relay', scopes: ['otp:write'] })).body
    const outside = (given: string) =>
      core.api.fetch(
        new Request(`http://core.test/v1/accounts/${accountId}/otp`, {
          method: 'POST',
          headers: { authorization: `Api-Key ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({ code: given }),
        }),
        { clientAddress: 'relay' },
      )
    await user.post(`/accounts/${accountId}/scrape`)
    await waits()
    const first = await otp()
    expect(await otp()).toEqual(first)
    await user.post(`/accounts/${accountId}/scrape`)
    expect((await otp())?.id).toBe(first?.id)

    const wrong = code() === '000000' ? '111111' : '000000'
    expect((await outside(wrong)).status).toBe(202)
    await waits(2)
    expect((await otp())?.id).toBe(first?.id)
    expect((await user.post(`/accounts/${accountId}/otp`, { code: code() })).status).toBe(202)
    expect(await endedRun(user, accountId)).toMatchObject({ status: 'success' })

    // Two of five were used; the count goes on over logins and doors.
    const statuses = []
    for (const give of [outside, outside, outside, outside]) statuses.push((await give('1')).status)
    expect(statuses).toEqual([404, 404, 404, 429])
    expect((await user.post(`/accounts/${accountId}/otp`, { code: '1' })).status).toBe(429)
  }, 60_000)

  it('13: a code that nobody gives expires after 480 s, and the login fails with auth_timeout', async () => {
    const { user, accountId, waits, otp, events, bank } = await open({
      bank: { behaviour: { secondFactor: 'code' } },
      settings: { login_mode: 'assisted' },
    })
    const windows = shortenWindows()
    await user.post(`/accounts/${accountId}/scrape`)
    await waits()
    expect(await endedRun(user, accountId, undefined, 60_000)).toMatchObject({
      failure_type: 'auth_timeout',
      reason: 'code_missing',
    })
    expect(windows()).toBe(4)
    expect(await otp()).toBeNull()
    const told = events.filter(({ type }) => type.startsWith('assistance.'))
    expect(told.map(({ type, data }) => (data.resent ? `${type} resent` : type))).toEqual([
      'assistance.requested',
      'assistance.requested resent',
      'assistance.requested resent',
      'assistance.requested resent',
      'assistance.expired',
    ])
    expect(bank.submissions(me)).toBe(1)
  }, 90_000)

  it('14: a key for account A opens neither B of the same user (403) nor nobody’s account (404); a revoked one nothing (401)', async () => {
    const test = await createTestCore()
    const user = await test.signUp()
    const stranger = await test.signUp()
    const bankId = (await user.get<{ id: string }[]>('/banks')).body[0]?.id
    const make = async (as: Caller, name: string) =>
      (await as.post<{ id: string }>('/accounts', { bankId, name })).body.id
    const [a, b, theirs] = [await make(user, 'A'), await make(user, 'B'), await make(stranger, 'C')]
    const scopes = ['otp:write', 'status:read']
    const key = async (input: object) =>
      (await user.post<{ key: string; id: string }>('/me/api-keys', { name: 'k', scopes, ...input })).body
    const onlyA = await key({ account_ids: [a] })
    const all = await key({})
    const ask = async (id: string, presented: string, what = 'status') =>
      (
        await test.core.api.fetch(
          new Request(`http://core.test/v1/accounts/${id}/${what}`, {
            method: what === 'otp' ? 'POST' : 'GET',
            headers: { 'x-api-key': presented, 'content-type': 'application/json' },
            body: what === 'otp' ? '{"code":"1"}' : null,
          }),
          { clientAddress: 'outside' },
        )
      ).status
    const nobodys = '00000000-0000-4000-8000-000000000000'
    expect(await ask(a, onlyA.key)).toBe(200)
    for (const what of ['status', 'otp']) {
      expect(await ask(b, onlyA.key, what)).toBe(403)
      // Outside the list of the key, whoever owns it.
      expect(await ask(nobodys, onlyA.key, what)).toBe(403)
      expect(await ask(nobodys, all.key, what)).toBe(404)
      expect(await ask(theirs, all.key, what)).toBe(404)
    }
    await user.delete(`/me/api-keys/${onlyA.id}`)
    for (const what of ['status', 'otp']) expect(await ask(a, onlyA.key, what)).toBe(401)
    expect(await ask(a, all.key)).toBe(200)
  })

  it('18: a failed run shows its stage, and one that a stop of the program interrupted is orphaned after the next start', async () => {
    const { bank, user, accountId, dataDir, resourcesDir } = await open({
      bank: { behaviour: { failing: { json: 9 } } },
    })
    expect(await readNow(user, accountId)).toMatchObject({ status: 'failed', stage: 'movements_fetch' })
    bank.behaviour.failing = { login: 9 }
    expect(await readNow(user, accountId)).toMatchObject({ status: 'failed', stage: 'navigate' })
    bank.lock(me)
    bank.behaviour.failing = {}
    expect(await readNow(user, accountId)).toMatchObject({ status: 'failed', stage: 'login' })

    // As a power cut leaves it: the row says running, and nothing runs.
    const { default: SqliteDatabase } = await import('better-sqlite3')
    const db = new SqliteDatabase(`${dataDir}/reconbanker.db`)
    onTestFinished(() => void db.close())
    const id = 'interrupted'
    db.prepare('insert into scrape_runs (id, account_id, started_at) values (?, ?, ?)').run(id, accountId, Date.now())
    db.prepare(
      `insert into scrape_steps (id, run_id, step_index, step, status, created_at) values ('s', ?, 0, 'auth_wait', 'started', 0)`,
    ).run(id)
    const again = await createTestCore({ dataDir, ports: { resourcesDir } })
    const { body } = await again.call<{ token: string }>('POST', '/auth/login', {
      email: 'user1@example.com',
      password: 'Correct-Horse-42',
    })
    expect(await again.call('GET', `/accounts/${accountId}/runs/${id}`, undefined, body.token)).toMatchObject({
      body: { status: 'failed', failure_type: 'orphaned', reason: 'program_ended', stage: 'auth_wait' },
    })
    const list = await again.call<{ stage: string | null }[]>('GET', '/diagnostics/runs', undefined, body.token)
    expect(list.body).toHaveLength(4)
    for (const run of list.body) expect(run.stage).not.toBeNull()
  }, 60_000)
})

/** Lets each waiting window of 120 s pass in 500 ms; returns how many passed. */
function shortenWindows(): () => number {
  const real = globalThis.setTimeout
  let windows = 0
  const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, ms?: number, ...rest: []) => {
    if (ms !== 120_000) return real(act, ms, ...rest)
    windows += 1
    return real(act, 500)
  }) as typeof setTimeout)
  onTestFinished(() => spy.mockRestore())
  return () => windows
}
