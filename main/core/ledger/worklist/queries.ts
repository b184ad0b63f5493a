import type { Database } from '../../db/open.ts'
import { createPrepared } from '../../db/prepared.ts'
import { opensLedger } from '../books/opening.ts'
import { asDivided } from '../items/as-divided.ts'
import { type Condition, entryFits, itemFits } from './search.ts'

/** What needs a decision, in the order in which it is worth deciding (11.3). */
export const queueGroups = [
  'critical',
  'strong',
  'likely',
  'possible',
  'ambiguous',
  'unmatched_source',
  'unmatched_ledger',
] as const
/** Everything that is open on one side, for matching by hand. */
export const sideGroups = ['open_source', 'open_ledger'] as const
export type QueueGroup = (typeof queueGroups)[number]
export type Group = QueueGroup | (typeof sideGroups)[number]

export interface QueueRow {
  readonly kind: 'discrepancy' | 'match' | 'item' | 'entry'
  readonly id: string
  readonly grp: Group
  readonly day: string | null
  /** Minor units of the run's currency. */
  readonly amount: number | null
  readonly name: string | null
  readonly text: string | null
  readonly score: number | null
  readonly item_id: string | null
  readonly note: string | null
  /** The line is a part of one that was divided by hand. */
  readonly is_part: 0 | 1
}

export interface QueueScope {
  readonly runId: string
  /** The run's ledger and its sub-ledgers. */
  readonly family: readonly string[]
  readonly from: string
  readonly to: string
  readonly precision: number
  readonly q: string
}

interface Source extends Condition {
  readonly select: string
  readonly from: string
  readonly order: string
}

/**
 * One row stands for a line: its best suggestion. The others are its alternatives. The joins are crossed so that they are
 * made in this order: from the other end, each of a hundred thousand suggestions would be held against all others.
 */
const best = `not exists (
  select 1 from match_legs own
  cross join match_legs other on other.source_entry_id = own.source_entry_id
  cross join ledger_matches rival on rival.id = other.match_id
  where own.match_id = m.id and own.side = 'source' and other.match_id <> m.id
    and rival.status = 'suggested' and rival.run_id = m.run_id
    and (rival.score > m.score or (rival.score = m.score and rival.id < m.id)))`
const matchGroup = `case when m.ambiguous_with <> '[]' then 'ambiguous' else m.band end`
const suggested = (column: string, id: string) =>
  `exists (select 1 from match_legs l cross join ledger_matches m on m.id = l.match_id
    where l.${column} = ${id} and m.status = 'suggested' and m.run_id = ?)`

function discrepancies({ runId, q }: QueueScope): Source {
  return {
    select: `select 'discrepancy' as kind, d.id, 'critical' as grp, i.booking_date as day, d.amount,
      i.counterparty_name as name, d.type as text, null as score, d.source_entry_id as item_id, d.note, 0 as is_part`,
    from: 'from discrepancies d left join source_entries i on i.id = d.source_entry_id',
    // A line or entry that misses its partner stands in the queue itself.
    sql: `d.run_id = ? and d.severity = 'critical' and d.status <> 'closed'
      and d.type not in ('missing_in_ledger', 'missing_on_statement')${q === '' ? '' : ' and 0'}`,
    params: [runId],
    order: 'd.opened_at, d.id',
  }
}

function matches({ runId, q, precision }: QueueScope, group?: QueueGroup): Source {
  const item = itemFits(q, precision)
  const entry = entryFits(q, precision)
  const found = `and exists (select 1 from match_legs l left join source_entries i on i.id = l.source_entry_id
      left join ledger_entries e on e.id = l.ledger_entry_id
      where l.match_id = m.id and ((i.id is not null and ${item.sql}) or (e.id is not null and ${entry.sql})))`
  return {
    select: `select 'match' as kind, m.id, ${matchGroup} as grp, coalesce(i.booking_date, e.booking_date) as day,
      coalesce((select sum(amount) from match_legs where match_id = m.id and side = 'source'),
        (select sum(amount) from match_legs where match_id = m.id)) as amount,
      coalesce(i.counterparty_name, e.counterparty_name) as name, coalesce(i.remittance_text, e.description) as text,
      m.score, i.id as item_id, coalesce(m.note, i.note) as note,
      coalesce(i.level = 'split', 0) as is_part`,
    from: `from ledger_matches m
      left join source_entries i on i.id =
        (select source_entry_id from match_legs where match_id = m.id and side = 'source' order by ordinal limit 1)
      left join ledger_entries e on i.id is null and e.id =
        (select ledger_entry_id from match_legs where match_id = m.id and side = 'ledger' order by ordinal limit 1)`,
    sql: `m.run_id = ? and m.status = 'suggested' and ${best} ${group ? `and ${matchGroup} = ?` : ''} ${q === '' ? '' : found}`,
    params: [runId, ...(group ? [group] : []), ...(q === '' ? [] : [...item.params, ...entry.params])],
    // Within a score as the engine wrote them: in the order of their lines, found by the index.
    order: 'm.score desc, m.rowid',
  }
}

