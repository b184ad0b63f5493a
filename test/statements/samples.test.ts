import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type FileSummary, summarisePath } from '../../main/node/statements/summarise.ts'
import { expectSummary } from './expect-summary.ts'
import type { Expectation } from './samples/expectation.ts'

/**
 * Every shared sample read as the command reads it, against what its file says to the eye, printed as a table. One file
 * of expectations for each format in samples/. Skipped where the samples are not there: they are no part of the program.
 */
const folder = join(import.meta.dirname, '../../../shared/samples/statements')
const isHere = existsSync(folder)
const modules = import.meta.glob<{ expectations: readonly Expectation[] }>(
  ['./samples/*.ts', '!./samples/expectation.ts'],
  { eager: true },
)
const expected = Object.values(modules).flatMap(({ expectations }) => expectations)
const table: string[] = []

afterAll(() => {
  const text = isHere ? table.join('\n') : `samples skipped: ${folder} is not there`
  process.stdout.write(`\n${text}\n`)
})

async function summaryOf(file: string): Promise<FileSummary> {
  const [summary] = await summarisePath(join(folder, file))
  if (summary === undefined) throw new Error(`nothing was read of ${file}`)
  return summary
}

function note({ file, format, error, statements }: FileSummary): void {
  const name = relative(folder, file)
  if (error !== null) table.push(`${name}\n    refused: ${error.code}`)
  else table.push(`${name}  ${format}`)
  for (const { account, currency, booked, opening, closing, proof } of statements)
    table.push(
      `    ${account ?? '-'} ${currency ?? '-'}  ${booked.entries} lines  ${opening?.amount ?? '-'} +${booked.creditSum} -${booked.debitSum} = ${closing?.amount ?? '-'}  ${proof.status} ${proof.difference ?? ''}`,
    )
}

test.skipIf(!isHere).each(expected)('sample $file', async (wanted) => {
  const summary = await summaryOf(wanted.file)
  note(summary)
  expectSummary(summary, wanted)
})

test.skipIf(!isHere)('no sample ends in anything but statements or a named refusal', async () => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files)
    for (const { error } of await summarisePath(join(parentPath, name)))
      expect.soft(error?.code, name).not.toBe('internal_error')
})
