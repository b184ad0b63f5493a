import { send } from './http.ts'
import { residentMb, round, start, startReceiver } from './processes.ts'

const posts = 5000
const atOnce = 16

const bareServer = `
  const server = require('node:http').createServer((_, response) => response.end('{}'))
  server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port })))`

/**
 * What this machine can do at the same hour, to read the other figures by: start and memory of Node with nothing but an HTTP
 * server, and plain POSTs to the same receiver.
 */
export async function peer() {
  const began = performance.now()
  const bare = await start(['-e', bareServer])
  await send('GET', bare.url)
  const bareStart = performance.now() - began
  const bareMemory = residentMb(bare.pid)
  await bare.stop()

  const receiver = await startReceiver()
  const body = JSON.stringify({ external_id: 'O1', status: 'matched', amount: 100, currency: 'USD', name: 'Persona' })
  const postsBegan = performance.now()
  let left = posts
  const lane = async () => {
    while (left-- > 0) await send('POST', `${receiver.url}/hook`, { body })
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const rate = (posts / (performance.now() - postsBegan)) * 1000
  await receiver.stop()
  return {
    bare_node_start_ms: round(bareStart),
    bare_node_rss_mb: bareMemory,
    plain_posts_per_s: round(rate, 0),
  }
}
