import { describe, expect, it } from 'vitest'
import { ScriptError } from '../../main/core/browser/script-room.ts'
import { monitor } from '../../main/core/sessions/monitor.ts'
import { hour, minute } from '../../main/core/time.ts'
import { openFakeBank } from '../support/fake-bank.ts'
import { testClock } from '../support/ports.ts'

const row = (id: string) => ({
  externalId: id,
  referenceHash: 'a'.repeat(64),
  amount: 1,
  currency: 'UYU',
  receivedAt: '2026-05-12T07:00:00-03:00',
  raw: {},
})

interface Life {
  /** What each poll sees; the session is asked to end after the last. */
  readonly polls: readonly (() => unknown)[]
  readonly start?: string
  readonly timeZone?: string
  readonly lastExternalId?: string
  /** Between two polls. */
  readonly pauseMs?: number
  readonly pollMs?: number
  readonly keepAlive?: () => unknown
  readonly isAuthenticated?: () => unknown
}

/** The life of a session on a clock that moves only between two polls. */
async function live(life: Life) {
  const { polls, start = '2026-05-12T12:00:00Z', pauseMs = minute, pollMs = minute } = life
  const clock = testClock(Date.parse(start))
  const delivered: string[][] = []
  const failures: unknown[] = []
  let cycle = 0
  let kept = 0
  const fake = openFakeBank({
    run: () => ({ kind: 'hooks', hooks: ['login', 'isAuthenticated', 'poll', 'keepAlive'] }),
    hooks: {
      login: () => null,
      isAuthenticated: life.isAuthenticated ?? (() => true),
      poll: () => polls[cycle++]?.(),
      keepAlive() {
        kept += 1
        return life.keepAlive?.()
      },
    },
    facts: { timeZone: life.timeZone ?? 'America/Montevideo', lastExternalId: life.lastExternalId ?? null },
  })
  const end = await monitor(fake.bank, {
    now: clock.now,
    pollMs: () => pollMs,
    endWanted: () => (cycle >= polls.length ? 'stop_requested' : null),
    pause: async () => clock.advance(pauseMs),
    running: () => undefined,
    authenticated: () => undefined,
    async deliver(rows) {
      delivered.push(rows.map(({ externalId }) => externalId ?? ''))
      return rows.length
    },
    polled: () => undefined,
    pollFailed: (error) => void failures.push(error),
  }).catch((error: Error) => error.message)
  return { end, delivered, failures, kept: () => kept, steps: fake.steps(), notes: fake.notes }
}

describe('what a session has seen', () => {
  const both = () => [row('A'), row('B')]

  it('is delivered once, in one batch, and the newest stored movement never again', async () => {
    const { end, delivered } = await live({
      polls: [both, both, () => [row('C'), row('A')], () => []],
      lastExternalId: 'B',
    })
    expect(end).toBe('stop_requested')
    expect(delivered).toEqual([['A'], ['C']])
  })

  it('is forgotten when the bank day changes in the zone of the bank, not in that of the computer', async () => {
    // 23:30, 23:50, 00:10 and 00:30 in Montevideo; the day changed in UTC long before.
    const life = { polls: [both, both, both, both], start: '2026-05-13T02:30:00Z', pauseMs: 20 * minute }
    expect((await live(life)).delivered).toEqual([
      ['A', 'B'],
      ['A', 'B'],
    ])
    expect((await live({ ...life, timeZone: 'Asia/Tokyo' })).delivered).toEqual([['A', 'B']])
    // Midnight in UTC is 21:00 in Montevideo.
    expect((await live({ ...life, start: '2026-05-12T23:30:00Z' })).delivered).toEqual([['A', 'B']])
    expect((await live({ ...life, start: '2026-05-12T23:30:00Z', timeZone: 'UTC' })).delivered).toHaveLength(2)
  })

  it('is forgotten once after a computer slept for days', async () => {
    const { delivered } = await live({ polls: [both, both, both], pauseMs: 30 * hour })
    expect(delivered).toHaveLength(3)
  })
})

describe('a session', () => {
  it('is kept alive when nothing is new, and goes on when that fails', async () => {
    const broken = () => {
      throw new ScriptError('the button is gone')
    }
    const { end, kept, notes } = await live({ polls: [() => [row('A')], () => [], () => []], keepAlive: broken })
    expect(end).toBe('stop_requested')
    expect(kept()).toBe(2)
    expect(notes).toEqual(['keep_alive_failed', 'keep_alive_failed'])
  })

  it('goes on after a poll that threw, and delivers what comes later', async () => {
    const lost = () => {
      throw new ScriptError('navigation_failed: network')
    }
    const { end, delivered, failures, steps } = await live({ polls: [lost, lost, () => [row('A')]] })
    expect(end).toBe('stop_requested')
    expect(failures).toHaveLength(2)
    expect(delivered).toEqual([['A']])
    expect(steps.filter((step) => step.startsWith('poll'))).toEqual(['poll failed', 'poll success'])
  })

  const never = () => new Promise(() => undefined)
  it.each<[string, Partial<Life>]>([
    ['poll', { polls: [never] }],
    ['keepAlive', { polls: [() => []], keepAlive: never }],
  ])('is over when %s takes longer than twice the poll interval', async (hook, change) => {
    const began = performance.now()
    const { end } = await live({ polls: [], pollMs: 100, ...change })
    expect(end).toBe(`watchdog_timeout: ${hook} did not answer within 0.2 s`)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  it('is over when the bank ended it, after a second look', async () => {
    let asked = 0
    const { end, delivered } = await live({
      polls: [() => [row('A')], () => [row('B')]],
      isAuthenticated: () => {
        asked += 1
        return asked <= 2
      },
    })
    expect(end).toBe('logged_out: the bank ended the session')
    expect(asked).toBe(4)
    expect(delivered).toEqual([['A']])
  })
})
