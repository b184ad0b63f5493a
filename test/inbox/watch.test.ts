import { describe, expect, it, onTestFinished } from 'vitest'
import { type CoreEvent, type CoreEventType, createEvents } from '../../main/core/events.ts'
import { compareItems } from '../../main/core/inbox/order.ts'
import type { Inbox, InboxItem, InboxKind, InboxNotice, InboxState } from '../../main/core/inbox/types.ts'
import { createInboxWatch } from '../../main/core/inbox/watch.ts'
import { recordingLog } from '../support/ports.ts'

const settleMs = 5
const soon = { interval: 5 }

/** A watch over an inbox that the test fills by hand. */
function world() {
  const items = new Map<string, InboxItem>()
  const appeared: InboxNotice[] = []
  const states: InboxState[] = []
  const seen: CoreEvent[] = []
  const events = createEvents((error) => {
    throw error
  })
  events.subscribe((event) => seen.push(event))
  const inbox: Inbox = {
    list: () => ({
      total: items.size,
      counts: {} as never,
      items: [...items.values()].sort(compareItems).slice(0, 9),
    }),
    one(_user, id) {
      const item = items.get(id)
      if (!item) throw new Error('settled')
      return item
    },
    refresh: () => undefined,
    told: () => new Set(items.keys()),
  }
  const account = { userId: 'u', pausedAt: null }
  const watch = createInboxWatch({
    inbox,
    accounts: { active: () => [account] as never, list: () => [account, { ...account, pausedAt: 1 }] as never },
    events,
    notifier: { appeared: (notice) => appeared.push(notice), changed: (state) => states.push(state) },
    now: Date.now,
    log: recordingLog().log,
    settleMs,
    paymentPauseMs: 700,
  })
  onTestFinished(() => watch.stop())
  const add = (kind: InboxKind, subjectId: string) =>
    items.set(`${kind}-${subjectId}`, {
      id: `${kind}-${subjectId}`,
      kind,
      accountId: 'a',
      accountName: 'Main',
      subjectId,
      since: 0,
      until: null,
      amountMinor: 150_000,
      currency: 'UYU',
      reference: 'A-1',
      name: 'Juan Pérez',
      about: null,
    })
  const happen = (type: CoreEventType = 'request.updated') =>
    events.emit({ type, userId: 'u', accountId: 'a', data: {}, occurredAt: '' })
  const hints = () => seen.filter(({ type }) => type.startsWith('inbox.')).map(({ type, data }) => ({ type, data }))
  return { items, add, happen, watch, appeared, states, hints }
}

describe('what comes up', () => {
  it('is told with the place that shows exactly that', async () => {
    const { add, happen, watch, appeared, hints } = world()
    watch.start()
    add('ambiguous', 'r')
    happen()
    await expect.poll(() => appeared).toHaveLength(1)
    expect(appeared[0]).toMatchObject({ userId: 'u', count: 1, group: 'payments', open: '/inbox?item=ambiguous-r' })
    expect(hints()).toEqual([
      { type: 'inbox.updated', data: { total: 1 } },
      {
        type: 'inbox.appeared',
        data: {
          count: 1,
          group: 'payments',
          open: '/inbox?item=ambiguous-r',
          item: expect.objectContaining({ id: 'ambiguous-r', amount: '1500.00' }),
        },
      },
    ])
  })

  it('is told together when several come at once, apart by what is wanted', async () => {
    const { add, happen, watch, appeared } = world()
    watch.start()
    for (const id of ['1', '2', '3']) add('ambiguous', id)
    add('code', 'c')
    add('blocked', 'a')
    for (let index = 0; index < 5; index++) happen()
    await expect.poll(() => appeared).toHaveLength(3)
    expect(appeared.map(({ group, count, open }) => [group, count, open])).toEqual([
      ['logins', 1, '/accounts/a/bank'],
      ['accounts', 1, '/inbox?item=blocked-a'],
      ['payments', 3, '/inbox'],
    ])
  })

  it('is told once, and again when it was settled and came back', async () => {
    const { items, add, happen, watch, appeared, states } = world()
    watch.start()
    add('code', 'c')
    happen()
    await expect.poll(() => appeared).toHaveLength(1)
    happen()
    await expect.poll(() => states).toHaveLength(3)
    expect(appeared).toHaveLength(1)
    items.clear()
    happen()
    await expect.poll(() => states.at(-1)?.total).toBe(0)
    add('code', 'c')
    happen()
    await expect.poll(() => appeared).toHaveLength(2)
  })

  it('is not told when it waited already at the start', async () => {
    const { add, happen, watch, appeared, states } = world()
    add('ambiguous', 'old')
    watch.start()
    expect(states).toMatchObject([{ userId: 'u', total: 1, accounts: { total: 2, paused: 1 } }])
    happen()
    await expect.poll(() => states).toHaveLength(2)
    expect(appeared).toEqual([])
  })

  it('is held back for payments that follow soon, and told together without those settled meanwhile', async () => {
    const { items, add, happen, watch, appeared, states } = world()
    watch.start()
    add('ambiguous', '1')
    happen()
    await expect.poll(() => appeared).toHaveLength(1)
    for (const id of ['2', '3', '4']) {
      add('ambiguous', id)
      happen()
      await expect.poll(() => states.at(-1)?.total, soon).toBe(Number(id))
    }
    items.delete('ambiguous-3')
    expect(appeared).toHaveLength(1)
    add('code', 'c')
    happen()
    await expect.poll(() => appeared, soon).toHaveLength(2)
    expect(appeared[1]?.group, 'a login does not wait for the payments').toBe('logins')
    await expect.poll(() => appeared).toHaveLength(3)
    expect(appeared[2]).toMatchObject({ count: 2, group: 'payments', open: '/inbox' })
  })

  it('does not wake for what never changes the inbox', async () => {
    const { add, happen, watch, states } = world()
    watch.start()
    add('ambiguous', '1')
    for (const type of ['movement.created', 'run.updated', 'inbox.updated'] as const) happen(type)
    happen('delivery.updated')
    await expect.poll(() => states).toHaveLength(2)
  })
})
