import type { z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { conflict, invalid, missing } from '../errors.ts'
import { prepareName } from '../matching/names/prepare.ts'
import type { Clock } from '../ports.ts'
import { createActs } from '../requests/acts.ts'
import type { Requests } from '../requests/types.ts'
import { iso } from '../time.ts'
import { enoughConfirmations } from './book.ts'
import type { aliasSchema } from './schema.ts'
import type { AliasState } from './types.ts'

export type AliasItem = z.infer<typeof aliasSchema>

export interface AliasChange {
  readonly payer?: string | undefined
  readonly customer?: string | undefined
  readonly active?: boolean | undefined
}

/** What a person may see and change of what was learned. A foreign account or alias is 404. */
export interface Aliases {
  list(userId: string, accountId: string): AliasItem[]
  /** Other words, on without more confirmations, or off in spite of them. What is open is decided again. */
  change(userId: string, accountId: string, aliasId: string, change: AliasChange): AliasItem
  forget(userId: string, accountId: string, aliasId: string): void
}

interface Row {
  readonly id: string
  readonly account_id: string
  readonly payer: string
  readonly customer: string
  readonly switched: 'on' | 'off' | null
  readonly confirmations: number
  readonly customer_key: string
  readonly created_at: number
  readonly updated_at: number
}

const stateOf = ({ switched, confirmations }: Row): AliasState =>
  switched ?? (confirmations >= enoughConfirmations ? 'on' : 'proposed')

export function createAliases(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'owned'>
  readonly requests: Pick<Requests, 'decideAgain'>
  readonly now: Clock
}): Aliases {
  const { store, accounts, requests, now } = deps
  const act = createActs({ db: store.db, now })
  const select = `
    select a.*, (select count(*) from alias_confirmations c where c.alias_id = a.id) as confirmations from aliases a
     where a.account_id = ?`
  const all = store.db.prepare(`${select} order by a.customer collate nocase, a.payer collate nocase`)
  const one = store.db.prepare(`${select} and a.id = ?`)
  const confirmed = store.db.prepare(`
    select r.id, r.external_id from alias_confirmations c join requests r on r.id = c.request_id
     where c.alias_id = ? order by c.at, r.external_id`)
  const isKnown = store.db
    .prepare(
      'select exists (select 1 from aliases where account_id = ? and customer_key = ? and payer_key = ? and id <> ?)',
    )
    .pluck()
  const update = store.db.prepare(`
    update aliases set payer = @payer, customer = @customer, payer_key = @payerKey, customer_key = @customerKey,
           switched = @switched, updated_at = @at
     where id = @id`)
  const remove = store.db.prepare('delete from aliases where id = ?')

  const toItem = (row: Row): AliasItem => ({
    id: row.id,
    payer: row.payer,
    customer: row.customer,
    state: stateOf(row),
    confirmations: row.confirmations,
    confirmed_by: confirmed.all(row.id) as AliasItem['confirmed_by'],
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
  })

  function find(userId: string, accountId: string, aliasId: string): Row {
    const row = one.get(accounts.owned(userId, accountId).id, aliasId) as Row | undefined
    if (!row) throw missing('alias.missing', 'Alias not found')
    return row
  }

  const record = (userId: string, accountId: string, before: unknown, after: unknown) =>
    act({ userId, accountId, kind: 'alias', requestId: null, movementId: null, before, after })
  const shown = (row: Row) => ({ payer: row.payer, customer: row.customer, state: stateOf(row) })

  return {
    list: (userId, accountId) => (all.all(accounts.owned(userId, accountId).id) as Row[]).map(toItem),

    change(userId, accountId, aliasId, { payer, customer, active }) {
      return store.write(() => {
        const before = find(userId, accountId, aliasId)
        const next = { payer: payer ?? before.payer, customer: customer ?? before.customer }
        const [payerName, customerName] = [prepareName(next.payer), prepareName(next.customer)]
        if (!payerName.isUsable || !customerName.isUsable)
          throw invalid('alias.names', 'payer and customer must each be a name of at least two letters')
        if (isKnown.get(accountId, customerName.key, payerName.key, aliasId) === 1)
          throw conflict('alias.known', 'There is an alias of this payer and customer already; change that one')
        const switched = active === undefined ? before.switched : active ? 'on' : 'off'
        const keys = { payerKey: payerName.key, customerKey: customerName.key }
        update.run({ id: aliasId, ...next, ...keys, switched, at: now() })
        const after = find(userId, accountId, aliasId)
        record(userId, accountId, shown(before), shown(after))
        if (stateOf(after) === 'on') requests.decideAgain(accountId, customerName.key)
        return toItem(after)
      })
    },

    forget(userId, accountId, aliasId) {
      store.write(() => {
        const before = find(userId, accountId, aliasId)
        remove.run(aliasId)
        record(userId, accountId, shown(before), null)
      })
    },
  }
}
