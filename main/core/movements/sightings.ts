import type { Database } from '../db/open.ts'
import { movementOfLine } from '../imports/line-movement.ts'
import { pairUp } from '../imports/pair-up.ts'
import { createNameReader } from '../matching/prepared-names.ts'
import { dayAt } from '../zoned-days.ts'
import type { IdentifiedMovement } from './identity.ts'

interface Brought {
  readonly id: string
  readonly name: string | null
  readonly text: string | null
  readonly reference: string | null
}

/** What statement files brought and another source reports as well (ledger specification 9.3). */
export interface Sightings {
  /**
   * External ids of the rows that a file has brought already: of the same amount and bank day, and of no other payer.
   * Remembers them, so that each movement of a file stands for one row and is found again by its id.
   */
  find(accountId: string, rows: readonly IdentifiedMovement[], timeZone: string, at: number): ReadonlySet<string>
}

export function createSightings(db: Database): Sightings {
  const hasImports = db
    .prepare(
      `select exists (select 1 from statement_imports where account_id = ? and status in ('applying', 'done', 'undoing'))`,
    )
    .pluck()
  const isStored = db
    .prepare('select exists (select 1 from movements where account_id = ? and external_id = ?)')
    .pluck()
  const isSeen = db
    .prepare('select exists (select 1 from movement_sightings where account_id = ? and external_id = ?)')
    .pluck()
  const brought = db.prepare(`
    select m.id, m.sender_name as name, m.reference_text as text, max(l.strong_key) as reference
      from import_lines l join movements m on m.id = ${movementOfLine}
     where l.account_id = @accountId and l.booking_date between date(@day, '-7 days') and date(@day, '+7 days')
       and @day in (l.booking_date, l.value_date) and l.amount_minor = @amountMinor
       and m.import_id is not null and m.currency = @currency and m.amount_minor = @amountMinor
       and not exists (select 1 from movement_sightings s where s.movement_id = m.id)
     group by m.id order by m.rowid`)
  const remember = db.prepare(
    'insert into movement_sightings (account_id, external_id, movement_id, at) values (?, ?, ?, ?)',
  )

  return {
    find(accountId, rows, timeZone, at) {
      const found = new Set<string>()
      if (hasImports.get(accountId) === 0) return found
      const prepare = createNameReader()
      const unknown = rows.filter(({ externalId }) => {
        if (isSeen.get(accountId, externalId) === 1) found.add(externalId)
        else return isStored.get(accountId, externalId) === 0
        return false
      })
      const withDay = unknown.map((row) => ({ ...row, day: dayAt(row.receivedAt, timeZone) }))
      for (const group of Map.groupBy(withDay, (row) => `${row.day} ${row.currency} ${row.amountMinor}`).values()) {
        const [{ day, currency, amountMinor }] = group as [(typeof withDay)[number]]
        const candidates = brought.all({ accountId, day, currency, amountMinor }) as Brought[]
        const pairs = pairUp(
          group.map((row) => ({ name: row.senderName, text: row.text ?? null, reference: row.externalId })),
          candidates,
          prepare,
        )
        group.forEach(({ externalId }, index) => {
          const movement = candidates[pairs[index] ?? -1]
          if (!movement || found.has(externalId)) return
          remember.run(accountId, externalId, movement.id, at)
          found.add(externalId)
        })
      }
      return found
    },
  }
}
