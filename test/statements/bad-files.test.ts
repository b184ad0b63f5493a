import { execFile } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempDir } from '../support/temp-dir.ts'
import { badFiles } from './bad-files.ts'
import { writeOne } from './camt-writer.ts'

const program = join(import.meta.dirname, '../../main/statements-cli.ts')
/** Node itself with the program needs about a third of it. */
const mostMb = 300
const tellsMemory = `data:text/javascript,process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS))`

interface Told {
  readonly files: readonly {
    readonly file: string
    readonly error: { readonly code: string; readonly message: string } | null
    readonly statements: readonly unknown[]
  }[]
}

/** The program on files, with the most memory it held. */
function read(...files: readonly string[]): Promise<{ code: number; told: Told; mb: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', tellsMemory, program, '--json', ...files], (error, stdout, stderr) => {
      const kb = Number(/maxRSS (\d+)/.exec(stderr)?.[1] ?? Number.NaN)
      const told = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Told
      resolve({ code: error ? Number(error.code) : 0, told, mb: kb / 1024 })
    })
  })
}

test('npm run statements refuses each kind of bad file by its code, in little memory', async () => {
  const folder = tempDir()
  const paths = badFiles.map(({ file, content }, at) => {
    const path = join(folder, `${at}-${file}`)
    writeFileSync(path, content)
    return path
  })

  const { code, told, mb } = await read(...paths)

  expect(code).toBe(1)
  // An archive that can be listed answers with its member.
  const codes = told.files.map(({ error }) => error?.code)
  expect(codes).toEqual(badFiles.map((bad) => bad.code))
  expect(told.files.every(({ statements, error }) => statements.length === 0 && error?.message)).toBe(true)
  expect(mb).toBeLessThan(mostMb)
}, 120_000)

test('files of more than 1 GiB are refused, whatever they begin with, in little memory', async () => {
  const folder = tempDir()
  const large = (name: string, start: string) => {
    const path = join(folder, name)
    writeFileSync(path, start)
    // Only said to be so large: the rest takes no place on the disk and reads as zeros.
    truncateSync(path, 2 ** 30 + 1)
    return path
  }

  const { code, told, mb } = await read(
    large('a.xml', writeOne({ entries: [{ amount: '1.00' }] }).slice(0, -60)),
    large('a.csv', ''),
  )

  expect(code).toBe(1)
  expect(told.files.map(({ error }) => error?.code)).toEqual(['file_too_large', 'format_unknown'])
  expect(mb).toBeLessThan(mostMb)
}, 240_000)
