import type { Database } from '../db/open.ts'
import type { Minor } from '../money.ts'
import { searchText } from '../movements/queries.ts'
import type { ApplyOrder } from './types.ts'

/** A staged line that is still to be applied. */
export interface WaitingLine {
  readonly id: number
  readonly line_key: string
  readonly booking_date: string
  readonly value_date: string | null
  readonly amount_minor: Minor
  readonly currency: string
  readonly name: string | null
  readonly text: string | null
  readonly strong_key: string | null
  readonly outcome: 'new' | 'known'
  readonly movement_id: string | null
  readonly facts: string | null
}

type GroupedLine = Pick<WaitingLine, 'id' | 'currency' | 'amount_minor'>

interface MovementRow {
  readonly id: string
  readonly external_id: string
  readonly amount_minor: Minor
  readonly currency: string
  readonly sender_name: string | null
  readonly reference_text: string | null
  readonly excluded_at: number | null
}

interface EnrichedLine {
  readonly id: number
  readonly movement_id: string
  readonly name: string | null
  readonly text: string | null
  readonly before: string
}

interface Before {
  readonly sender_name: string | null
  readonly reference_text: string | null
}

export function applyQueries(db: Database) {
  const waiting = (order: string) =>
    db.prepare<[string], GroupedLine>(
      `select id, currency, amount_minor from import_lines where import_id = ? and applied = 0 order by ${order}, id`,
    )
  const [byAmount, byTime] = [waiting('currency, amount_minor'), waiting('booking_date')]
  const line = db.prepare<[number], WaitingLine>(
    `select id, line_key, booking_date, value_date, amount_minor, currency, name, text, strong_key, outcome,
            movement_id, facts from import_lines where id = ?`,
  )
  const settle = db.prepare(
    'update import_lines set applied = 1, outcome = ?, movement_id = ?, before = ? where id = ?',
  )
  const stored = db.prepare<[string, string], string>(
    'select id from movements where account_id = ? and external_id = ?',
  )
  const movement = db.prepare<[string], MovementRow>(
    `select id, external_id, amount_minor, currency, sender_name, reference_text, excluded_at from movements
      where id = ?`,
  )
  const rewrite = db.prepare('update movements set sender_name = ?, reference_text = ?, search_text = ? where id = ?')
  const enriched = db.prepare<[string], EnrichedLine>(
    `select id, movement_id, name, text, before from import_lines
      where import_id = ? and outcome = 'enriched' and movement_id is not null`,
  )
  const restored = db.prepare(`update import_lines set outcome = 'known', before = null where id = ?`)
  const ofImport = db.prepare<[string], { id: string; amount_minor: Minor; currency: string }>(
    'select id, amount_minor, currency from movements where import_id = ? order by currency, amount_minor, rowid',
  )
  const isSighted = db
    .prepare<[string], number>('select exists (select 1 from movement_sightings where movement_id = ?)')
    .pluck()
  const otherImport = db
    .prepare<[string, string], string>(
      `select l.import_id from import_lines l join statement_imports i on i.id = l.import_id
        where l.movement_id = ? and l.import_id <> ? and i.status in ('applying', 'done') order by i.created_at limit 1`,
    )
    .pluck()
  const handOn = db.prepare('update movements set import_id = ? where id = ?')
  const remove = db.prepare('delete from movements where id = ?')

  const write = (row: MovementRow, sender: string | null, text: string | null) =>
    rewrite.run(
      sender,
      text,
      searchText(
        { externalId: row.external_id, senderName: sender, amountMinor: row.amount_minor, currency: row.currency },
        text,
      ),
      row.id,
    )

  return {
    /** Lines with what groups them: those of one amount together, or in order of time. */
    waiting: (importId: string, order: ApplyOrder) => (order === 'amount' ? byAmount : byTime).all(importId),
    /** Null when the account's data was wiped meanwhile. */
    line: (id: number) => line.get(id) ?? null,
    settle(id: number, outcome: 'new' | 'known' | 'enriched', movementId: string | null, before: Before | null): void {
      settle.run(outcome, movementId, before && JSON.stringify(before), id)
    },
    stored: (accountId: string, externalId: string) =>
      (stored.pluck().get(accountId, externalId) as string | undefined) ?? null,
    /**
     * Gives a movement what the file says beyond it: a name where it had none or only a piece of text, a longer text.
     * Null when nothing is new; a name that is there stays, since matches rest on it.
     */
    enrich(movementId: string, name: string | null, text: string | null): { row: MovementRow; before: Before } | null {
      const row = movement.get(movementId)
      if (!row) return null
      const before = { sender_name: row.sender_name, reference_text: row.reference_text }
      const isName = row.sender_name?.trim() && !row.reference_text?.startsWith(row.sender_name)
      const sender = isName ? row.sender_name : (name ?? row.sender_name)
      const shown = (text ?? '').length > (row.reference_text ?? '').length ? text : row.reference_text
      if (sender === row.sender_name && shown === row.reference_text) return null
      write(row, sender, shown)
      return { row, before }
    },
    enriched: (importId: string) => enriched.all(importId),
    /** Takes back what an enrichment changed, where nothing has changed it again since. */
    restore({ id, movement_id: movementId, name, text, before }: EnrichedLine): void {
      const row = movement.get(movementId)
      const was = JSON.parse(before) as Before
      if (row)
        write(
          row,
          row.sender_name === name ? was.sender_name : row.sender_name,
          row.reference_text === text ? was.reference_text : row.reference_text,
        )
      restored.run(id)
    },
    /** Those of one amount together. */
    ofImport: (importId: string) => ofImport.all(importId),
    isSighted: (movementId: string) => isSighted.get(movementId) === 1,
    otherImport: (movementId: string, importId: string) => otherImport.get(movementId, importId) ?? null,
    handOn: (movementId: string, importId: string | null) => handOn.run(importId, movementId),
    remove: (movementId: string) => remove.run(movementId),
  }
}
