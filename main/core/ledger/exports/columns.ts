import type { ColumnKind } from '../reports/table.ts'
import type { Lang } from '../reports/words.ts'

type Text = Readonly<Record<Lang, string>>
export const t = (en: string, es: string): Text => ({ en, es })

export interface ExportColumn {
  /** Field of the list's rows; columns are chosen by it. */
  readonly key: string
  readonly kind: ColumnKind
  readonly title: Text
}
export const column = (key: string, kind: ColumnKind, en: string, es: string): ExportColumn => ({
  key,
  kind,
  title: t(en, es),
})

export const entryColumns: readonly ExportColumn[] = [
  column('booking_date', 'day', 'Booked', 'Contabilizado'),
  column('value_date', 'day', 'Value date', 'Fecha valor'),
  column('due_date', 'day', 'Due', 'Vencimiento'),
  column('code', 'text', 'Ledger', 'Cuenta contable'),
  column('document_no', 'text', 'Document', 'Documento'),
  column('external_document_no', 'text', 'External document', 'Documento externo'),
  column('counterparty_name', 'text', 'Counterparty', 'Tercero'),
  column('description', 'text', 'Text', 'Texto'),
  column('signed_amount', 'money', 'Amount', 'Importe'),
  column('open_amount', 'money', 'Open', 'Pendiente'),
  column('reconciliation_status', 'text', 'Status', 'Estado'),
  column('source', 'text', 'Origin', 'Origen'),
  column('id', 'text', 'Id', 'Id'),
]

export interface ExportList {
  readonly title: Text
  readonly columns: readonly ExportColumn[]
}

/** Lists of a run that can be had as a file, by the last word of their path. */
export const exportLists: Readonly<Record<string, ExportList>> = {
  items: {
    title: t('Statement lines', 'Líneas del extracto'),
    columns: [
      column('position', 'integer', 'No.', 'N.º'),
      column('booking_date', 'day', 'Booked', 'Fecha'),
      column('value_date', 'day', 'Value date', 'Fecha valor'),
      column('counterparty_name', 'text', 'Counterparty', 'Tercero'),
      column('counterparty_account', 'text', 'Account', 'Cuenta'),
      column('remittance_text', 'text', 'Text', 'Texto'),
      column('bank_reference', 'text', 'Bank reference', 'Referencia bancaria'),
      column('amount', 'money', 'Amount', 'Importe'),
      column('open_amount', 'money', 'Open', 'Pendiente'),
      column('match_status', 'text', 'Status', 'Estado'),
      column('closed_reason', 'text', 'Closed because', 'Motivo de cierre'),
      column('note', 'text', 'Note', 'Nota'),
      column('id', 'text', 'Id', 'Id'),
    ],
  },
  matches: {
    title: t('Matches', 'Conciliaciones'),
    columns: [
      column('status', 'text', 'Status', 'Estado'),
      column('kind', 'text', 'Kind', 'Tipo'),
      column('origin', 'text', 'Origin', 'Origen'),
      column('score', 'integer', 'Score', 'Puntos'),
      column('band', 'text', 'Band', 'Grado'),
      column('source_amount', 'money', 'On the statement', 'En el extracto'),
      column('ledger_amount', 'money', 'In the ledger', 'En libros'),
      column('difference', 'money', 'Difference', 'Diferencia'),
      column('decided_by', 'text', 'Decided by', 'Decidido por'),
      column('decided_at', 'instant', 'Decided at', 'Decidido el'),
      column('note', 'text', 'Note', 'Nota'),
      column('reject_reason', 'text', 'Rejected because', 'Motivo de rechazo'),
      column('id', 'text', 'Id', 'Id'),
    ],
  },
  'gl-only': { title: t('Only in the ledger', 'Solo en libros'), columns: entryColumns },
  'gl-all': { title: t('Ledger entries', 'Apuntes'), columns: entryColumns },
  postings: {
    title: t('Closing postings', 'Asientos de cierre'),
    columns: [
      column('booking_date', 'day', 'Date', 'Fecha'),
      column('transaction_id', 'text', 'Voucher', 'Asiento'),
      column('code', 'text', 'Account', 'Cuenta'),
      column('debit', 'money', 'Debit', 'Debe'),
      column('credit', 'money', 'Credit', 'Haber'),
      column('description', 'text', 'Text', 'Concepto'),
      column('document_no', 'text', 'Document', 'Documento'),
      column('counterparty_name', 'text', 'Counterparty', 'Tercero'),
      column('id', 'text', 'Id', 'Id'),
    ],
  },
  discrepancies: {
    title: t('Discrepancies', 'Discrepancias'),
    columns: [
      column('severity', 'text', 'Severity', 'Gravedad'),
      column('type', 'text', 'Type', 'Tipo'),
      column('title', 'text', 'What', 'Qué'),
      column('status', 'text', 'Status', 'Estado'),
      column('amount', 'money', 'Amount', 'Importe'),
      column('note', 'text', 'Note', 'Nota'),
      column('assignee', 'text', 'Assigned to', 'Asignada a'),
      column('opened_at', 'instant', 'Opened', 'Abierta'),
      column('closed_at', 'instant', 'Closed', 'Cerrada'),
      column('closed_reason', 'text', 'Closed because', 'Motivo de cierre'),
      column('closed_by', 'text', 'Closed by', 'Cerrada por'),
      column('id', 'text', 'Id', 'Id'),
    ],
  },
}
