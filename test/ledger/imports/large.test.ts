import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { camt, uploadTo } from '../support/statement-files.ts'
import { verifyFolder } from '../support/verify.ts'
import { openRun } from '../support/world.ts'

// How fast a file of 180 MB is read is measured by the bench; here a cancelled one must leave nothing.
vi.setConfig({ testTimeout: 180_000 })

interface Progress {
  readonly step: string
  readonly done: number
  readonly rows?: number
}

const lines = (count: number) =>
  camt({
    entries: Array.from({ length: count }, (_, at) => ({ amount: 100 + at, date: '2025-01-10', text: `L ${at}` })),
  })

test('37: a large file is imported while the program answers, and cancelled it leaves no line', async () => {
  const { core, user, run, path, items, read } = await openRun()
  const sending = uploadTo(core, user, run.id, lines(30_000))
  let answers = 0
  await expect
    .poll(
      async () => {
        const { body } = await user.get<Progress | null>(`${path}/progress`)
        if ((await user.get('/v1/ledgers')).status === 200) answers += 1
        return (body?.rows ?? 0) > 0
      },
      { timeout: 120_000, interval: 10 },
    )
    .toBe(true)
  expect(answers).toBeGreaterThan(0)
  expect((await user.post(`${path}/cancel`)).status).toBe(200)
  const refused = await sending
  expect([refused.status, refused.body.code]).toEqual([409, 'work.cancelled'])

  expect(await items()).toEqual([])
  const db = new SqliteDatabase(join(core.dataDir, 'reconbanker.db'), { readonly: true })
  const count = (table: string) => db.prepare(`select count(*) from ${table}`).pluck().get()
  expect([count('source_entries'), count('statements')]).toEqual([0, 0])
  db.close()
  expect(verifyFolder(core.dataDir).faults).toEqual([])

  expect((await uploadTo(core, user, run.id, lines(3))).body).toMatchObject({ imported: 3 })
  expect(await read()).toMatchObject({ status: 'pending', proof_status: 'proved' })
})
