import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { badFiles } from '../../statements/bad-files.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun } from '../support/world.ts'

vi.setConfig({ testTimeout: 240_000 })

/** Beyond what the program held before. */
const mostMb = 200
const heldMb = () => process.resourceUsage().maxRSS / 1024

test('a run refuses each kind of bad file by its code and status, keeps nothing of it and holds little memory', async () => {
  const { core, user, run, items } = await openRun()
  // What a thread needs that reads a good file is no matter of bad ones.
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 100, date: '2025-01-10' }] }))
  const before = heldMb()

  const answers = []
  for (const { content, file } of badFiles) answers.push(await uploadTo(core, user, run.id, content, {}, file))

  expect(answers.map(({ status, body }, at) => [badFiles[at]?.name, status, body.code])).toEqual(
    badFiles.map(({ name, status, code }) => [name, status, code]),
  )
  expect(answers.every(({ body }) => (body.message ?? '') !== '')).toBe(true)
  expect(heldMb() - before).toBeLessThan(mostMb)
  expect(await items()).toHaveLength(1)
  expect(readdirSync(join(core.dataDir, 'uploads'))).toEqual([])
})

test('a file in another encoding than it says is read, with a warning', async () => {
  const { core, user, run, items } = await openRun()
  const file = camt({ entries: [{ amount: 100, date: '2025-01-10', name: 'Müller' }] })

  const { status, body } = await uploadTo(core, user, run.id, new Uint8Array(Buffer.from(file, 'latin1')))

  expect([status, body.warnings.map(({ code }) => code)]).toEqual([201, ['encoding_mismatch']])
  expect((await items()).map(({ counterparty_name: name }) => name)).toEqual(['Müller'])
})
