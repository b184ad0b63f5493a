import { linearData } from './linear-data.ts'
import { cpuMs, round } from './processes.ts'
import { watchProgram } from './statement-import.ts'
import { createWorld } from './world.ts'

/** `n` orders of one poll and `n` movements of one call, each while another caller asks for `/health`. */
export async function largeCalls(n: number) {
  const world = await createWorld()
  try {
    const { orders, movements } = linearData(n)
    await world.setOrders(orders)
    const watched = async (work: () => Promise<unknown>) => {
      const cpuBefore = cpuMs(world.program.pid)
      const watch = watchProgram(world.program)
      const began = performance.now()
      await work()
      const ms = round(performance.now() - began)
      const seen = await watch.end()
      const cpuAfter = cpuMs(world.program.pid)
      return { ms, cpu_ms: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore, ...seen }
    }
    const idle = await watched(() => new Promise((resolve) => setTimeout(resolve, 3000)))
    const poll = await watched(() => world.poll(n))
    const post = await watched(() => world.postMovements(movements))
    return { n, idle, poll, post }
  } finally {
    await world.close()
  }
}
