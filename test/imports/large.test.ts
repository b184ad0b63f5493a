import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { openAccount } from './support/world.ts'

const lines = 10_000
/** The requirement is 50 ms on a computer of its own; the slack is for a machine that runs other tests beside this. */
const longestPauseMs = 150

test('ten thousand credits never hold the program for long, and decide what one transaction would', async () => {
  const world = await openAccount()
  const today = new Date().toISOString().slice(0, 10)
  await world.expectPayments(
    ...Array.from({ length: 300 }, (_, at) => ({
      external_id: `A-${at}`,
      name: 'Ana Ruiz',
      amount: `${100 + at * 3}.00`,
      currency: 'EUR',
    })),
  )
  const rows = Array.from({ length: lines }, (_, at) => `${today};Ana Ruiz;${100 + at * 3}.00`)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()

  const { body } = await world.import(['Booking date;Counterparty;Amount', ...rows].join('\n'))

  delay.disable()
  expect(body).toMatchObject({ status: 'done', inserted: lines })
  expect(delay.percentile(99) / 1e6).toBeLessThan(longestPauseMs)
  const requests = await world.requests()
  expect(requests.filter(({ status }) => status === 'matched')).toHaveLength(300)
}, 120_000)