function lines({ runId, q, precision }: QueueScope, group: Group): Source {
  const found = itemFits(q, precision)
  const free = group === 'unmatched_source'
  return {
    select: `select 'item' as kind, i.id, '${group}' as grp, i.booking_date as day,
      i.amount - i.allocated - i.allocated_parts as amount, i.counterparty_name as name, i.remittance_text as text,
      null as score, i.id as item_id, i.note,
      i.level = 'split' as is_part`,
    from: 'from items i',
    sql: `i.run_id = ? and ${asDivided} and i.bank_status = 'booked'
      and i.match_status in ('unmatched', 'partial') ${free ? `and not ${suggested('source_entry_id', 'i.id')}` : ''}
      and ${found.sql}`,
    params: [runId, ...(free ? [runId] : []), ...found.params],
    order: 'i.booking_date, i.position, i.id',
  }
}

function entries({ runId, family, from, to, q, precision }: QueueScope, group: Group): Source {
  const found = entryFits(q, precision)
  const free = group === 'unmatched_ledger'
  return {
    select: `select 'entry' as kind, e.id, '${group}' as grp, e.booking_date as day, e.signed - e.allocated as amount,
      e.counterparty_name as name, trim(coalesce(e.document_no, '') || ' ' || e.description) as text, null as score,
      null as item_id, null as note, 0 as is_part`,
    from: 'from ledger_entries e',
    sql: `e.ledger_id in (${family.map(() => '?').join(', ')}) and e.booking_date between ? and ?
      and e.signed <> e.allocated and not ${opensLedger} ${free ? `and not ${suggested('ledger_entry_id', 'e.id')}` : ''}
      and ${found.sql}`,
    params: [...family, from, to, ...(free ? [runId] : []), ...found.params],
    order: 'e.booking_date, e.id',
  }
}

function sourceOf(scope: QueueScope, group: Group): Source {
  if (group === 'critical') return discrepancies(scope)
  if (group === 'unmatched_source' || group === 'open_source') return lines(scope, group)
  if (group === 'unmatched_ledger' || group === 'open_ledger') return entries(scope, group)
  return matches(scope, group)
}

/** The worklist of a run: how much waits in each group, and rows of one group. */
export function worklistQueries(db: Database) {
  const prepared = createPrepared(db)
  const count = ({ from, sql, params }: Source) =>
    prepared(`select count(*) ${from} where ${sql}`)
      .pluck()
      .get(...params) as number

  return {
    count: (scope: QueueScope, group: Group) => count(sourceOf(scope, group)),
    /** Whether the run has more than so many lines, entries or suggestions: then counting takes its time. */
    isLarge({ runId, family }: QueueScope, limit: number): boolean {
      const isMore = (from: string, ...params: string[]) =>
        prepared(`select count(*) from (select 1 from ${from} limit ${limit + 1})`)
          .pluck()
          .get(...params) as number
      return (
        isMore('source_entries where run_id = ?', runId) > limit ||
        isMore(`ledger_matches where run_id = ? and status = 'suggested'`, runId) > limit ||
        family.some((id) => isMore('ledger_entries where ledger_id = ? and signed <> allocated', id) > limit)
      )
    },
    counts(scope: QueueScope): Record<QueueGroup, number> {
      const { sql, params } = matches(scope)
      const byBand = prepared(
        `select ${matchGroup} as grp, count(*) as n from ledger_matches m where ${sql} group by 1`,
      ).all(...params) as { grp: QueueGroup; n: number }[]
      const of = (group: QueueGroup) => byBand.find(({ grp }) => grp === group)?.n ?? 0
      return {
        critical: count(discrepancies(scope)),
        strong: of('strong'),
        likely: of('likely'),
        possible: of('possible'),
        ambiguous: of('ambiguous'),
        unmatched_source: count(lines(scope, 'unmatched_source')),
        unmatched_ledger: count(entries(scope, 'unmatched_ledger')),
      }
    },
    rows(scope: QueueScope, group: Group, limit: number, offset: number): QueueRow[] {
      const { select, from, sql, params, order } = sourceOf(scope, group)
      return prepared(`${select} ${from} where ${sql} order by ${order} limit ? offset ?`).all(
        ...params,
        limit,
        offset,
      ) as QueueRow[]
    },
  }
}
