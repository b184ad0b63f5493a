import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { createEvents } from '../../main/core/events.ts'
import { createAssistance } from '../../main/core/sessions/assistance.ts'
import { tempDir } from '../support/temp-dir.ts'

const descriptor = { length: 6, type: 'numeric' as const, purpose: 'login' }

function setUp() {
  const db = openDatabase(join(tempDir(), 'reconbanker.db'))
  onTestFinished(() => {
    db.close()
  })
  db.exec(`insert into users (id, email, password_hash, created_at) values ('u', 'u@x.y', '-', 0);
    insert into banks (id, code, name, created_at) values ('b', 'b', 'B', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'A', 0)`)
  const events = createEvents(() => {})
  const seen: { type: string; data: Readonly<Record<string, unknown>> }[] = []
  events.subscribe(({ type, data }) => seen.push({ type, data }))
  const find = () => ({ userId: 'u' }) as never
  const assistance = createAssistance({ store: createStore(db), accounts: { find } as never, events, now: Date.now })
  const status = () => db.prepare('select status, attempts from assistance_requests order by created_at').all()
  const ask = (change: { resend?: () => Promise<void>; signal?: AbortSignal } = {}) =>
    assistance.requestCode({ accountId: 'a', runId: null, descriptor, signal: new AbortController().signal, ...change })
  return { assistance, ask, seen, status, db }
}

describe('a login that waits for a code', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is told to the listeners, takes the code and is fulfilled when the bank lets it in', async () => {
    const { assistance, ask, seen, status } = setUp()
    const code = ask()
    expect(assistance.pending('a')).toMatchObject({ type: 'otp', descriptor, attempts: 1 })
    assistance.submit('a', '123456')
    expect(await code).toBe('123456')
    expect(status()).toEqual([{ status: 'pending', attempts: 1 }])
    assistance.fulfil('a')
    expect(status()).toEqual([{ status: 'fulfilled', attempts: 1 }])
    expect(seen.map(({ type }) => type)).toEqual(['assistance.requested', 'assistance.fulfilled'])
    expect(JSON.stringify(seen)).not.toContain('123456')
  })

  it('refuses a code when nothing waits', () => {
    const { assistance } = setUp()
    expect(() => assistance.submit('a', '1')).toThrow('No pending assistance request for this account')
  })

  it('asks the bank to send again after each empty window, three times, then expires', async () => {
    const { ask, seen, status } = setUp()
    const resend = vi.fn(async () => {})
    const failed = expect(ask({ resend })).rejects.toThrow(/^auth_timeout: code_missing: no code/)
    await vi.advanceTimersByTimeAsync(359_999)
    expect(resend).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(resend).toHaveBeenCalledTimes(3)
    await vi.advanceTimersByTimeAsync(1)
    await failed
    expect(status()).toEqual([{ status: 'expired', attempts: 4 }])
    expect(seen.map(({ type, data }) => [type, data.resent ?? false])).toEqual([
      ['assistance.requested', false],
      ['assistance.requested', true],
      ['assistance.requested', true],
      ['assistance.requested', true],
      ['assistance.expired', false],
    ])
  })

  it('loses no code that is handed in between two windows', async () => {
    const { assistance, ask } = setUp()
    const sending = Promise.withResolvers<void>()
    const code = ask({ resend: () => sending.promise })
    await vi.advanceTimersByTimeAsync(120_000)
    assistance.submit('a', '777777')
    sending.resolve()
    await vi.advanceTimersByTimeAsync(0)
    expect(await code).toBe('777777')
  })

  it('counts a refused code and fails the login after five of them', async () => {
    const { assistance, ask, status } = setUp()
    for (let i = 1; i <= 5; i += 1) {
      const code = ask()
      assistance.submit('a', `00000${i}`)
      expect(await code).toBe(`00000${i}`)
    }
    expect(status()).toEqual([{ status: 'pending', attempts: 5 }])
    await expect(ask()).rejects.toThrow('login_failed: code_refused: the bank refused 5 codes')
    expect(status()).toEqual([{ status: 'cancelled', attempts: 5 }])
  })

  it('stays one request per account, also for a code that comes before the question is asked again', async () => {
    const { assistance, ask, status } = setUp()
    const first = ask()
    assistance.submit('a', '1')
    await first
    assistance.submit('a', '2')
    expect(await ask()).toBe('2')
    expect(status()).toHaveLength(1)
  })

  it('tries a code once that two people hand in at the same moment', async () => {
    const { assistance, ask } = setUp()
    const first = ask()
    assistance.submit('a', '123456')
    assistance.submit('a', '123456')
    expect(await first).toBe('123456')
    const second = ask()
    assistance.submit('a', '654321')
    expect(await second).toBe('654321')
  })

  it('ends with the login', async () => {
    const { assistance, ask, status } = setUp()
    const login = new AbortController()
    const failed = expect(ask({ signal: login.signal })).rejects.toThrow(/The login ended/)
    login.abort()
    await failed
    assistance.cancel('a')
    expect(status()).toEqual([{ status: 'cancelled', attempts: 1 }])
    expect(assistance.pending('a')).toBeNull()
  })

  it('is cancelled at the next start when the program ended', () => {
    const { assistance, ask, status } = setUp()
    void ask().catch(() => {})
    expect(assistance.cancelLeftovers()).toBe(1)
    expect(status()).toEqual([{ status: 'cancelled', attempts: 1 }])
  })
})
