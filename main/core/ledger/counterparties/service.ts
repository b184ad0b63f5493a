import { randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import { notFound, refused } from '../errors.ts'
import type { Counterparty } from './types.ts'

export interface CounterpartyRow {
  readonly id: string
  readonly user_id: string
  readonly name: string
  readonly aliases: string
  readonly accounts: string
  readonly usual_ledger_id: string | null
  readonly usual_lag_days: number | null
  readonly usual_deduction: string | null
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
}

export type CounterpartyInput = Pick<
  Counterparty,
  'name' | 'aliases' | 'accounts' | 'usualLedgerId' | 'usualLagDays' | 'usualDeduction'
>

export interface Counterparties {
  /** Throws 404. */
  get(userId: string, id: string): Counterparty
  find(userId: string, id: string): Counterparty | null
  /** By the name that the books use, letter by letter. */
  byName(userId: string, name: string): Counterparty | null
  /** Those who pay from an account. */
  withAccount(userId: string, identifier: string): Counterparty[]
  /** 409 `counterparty_exists` for a known name. */
  create(actor: Actor, input: CounterpartyInput): Counterparty
  change(actor: Actor, id: string, change: Partial<CounterpartyInput>, action?: 'change' | 'learn'): Counterparty
  /** As `change`, for counting: leaves no event and no new version. */
  count(counterparty: Counterparty): void
  /** 409 `counterparty_in_use` while ledger entries name it. */
  remove(actor: Actor, id: string): void
}

export const toCounterparty = (row: CounterpartyRow): Counterparty => ({
  id: row.id,
  userId: row.user_id,
  name: row.name,
  aliases: JSON.parse(row.aliases) as Counterparty['aliases'],
  accounts: JSON.parse(row.accounts) as Counterparty['accounts'],
  usualLedgerId: row.usual_ledger_id,
  usualLagDays: row.usual_lag_days,
  usualDeduction:
    row.usual_deduction === null ? null : (JSON.parse(row.usual_deduction) as Counterparty['usualDeduction']),
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
})

/** Counterparties with the names and accounts they appear under. */
export function createCounterparties({
  store,
  audit,
  now,
}: {
  store: Store
  audit: Audit
  now: Clock
}): Counterparties {
  const { db } = store
  const byId = db.prepare<[string, string], CounterpartyRow>(
    'select * from counterparties where user_id = ? and id = ?',
  )
  const byName = db.prepare<[string, string], CounterpartyRow>(
    'select * from counterparties where user_id = ? and name = ? order by created_at, id limit 1',
  )
  const withAccount = db.prepare<[string, string], CounterpartyRow>(
    `select c.* from counterparties c where c.user_id = ?
       and exists (select 1 from json_each(c.accounts) a where json_extract(a.value, '$.identifier') = ?)`,
  )
  const put = db.prepare(
    `insert into counterparties (id, user_id, name, aliases, accounts, usual_ledger_id, usual_lag_days, usual_deduction,
       version, created_at, modified_at)
     values (@id, @userId, @name, @aliases, @accounts, @usualLedgerId, @usualLagDays, @usualDeduction, @version, @createdAt,
       @modifiedAt)
     on conflict (id) do update set name = excluded.name, aliases = excluded.aliases, accounts = excluded.accounts,
       usual_ledger_id = excluded.usual_ledger_id, usual_lag_days = excluded.usual_lag_days,
       usual_deduction = excluded.usual_deduction, version = excluded.version, modified_at = excluded.modified_at`,
  )
  const isNamed = db
    .prepare<[string], number>('select exists (select 1 from ledger_entries where counterparty_id = ?)')
    .pluck()
  const remove = db.prepare('delete from counterparties where id = ?')

  const optional = (row: CounterpartyRow | undefined) => (row ? toCounterparty(row) : null)
  function get(userId: string, id: string): Counterparty {
    const found = optional(byId.get(userId, id))
    if (!found) throw notFound(`Counterparty ${id}`)
    return found
  }
  const write = (counterparty: Counterparty) =>
    put.run({
      ...counterparty,
      aliases: JSON.stringify(counterparty.aliases),
      accounts: JSON.stringify(counterparty.accounts),
      usualDeduction: counterparty.usualDeduction && JSON.stringify(counterparty.usualDeduction),
    })

  return {
    get,
    find: (userId, id) => optional(byId.get(userId, id)),
    byName: (userId, name) => optional(byName.get(userId, name)),
    withAccount: (userId, identifier) => withAccount.all(userId, identifier).map(toCounterparty),
    create: (actor, input) =>
      store.write(() => {
        const same = byName.get(actor.userId, input.name)
        if (same)
          throw refused('counterparty_exists', `There is a counterparty named ${input.name} already.`, {
            counterparty_id: same.id,
          })
        const at = now()
        const after: Counterparty = {
          ...input,
          id: randomUUID(),
          userId: actor.userId,
          version: 1,
          createdAt: at,
          modifiedAt: at,
        }
        write(after)
        audit.record({ actor, entity: 'counterparty', entityId: after.id, action: 'create', after })
        return after
      }),
    change: (actor, id, change, action = 'change') =>
      store.write(() => {
        const before = get(actor.userId, id)
        const after = { ...before, ...change, version: before.version + 1, modifiedAt: now() }
        write(after)
        audit.record({ actor, entity: 'counterparty', entityId: id, action, before, after })
        return after
      }),
    count: (counterparty) => void write(counterparty),
    remove: (actor, id) =>
      store.write(() => {
        const before = get(actor.userId, id)
        if (isNamed.get(id) === 1)
          throw refused('counterparty_in_use', 'Ledger entries name this counterparty. It can be emptied, not deleted.')
        remove.run(id)
        audit.record({ actor, entity: 'counterparty', entityId: id, action: 'delete', before })
      }),
  }
}
