import type { Database } from '../../db/open.ts'
import type { Band, MatchKind, Reason } from '../engine/types.ts'
import type { Match, MatchLeg } from './types.ts'

interface MatchRow {
  readonly id: string
  readonly run_id: string
  readonly status: Match['status']
  readonly origin: Match['origin']
  readonly kind: MatchKind
  readonly difference: number
  readonly difference_treatment: string
  readonly write_off_transaction_id: string | null
  readonly score: number
  readonly band: Band
  readonly reasons: string
  readonly ambiguous_with: string
  readonly unattended: number
  readonly note: string | null
  readonly reject_reason: string | null
  readonly decided_by: string | null
  readonly decided_at: number | null
  readonly stable_key: string
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
}

interface LegRow {
  readonly match_id: string
  readonly side: 'source' | 'ledger'
  readonly source_entry_id: string | null
  readonly ledger_entry_id: string | null
  readonly amount: number
}

const toLeg = (row: LegRow): MatchLeg =>
  ({
    side: row.side,
    sourceEntryId: row.source_entry_id,
    ledgerEntryId: row.ledger_entry_id,
    amount: row.amount,
  }) as MatchLeg

const toMatch = (row: MatchRow, legs: readonly MatchLeg[]): Match => ({
  id: row.id,
  runId: row.run_id,
  status: row.status,
  origin: row.origin,
  kind: row.kind,
  difference: row.difference,
  treatment: JSON.parse(row.difference_treatment) as Match['treatment'],
  writeOffTransactionId: row.write_off_transaction_id,
  score: row.score,
  band: row.band,
  reasons: JSON.parse(row.reasons) as Reason[],
  ambiguousWith: JSON.parse(row.ambiguous_with) as string[],
  unattended: row.unattended === 1,
  note: row.note,
  rejectReason: row.reject_reason,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  stableKey: row.stable_key,
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  legs,
})

const toRow = (match: Match) => ({
  id: match.id,
  run_id: match.runId,
  status: match.status,
  origin: match.origin,
  kind: match.kind,
  difference: match.difference,
  difference_treatment: JSON.stringify(match.treatment),
  write_off_transaction_id: match.writeOffTransactionId,
  score: match.score,
  band: match.band,
  reasons: JSON.stringify(match.reasons),
  ambiguous_with: JSON.stringify(match.ambiguousWith),
  unattended: match.unattended ? 1 : 0,
  note: match.note,
  reject_reason: match.rejectReason,
  decided_by: match.decidedBy,
  decided_at: match.decidedAt,
  stable_key: match.stableKey,
  version: match.version,
  created_at: match.createdAt,
  modified_at: match.modifiedAt,
})

const fields = [
  'status',
  'origin',
  'kind',
  'difference',
  'difference_treatment',
  'write_off_transaction_id',
  'score',
  'band',
  'reasons',
  'ambiguous_with',
  'unattended',
  'note',
  'reject_reason',
  'decided_by',
  'decided_at',
  'version',
  'modified_at',
]

export function matchQueries(db: Database) {
  const all = ['id', 'run_id', 'stable_key', 'created_at', ...fields]
  const insert = db.prepare(
    `insert into ledger_matches (${all.join(', ')}) values (${all.map((name) => `@${name}`).join(', ')})`,
  )
  const update = db.prepare(
    `update ledger_matches set ${fields.map((name) => `${name} = @${name}`).join(', ')} where id = @id`,
  )
  const remove = db.prepare('delete from ledger_matches where id = ?')
  const insertLeg = db.prepare(
    `insert into match_legs (match_id, ordinal, side, source_entry_id, ledger_entry_id, amount)
     values (?, ?, ?, ?, ?, ?)`,
  )
  const removeLegs = db.prepare('delete from match_legs where match_id = ?')
  const legs = db.prepare<[string], LegRow>('select * from match_legs where match_id = ? order by ordinal')
  const byId = db.prepare<[string, string], MatchRow>(
    `select m.* from ledger_matches m join reconciliation_runs r on r.id = m.run_id where r.user_id = ? and m.id = ?`,
  )
  const ofRun = db.prepare<[string, string], MatchRow>('select * from ledger_matches where run_id = ? and status = ?')
  // Rivals may stand in other open runs of the ledger: what one run takes is gone for all.
  const suggestionsWith = db.prepare<[string, string], MatchRow>(
    `select distinct m.* from ledger_matches m join match_legs g on g.match_id = m.id
     where m.status = 'suggested' and (g.source_entry_id = ? or g.ledger_entry_id = ?)`,
  )
  const acceptedWith = db.prepare<[string, string], MatchRow>(
    `select distinct m.* from ledger_matches m join match_legs g on g.match_id = m.id
     where m.status = 'accepted' and (g.source_entry_id = ? or g.ledger_entry_id = ?) order by m.decided_at desc`,
  )
  const block = db.prepare(
    'insert or replace into rejected_pairs (ledger_id, stable_key, rejected_at, rejected_by) values (?, ?, ?, ?)',
  )
  const unblock = db.prepare('delete from rejected_pairs where ledger_id = ? and stable_key = ?')
  const blocked = db.prepare<[string], string>('select stable_key from rejected_pairs where ledger_id = ?').pluck()
  const allocateEntry = db.prepare(
    'update ledger_entries set allocated = allocated + ?, version = version + 1, modified_at = ? where id = ?',
  )
  // A transaction counts as reconciled while every entry in a reconcilable ledger is covered (3.2).
  const settleTransaction = db.prepare(
    `update ledger_transactions set reconciled_at = case
       when exists (select 1 from ledger_entries e join ledgers l on l.id = e.ledger_id
           where e.transaction_id = ledger_transactions.id and l.is_reconcilable = 1 and e.allocated <> e.signed)
         then null
       else coalesce(reconciled_at, @at) end
     where id = (select transaction_id from ledger_entries where id = @entryId)`,
  )
  const full = (row: MatchRow) => toMatch(row, legs.all(row.id).map(toLeg))
  const writeLegs = (match: Match) =>
    match.legs.forEach((leg, ordinal) => {
      insertLeg.run(match.id, ordinal, leg.side, leg.sourceEntryId, leg.ledgerEntryId, leg.amount)
    })
  return {
    insert(match: Match): void {
      insert.run(toRow(match))
      writeLegs(match)
    },
    update: (match: Match) => update.run(toRow(match)),
    /** As `update`, legs included. */
    replace(match: Match): void {
      update.run(toRow(match))
      removeLegs.run(match.id)
      writeLegs(match)
    },
    remove: (id: string) => remove.run(id),
    byId(userId: string, id: string): Match | null {
      const row = byId.get(userId, id)
      return row ? full(row) : null
    },
    ofRun: (runId: string, status: Match['status']) => ofRun.all(runId, status).map(full),
    suggestionsWith: (entryId: string) => suggestionsWith.all(entryId, entryId).map(full),
    acceptedWith: (entryId: string) => acceptedWith.all(entryId, entryId).map(full),
    block: (ledgerId: string, key: string, at: number, by: string) => block.run(ledgerId, key, at, by),
    unblock: (ledgerId: string, key: string) => unblock.run(ledgerId, key),
    blocked: (ledgerId: string): ReadonlySet<string> => new Set(blocked.all(ledgerId)),
    allocateEntry(entryId: string, amount: number, at: number): void {
      allocateEntry.run(amount, at, entryId)
      settleTransaction.run({ entryId, at })
    },
  }
}
