import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../db/store.ts'
import { toEngineItem } from '../auto/load-input.ts'
import { ruleHolds } from '../engine/rules.ts'
import type { EngineRule, RuleConditions } from '../engine/types.ts'
import { type ItemRow, selectItems, toItem } from '../items/item-queries.ts'
import type { Item } from '../items/types.ts'

export interface RulePreview {
  /** Lines that were looked at: the newest booked ones. */
  readonly lookedAt: number
  readonly open: number
  /** Matched or closed already; the rule would not touch them. */
  readonly decided: number
  /** The newest that it holds for, open ones first. */
  readonly sample: readonly Item[]
}

const linesPerTurn = 200
const mostLines = 10_000
const sampleSize = 20

/** For which lines of the statements conditions hold: the same test that matching makes. Nothing is stored. */
export function createRulePreview(store: Store) {
  const page = store.db.prepare<[string, string, number, number], ItemRow>(
    `${selectItems} join reconciliation_runs r on r.id = i.run_id
     where r.user_id = ? and i.ledger_id like ? and i.bank_status = 'booked' and i.amount is not null
       and i.parent_entry_id is null order by i.booking_date desc, i.position desc, i.id limit ? offset ?`,
  )
  const partyOf = store.db
    .prepare<[string, string], string>(
      `select c.id from counterparties c, json_each(c.accounts) a
       where c.user_id = ? and json_extract(a.value, '$.identifier') = ? limit 1`,
    )
    .pluck()

  return async (userId: string, ledgerId: string | null, conditions: RuleConditions): Promise<RulePreview> => {
    const rule: EngineRule = { id: '', conditions, action: { kind: 'close', ledgerId: '', reason: '' } }
    const open: Item[] = []
    const decided: Item[] = []
    const counts = { open: 0, decided: 0 }
    let lookedAt = 0
    while (lookedAt < mostLines) {
      const rows = page.all(userId, ledgerId ?? '%', linesPerTurn, lookedAt)
      for (const row of rows) {
        const party = row.counterparty_account === null ? null : (partyOf.get(userId, row.counterparty_account) ?? null)
        if (!ruleHolds(rule, toEngineItem(row, row.amount ?? 0, new Map(), []), party)) continue
        const isOpen = row.match_status === 'unmatched' || row.match_status === 'partial'
        counts[isOpen ? 'open' : 'decided'] += 1
        const list = isOpen ? open : decided
        if (list.length < sampleSize) list.push(toItem(row))
      }
      lookedAt += rows.length
      if (rows.length < linesPerTurn) break
      await setImmediate()
    }
    return { lookedAt, ...counts, sample: [...open, ...decided].slice(0, sampleSize) }
  }
}
