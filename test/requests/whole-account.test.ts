import { expect, test } from 'vitest'
import type { Job } from '../../main/core/jobs/types.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

const count = 120
const amountOf = (i: number) => `${100 + i}.00`

/** Orders whose transfers name no payer: the setting alone decides whether they are matched. */
function nameless() {
  const world = conciliationWorld()
  world.poll(...Array.from({ length: count }, (_, i) => expected(`O-${i}`, `Payer ${i}`, amountOf(i))))
  world.ingest(...Array.from({ length: count }, (_, i) => arrived(null, { amount: amountOf(i) })))
  world.account.matchWithoutSender = true
  world.requests.decideAgain(world.account.id)
  const of = (status: string) => Object.values(world.statuses()).filter((each) => each === status).length
  const run = (signal = new AbortController().signal) => {
    const job: Job = { id: 'j', kind: 'evaluate', accountId: world.account.id, subjectId: '', attempt: 1 }
    return world.handlers.get('evaluate')?.run(job, signal)
  }
  return { world, of, run }
}

test('many open requests are decided again by a job, in slices', async () => {
  const { world, of, run } = nameless()
  expect(of('not_found')).toBe(count)
  expect(world.added).toMatchObject([{ kind: 'evaluate', accountId: world.account.id, subjectId: '' }])

  const running = run()
  await new Promise((resolve) => setImmediate(resolve))
  const onTheWay = of('matched')

  expect(await running).toEqual({ kind: 'done' })
  expect(onTheWay).toBeLessThan(count)
  expect(of('matched')).toBe(count)
})

test('settings that change on the way hold for everything', async () => {
  const { world, of, run } = nameless()

  const running = run()
  world.account.matchWithoutSender = false
  world.requests.decideAgain(world.account.id)
  await running

  const first = of('matched')
  expect(first).toBeLessThan(count / 2)
  world.account.matchWithoutSender = true
  world.requests.decideAgain(world.account.id)
  await run()
  expect(of('matched')).toBe(count)
})

test('a program that stops goes on with it at its next start', async () => {
  const { of, run } = nameless()
  const stopping = new AbortController()

  const running = run(stopping.signal)
  stopping.abort()

  expect(await running).toMatchObject({ kind: 'retry', delayMs: 0 })
  expect(of('matched')).toBeLessThan(count)
})

test('few are decided at once', () => {
  const world = conciliationWorld()
  world.poll(expected('A-1', 'Juan Perez'))
  world.ingest(arrived(null))
  world.account.matchWithoutSender = true

  world.requests.decideAgain(world.account.id)

  expect(world.statuses()).toEqual({ 'A-1': 'matched' })
  expect(world.added).toEqual([])
})
