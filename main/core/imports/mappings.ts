import { randomUUID } from 'node:crypto'
import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { missing } from '../errors.ts'
import type { Clock } from '../ports.ts'
import type { SavedMapping } from './types.ts'

export interface MappingRow {
  readonly id: string
  readonly name: string
  readonly signature: string
  readonly mapping: string
  readonly answers: string
  readonly created_at: number
  readonly modified_at: number
}

interface MappingInput {
  readonly name: string
  readonly signature: string
  readonly mapping: unknown
  readonly answers: Readonly<Record<string, string>>
}

/** How the tables of an account's bank are read, kept per header (ledger specification 4.5.4). */
export interface Mappings {
  /** For reading, the newest first. */
  of(accountId: string): SavedMapping[]
  /** Keeps or replaces the mapping of a header. Joins the open transaction. */
  keep(userId: string, accountId: string, input: MappingInput): MappingRow
  list(userId: string, accountId: string): MappingRow[]
  change(
    userId: string,
    accountId: string,
    id: string,
    change: { name?: string | undefined; mapping?: unknown },
  ): MappingRow
  remove(userId: string, accountId: string, id: string): void
}

export function createMappings(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'owned'>
  readonly now: Clock
}): Mappings {
  const { store, accounts, now } = deps
  const { db } = store
  const columns = 'id, name, signature, mapping, answers, created_at, modified_at'
  const all = db.prepare<[string], MappingRow>(
    `select ${columns} from csv_mappings where account_id = ? and subject = 'statement' order by modified_at desc, id`,
  )
  const one = db.prepare<[string, string], MappingRow>(
    `select ${columns} from csv_mappings where account_id = ? and id = ?`,
  )
  const put = db.prepare<[Record<string, unknown>], MappingRow>(`
    insert into csv_mappings (id, user_id, account_id, subject, name, signature, mapping, answers, created_at, modified_at)
    values (@id, @userId, @accountId, 'statement', @name, @signature, @mapping, @answers, @at, @at)
    on conflict (account_id, subject, signature) where account_id is not null
      do update set mapping = excluded.mapping, answers = excluded.answers, modified_at = excluded.modified_at,
        version = version + 1
    returning ${columns}`)
  const update = db.prepare(
    `update csv_mappings set name = ?, mapping = ?, modified_at = ?, version = version + 1 where id = ?`,
  )
  const remove = db.prepare('delete from csv_mappings where account_id = ? and id = ?')

  function find(accountId: string, id: string): MappingRow {
    const row = one.get(accountId, id)
    if (!row) throw missing('mapping.missing', 'Mapping not found for this account')
    return row
  }

  return {
    of: (accountId) =>
      all.all(accountId).map(({ id, name, signature, mapping, answers }) => ({
        id,
        name,
        signature,
        mapping: JSON.parse(mapping),
        answers: JSON.parse(answers),
      })),
    keep: (userId, accountId, { name, signature, mapping, answers }) =>
      store.write(
        () =>
          put.get({
            id: randomUUID(),
            userId,
            accountId,
            name,
            signature,
            mapping: JSON.stringify(mapping),
            answers: JSON.stringify(answers),
            at: now(),
          }) as MappingRow,
      ),
    list(userId, accountId) {
      accounts.owned(userId, accountId)
      return all.all(accountId)
    },
    change(userId, accountId, id, change) {
      accounts.owned(userId, accountId)
      return store.write(() => {
        const row = find(accountId, id)
        const mapping = change.mapping === undefined ? row.mapping : JSON.stringify(change.mapping)
        update.run(change.name ?? row.name, mapping, now(), id)
        return find(accountId, id)
      })
    },
    remove(userId, accountId, id) {
      accounts.owned(userId, accountId)
      store.write(() => {
        find(accountId, id)
        remove.run(accountId, id)
      })
    },
  }
}
