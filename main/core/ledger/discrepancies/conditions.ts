import { opensLedger } from '../books/opening.ts'

/**
 * When discrepancies exist (7), as SQL. Each query answers rows of: key part, statement, item, ledger entry, match,
 * severity, amount, facts (JSON). Parameters: `@run`, `@ledger`, `@now` (day), `@end` (last day of the run, or null).
 */
export interface Condition {
  readonly type: string
  readonly sql: string
  /** Concerns single items or entries, so that a decision needs to look at those alone. */
  readonly subject: 'item' | 'entry' | 'match' | null
  /** Only once a matching pass has looked at the run. */
  readonly afterPass?: boolean
}

const noStatement = 'null as statement_id'
const noItem = 'null as source_entry_id'
const noEntry = 'null as ledger_entry_id'
const noMatch = 'null as match_id'

/** Where a condition of single items, entries or matches is limited to what a decision touched. */
export const touchedHere = 'true'
const booked = `i.run_id = @run and ${touchedHere} and i.parent_entry_id is null and i.bank_status = 'booked'`
const openAmount = '(i.amount - i.allocated - i.allocated_parts)'

/** What a file's reading said, one row per file. */
const warned = (severity: string, codes: readonly string[]) =>
  `select f.id as key, ${noStatement}, ${noItem}, ${noEntry}, ${noMatch}, '${severity}' as severity, null as amount,
      json_object('file', f.file_name, 'count', sum(coalesce(json_extract(w.value, '$.count'), 1)),
        'line', min(json_extract(w.value, '$.line')), 'message', min(json_extract(w.value, '$.message'))) as facts
    from source_files f, json_each(f.warnings) w
    where f.run_id = @run and f.status = 'processed'
      and json_extract(w.value, '$.code') in (${codes.map((code) => `'${code}'`).join(', ')})
    group by f.id`
const warning = (type: string, severity: string, ...codes: readonly string[]): Condition => ({
  type,
  subject: null,
  sql: warned(severity, codes),
})

/** What has a proposal is not missing: it waits for a person. */
const noSuggestion = (leg: string) => `not exists (select 1 from match_legs g join ledger_matches m on m.id = g.match_id
          where ${leg} and m.status = 'suggested')`

export const conditions: readonly Condition[] = [
  {
    type: 'statement_not_proved',
    subject: null,
    sql: `select s.id as key, s.id as statement_id, ${noItem}, ${noEntry}, ${noMatch}, 'critical' as severity,
        s.proof_difference as amount, json_object('from', s.from_date, 'to', s.to_date) as facts
      from statements s join source_files f on f.id = s.source_file_id and f.status = 'processed'
      join reconciliation_runs r on r.id = s.run_id
      where s.run_id = @run and s.proof_status = 'not_proved' and r.proof_override is null`,
  },
  warning('sequence_gap', 'warning', 'sequence_gap'),
  warning('page_missing', 'critical', 'page_missing'),
  warning('declared_totals_differ', 'warning', 'declared_totals_differ'),
  {
    type: 'currency_mismatch',
    subject: null,
    // A statement may name its currency only behind its lines, when they have been taken for the ledger's.
    sql: `${warned('critical', ['entry_currency_differs', 'balance_currency_differs'])}
      union all
      select s.id as key, s.id as statement_id, ${noItem}, ${noEntry}, ${noMatch}, 'critical' as severity, null as amount,
        json_object('own', s.currency, 'ledger', l.currency) as facts
      from statements s join source_files f on f.id = s.source_file_id and f.status = 'processed'
      join ledgers l on l.id = s.ledger_id
      where s.run_id = @run and s.currency <> l.currency`,
  },
  warning('batch_sum_mismatch', 'warning', 'batch_sum_mismatch'),
  warning('duplicate_source_entry', 'warning', 'duplicate_source_entry'),
  warning('bank_reference_reused', 'info', 'bank_reference_reused'),
  warning('bank_correction', 'warning', 'bank_correction'),
  warning('encoding_fallback', 'info', 'encoding_mismatch', 'encoding_fallback'),
  warning('value_date_adjusted', 'info', 'value_date_adjusted'),
  warning('booking_date_inferred', 'info', 'booking_date_inferred'),
  warning(
    'interpretation_chosen',
    'info',
    'reversal_sign_inverted',
    'negative_amount_ignored',
    'interpretation_chosen',
  ),
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
      where e.ledger_id = @ledger and ${touchedHere} and e.signed <> e.allocated and e.booking_date <= @end
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
      where m.run_id = @run and ${touchedHere} and m.status = 'accepted'
        and (abs(e.allocated) > abs(e.signed) or e.allocated * e.signed < 0)
      group by m.id`,
  },
]

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
