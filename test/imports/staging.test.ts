import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../main/core/db/open.ts'
import { createWriteTurn } from '../../main/core/db/write-turn.ts'
import { createLineTable, lineRow } from '../../main/core/imports/line-table.ts'
import { lineKeyOf } from '../../main/core/imports/resolve-lines.ts'
import { createStaging } from '../../main/core/imports/staging.ts'
import type { FileLine, ImportInput } from '../../main/core/imports/types.ts'
import { tempDir } from '../support/temp-dir.ts'

const lineOf = (at: number, strongKey: string | null = `R-${at}`): FileLine => ({
  statement: 0,
  position: at,
  layout: 'camt.053',
  bookingDate: '2025-03-14',
  valueDate: null,
  amountMinor: 100 + at,
  currency: 'EUR',
  name: `Payer ${at}`,
  text: null,
  strongKey,
  fingerprint: `20250314.${at}`,
  occurrence: 1,
  facts: null,
})

function open() {
  const db = openDatabase(join(tempDir(), 'test.db'))
  onTestFinished(() => void db.close())
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
    insert into statement_imports (id, account_id, origin, file_name, bytes, sha256, status, created_at)
      values ('i', 'a', 'upload', 'x.xml', 1, 'x', 'reading', 0);`)
  const table = createLineTable(db)
  const staging = createStaging(db, { importId: 'i', accountId: 'a' } as ImportInput, { turn: createWriteTurn() })
  const read = (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => lineRow(lineOf(table.count + at + 1)))
    table.take([{ kind: 'rows', rows }])
    staging.ahead(table.count)
  }
  const staged = () =>
    db
      .prepare<[], { position: number; strong_key: string | null; line_key: string }>(
        'select position, strong_key, line_key from import_lines order by id',
      )
      .all()
  return { table, staging, read, staged }
}

test('lines are staged while they are read, and follow what becomes of their keys', () => {
  const { table, staging, read, staged } = open()
  for (let batch = 0; batch < 7; batch += 1) read(250)
  expect(staging.count).toBe(1_500)
  expect(table.count).toBe(1_750)

  for (const n of [1, 500, 501, 1_500, 1_501]) {
    const steps = [{ kind: 'drop-key', n } as const]
    table.take(steps)
    staging.follow(steps)
  }
  while (staging.count < table.count) staging.next(table.count)

  const lines = staged()
  expect(lines.map(({ position }) => position)).toEqual(Array.from({ length: 1_750 }, (_, at) => at + 1))
  expect(lines.flatMap((line) => (line.strong_key === null ? [line.position] : []))).toEqual([
    1, 500, 501, 1_500, 1_501,
  ])
  for (const { position, strong_key: key, line_key: lineKey } of lines)
    expect(lineKey).toBe(lineKeyOf(lineOf(position, key)))
  expect(staging.isWhole).toBe(true)
})

test('a currency that is known late asks for staging again', () => {
  const { staging, read, staged } = open()
  for (let batch = 0; batch < 4; batch += 1) read(250)
  staging.follow([{ kind: 'name-currency', after: 1_000, currency: 'EUR' }])
  expect(staging.isWhole, 'lines after those that are staged').toBe(true)

  staging.follow([{ kind: 'name-currency', after: 999, currency: 'EUR' }])

  expect(staging.isWhole).toBe(false)
  staging.clear()
  expect([staging.count, staging.isWhole, staged()]).toEqual([0, true, []])
})
