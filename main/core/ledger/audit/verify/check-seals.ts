import { migrations, schemaVersion } from '../../../db/migrate.ts'
import { rowSeals } from '../../../db/migrations/0010-row-seals.ts'
import type { Database } from '../../../db/open.ts'
import { type SealedTable, sealExpressions } from '../../../db/row-seals.ts'
import { sealedTables } from '../../../db/sealed-tables.ts'
import { type Fault, objectFault } from './fault.ts'

interface Subject {
  /** How the trail calls a row of the table, or what it is a part of. */
  readonly entity: string
  /** SQL of the id in the trail, where that is not the key, and what of it the row is. */
  readonly of?: { readonly id: string; readonly field: string }
  /** SQL of the user whose row it is. */
  readonly owner: string
}

const ofRun = '(select user_id from reconciliation_runs where id = row.run_id)'
const ofLedger = '(select user_id from ledgers where id = row.ledger_id)'
const subjects: Readonly<Record<string, Subject>> = {
  ledgers: { entity: 'ledger', owner: 'row.user_id' },
  ledger_transactions: { entity: 'ledger_transaction', owner: 'row.user_id' },
  ledger_entries: { entity: 'ledger_entry', owner: 'row.user_id' },
  ledger_imports: { entity: 'ledger_import', owner: 'row.user_id' },
  counterparties: { entity: 'counterparty', owner: 'row.user_id' },
  reconciliation_runs: { entity: 'run', owner: 'row.user_id' },
  source_files: { entity: 'source_file', owner: ofRun },
  statements: { entity: 'statement', owner: ofRun },
  source_entries: { entity: 'item', owner: ofRun },
  ledger_matches: { entity: 'match', owner: ofRun },
  match_legs: {
    entity: 'match',
    of: { id: 'row.match_id', field: 'legs' },
    owner: `(select r.user_id from ledger_matches m join reconciliation_runs r on r.id = m.run_id
      where m.id = row.match_id)`,
  },
  rejected_pairs: { entity: 'ledger', of: { id: 'row.ledger_id', field: 'rejected_pairs' }, owner: ofLedger },
  discrepancies: { entity: 'discrepancy', owner: ofRun },
  reconciliation_rules: { entity: 'rule', owner: 'row.user_id' },
  closing_proposals: { entity: 'item', of: { id: 'row.source_entry_id', field: 'proposed_closing' }, owner: ofRun },
  audit_events: { entity: 'audit_event', owner: 'row.user_id' },
  csv_mappings: { entity: 'mapping', owner: 'row.user_id' },
  sign_readings: { entity: 'sign_reading', owner: 'row.user_id' },
}

/** Whether the file comes from a program that sealed rows; an older one has its trail only. */
const hasSeals = (db: Database): boolean => schemaVersion(db) > migrations.indexOf(rowSeals)

/** The tables that a file of this schema seals; none before the seals. */
export const sealedTablesOf = (db: Database): readonly SealedTable[] =>
  hasSeals(db) ? sealedTables.filter(({ since = 0 }) => schemaVersion(db) >= since) : []

/** Every row of the books must fit its seal, every row have one, and every seal a row. Needs `registerSeal`. */
export function checkSeals(db: Database): Fault[] {
  return sealedTablesOf(db).flatMap((table) => tableFaults(db, table))
}

function tableFaults(db: Database, table: SealedTable): Fault[] {
  const { name, only } = table
  const { id: key, seal } = sealExpressions(db, table, 'row')
  const { entity, of, owner } = subjects[name] ?? { entity: name, owner: 'null' }
  const rows = db
    .prepare<[], { id: string; sealed: number; owner: string | null }>(
      `select cast(${of?.id ?? key} as text) as id, s.seal is not null as sealed, ${owner} as owner from ${name} row
       left join row_seals s on s.subject = '${name}' and s.id = ${key}
       where s.seal is not ${seal} ${only === undefined ? '' : `and ${only}`}`,
    )
    .all()
  const gone = db
    .prepare<[], string>(
      `select s.id from row_seals s where s.subject = '${name}' and s.id not in (select ${key} from ${name} row)`,
    )
    .pluck()
    .all()
  const fault = (id: string, code: Fault['code'], what: string, userId: string | null): Fault => ({
    ...objectFault(entity, id, code, `${of ? `(${of.field}) ` : ''}${what} by something else than the program`),
    field: of?.field ?? null,
    userId,
  })
  return [
    ...rows.map((row) =>
      row.sealed === 1
        ? fault(row.id, 'changed', 'was changed', row.owner)
        : fault(row.id, 'not_recorded', 'was added', row.owner),
    ),
    ...gone.map((row) => fault(row, 'missing', 'was taken away', null)),
  ]
}
