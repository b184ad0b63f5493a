import type { Database } from '../../db/open.ts'
import { foldText } from '../../matching/fold.ts'
import type { Actor } from '../audit/service.ts'
import type { RuleConditions } from '../engine/types.ts'
import type { ClosingReason } from '../items/service.ts'
import type { Item } from '../items/types.ts'
import type { Rules } from '../rules/service.ts'

interface ClosedRow {
  readonly id: string
  readonly amount: number
  readonly booking_date: string
  readonly counterparty_name: string | null
  readonly counterparty_account: string | null
  readonly remittance_text: string | null
  readonly additional_info: string | null
  readonly closed_ledger_id: string
  readonly closed_reason: string
}

/** Equal closings from which a rule is proposed, and closings that are looked at. */
const enough = 3
const mostLooked = 2000
const mostWords = 6

const textOf = (name: string | null, text: string | null, info: string | null) =>
  foldText([name, text, info].filter(Boolean).join(' '))
/** The text without digits, as words: what is the same in "Fee 01/2025" and "Fee 02/2025". */
const wordsOf = (text: string): string[] => text.match(/\p{L}{2,}/gu) ?? []
const plain = (account: string | null) => (account ?? '').replace(/\s/g, '').toUpperCase()

/**
 * Learns from closings (6.8): the third one of similar text (same counterparty account, or same text without digits) to
 * the same ledger for the same reason proposes a rule with its examples, unless one of that kind went elsewhere.
 */
export function createClosingLearner({ db, rules }: { db: Database; rules: Rules }) {
  const closed = db.prepare<[string, number], ClosedRow>(
    `select i.id, i.amount, i.booking_date, i.counterparty_name, i.counterparty_account, i.remittance_text,
       json_extract(i.facts, '$.additionalInfo') as additional_info, i.closed_ledger_id, i.closed_reason
     from items i where i.ledger_id = ? and i.closed_at is not null and i.closed_ledger_id is not null
       and i.closed_by <> 'engine'
     order by i.closed_at desc, i.id limit ?`,
  )
  return (actor: Actor, item: Item): void => {
    if (item.closedLedgerId === null || item.closedReason === null || item.amount === null) return
    const sign = Math.sign(item.amount)
    const info = typeof item.facts.additionalInfo === 'string' ? item.facts.additionalInfo : null
    const account = plain(item.counterpartyAccount)
    const words = wordsOf(textOf(item.counterpartyName, item.remittanceText, info))
    if (account === '' && words.length === 0) return
    const similar = closed.all(item.ledgerId, mostLooked).filter((row) => {
      if (Math.sign(row.amount) !== sign) return false
      if (account !== '') return plain(row.counterparty_account) === account
      const others = wordsOf(textOf(row.counterparty_name, row.remittance_text, row.additional_info))
      return others.join(' ') === words.join(' ')
    })
    const isEqual = (row: ClosedRow) =>
      row.closed_ledger_id === item.closedLedgerId && row.closed_reason === item.closedReason
    if (similar.length < enough || !similar.every(isEqual)) return
    const direction = sign > 0 ? 'credit' : 'debit'
    const conditions: RuleConditions =
      account === ''
        ? { direction, contains: [...new Set(words)].slice(0, mostWords) }
        : { direction, counterpartyAccount: account }
    rules.propose(actor, {
      ledgerId: item.ledgerId,
      conditions,
      action: { kind: 'close', ledgerId: item.closedLedgerId, reason: item.closedReason as ClosingReason },
      examples: similar.slice(0, enough).map((row) => ({
        itemId: row.id,
        date: row.booking_date,
        amount: row.amount,
        text: [row.counterparty_name, row.remittance_text, row.additional_info].filter(Boolean).join(' · '),
      })),
    })
  }
}
