import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { sealedTables } from '../../../main/core/db/sealed-tables.ts'
import { editable } from '../support/verify.ts'
import { openWorkedRun } from '../support/worked-run.ts'

// The books are made through the API, with imports and passes in threads; it takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

interface Column {
  readonly name: string
  readonly type: string
}
type File = ReturnType<typeof editable>

const tables = [...sealedTables.map(({ name }) => name), 'row_seals']

function columnsOf({ db }: File, table: string): Column[] {
  return db.prepare<[string], Column>('select name, type from pragma_table_xinfo(?) where hidden = 0').all(table)
}

/** SQL of a value that is not the one that stands there. */
const otherValue = ({ name, type }: Column, kind: number) =>
  type === 'INTEGER'
    ? [`coalesce(${name}, 0) + 1`, `-coalesce(${name}, 1) - 1`, `coalesce(${name}, 7) * 10 + 3`][kind]
    : type === 'BLOB'
      ? `x'00112233'`
      : [
          `coalesce(${name}, '') || 'x'`,
          `'-' || coalesce(${name}, '')`,
          `'{"a":' || length(coalesce(${name}, '')) || '}'`,
        ][kind]

const newKey = (column: Column, table: string) =>
  column.type === 'INTEGER' ? `(select max(${column.name}) + 1 from ${table})` : otherValue(column, 0)

/** One cell changed, one row deleted, or one row added that is a copy of another under a new key. */
function editOf(file: File, table: string, how: number, row: number, column: number, kind: number): string {
  const all = columnsOf(file, table)
  const rows = file.db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0
  const keys = file.db
    .prepare<[string], string>('select name from pragma_table_xinfo(?) where pk > 0 order by pk')
    .pluck()
    .all(table)
  const tuple = `(${keys.join(', ')})`
  const place = `${tuple} = (select ${keys.join(', ')} from ${table} order by ${keys.join(', ')} limit 1 offset ${row % rows})`
  if (how === 0) return `delete from ${table} where ${place}`
  const unique = ['num_id', 'code', 'id_client', 'idempotency_key', 'import_key', 'key']
  if (how === 1) {
    const own = all.filter(({ name }) => !unique.includes(name) || keys.includes(name))
    const copied = own.map((one) => (one.name === keys.at(-1) ? newKey(one, table) : one.name))
    const filled = all.filter((one) => !own.includes(one) && ['num_id', 'code', 'key'].includes(one.name))
    return `insert into ${table} (${[...own, ...filled].map(({ name }) => name).join(', ')})
      select ${[...copied, ...filled.map((one) => otherValue(one, 2))].join(', ')} from ${table} where ${place}`
  }
  const cell = all[column % all.length] as Column
  return `update ${table} set ${cell.name} = ${otherValue(cell, kind)} where ${place}`
}

test('whatever cell, row or seal of the books is changed, added or taken away, the check finds it', async () => {
  const file = editable((await openWorkedRun()).core.dataDir)
  const dropped = 'drop trigger audit_events_fixed; drop trigger audit_events_kept;'
  const kept = file.db
    .prepare<[], string>(`select sql from sqlite_master where name in ('audit_events_fixed', 'audit_events_kept')`)
    .pluck()
    .all()
  const empty = tables.filter((table) => file.db.prepare(`select 1 from ${table}`).get() === undefined)
  // What was decided is ended as well: no job of a run is left.
  expect(empty).toEqual(['ledger_imports', 'counterparties', 'sign_readings', 'run_jobs'])
  const number = fc.nat({ max: 10_000 })
  const edit = fc.tuple(
    fc.constantFrom(...tables.filter((table) => !empty.includes(table))),
    fc.nat({ max: 7 }),
    number,
    number,
    fc.nat({ max: 2 }),
  )
  const seen = new Set<string>()
  fc.assert(
    fc.property(edit, ([table, how, row, column, kind]) => {
      const sql = editOf(file, table, how, row, column, kind)
      seen.add(table)
      try {
        return !file.verdictAfter(`${dropped} ${sql}; ${kept.join(';')}`).clean
      } catch (error) {
        // The file itself does not take the edit: another row has that key.
        return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
      }
    }),
    { numRuns: 250 },
  )
  expect(seen.size).toBe(tables.length - empty.length)
  expect(file.verdictAfter('').faults).toEqual([])
})
