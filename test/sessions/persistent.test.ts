import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CoreEvent } from '../../main/core/events.ts'
import { practiceUser } from '../../main/demo/bank/practice-bank.ts'
import { commandOf, killBrowserOf } from '../support/browser-processes.ts'
import type { Caller } from '../support/core.ts'
import { createPracticeCore, endedRun, type PracticeOptions } from '../support/practice-core.ts'

const account = '001-2045871'

async function open(options: PracticeOptions = {}) {
  const test = await createPracticeCore({
    ...options,
    settings: { session_type: 'persistent', ...options.settings },
  })
  const { user, accountId } = test
  const events: CoreEvent[] = []
  test.core.events.subscribe((event) => events.push(event))
  await user.put('/settings', { persistent_poll_seconds: 1, session_upkeep_seconds: 5 })
  const status = async () =>
    (await user.get<{ sessionStatus: string | null }>(`/accounts/${accountId}`)).body.sessionStatus
  const types = () => events.map((event) => event.type).filter((type) => type.startsWith('session.'))
  const becomes = (wanted: string | null, timeout = 25_000) =>
    expect.poll(status, { timeout, interval: 100 }).toBe(wanted)
  const polled = async (count: number) =>
    expect.poll(() => movementsOf(user, accountId), { timeout: 20_000, interval: 100 }).toBe(count)
  return { ...test, events, status, types, becomes, polled }
}

const movementsOf = async (user: Caller, accountId: string) =>
  (await user.get<unknown[]>(`/accounts/${accountId}/movements`)).body.length
const runsOf = async (user: Caller, accountId: string) =>
  (await user.get<{ id: string; status: string }[]>(`/accounts/${accountId}/runs`)).body

const day = [{ account, amountMinor: 100, at: Date.now(), party: 'Ana' }]

describe('a simple persistent session', () => {
  it('is started by the upkeep, polls what is new, and ends cleanly with the program', async () => {
    const { bank, user, accountId, core, becomes, polled, types, events } = await open({ bank: { day } })
    await becomes('running')
    await polled(1)
    bank.addMovement({ account, amountMinor: 200, party: 'Juan' })
    await polled(2)
    expect(types()).toEqual(['session.started'])
    expect(await runsOf(user, accountId)).toHaveLength(1)
    expect(bank.submissions(practiceUser.user)).toBe(1)
    // Asked for a reading, the session that lives is the reading.
    bank.addMovement({ account, amountMinor: 300, party: 'Eva' })
    await user.post(`/accounts/${accountId}/scrape`)
    await polled(3)
    expect(await runsOf(user, accountId)).toHaveLength(1)
    await core.stop()
    expect(events.at(-1)?.type === 'run.updated' || events.at(-1)?.type === 'session.stopped').toBe(true)
    expect(events.find((event) => event.type === 'session.stopped')?.data).toEqual({ reason: 'stop_requested' })
    expect(events.findLast((event) => event.type === 'run.updated')?.data).toMatchObject({ status: 'success' })
  }, 60_000)

  it('survives polls that fail, and records the first success and the first failure', async () => {
    const { bank, user, accountId, becomes, polled, events, status } = await open({ bank: { day } })
    await becomes('running')
    await polled(1)
    bank.behaviour.failing = { json: 4 }
    await expect
      .poll(() => events.filter((event) => event.type === 'scrape.failed').length, { timeout: 15_000 })
      .toBeGreaterThan(0)
    bank.addMovement({ account, amountMinor: 200, party: 'Juan' })
    await polled(2)
    expect(await status()).toBe('running')
    const [run] = await runsOf(user, accountId)
    const detail = await user.get<{ steps: { step: string; status: string }[] }>(
      `/accounts/${accountId}/runs/${run?.id}`,
    )
    expect(detail.body.steps.filter(({ step }) => step === 'poll').map((each) => each.status)).toEqual([
      'success',
      'failed',
    ])
  }, 60_000)

  it('ends when the bank ends it, and is started again', async () => {
    const { bank, user, accountId, becomes, polled, types } = await open({ bank: { day } })
    await becomes('running')
    await polled(1)
    bank.expireSessions()
    expect(await endedRun(user, accountId)).toMatchObject({ failure_type: 'logged_out', reason: 'logged_out' })
    await expect.poll(types, { timeout: 25_000 }).toEqual(['session.started', 'session.stopped', 'session.started'])
    await expect.poll(() => bank.submissions(practiceUser.user), { timeout: 20_000 }).toBe(2)
  }, 60_000)

  it('knows at once that its browser is gone; is not started while it is paused', async () => {
    const { dataDir, user, accountId, becomes, polled, events } = await open({ bank: { day } })
    await becomes('running')
    await polled(1)
    await user.put(`/accounts/${accountId}/pause`, { paused: true })
    await becomes('stopped', 8_000)
    expect(events.findLast((event) => event.type === 'session.stopped')?.data).toEqual({ reason: 'stop_requested' })
    await user.put(`/accounts/${accountId}/pause`, { paused: false })
    await becomes('running')
    killBrowserOf(join(dataDir, 'profiles', accountId))
    expect(await endedRun(user, accountId, (await runsOf(user, accountId))[1] as never)).toMatchObject({
      failure_type: 'browser_closed',
      reason: 'browser_crashed',
    })
  }, 60_000)

  it('stops submitting credentials that the bank refuses', async () => {
    const { bank, user, accountId, becomes } = await open({ settings: { bank_password: 'Not-The-Password' } })
    const blocked = async () =>
      (await user.get<{ scrapeBlockedAt: string | null }>(`/accounts/${accountId}`)).body.scrapeBlockedAt !== null
    await expect.poll(blocked, { timeout: 60_000 }).toBe(true)
    await becomes('stopped')
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    expect(bank.submissions(practiceUser.user)).toBe(2)
  }, 120_000)

  it('is left alone in quiet hours', async () => {
    const { user, accountId } = await createPracticeCore({ settings: { session_type: 'persistent' } })
    expect((await user.put(`/accounts/${accountId}/quiet-hours`, { from: '7:00', until: '09:00' })).status).toBe(400)
    expect((await user.put(`/accounts/${accountId}/quiet-hours`, { from: '07:00', until: null })).status).toBe(400)
    const now = new Date(Date.now() - 3 * 3_600_000).toISOString().slice(11, 13)
    const hours = { from: `${now}:00`, until: `${String((Number(now) + 2) % 24).padStart(2, '0')}:00` }
    expect(await user.put(`/accounts/${accountId}/quiet-hours`, hours)).toMatchObject({ body: { quiet_hours: hours } })
    await user.put('/settings', { session_upkeep_seconds: 5 })
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    expect(await runsOf(user, accountId)).toEqual([])
  })
})

