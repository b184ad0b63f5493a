import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { asJson } from '../../main/node/statements/print.ts'
import { type FileSummary, summarisePath } from '../../main/node/statements/summarise.ts'
import type { Expectation, ExpectedStatement } from './samples/expectation.ts'

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

const inJson = ({ credits, debits, difference: _, ...rest }: ExpectedStatement) => ({
  ...rest,
  entries: credits[0] + debits[0],
  credit_count: credits[0],
  credit_sum: credits[1],
  debit_count: debits[0],
  debit_sum: debits[1],
})

test.skipIf(!isHere).each(expected)('sample $file', async (wanted) => {
  const summary = await summaryOf(wanted.file)
  note(summary)
  const [read] = JSON.parse(asJson([summary])).files
  if ('error' in wanted) {
    expect(read.error?.code).toBe(wanted.error)
    expect(read.statements).toEqual([])
    return
  }
  expect(read.error).toBeNull()
  expect(read.format).toBe(wanted.format)
  expect(read.statements).toEqual(wanted.statements.map(inJson))
  const differences = summary.statements.map(({ proof }) => (proof.difference ? String(proof.difference) : undefined))
  expect(differences).toEqual(wanted.statements.map(({ difference }) => difference))
  if (wanted.warnings !== undefined) expect(read.warnings).toEqual(wanted.warnings)
})

test.skipIf(!isHere)('no sample ends in anything but statements or a named refusal', async () => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files)
    for (const { error } of await summarisePath(join(parentPath, name)))
      expect.soft(error?.code, name).not.toBe('internal_error')
})
