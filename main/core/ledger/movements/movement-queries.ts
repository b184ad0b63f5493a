import type { Database } from '../../db/open.ts'
import { type ItemRow, stageQueries } from '../sources/stage-queries.ts'

/** A movement of the other half as a run takes it over. */
export interface BankMovement {
  readonly id: string
  readonly external_id: string
  /** Minor units of two decimals, whatever the currency. */
  readonly amount_minor: number
  readonly currency: string
  readonly sender_name: string | null
  readonly reference_text: string | null
  readonly received_at: number
}

/** A line that a movement became, or turned out to be. */
interface TakenMovement {
  readonly id: string
  readonly movement_id: string
  readonly run_id: string
  readonly removed_at: number | null
  readonly is_gone: number | null
  readonly is_free: number
}

export interface FileLine {
  readonly id: string
  readonly booking_date: string
  readonly amount: number
  readonly counterparty_name: string | null
  readonly remittance_text: string | null
  readonly bank_reference: string | null
}

export function movementQueries(db: Database) {
  const received = db.prepare<[string, string, number, number], BankMovement>(
    `select id, external_id, amount_minor, currency, sender_name, reference_text, received_at from movements
     where account_id = ? and currency = ? and received_at >= ? and received_at < ?
     order by received_at, id`,
  )
  const taken = db.prepare<[string], TakenMovement>(
    `select id, movement_id, run_id, removed_at, json_extract(facts, '$.movementGone') as is_gone,
       allocated = 0 and allocated_parts = 0 and closed_at is null as is_free
     from source_entries where ledger_id = ? and movement_id is not null and level = 'entry'`,
  )
  const fileLines = db.prepare<[string, string, string, string], FileLine>(
    `select i.id, i.booking_date, i.amount, i.counterparty_name, i.remittance_text, i.bank_reference from items i
     where i.ledger_id = ? and i.currency = ? and i.booking_date between ? and ? and i.parent_entry_id is null
       and i.bank_status = 'booked' and i.amount > 0 and i.source_file_id is not null
     order by i.booking_date, i.position, i.id`,
  )
  const seen = db
    .prepare<[string], string>(
      `select json_extract(facts, '$.sameAs') from source_entries
       where ledger_id = ? and movement_id is not null and removed_at is not null
         and json_extract(facts, '$.sameAs') is not null`,
    )
    .pluck()
  const lastPosition = db
    .prepare<[string], number | null>('select max(position) from source_entries where run_id = ?')
    .pluck()
  const takeAway = db.prepare(
    `update source_entries set removed_at = ?, facts = json_set(facts, '$.movementGone', 1) where id = ?`,
  )
  const bringBack = db.prepare(
    `update source_entries set removed_at = null, facts = json_remove(facts, '$.movementGone') where id = ?`,
  )
  const retire = db.prepare(
    `update source_entries set removed_at = ?, facts = json_set(facts, '$.sameAs', ?) where id = ?`,
  )
  const { insertItem } = stageQueries(db)
  return {
    received: (accountId: string, currency: string, from: number, until: number) =>
      received.all(accountId, currency, from, until),
    taken: (ledgerId: string) => taken.all(ledgerId),
    /** Credits that files brought, without those that a movement turned out to be. */
    fileLines(ledgerId: string, currency: string, from: string, to: string): FileLine[] {
      const paired = new Set(seen.all(ledgerId))
      return fileLines.all(ledgerId, currency, from, to).filter(({ id }) => !paired.has(id))
    },
    lastPosition: (runId: string) => lastPosition.get(runId) ?? 0,
    insert: (row: ItemRow) => insertItem.run(row),
    takeAway: (id: string, at: number) => takeAway.run(at, id),
    bringBack: (id: string) => bringBack.run(id),
    retire: (id: string, sameAs: string, at: number) => retire.run(at, sameAs, id),
  }
}