describe('an assisted persistent session', () => {
  it('is started by a person only, parked when killed, and never started again by itself', async () => {
    const { bank, user, accountId, becomes, polled, types, status, events } = await open({
      bank: { day, behaviour: { secondFactor: 'code' } },
      settings: { login_mode: 'assisted' },
    })
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    expect(await runsOf(user, accountId)).toEqual([])

    const start = async () => {
      expect(await user.post(`/accounts/${accountId}/reactivate`)).toMatchObject({
        status: 202,
        body: { started: true },
      })
      await expect
        .poll(async () => (await user.get(`/accounts/${accountId}/otp`)).body, { timeout: 20_000 })
        .not.toBeNull()
      await user.post(`/accounts/${accountId}/otp`, { code: bank.codes(practiceUser.user).at(-1)?.code })
    }
    await start()
    expect((await user.post(`/accounts/${accountId}/reactivate`)).status).toBe(202)
    await polled(1)
    expect(await runsOf(user, accountId)).toHaveLength(1)

    expect(await user.post(`/accounts/${accountId}/kill`)).toMatchObject({ status: 202, body: { killed: true } })
    await becomes('needs_attention')
    expect(await user.post(`/accounts/${accountId}/kill`)).toMatchObject({ body: { killed: false } })
    expect(events.findLast((event) => event.type === 'session.needs_attention')?.data.reason).toBe('session_killed')
    expect(events.filter((event) => event.type === 'login.failed' || event.type === 'scrape.failed')).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    expect(await status()).toBe('needs_attention')
    expect(await runsOf(user, accountId)).toHaveLength(1)

    bank.expireSessions()
    await start()
    await expect
      .poll(types, { timeout: 20_000 })
      .toEqual(['session.started', 'session.needs_attention', 'session.started', 'session.recovered'])
  }, 90_000)
})

describe('at the next start', () => {
  it('a session that died with the program is stopped, its browser ended and its profile free', async () => {
    const { dataDir, accountId, becomes } = await open({ bank: { day } })
    await becomes('running')
    const note = join(dataDir, 'profiles', accountId, 'reconbanker-browser.pid')
    const pid = Number(readFileSync(note, 'utf8'))
    const { endOrphanBrowsers } = await import('../../main/core/browser/orphans.ts')
    const { recordingLog } = await import('../support/ports.ts')
    expect(await endOrphanBrowsers(join(dataDir, 'profiles'), recordingLog().log)).toBeGreaterThan(0)
    expect(existsSync(note)).toBe(false)
    expect(existsSync(join(dataDir, 'profiles', accountId, 'SingletonLock'))).toBe(false)
    await expect.poll(() => commandOf(pid), { timeout: 5000 }).not.toContain(accountId)
  }, 60_000)
})

it('refuses to reactivate what a person need not start', async () => {
  const { user, accountId } = await createPracticeCore()
  expect(await user.post(`/accounts/${accountId}/reactivate`)).toMatchObject({
    status: 400,
    body: { error: 'Reactivation is only available for assisted persistent sessions' },
  })
})
