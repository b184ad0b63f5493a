import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** Half of a SHA-256 is beyond what anybody can construct a second row for. */
const sealBytes = 16

/**
 * Gives a connection the function that the triggers of sealed tables call. A connection without it (any other tool)
 * cannot write those tables at all; whoever drops the triggers first leaves rows that do not fit their seals.
 */
export function registerSeal(db: Database): void {
  db.function('row_seal', { deterministic: true }, (text: unknown) =>
    hash('sha256', String(text), 'buffer').subarray(0, sealBytes),
  )
}

export interface SealedTable {
  readonly name: string
  /** The schema that brought the table, where that was after the seals. */
  readonly since?: number
  /** Columns that name a row. */
  readonly key: readonly string[]
  /** Rows of which this is true of `row` are sealed; without it all. */
  readonly only?: string
  /** Columns of which only the length is sealed: large bytes whose hash stands elsewhere. */
  readonly byLength?: readonly string[]
}

/** SQL that names a row, and its seal over every stored column; `row` is a table, an alias, `new` or `old`. */
export function sealExpressions(db: Database, { name, key, byLength = [] }: SealedTable, row: string) {
  const columns = db
    .prepare<[string], { name: string; type: string }>(
      'select name, type from pragma_table_xinfo(?) where hidden = 0 order by cid',
    )
    .all(name)
  const value = (column: { name: string; type: string }) => {
    const cell = `${row}.${column.name}`
    if (byLength.includes(column.name)) return `length(${cell})`
    // Text that a JSON function just made would be taken for JSON in a trigger, and for text when it is read back.
    return column.type === 'TEXT' ? `${cell} || ''` : cell
  }
  return {
    id: key.map((column) => `${row}.${column}`).join(` || '/' || `),
    seal: `row_seal(json_array(${columns.map(value).join(', ')}))`,
  }
}

/** The triggers that keep the seals of a table, by name. */
export function sealTriggers(db: Database, table: SealedTable): ReadonlyMap<string, string> {
  const { name, only } = table
  const after = sealExpressions(db, table, 'new')
  const before = sealExpressions(db, table, 'old')
  const when = (row: string) => (only === undefined ? '' : `when ${only.replaceAll('row.', `${row}.`)} `)
  const put = `insert or replace into row_seals (subject, id, seal) values ('${name}', ${after.id}, ${after.seal})`
  const change = `update row_seals set seal = ${after.seal} where subject = '${name}' and id = ${after.id}`
  // Asks for the function too, so that no other tool takes a row away together with its seal.
  const drop = `delete from row_seals where subject = '${name}' and id = ${before.id} and row_seal('') is not null`
  const trigger = (event: string, row: string, work: string) =>
    [
      `${name}_sealed_${event}`,
      `create trigger ${name}_sealed_${event} after ${event} on ${name} ${when(row)}begin ${work}; end`,
    ] as const
  return new Map([trigger('insert', 'new', put), trigger('update', 'new', change), trigger('delete', 'old', drop)])
}

/**
 * Puts the triggers of a table in place for its columns of this moment and seals every row as it is. For migrations: one
 * that changes the columns of a sealed table ends with this.
 */
export function sealTable(db: Database, table: SealedTable): void {
  const { id, seal } = sealExpressions(db, table, 'row')
  db.prepare('delete from row_seals where subject = ?').run(table.name)
  db.exec(
    `insert into row_seals (subject, id, seal) select '${table.name}', ${id}, ${seal} from ${table.name} row
     ${table.only === undefined ? '' : `where ${table.only}`}`,
  )
  for (const [name, sql] of sealTriggers(db, table)) db.exec(`drop trigger if exists ${name}; ${sql}`)
}
