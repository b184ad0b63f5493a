import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempDir } from '../../support/temp-dir.ts'
import { openCase125 } from '../support/report-world.ts'
import { copyOf, tamper } from '../support/verify.ts'

const cli = join(import.meta.dirname, '..', '..', '..', 'main', 'audit-cli.ts')
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  return { status, lines: stdout.trimEnd().split('\n'), stderr }
}

test('verify says clean with exit code 0, and names an edit with exit code 1; JSON is the last line', async () => {
  const { core } = await openCase125()
  const clean = run('verify', '--data', core.dataDir, '--json')
  expect(clean.status).toBe(0)
  expect(JSON.parse(clean.lines.at(-1) ?? '')).toMatchObject({ clean: true, faults: [] })
  expect(clean.lines[0]).toMatch(/^Clean: \d+ events/)

  const copy = copyOf(core.dataDir)
  tamper(copy, `update ledger_entries set amount = amount + 1 where document_no = '000123'`)
  const edited = run('verify', '--data', copy, '--json')
  expect(edited.status).toBe(1)
  expect(JSON.parse(edited.lines.at(-1) ?? '')).toMatchObject({
    clean: false,
    faults: [
      { kind: 'object', entity: 'ledger_entry', field: 'amount', code: 'changed' },
      { entity: 'ledger_entry', field: 'signed' },
    ],
  })
})

test('a folder without data, and a command nobody knows, end with 2 and say why', () => {
  expect(run('verify', '--data', tempDir())).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no data file'),
  })
  expect(run('repair')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
})
