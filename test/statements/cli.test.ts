import { execFile } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPath } from '../../main/node/statements/open-path.ts'
import { tempDir } from '../support/temp-dir.ts'
import { writeZip } from '../support/zip-writer.ts'
import { writeCamt, writeOne } from './camt-writer.ts'

const program = join(import.meta.dirname, '../../main/statements-cli.ts')

function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

const lastLine = (text: string) => JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')

const statement = writeOne({
  opening: '10.00',
  closing: '7.50',
  entries: [{ amount: '1.50' }, { amount: '4.00', direction: 'DBIT' }, { amount: '9.00', status: 'PDNG' }],
})

const summed = {
  account: 'DE02120300000000202051',
  currency: 'EUR',
  opening: '1000',
  closing: '750',
  entries: 2,
  credit_count: 1,
  credit_sum: '150',
  debit_count: 1,
  debit_sum: '400',
  proof: 'proved',
}

test('--json ends with one line in the fixed form', async () => {
  const path = join(tempDir(), 'a.xml')
  writeFileSync(path, statement)
  const { code, stdout } = await run(path, '--json')
  expect(code).toBe(0)
  expect(lastLine(stdout)).toEqual({
    files: [{ file: path, format: 'camt.053', error: null, warnings: [], statements: [summed] }],
  })
})

test('each file stands for itself; one that fails makes the exit code 1', async () => {
  const folder = tempDir()
  const good = join(folder, 'good.xml')
  const bad = join(folder, 'bad.pdf')
  const missing = join(folder, 'missing.xml')
  writeFileSync(good, statement)
  writeFileSync(bad, '%PDF-1.7')
  const { code, stdout, stderr } = await run('--json', good, bad, missing, folder)
  expect(code).toBe(1)
  expect(stderr).toBe('')
  const { files } = lastLine(stdout)
  expect(files.map((file: { error: { code: string } | null }) => file.error?.code ?? null)).toEqual([
    null,
    'pdf_not_supported',
    'file_not_found',
    'file_not_plain',
  ])
  expect(files[1]).toMatchObject({ file: bad, statements: [], warnings: [] })
})

test('members of an archive are files of their own', async () => {
  const path = join(tempDir(), 'bank.zip')
  const members = [
    { name: 'a.xml', content: statement },
    { name: 'copy.xml', content: statement },
    { name: 'sub/b.xml', content: writeCamt() },
  ]
  writeFileSync(path, writeZip(members))
  const { code, stdout } = await run('--json', path)
  expect(code).toBe(1)
  expect(lastLine(stdout).files).toMatchObject([
    { file: `${path}/a.xml`, error: null, warnings: ['archive_duplicate_member'], statements: [summed] },
    { file: `${path}/sub/b.xml`, error: { code: 'no_statement' } },
  ])
})

test('a question about amounts is an error without a proof, a warning with one', async () => {
  const folder = tempDir()
  const question = join(folder, 'question.xml')
  const entries = [{ amount: '-40.00', reversal: true }]
  writeFileSync(question, writeOne({ opening: '0', closing: '40.00', entries }))
  const { stdout } = await run('--json', question)
  expect(lastLine(stdout).files[0]).toMatchObject({ error: { code: 'question_amount_sign' }, statements: [] })
})

test('for people: format, balances, counts, proof and warnings in words', async () => {
  const path = join(tempDir(), 'a.xml')
  writeFileSync(path, Buffer.from(statement.replace('<Sts>PDNG</Sts>', '<Sts>PDNG</Sts><!-- ü -->'), 'latin1'))
  const { code, stdout } = await run(path)
  expect(code).toBe(0)
  expect(stdout).toContain('format     camt.053 (camt.053.001.02)')
  expect(stdout).toContain('encoding   windows-1252')
  expect(stdout).toContain('opening  10.00 on 2025-03-03 (OPBD)')
  expect(stdout).toContain('credits  1 of 1.50')
  expect(stdout).toContain('proof    proved')
  expect(stdout).toContain('besides  1 lines that are not booked')
  expect(stdout).toContain('encoding_mismatch')
})

test('without files it says how it is used', async () => {
  const { code, stderr } = await run()
  expect(code).toBe(2)
  expect(stderr).toContain('Usage')
  expect((await run('--unknown')).code).toBe(2)
})

test('a file that is written while it is read is refused', async () => {
  const folder = tempDir()
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'growing.csv')
  writeFileSync(path, 'x'.repeat(300_000))
  const [file] = await openPath(path)
  const bytes = file?.bytes()
  await bytes?.next()
  appendFileSync(path, 'more')
  await expect(
    (async () => {
      for await (const chunk of bytes ?? []) expect(chunk.length).toBeGreaterThan(0)
    })(),
  ).rejects.toMatchObject({ code: 'file_changed' })
})

test('a name that is not UTF-8 is found by its bytes', async () => {
  const folder = tempDir()
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.xml')]), statement)
  const { code, stdout } = await run(join(folder, 'caf\ufffd.xml'), '--json')
  expect(code).toBe(0)
  expect(lastLine(stdout).files[0].statements).toEqual([summed])
  expect(lastLine((await run(join(folder, 'th\ufffd.xml'), '--json')).stdout).files[0].error.code).toBe(
    'file_not_found',
  )
})
