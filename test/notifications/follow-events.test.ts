import { describe, expect, it } from 'vitest'
import type { CoreEventType } from '../../main/core/events.ts'
import { toldOf } from '../../main/core/notifications/follow-events.ts'
import { createTestCore } from '../support/core.ts'
import { startReceiver } from '../support/receiver.ts'

const told = (type: CoreEventType, data: Record<string, unknown> = {}) => toldOf({ type, data })

describe('what is told outside', () => {
  it('a wanted code at once, without anything but the question', () => {
    const descriptor = { length: 6, type: 'numeric' }
    expect(told('assistance.requested', { requestId: 'r', type: 'otp', descriptor, attempts: 1 })).toEqual({
      type: 'assistance_required',
      data: { requestId: 'r', descriptor, attempts: 1 },
    })
    expect(told('assistance.requested', { requestId: 'r', descriptor, attempts: 2, resent: true })?.data.resent).toBe(
      true,
    )
  })

  it('a parked session, unless a person ended it', () => {
    expect(told('session.needs_attention', { reason: 'logged_out' })?.data).toEqual({ reason: 'logged_out' })
    expect(told('session.needs_attention', { reason: 'session_killed' })).toBeNull()
  })

  it.each(['login', 'scrape'] as const)('a streak of failed %ss once, when it reaches three', (group) => {
    const failed = (streak: number) => told(`${group}.failed`, { category: 'timeout', streak })
    expect([1, 2, 3, 4, 5].map((streak) => failed(streak) !== null)).toEqual([false, false, true, false, false])
    expect(failed(3)).toEqual({ type: `${group}_failed`, data: { category: 'timeout' } })
  })

  it('a new block at once', () => {
    expect(told('account.blocked', { reason: 'wrong password' })).toEqual({
      type: 'login_failed',
      data: { category: 'login_failed', blocked: true, reason: 'wrong password' },
    })
  })

  it.each(['movement.created', 'run.updated', 'scrape.succeeded', 'assistance.fulfilled'] as const)(
    'nothing of %s',
    (type) => {
      expect(told(type)).toBeNull()
    },
  )
})

describe('an account that gets blocked', () => {
  it('tells its endpoint, with the authorization of notifications', async () => {
    const receiver = await startReceiver()
    const { signUp } = await createTestCore()
    const caller = await signUp()
    const banks = (await caller.get<{ id: string; code: string }[]>('/banks')).body
    // A bank with a script and no stored login: the reading is refused and the gate closes at once.
    const practice = banks.find((bank) => bank.code === 'practice-bank')?.id
    const other = (await caller.post<{ id: string }>('/accounts', { bankId: practice, name: 'B' })).body.id
    await caller.put(`/accounts/${other}/config`, {
      pending_orders_endpoint: receiver.url('/orders'),
      webhook_url: receiver.url('/hook'),
      notification_endpoint_url: receiver.url('/notify'),
      notification_auth_type: 'api_key',
      notification_auth_token: 'notify-2',
      notification_events: ['login_failed'],
    })
    await caller.post(`/accounts/${other}/scrape`)
    await expect.poll(() => receiver.hits.filter((hit) => hit.path === '/notify').length).toBe(1)
    const hit = receiver.hits.find((each) => each.path === '/notify')
    expect(hit?.headers.authorization).toBe('Api-Key notify-2')
    expect(hit?.json).toMatchObject({
      account_id: other,
      type: 'login_failed',
      status: 'login.failed',
      data: { blocked: true },
    })
    await receiver.close()
  })
})
