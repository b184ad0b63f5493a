import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { addAccount, createTestCore, testPassword } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { answers, startReceiver } from '../support/receiver.ts'
import { tempDir } from '../support/temp-dir.ts'
import { until } from '../webhooks/support.ts'

const batchCount = 10
const perBatch = 10
const total = batchCount * perBatch

const order = (i: number) => ({
  external_id: `O${i}`,
  amount: (10_000 + i) / 100,
  currency: 'USD',
  name: `Persona Numero ${i} Prueba`,
})
const movement = (i: number) => ({
  external_id: `T${i}`,
  amount: (10_000 + i) / 100,
  currency: 'USD',
  sender_name: `PERSONA NUMERO ${i} PRUEBA`,
  received_at: new Date().toISOString(),
})
const numbers = Array.from({ length: total }, (_, i) => i)
const batches = Array.from({ length: batchCount }, (_, b) => numbers.slice(b * perBatch, (b + 1) * perBatch))

/** When to kill: as soon as that many batches were acknowledged, or that many webhooks came in. */
const moments = [
  { after: 'batches', count: 1 },
  { after: 'batches', count: 4 },
  { after: 'batches', count: batchCount },
  { after: 'webhooks', count: 1 },
  { after: 'webhooks', count: 17 },
  { after: 'webhooks', count: 60 },
] as const

/** Runs the feeder until the moment has come; returns how many batches it had acknowledged. */
function feedAndKill(args: readonly string[], moment: (typeof moments)[number], webhooks: () => number) {
  return new Promise<number>((resolve, reject) => {
    const feeder = spawn(process.execPath, [join(projectRoot, 'test/crash/feeder.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let acknowledged = 0
    let killed = false
    const kill = () => {
      killed = true
      feeder.kill('SIGKILL')
    }
    createInterface({ input: feeder.stdout }).on('line', () => {
      acknowledged += 1
      if (moment.after === 'batches' && acknowledged === moment.count) kill()
    })
    if (moment.after === 'webhooks')
      until(() => webhooks() >= moment.count, 'webhooks before the kill').then(kill, reject)
    feeder.once('exit', () => (killed ? resolve(acknowledged) : reject(new Error('the feeder ended by itself'))))
  })
}

test.each(moments)('killed after $count $after: nothing that was acknowledged is lost', async (moment) => {
  const receiver = await startReceiver()
  onTestFinished(receiver.close)
  const told = new Map<string, Set<string>>()
  let webhooks = 0
  receiver.answerWith((hit, response, request) => {
    if (hit.path === '/orders')
      return answers.text(200, JSON.stringify(numbers.map(order)), 'application/json')(hit, response, request)
    webhooks += 1
    const ids = told.get(hit.json.external_id) ?? new Set()
    told.set(hit.json.external_id, ids.add(String(hit.headers['x-delivery-id'])))
    return answers.ok(hit, response, request)
  })
  const dataDir = tempDir()
  const before = await createTestCore({ dataDir })
  const user = await before.signUp({ email: 'owner@example.com' })
  const accountId = await addAccount(user, {
    pending_orders_endpoint: receiver.url('/orders'),
    webhook_url: receiver.url('/hook'),
  })
  await user.post(`/conciliation/poll/${accountId}`)
  await expect
    .poll(async () => Number((await user.get('/conciliation?limit=1')).headers.get('x-total-count')), {
      timeout: 15_000,
    })
    .toBe(total)
  await before.core.stop()

  const batchFile = join(dataDir, 'batches.json')
  writeFileSync(batchFile, JSON.stringify(batches.map((batch) => batch.map(movement))))
  const args = [dataDir, accountId, 'owner@example.com', testPassword, batchFile]
  const acknowledged = await feedAndKill(args, moment, () => webhooks)
  await createTestCore({ dataDir })

  const stored = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  onTestFinished(() => void stored.close())
  await until(() => count(stored, "deliveries where state <> 'delivered'") === 0, 'every delivery')
  // Acknowledged is stored; what is stored is complete: matched, told, and marked as told.
  const movements = count(stored, 'movements')
  expect(movements).toBeGreaterThanOrEqual(acknowledged * perBatch)
  expect(movements % perBatch).toBe(0)
  expect(count(stored, "requests where status = 'matched'")).toBe(movements)
  expect(count(stored, 'matches where is_notified = 1')).toBe(movements)
  expect([...told.keys()].sort()).toEqual(
    numbers
      .slice(0, movements)
      .map((i) => `O${i}`)
      .sort(),
  )
  // Sent twice at most under one delivery id, by which a receiver knows it.
  for (const ids of told.values()) expect(ids.size).toBe(1)
  expect(stored.pragma('quick_check', { simple: true })).toBe('ok')
})

const count = (db: SqliteDatabase.Database, what: string) =>
  db.prepare(`select count(*) from ${what}`).pluck().get() as number
