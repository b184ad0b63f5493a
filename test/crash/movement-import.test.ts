import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import SqliteDatabase from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { addAccount, createTestCore } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

vi.setConfig({ testTimeout: 300_000 })

const lines = 20_000

interface Told {
  readonly status: string
  readonly movements: number
}

/** Runs the importer and kills it when it says what is waited for. */
function killWhen(args: readonly string[], isTime: (told: Told) => boolean): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'test/crash/movement-importer.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let last: Told | null = null
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [status = '', movements = '0'] = line.split(' ')
      const told = { status, movements: Number(movements) }
      if (last !== null || !isTime(told)) return
      last = told
      child.kill('SIGKILL')
    })
    child.once('exit', () => (last ? resolve(last) : reject(new Error('the importer ended by itself'))))
  })
}

/** What stands in the data file while no program runs. */
const stored = <T>(dataDir: string, sql: string): T => {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  try {
    return db.prepare(sql).raw().get() as T
  } finally {
    db.close()
  }
}
/** Movements, how many are told apart by id and by payer, and their sum: line n pays n. */
const whole = [lines, lines, lines, (lines * (lines + 1) * 100) / 2]
const movementsIn = (dataDir: string) =>
  stored<number[]>(
    dataDir,
    'select count(*), count(distinct external_id), count(distinct sender_name), coalesce(sum(amount_minor), 0) from movements',
  )
const statusIn = (dataDir: string) => stored<string[]>(dataDir, 'select status from statement_imports')[0]

async function prepared() {
  const dataDir = tempDir()
  const first = await createTestCore({ dataDir })
  const user = await first.signUp({ email: 'owner@example.com' })
  const accountId = await addAccount(user)
  await first.core.stop()
  const path = join(dataDir, 'large.csv')
  const rows = Array.from({ length: lines }, (_, at) => `2025-03-14;Payer ${at};${at + 1}.00`)
  writeFileSync(path, ['Booking date;Counterparty;Amount', ...rows].join('\n'))
  const open = async () => {
    const core = await createTestCore({ dataDir })
    const get = <T>(to: string) => core.call<T>('GET', `/accounts/${accountId}${to}`, undefined, user.token)
    const total = Number((await get('/movements?limit=1')).headers.get('x-total-count'))
    const imports = (await get<{ id: string; status: string; error: { code: string } | null }[]>('/imports')).body
    await core.core.stop()
    return { total, imports }
  }
  return { dataDir, args: [dataDir, accountId, user.token] as const, path, open }
}

test('killed while a file is read: nothing of it is there, and the import says that it was interrupted', async () => {
  const { dataDir, args, path, open } = await prepared()

  await killWhen([...args, path], ({ status }) => status === 'reading')

  const { total, imports } = await open()
  expect(total).toBe(0)
  expect(imports.map(({ status, error }) => [status, error?.code])).toEqual([['failed', 'interrupted']])
  expect(stored(dataDir, 'select count(*) from import_lines')).toEqual([0])
})

test('killed while lines become movements, and again while they are taken back: a start ends what was begun', async () => {
  const { dataDir, args, path, open } = await prepared()

  const told = await killWhen([...args, path], ({ movements }) => movements > 0)
  expect(told.movements).toBeLessThan(lines)
  // What is there of it is seen, and the import says that it is not done.
  expect(statusIn(dataDir)).toBe('applying')
  expect(movementsIn(dataDir)[0]).toBeGreaterThan(0)
  expect(movementsIn(dataDir)[0]).toBeLessThan(lines)
  const imported = await open()
  expect(imported.total).toBe(lines)
  expect(imported.imports.map(({ status }) => status)).toEqual(['done'])
  // Nothing twice, nothing lost.
  expect(movementsIn(dataDir)).toEqual(whole)

  const undoing = await killWhen([...args, imported.imports[0]?.id ?? ''], ({ movements }) => movements < lines)
  expect(undoing.movements).toBeGreaterThan(0)
  expect(statusIn(dataDir)).toBe('undoing')
  const undone = await open()
  expect(undone.total).toBe(0)
  expect(undone.imports.map(({ status }) => status)).toEqual(['undone'])
})
