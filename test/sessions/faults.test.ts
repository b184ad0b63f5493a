import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { practiceUser, startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { browsersOf, killBrowserOf } from '../support/browser-processes.ts'
import type { Caller } from '../support/core.ts'
import { startLoopback } from '../support/loopback.ts'
import { addPracticeAccount, createPracticeCore, endedRun, type PracticeOptions } from '../support/practice-core.ts'

const me = practiceUser.user

interface Detail {
  readonly status: string
  readonly stage: string | null
  readonly failure_type: string | null
  readonly reason: string | null
  readonly error_message: string | null
  readonly refused_hosts: Record<string, number>
}

/** An assisted account at a bank that wants a code, and what a person sees of it. */
async function open(options: PracticeOptions = {}) {
  const test = await createPracticeCore({
    ...options,
    bank: { ...options.bank, behaviour: { secondFactor: 'code', ...options.bank?.behaviour } },
    settings: { login_mode: 'assisted', ...options.settings },
  })
  const { bank, user, accountId, dataDir } = test
  const otp = async () => (await user.get<{ attempts: number } | null>(`/accounts/${accountId}/otp`)).body
  const waits = (attempts = 1) =>
    expect.poll(async () => (await otp())?.attempts, { timeout: 20_000, interval: 50 }).toBe(attempts)
  const right = () => bank.codes(me).at(-1)?.code ?? ''
  const wrong = () => (right() === '000000' ? '111111' : '000000')
  return {
    ...test,
    otp,
    waits,
    right,
    wrong,
    profile: join(dataDir, 'profiles', accountId),
    begin: () => user.post(`/accounts/${accountId}/scrape`),
    give: (code: string) => user.post(`/accounts/${accountId}/otp`, { code }),
    ended: (before?: { id: string }) =>
      endedRun(user, accountId, before as never) as Promise<never> as Promise<Detail & { id: string }>,
    /** As diagnostics show it. */
    shown: async () =>
      (await user.get<(Detail & { account_id: string })[]>(`/diagnostics/runs?account_id=${accountId}`)).body,
    submissions: () => bank.submissions(me),
  }
}

async function outside(user: Caller, call: (path: string, key: string, body: string) => Promise<Response>, id: string) {
  const made = await user.post<{ key: string }>('/me/api-keys', { name: 'relay', scopes: ['otp:write'] })
  return (code: string) => call(`/v1/accounts/${id}/otp`, made.body.key, JSON.stringify({ code }))
}

describe('a code', () => {
  it('that is wrong five times ends the login with its reason; the sixth is not even looked at', async () => {
    const { begin, waits, give, wrong, otp, ended, shown, submissions, accountId, user } = await open()
    await begin()
    for (let i = 1; i <= 5; i += 1) {
      await waits(i)
      expect((await give(wrong())).status).toBe(202)
    }
    expect((await give('123456')).status).toBe(429)
    expect(await ended()).toMatchObject({ failure_type: 'login_failed', reason: 'code_refused' })
    expect(await otp()).toBeNull()
    expect(await shown()).toMatchObject([{ account_id: accountId, stage: 'login', reason: 'code_refused' }])
    expect(submissions()).toBe(1)
    // One failed login is not yet a block.
    expect((await user.get<{ scrapeBlockedAt: unknown }>(`/accounts/${accountId}`)).body.scrapeBlockedAt).toBeNull()
  }, 60_000)

  it('that is empty, or no text, is refused at both doors, and the login waits on', async () => {
    const { core, user, accountId, begin, waits, give, right, otp, ended, submissions } = await open()
    const relay = await outside(user, (path, key, body) => send(core, path, key, body), accountId)
    await begin()
    await waits()
    expect((await give('')).status).toBe(400)
    expect((await user.post(`/accounts/${accountId}/otp`, {})).status).toBe(400)
    expect((await user.post(`/accounts/${accountId}/otp`, { code: 123456 })).status).toBe(400)
    expect((await relay('')).status).toBe(400)
    expect(await otp()).toMatchObject({ attempts: 1 })
    // What has a wrong form was not a try: the right one still counts among five.
    expect((await give(right())).status).toBe(202)
    expect(await ended()).toMatchObject({ status: 'success' })
    expect(submissions()).toBe(1)
  }, 60_000)

  it('of seven characters is the bank’s to refuse; one that comes too late is asked for again', async () => {
    const { bank, begin, waits, give, right, wrong, ended, submissions } = await open()
    await begin()
    await waits()
    await give(`${wrong()}7`)
    await waits(2)
    bank.behaviour.codeLifeMs = 1
    await give(right())
    await waits(3)
    bank.behaviour.codeLifeMs = 300_000
    await give(right())
    expect(await ended()).toMatchObject({ status: 'success' })
    expect(submissions()).toBe(1)
  }, 60_000)

  it('that comes after the login has ended is refused', async () => {
    const { user, accountId, begin, waits, give, right, ended, otp } = await open()
    await begin()
    await waits()
    await user.post(`/accounts/${accountId}/kill`)
    expect(await ended()).toMatchObject({ failure_type: 'session_killed' })
    expect(await otp()).toBeNull()
    expect((await give(right())).status).toBe(404)
  }, 60_000)

  it('from two people at the same moment is tried once', async () => {
    const { core, user, accountId, bank, begin, waits, give, wrong, right, ended, submissions } = await open()
    const relay = await outside(user, (path, key, body) => send(core, path, key, body), accountId)
    await begin()
    await waits()
    expect((await Promise.all([give(wrong()), relay(wrong())])).map(({ status }) => status)).toEqual([202, 202])
    await waits(2)
    const both = await Promise.all([relay(right()), give(right())])
    expect(both.every(({ status }) => status === 202 || status === 404)).toBe(true)
    expect(both.some(({ status }) => status === 202)).toBe(true)
    expect(await ended()).toMatchObject({ status: 'success' })
    expect(submissions()).toBe(1)
    expect(bank.isLocked(me)).toBe(false)
  }, 60_000)
})

const send = (core: Awaited<ReturnType<typeof createPracticeCore>>['core'], path: string, key: string, body: string) =>
  Promise.resolve(
    core.api.fetch(
      new Request(`http://core.test${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': key },
        body,
      }),
      { clientAddress: 'relay' },
    ),
  )

describe('the bank window', () => {
  it('that is closed in the middle of a login leaves the login to its script', async () => {
    const { core, user, accountId, begin, waits, give, right, ended, submissions } = await open()
    const look = () =>
      core.api.fetch(
        new Request(
          `http://core.test/accounts/${accountId}/bank-window/stream?viewer=viewer-of-a-test&width=640&height=400`,
          { headers: { authorization: `Bearer ${user.token}` } },
        ),
        { clientAddress: 'window' },
      )
    const viewers = async () => (await user.get<{ viewers: number }>(`/accounts/${accountId}/bank-window`)).body.viewers
    await begin()
    await waits()
    for (let i = 0; i < 3; i += 1) {
      const stream = (await look()).body?.getReader()
      expect((await stream?.read())?.done).toBe(false)
      expect(await viewers()).toBe(1)
      await stream?.cancel()
      await expect.poll(viewers, { timeout: 5000 }).toBe(0)
    }
    await give(right())
    expect(await ended()).toMatchObject({ status: 'success' })
    expect(submissions()).toBe(1)
  }, 60_000)
})

