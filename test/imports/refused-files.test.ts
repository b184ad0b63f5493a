import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openAccount, type Refused, table } from './support/world.ts'

interface Row {
  readonly id: string
  readonly is_kept: boolean
  readonly dismissed_at: string | null
  readonly error: { readonly code: string; readonly places: readonly object[] } | null
}

test('an upload that was interrupted is listed, and dismissed and asked again though no file was kept', async () => {
  const { core, user, accountId, import: send } = await openAccount()
  const done = await send(table(['2025-03-14', 'Ana Ruiz', '100.00']))
  const id = randomUUID()
  const db = new SqliteDatabase(join(core.dataDir, 'reconbanker.db'))
  // As an earlier version left it: without places.
  db.prepare(
    `insert into statement_imports (id, account_id, origin, file_name, bytes, sha256, status, error, excluded_lines, created_at)
     values (?, ?, 'upload', 'half.csv', 1, 'x', 'failed', ?, '[]', ?)`,
  ).run(id, accountId, JSON.stringify({ code: 'interrupted', message: 'The program ended.' }), Date.now())
  db.close()
  const of = (importId: string) => `/accounts/${accountId}/imports/${importId}`
  const row = async () => (await user.get<Row>(of(id))).body

  expect(await row()).toMatchObject({ is_kept: false, dismissed_at: null, error: { code: 'interrupted', places: [] } })
  expect((await user.get<Refused>(`${of(id)}/file`)).body.code).toBe('import.fileNotKept')
  expect((await user.post<Row>(`${of(id)}/dismiss`)).body.dismissed_at).toEqual(expect.any(String))
  expect((await row()).dismissed_at).toEqual(expect.any(String))
  expect((await user.post<Row>(`${of(id)}/reopen`)).body.dismissed_at).toBeNull()
  // What was imported is undone, not dismissed.
  expect((await user.post<Refused>(`${of(done.body.id)}/dismiss`)).body.code).toBe('import.noQuestion')
})
