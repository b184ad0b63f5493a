import { ledgerFamily } from '../books/family.ts'
import { opensLedger } from '../books/opening.ts'
import { type Condition, noEntry, noItem, noMatch, noStatement, touchedHere } from './condition.ts'
import { fileConditions } from './file-conditions.ts'

const ofRun = `i.run_id = @run and ${touchedHere} and i.bank_status = 'booked'`
const booked = `${ofRun} and i.parent_entry_id is null`
const openAmount = '(i.amount - i.allocated - i.allocated_parts)'
const openEntry = `e.ledger_id in (${ledgerFamily('@ledger')}) and ${touchedHere} and e.signed <> e.allocated`

/** What has a proposal is not missing: it waits for a person. */
const noSuggestion = (leg: string) => `not exists (select 1 from match_legs g join ledger_matches m on m.id = g.match_id
          where ${leg} and m.status = 'suggested')`

/** What a person closed as a duplicate is told apart from what it was taken for. */
const isNoDuplicate = (line: string) => `${line}.closed_reason is not 'duplicate_on_statement'`

const decisionOf = (match: string) => `select max(d.seq) from audit_events d
            where d.entity = 'match' and d.entity_id = ${match}.id
              and d.action in ('accept', 'accept_unattended', 'accept_again', 'manual_match')`

/** Of the entry `e` in match `m`, out of the first correction since; null where it was never corrected. */
const amountWhenDecided = `(select json_extract(x.value, '$.amount')
          from audit_events a, json_each(a.before, '$.entries') x
          where a.entity = 'ledger_transaction' and a.entity_id = e.transaction_id and a.action = 'correct'
            and a.seq > (${decisionOf('m')}) and json_extract(x.value, '$.id') = e.id order by a.seq limit 1)`