describe('a browser that is killed', () => {
  it('in the middle of a login ends the login, and takes its question with it', async () => {
    const { begin, waits, profile, otp, ended, give, right, shown, submissions } = await open()
    await begin()
    await waits()
    killBrowserOf(profile)
    const run = await ended()
    expect(run).toMatchObject({ stage: 'login', failure_type: 'browser_closed', reason: 'browser_crashed' })
    expect(await otp()).toBeNull()
    expect(await shown()).toMatchObject([{ reason: 'browser_crashed', stage: 'login' }])
    expect(submissions()).toBe(1)

    await begin()
    await waits()
    await give(right())
    expect(await ended(run)).toMatchObject({ status: 'success' })
    expect(submissions()).toBe(2)
  }, 60_000)

  it('again and again costs no third submission', async () => {
    const { user, accountId, begin, waits, profile, ended, shown, submissions } = await open()
    let run: { id: string } | undefined
    for (let i = 1; i <= 2; i += 1) {
      await begin()
      await waits()
      expect(submissions()).toBe(i)
      killBrowserOf(profile)
      run = await ended(run)
    }
    for (let i = 0; i < 3; i += 1) {
      await begin()
      const next = await ended(run)
      expect(next).toMatchObject({ reason: 'login_budget_spent' })
      run = next
    }
    expect(submissions()).toBe(2)
    expect((await shown()).map(({ reason }) => reason).slice(0, 1)).toEqual(['login_budget_spent'])
    const account = await user.get<{ scrapeBlockedAt: string | null }>(`/accounts/${accountId}`)
    expect(account.body.scrapeBlockedAt).not.toBeNull()
  }, 90_000)

  it('in the middle of a poll ends the session at once, and its profile is free', async () => {
    const { bank, user, accountId, profile, ended, shown, submissions } = await open({
      bank: { behaviour: { secondFactor: 'none' } },
      settings: { login_mode: 'simple', session_type: 'persistent' },
    })
    await user.put('/settings', { persistent_poll_seconds: 1 })
    await user.post(`/accounts/${accountId}/scrape`)
    await expect
      .poll(async () => (await user.get<{ sessionStatus: string }>(`/accounts/${accountId}`)).body.sessionStatus, {
        timeout: 20_000,
      })
      .toBe('running')
    await expect.poll(() => bank.signedInVisits(), { timeout: 20_000 }).toBe(1)
    bank.behaviour.delayMs = { json: 20_000 }
    const stage = async () =>
      (await user.get<{ stage: string | null }[]>(`/accounts/${accountId}/runs?limit=1`)).body[0]?.stage
    await expect.poll(stage, { timeout: 20_000 }).toBe('poll')
    killBrowserOf(profile)
    const began = performance.now()
    expect(await ended()).toMatchObject({ stage: 'poll', failure_type: 'browser_closed' })
    expect(performance.now() - began).toBeLessThan(10_000)
    expect((await shown()).at(-1)).toMatchObject({ failure_type: 'browser_closed' })
    expect(browsersOf(profile).length).toBeLessThanOrEqual(1)
    expect(submissions()).toBeLessThanOrEqual(2)
  }, 60_000)
})

