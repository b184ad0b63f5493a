import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReadStatement } from '../../main/core/statements/types.ts'
import { summarisePath } from '../../main/node/statements/summarise.ts'
import { expectSummary } from './expect-summary.ts'
import { read } from './reading.ts'
import * as camtStructures from './unseen/camt-structures.ts'
import * as columnsAlike from './unseen/columns-alike.ts'
import * as csv from './unseen/csv.ts'
import * as europeanBanks from './unseen/european-banks.ts'
import * as foundStructures from './unseen/found-structures.ts'
import * as habits from './unseen/habits.ts'
import * as moreTables from './unseen/more-tables.ts'
import * as otherDialects from './unseen/other-dialects.ts'
import * as recentTables from './unseen/recent-tables.ts'
import * as standards from './unseen/standards.ts'
import * as standardsOdd from './unseen/standards-odd.ts'
import * as worldBanks from './unseen/world-banks.ts'

/**
 * Files of our own in the manner of banks of many countries, whose numbers were written down before a reader saw them.
 * Their lines are mostly the same, so that a wrong number shows what was misread.
 */
const folder = join(import.meta.dirname, '../fixtures/statements')
const families = [csv, moreTables, habits, recentTables, standards, standardsOdd]
const laterFamilies = [europeanBanks, worldBanks, columnsAlike, camtStructures, otherDialects, foundStructures]
const expected = [...families, ...laterFamilies].flatMap(({ expectations }) => expectations)

test.each(expected)('$file', async (wanted) => {
  const [summary] = await summarisePath(join(folder, wanted.file))
  if (summary === undefined) throw new Error('nothing was read')
  expectSummary(summary, wanted)
  if ('error' in wanted || wanted.statements.some(({ booked }) => booked === undefined)) return
  const { statements } = await read(await readFile(join(folder, wanted.file)))
  expect(statements.map(bookedLines)).toEqual(wanted.statements.map(({ booked }) => booked))
})

const bookedLines = ({ entries }: ReadStatement) =>
  entries
    .filter(({ bankStatus }) => bankStatus === 'booked')
    .map(({ bookingDate, amount }) => `${bookingDate} ${amount}`)

test('every file of the folder is expected to read as something', async () => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = files.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  expect(names.sort()).toEqual(expected.map(({ file }) => join(folder, file)).sort())
})
