import { type Condition, noEntry, noItem, noMatch, noStatement } from './condition.ts'

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

const ofProcessedFile = `statements s join source_files f on f.id = s.source_file_id and f.status = 'processed'`

/** What concerns a file or a statement as a whole. `same_account` is the comparison that an import makes (4.10). */
export const fileConditions: readonly Condition[] = [
  {
    type: 'statement_not_proved',
    subject: null,
    sql: `select s.id as key, s.id as statement_id, ${noItem}, ${noEntry}, ${noMatch}, 'critical' as severity,
        s.proof_difference as amount, json_object('from', s.from_date, 'to', s.to_date) as facts
      from ${ofProcessedFile} join reconciliation_runs r on r.id = s.run_id
      where s.run_id = @run and s.proof_status = 'not_proved' and r.proof_override is null`,
  },
  {
    type: 'account_mismatch',
    subject: null,
    // A statement may name its account only behind its lines, when they have been taken; or the ledger's account changed.
    sql: `select s.id as key, s.id as statement_id, ${noItem}, ${noEntry}, ${noMatch}, 'critical' as severity, null as amount,
        json_object('own', s.account_identifier, 'ledger',
          (select group_concat(json_extract(a.value, '$.value'), ', ') from json_each(l.account_identifiers) a)) as facts
      from ${ofProcessedFile} join ledgers l on l.id = s.ledger_id
      where s.run_id = @run and s.account_identifier is not null and l.account_identifiers <> '[]'
        and not exists (select 1 from json_each(l.account_identifiers) a
          where same_account(json_extract(a.value, '$.value'), s.account_identifier))`,
  },
  warning('declared_totals_differ', 'warning', 'declared_totals_differ'),
  {
    type: 'currency_mismatch',
    subject: null,
    // A statement may name its currency only behind its lines, when they have been taken for the ledger's.
    sql: `${warned('critical', ['entry_currency_differs', 'balance_currency_differs'])}
      union all
      select s.id as key, s.id as statement_id, ${noItem}, ${noEntry}, ${noMatch}, 'critical' as severity, null as amount,
        json_object('own', s.currency, 'ledger', l.currency) as facts
      from ${ofProcessedFile} join ledgers l on l.id = s.ledger_id
      where s.run_id = @run and s.currency <> l.currency`,
  },
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
]