describe('a profile folder', () => {
  it('that is no folder stops the reading before the bank hears of it, and says what to do', async () => {
    const { profile, begin, ended, shown, submissions } = await open()
    mkdirSync(dirname(profile), { recursive: true })
    writeFileSync(profile, 'in the way')
    await begin()
    const run = await ended()
    expect(run).toMatchObject({ stage: 'launch', failure_type: 'launch_failed', reason: 'browser_failed' })
    expect(run.error_message).toContain('cannot be written to')
    expect(await shown()).toMatchObject([{ stage: 'launch' }])
    expect(submissions()).toBe(0)
    rmSync(profile)
  }, 40_000)

  // The administrator may write anywhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('that is read-only does the same', async () => {
    const { profile, begin, ended, submissions } = await open()
    mkdirSync(profile, { recursive: true })
    chmodSync(profile, 0o500)
    onTestFinished(() => chmodSync(profile, 0o700))
    await begin()
    expect(await ended()).toMatchObject({ stage: 'launch', failure_type: 'launch_failed' })
    expect(submissions()).toBe(0)
  })
})

describe('a bank that leads to another bank', () => {
  it.each<[string, (to: string) => PracticeOptions['bank'], number]>([
    ['instead of its login page', (to) => ({ behaviour: { redirectTo: to } }), 0],
    ['with what was submitted', (to) => ({ behaviour: { redirectSubmitTo: to } }), 1],
    ['where its form is sent', (to) => ({ behaviour: { loginFormAction: to } }), 0],
  ])(
    '%s is not followed',
    async (_, behaviour, own) => {
      const elsewhere = await startPracticeBank()
      onTestFinished(elsewhere.close)
      const { begin, ended, shown, submissions } = await open({ bank: behaviour(elsewhere.loginUrl) ?? {} })
      await begin()
      const run = await ended()
      expect(run).toMatchObject({ status: 'failed', failure_type: 'navigation_failed' })
      expect(['other_site', 'page_changed', 'network']).toContain(run.reason)
      const [seen] = await shown()
      expect(seen?.error_message).toBe(run.error_message)
      if (run.reason !== 'page_changed') expect(seen?.refused_hosts[new URL(elsewhere.url).host]).toBeGreaterThan(0)
      expect(elsewhere.submissionLog()).toEqual([])
      expect(submissions()).toBe(own)
    },
    60_000,
  )
})

it('a page that calls on others is shown with whom it called, and they hear nothing', async () => {
  const other = await startLoopback({ '/': 'other' })
  onTestFinished(other.close)
  const behaviour = { secondFactor: 'none', thirdParties: [`${other.url}/pixel`], failing: { json: 9 } } as const
  const { begin, ended, shown } = await open({ bank: { behaviour } })
  await begin()
  expect(await ended()).toMatchObject({ failure_type: 'movements_fetch_failed' })
  expect((await shown())[0]?.refused_hosts[other.host]).toBeGreaterThan(0)
  expect(other.connections()).toBe(0)
}, 60_000)

it('a reading that is wanted many times at once is one login', async () => {
  const { user, accountId, waits, give, right, begin, ended, submissions } = await open()
  await Promise.all(Array.from({ length: 10 }, begin))
  await waits()
  await Promise.all([begin(), begin(), user.post(`/accounts/${accountId}/restart`)])
  await give(right())
  const run = await ended()
  expect(run).toMatchObject({ status: 'success' })
  expect((await user.get<unknown[]>(`/accounts/${accountId}/runs`)).body).toHaveLength(1)
  expect(submissions()).toBe(1)
}, 60_000)

it('accounts at the same bank have a browser and a budget each', async () => {
  const { user, accountId, bank, dataDir, begin, waits } = await open()
  const other = await addPracticeAccount(user, { login_mode: 'assisted' }, 'Another')
  await begin()
  await waits()
  await user.post(`/accounts/${other}/scrape`)
  await expect.poll(async () => (await user.get(`/accounts/${other}/otp`)).body, { timeout: 20_000 }).not.toBeNull()
  for (const id of [accountId, other]) expect(browsersOf(join(dataDir, 'profiles', id))).toHaveLength(1)
  expect(bank.submissions(me)).toBe(2)
}, 60_000)
