import type { Database } from '../db/open.ts'
import { foldText } from '../matching/fold.ts'
import { minorToText } from '../money.ts'
import { type IdentifiedMovement, referenceHash } from './identity.ts'
import { referenceText } from './reference-text.ts'
import type { Movement } from './types.ts'

interface MovementRow {
  readonly id: string
  readonly account_id: string
  readonly external_id: string
  readonly amount_minor: number
  readonly currency: string
  readonly sender_name: string | null
  readonly received_at: number
  readonly excluded_at: number | null
  readonly notified_at: number | null
}

const toMovement = (row: MovementRow): Movement => ({
  id: row.id,
  accountId: row.account_id,
  externalId: row.external_id,
  amountMinor: row.amount_minor,
  currency: row.currency,
  senderName: row.sender_name,
  receivedAt: row.received_at,
  excludedAt: row.excluded_at,
  notifiedAt: row.notified_at,
})

/** What the search of lists looks through. */
export const searchText = (
  row: Pick<IdentifiedMovement, 'externalId' | 'senderName' | 'amountMinor' | 'currency'>,
  shown: string | null,
): string =>
  foldText(
    [row.externalId, row.senderName ?? '', minorToText(row.amountMinor), row.currency, shown ?? ''].join(' ').trimEnd(),
  )

/** A row with all that its columns hold and that is made of it. */
export interface ReadyMovement {
  readonly row: Omit<IdentifiedMovement, 'raw'>
  /** JSON text. */
  readonly raw: string | null
  readonly hash: string
  readonly shown: string | null
  readonly searched: string
}

export function readyMovement(row: IdentifiedMovement, raw: string | null): ReadyMovement {
  const shown = row.text?.trim() || referenceText(row.raw)
  return { row, raw, hash: referenceHash(row), shown, searched: searchText(row, shown) }
}

export function movementQueries(db: Database) {
  const insert = db.prepare(`
    insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, sender_name, received_at,
                           script_id, ingested_at, raw_payload, reference_text, search_text, import_id)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (account_id, external_id) do nothing`)
  const find = db.prepare('select * from movements where id = ? and account_id = ?')
  const lastExternalId = db
    .prepare(
      // Ids of files mean nothing to a bank's script.
      `select external_id from movements where account_id = ? and import_id is null
        order by ingested_at desc, rowid desc limit 1`,
    )
    .pluck()

  /** False when the account has this row already. */
  function insertReady(
    id: string,
    accountId: string,
    { row, raw, hash, shown, searched }: ReadyMovement,
    at: number,
    { scriptId = null, importId = null }: { scriptId?: string | null; importId?: string | null },
  ): boolean {
    const { changes } = insert.run(
      id,
      accountId,
      row.externalId,
      hash,
      row.amountMinor,
      row.currency,
      row.senderName,
      row.receivedAt,
      scriptId,
      at,
      raw,
      shown,
      searched,
      importId,
    )
    return changes === 1
  }

  return {
    insertReady,
    /** False when the account has this row already. */
    insert: (
      id: string,
      accountId: string,
      row: IdentifiedMovement,
      at: number,
      options: { scriptId?: string | null; importId?: string | null },
    ) =>
      insertReady(
        id,
        accountId,
        readyMovement(row, row.raw === undefined ? null : JSON.stringify(row.raw)),
        at,
        options,
      ),
    find(accountId: string, movementId: string): Movement | null {
      const row = find.get(movementId, accountId) as MovementRow | undefined
      return row ? toMovement(row) : null
    },
    lastExternalId: (accountId: string) => (lastExternalId.get(accountId) as string | undefined) ?? null,
  }
}
