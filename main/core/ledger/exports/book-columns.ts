import { type ExportList, entryKeys, list, t } from './columns.ts'

const sortedHere = (of: ExportList): ExportList => ({ ...of, sortedHere: true })

/** Lists of the books that can be had as a file, by the last word of their path; `chart` is `/v1/ledgers` itself. */
export const bookLists: Readonly<Record<string, ExportList>> = {
  chart: sortedHere(
    list(
      t('Ledgers', 'Cuentas'),
      'code num_id description type currency_code account_identifiers balance_posted last_activity_date locked_until active id',
      { code: t('Code', 'Código'), description: t('Name', 'Nombre') },
    ),
  ),
  accounts: sortedHere(
    list(
      t('Accounts', 'Cuentas bancarias'),
      'ledger.code ledger.description ledger.currency_code proved_until last_statement_balance ledger.balance_posted open_items open_entries unreconciled_amount next_statement_date last_reconciled_date',
    ),
  ),
  entries: list(t('Ledger entries', 'Apuntes'), entryKeys),
  runs: list(
    t('Runs', 'Conciliaciones'),
    'period_from period_to ledger_id status source_type proof_status counts.entries counts.unmatched counts.partial opening_balance closing_balance closed_by closed_at note id',
    { closed_at: t('Closed at', 'Cerrada el') },
  ),
  'trial-balance': sortedHere(
    list(t('Trial balance', 'Balance de sumas y saldos'), 'code description type debit credit balance', {
      code: t('Code', 'Código'),
      description: t('Name', 'Nombre'),
    }),
  ),
  rules: list(
    t('Rules', 'Reglas'),
    'position state origin conditions action.reason action.ledger_id hits accepted rejected last_used_at id',
  ),
  counterparties: list(t('Counterparties', 'Terceros'), 'name aliases accounts usual_lag_days modified_at id'),
  imports: list(t('Imports', 'Importaciones'), 'created_at created_by file_name imported skipped undone_at sha256'),
  audit: list(
    t('History', 'Historial'),
    'seq at actor entity action subject reason entity_id run_id before after hash',
  ),
}
