import type { Database } from '../db/open.ts'

export interface RemovalRow {
  readonly movement_id: string
  readonly account_id: string
  readonly line_key: string
  readonly movement: string
  readonly removed_at: number
  readonly restored_at: number | null
}

/** A row of movements, with whatever columns it has. */
interface MovementRow extends Readonly<Record<string, string | number | null>> {
  readonly id: string
  readonly account_id: string
  readonly import_id: string | null
  readonly amount_minor: number
  readonly currency: string
}

interface Act {
  readonly userId: string
  readonly at: number
}

export function removalQueries(db: Database) {
  const columns = 'movement_id, account_id, line_key, movement, removed_at, restored_at'
  const removal = db.prepare<[string, string], RemovalRow>(
    `select ${columns} from removed_movements where account_id = ? and movement_id = ?`,
  )
  const list = db.prepare<[string], RemovalRow>(
    `select ${columns} from removed_movements where account_id = ? and restored_at is null
      order by removed_at desc, movement_id`,
  )
  const movement = db.prepare<[string, string], MovementRow>('select * from movements where account_id = ? and id = ?')
  const lineKey = db
    .prepare<[{ id: string }], string>(
      // One that no file knew as another's carries its line's key.
      `select coalesce((select line_key from import_lines where movement_id = @id order by id limit 1),
         (select external_id from movements where id = @id and import_id is not null))`,
    )
    .pluck()
  const isSighted = db
    .prepare<[string], number>('select exists (select 1 from movement_sightings where movement_id = ?)')
    .pluck()
  const isBusy = db
    .prepare<[string], number>(
      `select exists (select 1 from statement_imports where account_id = ? and status in ('reading', 'applying', 'undoing'))`,
    )
    .pluck()
  const keep = db.prepare<[Record<string, unknown>], RemovalRow>(`
    insert into removed_movements (movement_id, account_id, line_key, movement, removed_at, removed_by)
    values (@movementId, @accountId, @lineKey, @movement, @at, @userId)
    on conflict (movement_id) do update set line_key = excluded.line_key, movement = excluded.movement,
      removed_at = excluded.removed_at, removed_by = excluded.removed_by, restored_at = null,
      restored_by = null
    returning ${columns}`)
  const drop = db.prepare('delete from movements where id = ?')
  // Also the lines of files that came while it was out.
  const relink = db.prepare(
    `update import_lines set movement_id = ?
      where account_id = ? and line_key = ? and movement_id is null and applied = 1`,
  )
  const restored = db.prepare('update removed_movements set restored_at = ?, restored_by = ? where movement_id = ?')
  const importStands = db
    .prepare<[string], number>(`select exists (select 1 from statement_imports where id = ?)`)
    .pluck()

  return {
    removal: (accountId: string, movementId: string) => removal.get(accountId, movementId) ?? null,
    list: (accountId: string) => list.all(accountId),
    movement: (accountId: string, id: string) => movement.get(accountId, id) ?? null,
    /** Which line of the bank it is; null when no file brought it. */
    lineKey: (movementId: string) => lineKey.get({ id: movementId }) ?? null,
    isSighted: (movementId: string) => isSighted.get(movementId) === 1,
    /** Whether a file is being imported or taken back: its lines were told apart by what was there before. */
    isBusy: (accountId: string) => isBusy.get(accountId) === 1,
    /** Takes the movement out and keeps what it was. */
    take(row: MovementRow, lineKeyOf: string, { userId, at }: Act): RemovalRow {
      const kept = keep.get({
        movementId: row.id,
        accountId: row.account_id,
        lineKey: lineKeyOf,
        movement: JSON.stringify(row),
        at,
        userId,
      })
      drop.run(row.id)
      return kept as RemovalRow
    },
    /** Puts it back with its lines; false when the same movement is there again. */
    putBack(row: RemovalRow, { userId, at }: Act): boolean {
      const was = JSON.parse(row.movement) as MovementRow
      const isImportThere = was.import_id !== null && importStands.get(was.import_id) === 1
      const values = { ...was, import_id: isImportThere ? was.import_id : null, excluded_at: null }
      const names = Object.keys(values)
      const { changes } = db
        .prepare(
          `insert into movements (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})
           on conflict do nothing`,
        )
        .run(values)
      if (changes === 0) return false
      relink.run(was.id, row.account_id, row.line_key)
      restored.run(at, userId, was.id)
      return true
    },
  }
}
