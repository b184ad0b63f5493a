import { expect, test } from 'vitest'
import { openAccount } from './support/world.ts'

const lines = 10_000
const longestTurnMs = 50

/**
 * The dearest turn of the event loop in time of the processor: how long the program is held, whatever else the machine
 * does meanwhile.
 */
function watchTurns() {
  const spent = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const turns: number[] = []
  let last = spent()
  let isOver = false
  const tick = () => {
    const now = spent()
    turns.push(now - last)
    last = now
    if (!isOver) setImmediate(tick)
  }
  setImmediate(tick)
  return {
    end() {
      isOver = true
      return turns.sort((a, b) => b - a)
    },
  }
}

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
  const turns = watchTurns()

  const { body } = await world.import(['Booking date;Counterparty;Amount', ...rows].join('\n'))

  const dearest = turns.end()
  expect(body).toMatchObject({ status: 'done', inserted: lines })
  // One turn may hold a collection of garbage as well.
  expect(dearest[1]).toBeLessThan(longestTurnMs)
  const requests = await world.requests()
  expect(requests.filter(({ status }) => status === 'matched')).toHaveLength(300)
}, 120_000)
