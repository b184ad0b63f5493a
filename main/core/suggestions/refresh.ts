import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { createNameReader } from '../matching/prepared-names.ts'
import type { Clock } from '../ports.ts'
import { suggestionWriter } from './book.ts'
import { suggestionFacts } from './facts.ts'
import { findGroups } from './find-groups.ts'

/**
 * Brings an account's suggestions in line with its facts: what no longer holds becomes stale, and where anything has
 * changed since the last look, groups and near amounts are looked for again.
 */
export function createRefresh(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'settings'>
  readonly now: Clock
}): (accountId: string) => void {
  const { store, accounts } = deps
  const { db } = store
  const facts = suggestionFacts(db)
  const write = suggestionWriter({ db, now: deps.now })
  const prepare = createNameReader()
  const isDue = db.prepare('select exists (select 1 from suggestions_due where account_id = ?)').pluck()
  const done = db.prepare('delete from suggestions_due where account_id = ?')
  const retireUntrue = db.prepare(`
    update suggestions set state = 'stale' where account_id = ? and state = 'open' and (
      exists (select 1 from json_each(request_ids) j left join requests r on r.id = j.value
               where r.id is null or r.status not in ('not_found', 'failed', 'ambiguous'))
      or exists (select 1 from json_each(movement_ids) j left join movements m on m.id = j.value
                  where m.id is null or m.excluded_at is not null))`)
  const computed = db
    .prepare(`
    select id from suggestions where account_id = ? and state = 'open'
       and kind in ('one_transfer_many_orders', 'many_transfers_one_order', 'near_amount')`)
    .pluck()
  const retire = db.prepare(`update suggestions set state = 'stale' where id = ? and state = 'open'`)

  return (accountId) =>
    store.write(() => {
      if (isDue.get(accountId) === 0) return
      done.run(accountId)
      retireUntrue.run(accountId)
      const open = facts.requests(accountId)
      const tolerance = accounts.settings(accountId)?.nearAmountTolerance ?? 0
      const found = [
        ...findGroups(open, facts.movementsFor(accountId, open), prepare, facts.isRefused(accountId)),
        ...(tolerance === 0 ? [] : open.flatMap((request) => facts.near(accountId, request, tolerance) ?? [])),
      ]
      const before = computed.all(accountId) as string[]
      const kept = new Set(found.map((suggestion) => write(accountId, suggestion)))
      for (const id of before) if (!kept.has(id)) retire.run(id)
    })
}
