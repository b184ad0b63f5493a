import { linearData } from './linear-data.ts'
import { cpuMs, round } from './processes.ts'
import { createWorld } from './world.ts'

/**
 * `n` orders are polled, then `n` movements are posted; ends with the last webhook at the receiver. `ms` and `rate` are of
 * the whole way from the start of the poll; the part from the first movement on is given beside it.
 */
export async function ingestMatch(n: number) {
  const world = await createWorld()
  try {
    const { orders, movements } = linearData(n)
    await world.setOrders(orders)
    const cpuBefore = cpuMs(world.program.pid)
    const pollBegan = world.now()
    await world.poll(n)
    const posted = world.now()
    await world.postMovements(movements)
    const stored = world.now()
    const told = await world.webhooks(n)
    if (told.count !== n || told.distinct !== n)
      throw new Error(`${told.count} webhooks about ${told.distinct} orders instead of ${n}`)
    const total = told.last - pollBegan
    const cpuAfter = cpuMs(world.program.pid)
    return {
      n,
      ms: round(total),
      rate: round((n / total) * 1000, 0),
      poll_ms: round(posted - pollBegan),
      movements_stored_ms: round(stored - posted),
      movements_to_last_webhook_ms: round(told.last - posted),
      program_cpu_ms: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
    }
  } finally {
    await world.close()
  }
}
