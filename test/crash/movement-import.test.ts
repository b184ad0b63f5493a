import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addAccount, createTestCore } from '../support/core.ts'
import { projectRoot } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

const lines = 6_000

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

const count = (dataDir: string, table: string): number => {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  try {
    return db.prepare(`select count(*) from ${table}`).pluck().get() as number
  } finally {
    db.close()
  }
}

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
  expect(count(dataDir, 'import_lines')).toBe(0)
})

test('killed while lines become movements, and again while they are taken back: a start ends what was begun', async () => {
  const { args, path, open } = await prepared()

  const told = await killWhen([...args, path], ({ movements }) => movements > 0)
  expect(told.movements).toBeLessThan(lines)
  const imported = await open()
  expect(imported.total).toBe(lines)
  expect(imported.imports.map(({ status }) => status)).toEqual(['done'])

  const undoing = await killWhen([...args, imported.imports[0]?.id ?? ''], ({ movements }) => movements < lines)
  expect(undoing.movements).toBeGreaterThan(0)
  const undone = await open()
  expect(undone.total).toBe(0)
  expect(undone.imports.map(({ status }) => status)).toEqual(['undone'])
})
