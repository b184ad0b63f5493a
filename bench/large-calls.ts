import { linearData } from './linear-data.ts'
import { watched } from './watch.ts'
import { createWorld } from './world.ts'

/** `n` orders of one poll and `n` movements of one call, each while another caller asks for `/health`. */
export async function largeCalls(n: number) {
  const world = await createWorld()
  try {
    const { orders, movements } = linearData(n)
    await world.setOrders(orders)
    const idle = await watched(world.program, () => new Promise((resolve) => setTimeout(resolve, 3000)))
    const poll = await watched(world.program, () => world.poll(n))
    const post = await watched(world.program, () => world.postMovements(movements))
    return { n, idle, poll, post }
  } finally {
    await world.close()
  }
}
