import type { Store } from '../../db/store.ts'
import type { TrailRow } from './chain.ts'

interface Leg {
  readonly item: string | null
  readonly entry: string | null
}
interface Legs {
  readonly legs?: readonly { sourceEntryId?: string | null; ledgerEntryId?: string | null }[]
}
interface Recorded extends Legs {
  readonly match?: Legs
  readonly source_entry_id?: string | null
  readonly ledger_entry_id?: string | null
  readonly match_id?: string | null
}

const recorded = (text: string | null): Recorded | null => (text === null ? null : (JSON.parse(text) as Recorded))
const legIn = (record: Recorded | null): Leg | null => {
  const [first] = record?.match?.legs ?? record?.legs ?? []
  return first ? { item: first.sourceEntryId ?? null, entry: first.ledgerEntryId ?? null } : null
}

/**
 * What an event is about where its own record has ids only: the line or the entry of a match, of a discrepancy, of what
 * was taken back; `null` where the record says it itself, or where it is gone. It is looked up now, and no part of the chain.
 */
export function createSubjects({ db }: Pick<Store, 'db'>): (row: TrailRow) => string | null {
  const line = db
    .prepare<[string], string | null>(
      `select trim(coalesce(counterparty_name, remittance_text, bank_reference, '') || ' · ' || booking_date, ' ·')
       from source_entries where id = ?`,
    )
    .pluck()
  const entry = db
    .prepare<[string], string | null>(
      `select trim(coalesce(counterparty_name, document_no, nullif(description, ''), '') || ' · ' || booking_date, ' ·')
       from ledger_entries where id = ?`,
    )
    .pluck()
  const firstLeg = db.prepare<[string], Leg>(
    'select source_entry_id as item, ledger_entry_id as entry from match_legs where match_id = ? order by source_entry_id is null limit 1',
  )
  const nameOf = ({ item, entry: id }: Leg): string | null =>
    (item === null ? null : line.get(item)) ?? (id === null ? null : entry.get(id)) ?? null
  const ofMatch = (id: string): string | null => {
    const leg = firstLeg.get(id)
    return leg === undefined ? null : nameOf(leg)
  }
  return (row) => {
    const record = recorded(row.after) ?? recorded(row.before)
    switch (row.entity) {
      case 'match': {
        const leg = legIn(recorded(row.after)) ?? legIn(recorded(row.before))
        return leg ? nameOf(leg) : ofMatch(row.entity_id)
      }
      case 'undo':
        return ofMatch(row.entity_id) ?? line.get(row.entity_id) ?? null
      case 'discrepancy': {
        const { source_entry_id: item = null, ledger_entry_id: id = null, match_id: match = null } = record ?? {}
        return nameOf({ item, entry: id }) ?? (match === null ? null : ofMatch(match))
      }
      default:
        return null
    }
  }
}
