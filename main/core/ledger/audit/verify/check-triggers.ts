import type { Database } from '../../../db/open.ts'
import { sealTriggers } from '../../../db/row-seals.ts'
import { sealedTablesOf } from './check-seals.ts'
import type { Fault } from './fault.ts'

const plain = (sql: string) => sql.replace(/\s+/g, ' ').toLowerCase()

/** The guards of the tables must be there: without them the program could not have kept its promise. */
export function checkTriggers(db: Database): Fault[] {
  const read = db.prepare<[string], string>(`select sql from sqlite_master where type = 'trigger' and name = ?`).pluck()
  const guards: (readonly [string, (sql: string) => boolean])[] = [
    ['audit_events_fixed', (sql) => sql.includes('before update on audit_events') && sql.includes('raise(abort')],
    ['audit_events_kept', (sql) => sql.includes('before delete on audit_events') && sql.includes('raise(abort')],
  ]
  for (const table of sealedTablesOf(db))
    for (const [name, sql] of sealTriggers(db, table)) guards.push([name, (found) => found === plain(sql)])
  return guards.flatMap(([name, isRight]) => {
    const sql = plain(read.get(name) ?? '')
    if (isRight(sql)) return []
    return [
      {
        kind: 'event' as const,
        entity: 'audit_event',
        id: name,
        field: null,
        code: 'trigger' as const,
        message: `the trigger ${name} is ${sql === '' ? 'gone' : 'another one'}: its table is open to changes`,
      },
    ]
  })
}
