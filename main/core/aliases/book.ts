import { randomUUID } from 'node:crypto'
import type { Database } from '../db/open.ts'
import { rateNames } from '../matching/names/compare.ts'
import { acceptance } from '../matching/names/limits.ts'
import { prepareName } from '../matching/names/prepare.ts'
import type { Clock } from '../ports.ts'
import type { AliasBook } from './types.ts'

/** Confirmations by a person from which on an alias is used (issue: confirmed twice). */
export const enoughConfirmations = 2

/** What aliases learn and tell while requests are decided. Nothing is ever learned from automatic matches. */
export function createAliasBook({ db, now }: { readonly db: Database; readonly now: Clock }): AliasBook {
  const inUse = db.prepare(`
    select a.customer_key as customer, a.payer_key as payer from aliases a
     where a.account_id = ? and (a.switched = 'on' or (a.switched is null and
       (select count(*) from alias_confirmations c where c.alias_id = a.id) >= ${enoughConfirmations}))`)
  const propose = db
    .prepare(`
    insert into aliases (id, account_id, payer, customer, payer_key, customer_key, created_at, updated_at)
    values (@id, @accountId, @payer, @customer, @payerKey, @customerKey, @at, @at)
    on conflict (account_id, customer_key, payer_key) do update set updated_at = excluded.updated_at
    returning id`)
    .pluck()
  const confirm = db.prepare(`
    insert into alias_confirmations (alias_id, request_id, user_id, at) values (?, ?, ?, ?)
    on conflict (alias_id, request_id) do nothing`)
  const count = db
    .prepare(`
    select count(*) from alias_confirmations c join aliases a on a.id = c.alias_id
     where a.id = ? and a.switched is null`)
    .pluck()
  const withdraw = db.prepare('delete from alias_confirmations where request_id = ?')

  return {
    inUse(accountId) {
      const aliases = new Map<string, Set<string>>()
      for (const { customer, payer } of inUse.all(accountId) as { customer: string; payer: string }[]) {
        const known = aliases.get(customer)
        if (known) known.add(payer)
        else aliases.set(customer, new Set([payer]))
      }
      return aliases
    },

    confirm(userId, { id: requestId, accountId, senderName }, payer) {
      const [customerName, payerName] = [prepareName(senderName), prepareName(payer)]
      if (!customerName.isUsable || !payerName.isUsable || customerName.key === payerName.key) return null
      if (rateNames(customerName, payerName).score >= acceptance) return null
      const at = now()
      const aliasId = propose.get({
        id: randomUUID(),
        accountId,
        payer,
        customer: senderName,
        payerKey: payerName.key,
        customerKey: customerName.key,
        at,
      }) as string
      const { changes } = confirm.run(aliasId, requestId, userId, at)
      return changes > 0 && count.get(aliasId) === enoughConfirmations ? customerName.key : null
    },

    withdraw: (requestId) => void withdraw.run(requestId),
  }
}
