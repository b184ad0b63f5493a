import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Account, AccountSettings } from '../../main/core/accounts/types.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { createNotifications } from '../../main/core/notifications/service.ts'
import { createOutgoing } from '../../main/core/outgoing/client.ts'
import { hour, minute } from '../../main/core/time.ts'
import { recordingLog, testClock } from '../support/ports.ts'
import { answers, startReceiver } from '../support/receiver.ts'
import { tempDir } from '../support/temp-dir.ts'

const account = { id: 'a', userId: 'u' } as Account

async function setUp(change: Partial<AccountSettings> = {}, authorization: string | null = 'Bearer notify-token') {
  const receiver = await startReceiver()
  const db = openDatabase(join(tempDir(), 'reconbanker.db'))
  db.exec(`insert into users (id, email, password_hash, created_at) values ('u', 'u@x.y', '-', 0);
    insert into banks (id, code, name, created_at) values ('b', 'b', 'B', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'A', 0)`)
  const clock = testClock()
  const { log } = recordingLog()
  const url = receiver.url('/notify')
  const settings = {
    notificationEndpointUrl: url,
    notificationEvents: ['assistance_required', 'login_failed'],
    ...change,
  } as AccountSettings
  const outgoing = createOutgoing({ allowLocal: () => true, log })
  const accounts = { settings: () => settings, target: () => ({ url, authorization }) }
  const store = createStore(db)
  const notifications = createNotifications({ store, accounts, outgoing, now: clock.now, log })
  onTestFinished(async () => {
    await notifications.stop()
    await outgoing.close()
    await receiver.close()
    db.close()
  })
  const rows = () => db.prepare('select state, attempts, last_status, due_at from notifications order by seq').all()
  return { notifications, receiver, clock, rows, store, db }
}

describe('operational notifications', () => {
  it('are sent with their own authorization and the published shape', async () => {
    const { notifications, receiver, rows } = await setUp()
    notifications.start()
    notifications.add(account, 'assistance_required', 'assistance.requested', { requestId: 'r', attempts: 1 })
    const [hit] = await receiver.arrived(1)
    expect(hit?.headers.authorization).toBe('Bearer notify-token')
    expect(hit?.json).toEqual({
      account_id: 'a',
      type: 'assistance_required',
      status: 'assistance.requested',
      data: { requestId: 'r', attempts: 1 },
      occurred_at: '2026-05-12T10:00:00.000Z',
    })
    await vi.waitFor(() => expect(rows()).toMatchObject([{ state: 'delivered', attempts: 1, last_status: 200 }]))
  })

  it('are sent without a header when there is no token', async () => {
    const { notifications, receiver } = await setUp({}, null)
    notifications.start()
    notifications.add(account, 'login_failed', 'login.failed', { category: 'login_failed' })
    const [hit] = await receiver.arrived(1)
    expect(hit?.headers.authorization).toBeUndefined()
  })

  it.each([
    ['the event is not subscribed', {}, 'scrape_failed' as const],
    ['there is no endpoint', { notificationEndpointUrl: null }, 'login_failed' as const],
  ])('are not queued when %s', async (_, change, type) => {
    const { notifications, rows } = await setUp(change)
    notifications.add(account, type, 'x', {})
    expect(rows()).toEqual([])
  })

  it('vanish with the transaction that failed', async () => {
    const { notifications, rows, store } = await setUp()
    expect(() =>
      store.write(() => {
        notifications.add(account, 'login_failed', 'login.failed', {})
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(rows()).toEqual([])
  })

  it('are tried again after a minute and given up after a day', async () => {
    const { notifications, receiver, clock, rows } = await setUp()
    receiver.answerWith(answers.status(503))
    notifications.start()
    notifications.add(account, 'login_failed', 'login.failed', {})
    await vi.waitFor(() =>
      expect(rows()).toMatchObject([{ state: 'waiting', attempts: 1, last_status: 503, due_at: clock.now() + minute }]),
    )
    clock.advance(24 * hour)
    notifications.add(account, 'login_failed', 'login.failed', {})
    await vi.waitFor(() => expect(rows()).toMatchObject([{ state: 'given_up', attempts: 2 }, { state: 'waiting' }]))
  })

  it('wait on disk while the program is off', async () => {
    const { notifications, receiver, rows } = await setUp()
    notifications.add(account, 'login_failed', 'login.failed', {})
    expect(rows()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    expect(receiver.hits).toHaveLength(0)
    notifications.start()
    await receiver.arrived(1)
  })
})
