import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { summarisePath } from '../../main/node/statements/summarise.ts'
import { expectSummary } from './expect-summary.ts'
import * as csv from './unseen/csv.ts'
import * as habits from './unseen/habits.ts'
import * as moreTables from './unseen/more-tables.ts'
import * as recentTables from './unseen/recent-tables.ts'
import * as standards from './unseen/standards.ts'
import * as standardsOdd from './unseen/standards-odd.ts'

/**
 * Files of our own in the manner of banks of many countries, whose numbers were written down before a reader saw them.
 * Their lines are mostly the same, so that a wrong number shows what was misread.
 */
const folder = join(import.meta.dirname, '../fixtures/statements')
const expected = [csv, moreTables, habits, recentTables, standards, standardsOdd].flatMap(
  ({ expectations }) => expectations,
)

test.each(expected)('$file', async (wanted) => {
  const [summary] = await summarisePath(join(folder, wanted.file))
  if (summary === undefined) throw new Error('nothing was read')
  expectSummary(summary, wanted)
})

test('every file of the folder is expected to read as something', async () => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = files.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  expect(names.sort()).toEqual(expected.map(({ file }) => join(folder, file)).sort())
})