const itemConditions: readonly Condition[] = [
  {
    type: 'missing_in_ledger',
    subject: 'item',
    afterPass: true,
    sql: `select i.id as key, i.statement_id, i.id as source_entry_id, ${noEntry}, ${noMatch},
        case when julianday(@now) - julianday(i.booking_date) > 30 then 'critical' else 'warning' end as severity,
        ${openAmount} as amount,
        json_object('date', i.booking_date, 'name', i.counterparty_name, 'text', i.remittance_text) as facts
      from items i where ${booked} and i.match_status in ('unmatched', 'partial')
        and ${noSuggestion('g.source_entry_id = i.id')}`,
  },
  {
    type: 'missing_on_statement',
    subject: 'entry',
    afterPass: true,
    sql: `select e.id as key, ${noStatement}, ${noItem}, e.id as ledger_entry_id, ${noMatch},
        case when julianday(@end) - julianday(e.booking_date) > 180 then 'critical'
          when julianday(@end) - julianday(e.booking_date) > 10 then 'warning' else 'info' end as severity,
        e.signed - e.allocated as amount,
        json_object('date', e.booking_date, 'name', e.counterparty_name, 'document', e.document_no) as facts
      from ledger_entries e
      where ${openEntry} and e.booking_date <= @end
        and not ${opensLedger}
        and ${noSuggestion('g.ledger_entry_id = e.id')}`,
  },
  {
    type: 'partial_settlement',
    subject: 'item',
    sql: `select i.id as key, i.statement_id, i.id as source_entry_id, ${noEntry}, ${noMatch}, 'info' as severity,
        ${openAmount} as amount, json_object('date', i.booking_date, 'name', i.counterparty_name) as facts
      from items i where ${booked} and i.match_status = 'partial'`,
  },
  {
    type: 'partial_settlement',
    subject: 'entry',
    sql: `select e.id as key, ${noStatement}, ${noItem}, e.id as ledger_entry_id, ${noMatch}, 'info' as severity,
        e.signed - e.allocated as amount,
        json_object('date', e.booking_date, 'name', e.counterparty_name, 'document', e.document_no) as facts
      from ledger_entries e
      where ${openEntry} and e.allocated <> 0 and e.allocated * e.signed > 0 and abs(e.allocated) < abs(e.signed)
        and exists (select 1 from match_legs g join ledger_matches m on m.id = g.match_id
          where g.ledger_entry_id = e.id and m.run_id = @run and m.status = 'accepted')`,
  },
  {
    type: 'batch_sum_mismatch',
    subject: 'item',
    // The residual stands for what neither parts nor charges explain (4.3.5); with its line, or by itself, it is settled.
    sql: `select i.id as key, i.statement_id, i.id as source_entry_id, ${noEntry}, ${noMatch}, 'warning' as severity,
        i.amount as amount, json_object('date', i.booking_date, 'name', i.counterparty_name) as facts
      from items i join source_entries p on p.id = i.parent_entry_id
      where ${ofRun} and i.level = 'residual' and json_extract(i.facts, '$.additionalInfo') = 'difference'
        and i.match_status in ('unmatched', 'partial') and p.match_status in ('unmatched', 'partial')`,
  },
  {
    type: 'duplicate_source_entry',
    subject: 'item',
    // 9.3 rule 5: the same content under another reference of the bank, in a file before. The later line is named.
    sql: `select i.id as key, i.statement_id, i.id as source_entry_id, ${noEntry}, ${noMatch}, 'warning' as severity,
        i.amount as amount,
        json_object('date', i.booking_date, 'name', i.counterparty_name, 'reference', i.bank_reference) as facts
      from items i where ${booked} and i.strong_key is not null and ${isNoDuplicate('i')}
        and exists (select 1 from items o where o.ledger_id = i.ledger_id and o.currency = i.currency
          and o.fingerprint = i.fingerprint and o.occurrence = i.occurrence and o.source_file_id is not i.source_file_id
          and o.strong_key <> i.strong_key and o.id < i.id and ${isNoDuplicate('o')})`,
  },
  {
    type: 'value_date_gap',
    subject: 'item',
    sql: `select i.id as key, i.statement_id, i.id as source_entry_id, ${noEntry}, ${noMatch}, 'info' as severity,
        i.amount as amount, json_object('date', i.booking_date, 'value_date', i.value_date) as facts
      from items i where ${booked} and i.value_date is not null
        and abs(julianday(i.booking_date) - julianday(i.value_date)) > 5`,
  },
  {
    type: 'wrong_counterparty',
    subject: 'match',
    sql: `select m.id as key, ${noStatement}, ${noItem}, ${noEntry}, m.id as match_id, 'warning' as severity,
        null as amount, json_object('score', m.score) as facts
      from ledger_matches m where m.run_id = @run and ${touchedHere} and m.status = 'accepted'
        and exists (select 1 from json_each(m.reasons) x where json_extract(x.value, '$.code') = 'C5')`,
  },
  {
    type: 'accepted_match_broken',
    subject: 'match',
    sql: `select m.id as key, ${noStatement}, ${noItem}, min(e.id) as ledger_entry_id, m.id as match_id,
        'critical' as severity, sum(e.signed - e.allocated) as amount,
        json_object('document', min(e.document_no), 'booked', sum(e.signed), 'matched', sum(e.allocated)) as facts
      from ledger_matches m join match_legs g on g.match_id = m.id and g.side = 'ledger'
      join ledger_entries e on e.id = g.ledger_entry_id
      join ledger_transactions t on t.id = e.transaction_id
      where m.run_id = @run and ${touchedHere} and m.status = 'accepted'
        and (abs(e.allocated) > abs(e.signed) or e.allocated * e.signed < 0 or t.reversed_by is not null
          or coalesce(${amountWhenDecided}, e.amount) <> e.amount)
      group by m.id`,
  },
  {
    type: 'period_mismatch',
    subject: 'match',
    sql: `select m.id as key, ${noStatement}, min(i.id) as source_entry_id, min(e.id) as ledger_entry_id, m.id as match_id,
        'warning' as severity, null as amount,
        json_object('date', max(i.booking_date), 'entry_date', min(e.booking_date)) as facts
      from ledger_matches m join match_legs g on g.match_id = m.id join source_entries i on i.id = g.source_entry_id
      join match_legs h on h.match_id = m.id join ledger_entries e on e.id = h.ledger_entry_id
      where m.run_id = @run and ${touchedHere} and m.status = 'accepted'
        and substr(i.booking_date, 1, 4) <> substr(e.booking_date, 1, 4)
      group by m.id`,
  },
]

export const conditions: readonly Condition[] = [...fileConditions, ...itemConditions]

/** Raised from what a matching pass noticed; they end when the next pass no longer sees them, or the item is settled. */
export const findingSeverity: Readonly<Record<string, 'info' | 'warning'>> = {
  amount_difference: 'warning',
  ambiguous_match: 'info',
  search_incomplete: 'info',
  unlinked_return: 'warning',
  possible_duplicate_ledger_entry: 'warning',
  transfer_counterpart_missing: 'warning',
  currency_difference: 'warning',
  period_mismatch: 'warning',
}
