import { wordsOf } from '../discrepancies/words.ts'
import type { Lang } from './words.ts'

const es: Readonly<Record<string, string>> = {
  statement_not_proved: 'El extracto no cuadra',
  statement_gap: 'Falta un extracto',
  statement_overlap: 'Extractos superpuestos',
  sequence_gap: 'Falta un número de extracto',
  page_missing: 'Falta una página',
  declared_totals_differ: 'Los totales declarados difieren',
  account_mismatch: 'Otra cuenta',
  currency_mismatch: 'Otra moneda',
  missing_in_ledger: 'No está en libros',
  missing_on_statement: 'No está en el extracto',
  amount_difference: 'Los importes difieren',
  partial_settlement: 'Conciliado en parte',
  batch_sum_mismatch: 'La remesa no suma',
  duplicate_source_entry: 'Posible línea doble',
  possible_duplicate_ledger_entry: 'Posible apunte doble',
  ambiguous_match: 'Conciliación ambigua',
  search_incomplete: 'Búsqueda incompleta',
  bank_reference_reused: 'Referencia bancaria repetida',
  bank_correction: 'Corrección del banco',
  unlinked_return: 'Devolución sin su original',
  value_date_gap: 'Fecha valor lejana',
  period_mismatch: 'Otro periodo contable',
  currency_difference: 'Diferencia de cambio',
  wrong_counterparty: 'Otro tercero',
  accepted_match_broken: 'Conciliación rota',
  closed_period_changed: 'Cambió un periodo cerrado',
  transfer_counterpart_missing: 'Falta la otra parte del traspaso',
  encoding_fallback: 'Codificación supuesta',
  value_date_adjusted: 'Fecha valor ajustada',
  booking_date_inferred: 'Fecha contable deducida',
  interpretation_chosen: 'Lectura elegida',
}

/** What a kind of discrepancy is called. */
export const discrepancyTitle = (type: string, lang: Lang): string =>
  (lang === 'es' ? es[type] : undefined) ?? wordsOf(type).title
