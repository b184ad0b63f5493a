import { loadavg } from 'node:os'
import { decide } from '../main/core/matching/assignment/decide.ts'
import type { FreeMovement, OpenRequest } from '../main/core/matching/assignment/types.ts'
import { createNameReader } from '../main/core/matching/prepared-names.ts'
import { linearData } from './linear-data.ts'
import { round } from './processes.ts'
import { createWorld } from './world.ts'

const given =
  'Juan Ana Luis Marta Pedro Elena Jorge Carmen Raul Sofia Diego Laura Pablo Julia Hugo Irene Oscar Nora Ivan Rosa'
const family =
  'Perez Gomez Ruiz Lopez Diaz Soto Vega Rojas Mora Silva Castro Ortiz Ramos Torres Flores Cruz Reyes Luna Campos Vidal'
const [firsts, lasts] = [given.split(' '), family.split(' ')]
const person = (i: number) =>
  `${firsts[i % 20]} ${lasts[Math.floor(i / 20) % 20]} ${lasts[(Math.floor(i / 400) * 7 + 3) % 20]}`
const began = Date.UTC(2026, 4, 12)
const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const order = (i: number, name: string, amountMinor = 150_000): OpenRequest => ({
  id: `r${String(i).padStart(6, '0')}`,
  externalId: `O${i}`,
  name,
  amountMinor,
  currency: 'USD',
  createdAt: began + i,
})
const transfer = (i: number, sender: string, amountMinor = 150_000): FreeMovement => ({
  id: `m${String(i).padStart(6, '0')}`,
  sender,
  text: null,
  amountMinor,
  currency: 'USD',
  receivedAt: began + i,
})

const accounts: Readonly<Record<string, () => { requests: OpenRequest[]; movements: FreeMovement[] }>> = {
  '10,000 x 100,000, amounts of their own': () => ({
    requests: each(10_000, (i) => order(i, person(i), 100 + i)),
    movements: each(100_000, (i) => transfer(i, person(i % 10_000).toUpperCase(), 100 + (i % 50_000))),
  }),
  '10,000 x 100,000, in 1,000 amounts': () => ({
    requests: each(10_000, (i) => order(i, person(i), 100 + (i % 1000))),
    movements: each(100_000, (i) => transfer(i, person((i * 7) % 8000).toUpperCase(), 100 + (i % 1000))),
  }),
  '1,000 equal x 1,000 equal': () => ({
    requests: each(1000, (i) => order(i, 'Juan Perez')),
    movements: each(1000, (i) => transfer(i, 'JUAN PEREZ')),
  }),
  '1,000 equal x 900 equal': () => ({
    requests: each(1000, (i) => order(i, 'Juan Perez')),
    movements: each(900, (i) => transfer(i, 'JUAN PEREZ')),
  }),
  '1,000 persons x 1,000, one amount': () => ({
    requests: each(1000, (i) => order(i, person(i))),
    movements: each(1000, (i) => transfer(i, person(i).toUpperCase())),
  }),
}

const runs = 3

/** Milliseconds of the processor that deciding a whole account takes: the first time, names unread, and again. */
export function evaluations() {
  return Object.fromEntries(
    Object.entries(accounts).map(([name, make]) => {
      const input = { ...make(), prepare: createNameReader(200_000) }
      const times = each(runs, () => {
        const before = process.threadCpuUsage()
        decide(input)
        const { user, system } = process.threadCpuUsage(before)
        return round((user + system) / 1000)
      })
      return [name, { first_ms: times[0], again_ms: Math.min(...times.slice(1)) }]
    }),
  )
}

const arrivals = 300
const warmUp = 50

/** One `POST` of one movement that matches, beside that many stored ones, and a `GET /health` for comparison. */
export async function arrival(stored: number) {
  const world = await createWorld()
  try {
    const own = linearData(arrivals + warmUp)
    await world.setOrders(own.orders)
    await world.poll(arrivals + warmUp)
    await world.postMovements(linearData(stored, arrivals + warmUp).movements)
    const load = loadavg().map((value) => round(value))
    const median = async (count: number, ask: (i: number) => Promise<unknown>) => {
      const times: number[] = []
      for (let i = 0; i < count; i++) {
        const at = performance.now()
        await ask(i)
        times.push(performance.now() - at)
      }
      return round(times.slice(warmUp).toSorted((a, b) => a - b)[(count - warmUp) >> 1] ?? 0, 2)
    }
    const post_p50_ms = await median(own.movements.length, (i) => world.postMovements([own.movements[i]]))
    const read_p50_ms = await median(arrivals, () => world.account('GET', 'movements?limit=1'))
    return { stored, load, post_p50_ms, read_p50_ms }
  } finally {
    await world.close()
  }
}
