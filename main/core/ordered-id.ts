import { randomFillSync } from 'node:crypto'

/** Random bytes for many ids at once: asking the system for each costs more than the id. */
const pool = Buffer.alloc(4096)
let used = pool.length
let lastMs = 0
let counter = 0

/**
 * A UUID (version 7, RFC 9562) that sorts after those made before it: rows stored together lie together in an index,
 * which random ids scatter. `at` is milliseconds UTC; within one millisecond a counter keeps the order.
 */
export function orderedId(at: number): string {
  const ms = Math.max(at, lastMs)
  counter = ms === lastMs ? counter + 1 : 0
  // 12 bits count within a millisecond; the next one is borrowed when they are used up.
  lastMs = counter > 0xfff ? ms + 1 : ms
  if (counter > 0xfff) counter = 0
  if (used + 9 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + 9)
  used += 9
  const time = lastMs.toString(16).padStart(12, '0')
  const count = counter.toString(16).padStart(3, '0')
  const variant = (8 + ((random[0] ?? 0) & 3)).toString(16)
  const rest = random.toString('hex', 1, 9)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${rest.slice(0, 3)}-${rest.slice(3, 15)}`
}
