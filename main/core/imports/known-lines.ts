import type { Database } from '../db/open.ts'
import type { Minor } from '../money.ts'
import { aroundDay, dayAt } from '../zoned-days.ts'
import { isBroughtByImport, movementOfLine } from './line-movement.ts'

/** A line of an earlier import, as identity looks at it. */
export interface KnownLine {
  readonly line_key: string
  readonly layout: string
  readonly booking_date: string
  readonly amount_minor: Minor
  readonly currency: string
  readonly strong_key: string | null
  readonly name: string | null
  readonly text: string | null
  readonly movement_id: string | null
  readonly import_id: string
}

/** A movement that no line of a file belongs to yet. */
export interface UnfiledMovement {
  readonly id: string
  readonly external_id: string
  readonly amount_minor: Minor
  readonly currency: string
  readonly sender_name: string | null
  readonly reference_text: string | null
  readonly received_at: number
}

// A line that a person removed stays known even when its import was taken back (9.3).
const live = `(exists (select 1 from statement_imports i where i.id = l.import_id and i.status in ('applying', 'done'))
  or exists (select 1 from removed_movements r
              where r.account_id = l.account_id and r.line_key = l.line_key and r.restored_at is null))`
const columns = `l.line_key, l.layout, l.booking_date, l.amount_minor, l.currency, l.strong_key, l.name, l.text, l.import_id,
  ${movementOfLine} as movement_id`

/** What is known of an account's lines and movements. Lines count whether or not their movement is there still (9.3). */
export function knownLines(db: Database, accountId: string, timeZone: string) {
  const byKey = db.prepare<[string, string, string], KnownLine>(
    `select ${columns} from import_lines l where l.account_id = ? and l.strong_key = ? and l.currency = ? and ${live}`,
  )
  const byPrint = db.prepare<[string, string, number, string], KnownLine>(
    `select ${columns} from import_lines l
      where l.account_id = ? and l.fingerprint = ? and l.occurrence = ? and l.currency = ? and ${live}`,
  )
  const ofDay = db.prepare<[string, string, string], KnownLine>(
    `select ${columns} from import_lines l where l.account_id = ? and l.booking_date = ? and l.currency = ? and ${live}
      order by l.id`,
  )
  const unfiled = db.prepare<[string, number, number], UnfiledMovement>(
    `select m.id, m.external_id, m.amount_minor, m.currency, m.sender_name, m.reference_text, m.received_at
       from movements m where m.account_id = ? and m.received_at >= ? and m.received_at < ?
        and not ${isBroughtByImport}
        and not exists (select 1 from import_lines l where l.movement_id = m.id and ${live})
      order by m.received_at, m.id`,
  )
  const newest = db.prepare<[number], { account_id: string; ingested_at: number; import_id: string | null }>(
    'select account_id, ingested_at, import_id from movements where rowid > ? order by rowid desc',
  )
  const lastRow = db.prepare<[], number>('select coalesce(max(rowid), 0) from movements').pluck()

  const hasAny = db
    .prepare<[{ accountId: string }], number>(
      `select exists (select 1 from movements where account_id = @accountId)
          or exists (select 1 from statement_imports where account_id = @accountId and status in ('applying', 'done'))
          or exists (select 1 from removed_movements where account_id = @accountId and restored_at is null)`,
    )
    .pluck()

  return {
    /** False while no line and no movement of the account is known. */
    hasAny: () => hasAny.get({ accountId }) === 1,
    byKey: (key: string, currency: string) => byKey.all(accountId, key, currency),
    byPrint: (print: string, occurrence: number, currency: string) =>
      byPrint.all(accountId, print, occurrence, currency),
    ofDay: (day: string, currency: string) => ofDay.all(accountId, day, currency),
    unfiledOn(day: string): UnfiledMovement[] {
      const { from, until } = aroundDay(day)
      return unfiled.all(accountId, from, until).filter((row) => dayAt(row.received_at, timeZone) === day)
    },
    /**
     * Tells, whenever it is asked, whether anything but a file has brought a movement at or after the instant. Only what
     * came since it was asked before is looked at: an import that asks for each slice brings most of it itself.
     */
    watchUnfiled(at: number): () => boolean {
      let isThere = false
      let seen = 0
      return () => {
        if (isThere) return true
        for (const row of newest.iterate(seen)) {
          if (row.ingested_at < at) break
          if (row.account_id !== accountId || row.import_id !== null) continue
          isThere = true
          break
        }
        seen = lastRow.get() ?? 0
        return isThere
      }
    },
  }
}

export type KnownLines = ReturnType<typeof knownLines>
