import type { Store } from '../../db/store.ts'
import { orderedId } from '../../ordered-id.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import { invalidRequest, LedgerRefusal, refused } from '../errors.ts'
import type { itemQueries } from '../items/item-queries.ts'
import type { Items } from '../items/service.ts'
import type { Item } from '../items/types.ts'
import type { Matches } from '../matches/service.ts'
import type { Runs } from '../runs/service.ts'

/** A part of an item; signed minor units, of the item's sign. */
export interface SplitPart {
  readonly amount: number
  readonly note: string | null
}

export interface Splits {
  /**
   * Divides an item that nothing was decided about (6.10); its parts are matched and closed for themselves. The same
   * parts again change nothing. 409 `item_already_split`, `item_already_matched`, `item_has_parts`; 422 `parts_differ`.
   */
  split(actor: Actor, id: string, parts: readonly SplitPart[], reason?: string | null): Item
  /** Takes the parts away again. 409 `parts_decided` while one of them is matched or closed. */
  join(actor: Actor, id: string): Item
  /** A split that was taken back, with the very parts it had. */
  restore(actor: Actor, id: string, partIds: readonly string[]): Item
}

export interface SplitDeps {
  readonly store: Store
  readonly audit: Audit
  readonly runs: Runs
  readonly matches: Matches
  readonly items: Items
  readonly queries: ReturnType<typeof itemQueries>
  readonly now: Clock
}

/** Items divided by hand. The statement's line itself is never touched: parts are rows beside it. */
export function createSplits({ store, audit, runs, matches, items, queries, now }: SplitDeps): Splits {
  const insert = store.db.prepare(
    `insert into source_entries (id, run_id, ledger_id, source_file_id, statement_id, movement_id, position,
       parent_entry_id, level, amount, currency, is_reversal, bank_status, booking_date, value_date, counterparty_name,
       counterparty_account, bank_reference, remittance_text, search_text, facts, fingerprint, occurrence, note,
       created_at, modified_at)
     select @id, run_id, ledger_id, source_file_id, statement_id, movement_id, position, id, 'split', @amount, currency,
       is_reversal, bank_status, booking_date, value_date, counterparty_name, counterparty_account, bank_reference,
       remittance_text, search_text, facts, fingerprint || '#' || @ordinal, occurrence, @note, @at, @at
     from source_entries where id = @parent`,
  )
  // Kept, as decisions that were taken back still name them; whoever looks at items no longer sees them.
  const takeAway = store.db.prepare('update source_entries set removed_at = ? where id = ?')
  const bringBack = store.db.prepare(
    `update source_entries set removed_at = null where id = ? and parent_entry_id = ? and level = 'split'`,
  )
  const touch = store.db.prepare('update source_entries set version = version + 1, modified_at = ? where id = ?')
  const splitParts = (id: string) => queries.parts(id).filter(({ level }) => level === 'split')

  function open(actor: Actor, id: string): Item {
    const item = items.get(actor.userId, id)
    runs.checkOpen(runs.get(actor.userId, item.runId))
    return item
  }

  function check(item: Item, parts: readonly SplitPart[]): void {
    if (item.parentId !== null || queries.parts(item.id).some(({ level }) => level !== 'split'))
      throw refused('item_has_parts', 'The bank itself divided this line. Match or close its parts.', {
        item_id: item.id,
      })
    if (item.amount === null || item.bankStatus !== 'booked' || item.allocated !== 0 || item.closedAt !== null)
      throw refused(
        'item_already_matched',
        'Only a line of which nothing is matched or closed can be divided. Undo that first.',
        { item_id: item.id },
      )
    if (parts.length < 2) throw invalidRequest('Give at least two parts', { parts: 'must have at least two' })
    const sign = Math.sign(item.amount)
    const wrong = parts.findIndex(({ amount }) => Math.sign(amount) !== sign)
    if (wrong >= 0)
      throw invalidRequest('A part must have the sign of its line', {
        [`parts.${wrong}.amount`]: sign > 0 ? 'must be positive' : 'must be negative',
      })
    const difference = item.amount - parts.reduce((sum, { amount }) => sum + amount, 0)
    if (difference !== 0)
      throw new LedgerRefusal(422, 'parts_differ', 'The parts do not add up to the line.', {
        difference: String(difference),
      })
  }

  function record(
    actor: Actor,
    action: 'split' | 'join',
    before: Item,
    parts: readonly Item[],
    reason: string | null = null,
  ): Item {
    touch.run(now(), before.id)
    const after = items.get(actor.userId, before.id)
    audit.record({
      actor,
      entity: 'item',
      entityId: before.id,
      runId: before.runId,
      action,
      before: { item: before, parts: action === 'join' ? parts : [] },
      after: { item: after, parts: action === 'split' ? parts : [] },
      reason,
    })
    return after
  }

  return {
    split: (actor, id, parts, reason) =>
      store.write(() => {
        const item = open(actor, id)
        const there = splitParts(id)
        const isSame =
          there.length === parts.length &&
          there.every(({ amount, note }, at) => amount === parts[at]?.amount && note === parts[at]?.note)
        if (there.length > 0 && isSame) return item
        if (there.length > 0)
          throw refused('item_already_split', 'The line is divided already. Join its parts first.', { item_id: id })
        check(item, parts)
        matches.dropSuggestionsOf(actor.userId, [id])
        parts.forEach(({ amount, note }, at) => {
          insert.run({ id: orderedId(now()), parent: id, amount, note, ordinal: at + 1, at: now() })
        })
        runs.decided(actor, item.runId)
        return record(actor, 'split', item, splitParts(id), reason)
      }),
    join: (actor, id) =>
      store.write(() => {
        const item = open(actor, id)
        const parts = splitParts(id)
        if (parts.length === 0) return item
        const decided = parts.filter(({ allocated, closedAt }) => allocated !== 0 || closedAt !== null)
        if (decided.length > 0)
          throw refused('parts_decided', 'A part is matched or closed. Undo that first, then join.', {
            item_ids: decided.map((part) => part.id),
          })
        matches.dropSuggestionsOf(
          actor.userId,
          parts.map((part) => part.id),
        )
        for (const part of parts) takeAway.run(now(), part.id)
        return record(actor, 'join', item, parts)
      }),
    restore: (actor, id, partIds) =>
      store.write(() => {
        const item = open(actor, id)
        if (splitParts(id).length > 0)
          throw refused('item_already_split', 'The line is divided already. Join its parts first.', { item_id: id })
        matches.dropSuggestionsOf(actor.userId, [id])
        for (const part of partIds) bringBack.run(part, id)
        check(
          item,
          splitParts(id).map(({ amount, note }) => ({ amount: amount ?? 0, note })),
        )
        return record(actor, 'split', item, splitParts(id))
      }),
  }
}
