import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import SqliteDatabase from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { openBooks } from '../ledger/support/books.ts'
import { camt, uploadTo } from '../ledger/support/statement-files.ts'
import { type ItemAnswer, type Listed, type RunAnswer, runsPath } from '../ledger/support/world.ts'
import { createTestCore } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const lines = 40_000
const day = '2025-01-10'

/** Imports in a program of its own and kills it once so many lines were read; answers how many it had read. */
function importAndKill(args: readonly string[], after: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const importer = spawn(process.execPath, [join(projectRoot, 'test/crash/importer.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let read = 0
    let killed = false
    createInterface({ input: importer.stdout }).on('line', (line) => {
      if (killed) return
      read = Math.max(read, Number(line))
      if (read < after) return
      killed = true
      importer.kill('SIGKILL')
    })
    importer.once('exit', () => (killed ? resolve(read) : reject(new Error('the importer ended by itself'))))
  })
}

const stored = (dataDir: string, what: string, runId: string) => {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  try {
    return db.prepare<[string], number>(`select count(*) from ${what} where run_id = ?`).pluck().get(runId)
  } finally {
    db.close()
  }
}

test('killed during an import: the run says interrupted, no line of that file is left, and it can be sent again (124)', async () => {
  const dataDir = tempDir()
  const before = await createTestCore({ dataDir })
  const user = await before.signUp({ email: 'owner@example.com' })
  const books = await openBooks(user)
  const run = (await user.post<RunAnswer>(runsPath, { ledger_id: books.bank.id })).body
  const small = camt({ id: 'S-0', entries: [{ amount: 5, date: '2025-01-09' }] })
  await uploadTo(before, user, run.id, small)
  await before.core.stop()
  const file = camt({
    opening: 5,
    entries: Array.from({ length: lines }, (_, i) => ({ amount: 100 + i, date: day, text: `Line ${i}` })),
  })
  const path = join(dataDir, 'large.xml')
  writeFileSync(path, file)

  const read = await importAndKill([dataDir, run.id, user.token, path], 5_000)

  expect(read).toBeLessThan(lines)
  // The crash left lines behind: this is what the restart has to clear.
  expect(stored(dataDir, 'source_entries', run.id)).toBeGreaterThan(1)
  const after = await createTestCore({ dataDir })
  const get = <T>(to: string) => after.call<T>('GET', `${runsPath}/${run.id}${to}`, undefined, user.token)
  expect((await get<RunAnswer>('')).body).toMatchObject({ status: 'failed', failure: { code: 'interrupted' } })
  expect((await get<Listed<ItemAnswer>>('/items')).body).toMatchObject({
    total: 1,
    data: [{ amount: { amount: '5' } }],
  })
  const files = await get<Listed<{ status: string; error: { code: string } | null }>>('/sources')
  expect(files.body.data.map(({ status, error }) => [status, error?.code])).toEqual([
    ['processed', undefined],
    ['failed', 'interrupted'],
  ])
  expect(stored(dataDir, 'source_entries', run.id)).toBe(1)
  expect(stored(dataDir, 'statements', run.id)).toBe(1)

  const again = await uploadTo(after, user, run.id, camt({ opening: 5, entries: [{ amount: 100, date: day }] }))
  expect(again).toMatchObject({ status: 201, body: { imported: 1 } })
  expect((await get<RunAnswer>('')).body).toMatchObject({ status: 'pending', failure: null })
})
