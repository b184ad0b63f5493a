import { linearData } from './linear-data.ts'
import { round } from './processes.ts'
import { createWorld } from './world.ts'

const samples = 500
const warmUp = 50

/** Milliseconds from `POST movements` with one movement to its webhook at the receiver, beside `waiting` open requests. */
export async function latency(waiting: number) {
  const world = await createWorld()
  try {
    const count = samples + warmUp
    const { orders, movements } = linearData(count)
    const crowd = linearData(waiting, count).orders
    await world.setOrders([...crowd, ...orders])
    await world.poll(waiting + count)
    const sent: number[] = []
    for (const [i, movement] of movements.entries()) {
      sent.push(world.now())
      await world.postMovements([movement])
      await world.webhooks(i + 1)
    }
    const hits = await world.hits()
    const times = hits.map(([at], i) => at - (sent[i] ?? at)).slice(warmUp)
    return { waiting, samples, ...percentiles(times) }
  } finally {
    await world.close()
  }
}

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0, 2)
  return { p50_ms: at(0.5), p95_ms: at(0.95), max_ms: at(1) }
}
