import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { addAccount, createTestCore, testPassword } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { answers, startReceiver } from '../support/receiver.ts'
import { tempDir } from '../support/temp-dir.ts'

const total = 1_500
const numbers = Array.from({ length: total }, (_, i) => i)
const fact = (i: number) => ({ amount: (10_000 + i) / 100, currency: 'USD' })

test('killed while many movements of one call are being stored: the next start stores the rest', {
  timeout: 180_000,
}, async () => {
  const receiver = await startReceiver()
  onTestFinished(receiver.close)
  const orders = numbers.map((i) => ({ ...fact(i), external_id: `O${i}`, name: `Persona Numero ${i} Prueba` }))
  receiver.answerWith((hit, response, request) =>
    hit.path === '/orders'
      ? answers.text(200, JSON.stringify(orders), 'application/json')(hit, response, request)
      : answers.ok(hit, response, request),
  )
  const dataDir = tempDir()
  const before = await createTestCore({ dataDir })
  const user = await before.signUp({ email: 'owner@example.com' })
  const accountId = await addAccount(user, {
    pending_orders_endpoint: receiver.url('/orders'),
    webhook_url: receiver.url('/hook'),
  })
  await user.post(`/conciliation/poll/${accountId}`)
  const patience = { timeout: 60_000 }
  await expect
    .poll(async () => Number((await user.get('/conciliation?limit=1')).headers.get('x-total-count')), patience)
    .toBe(total)
  await before.core.stop()
  const file = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  onTestFinished(() => void file.close())
  const count = (what: string) => file.prepare(`select count(*) from ${what}`).pluck().get() as number

  const batch = numbers.map((i) => ({
    ...fact(i),
    external_id: `T${i}`,
    sender_name: `PERSONA NUMERO ${i} PRUEBA`,
    received_at: new Date().toISOString(),
  }))
  const batchFile = join(dataDir, 'batches.json')
  writeFileSync(batchFile, JSON.stringify([batch]))
  const program = join(projectRoot, 'test/crash/feeder.ts')
  const feeder = spawn(process.execPath, [program, dataDir, accountId, 'owner@example.com', testPassword, batchFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void feeder.kill('SIGKILL'))
  let acknowledged = 0
  feeder.stdout.on('data', () => {
    acknowledged += 1
  })
  const ended = new Promise((resolve) => feeder.once('exit', resolve))
  await expect.poll(() => count('movements'), { ...patience, interval: 2 }).toBeGreaterThan(0)
  feeder.kill('SIGKILL')
  await ended
  expect(acknowledged).toBe(0)
  expect(count('movements')).toBeLessThan(total)

  await createTestCore({ dataDir })

  expect(count('movements')).toBe(total)
  expect(count("requests where status = 'matched'")).toBe(total)
  expect(count('ingest_batches')).toBe(0)
  expect(count('deliveries')).toBe(total)
})
