import { type ExportList, entryKeys, list, t } from './columns.ts'

/** Lists of a run that can be had as a file, by the last word of their path. */
export const runLists: Readonly<Record<string, ExportList>> = {
  items: list(
    t('Statement lines', 'Líneas del extracto'),
    'position booking_date value_date counterparty_name counterparty_account remittance_text bank_reference amount open_amount match_status closed_reason note id',
    { booking_date: t('Booked', 'Fecha') },
  ),
  matches: list(
    t('Matches', 'Conciliaciones'),
    'status kind origin score band source_amount ledger_amount difference decided_by decided_at note reject_reason id',
  ),
  'gl-only': list(t('Only in the ledger', 'Solo en libros'), entryKeys),
  'gl-all': list(t('Ledger entries', 'Apuntes'), entryKeys),
  postings: list(
    t('Closing postings', 'Asientos de cierre'),
    'booking_date transaction_id code debit credit description document_no counterparty_name id',
    { booking_date: t('Date', 'Fecha'), code: t('Account', 'Cuenta'), description: t('Text', 'Concepto') },
  ),
  discrepancies: list(
    t('Discrepancies', 'Discrepancias'),
    'severity type title status amount note assignee opened_at closed_at closed_reason closed_by id',
  ),
}
