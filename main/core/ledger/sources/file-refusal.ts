import type { StatementError } from '../../statements/failure.ts'
import { LedgerRefusal } from '../errors.ts'

/** Files that are no statement at all: 415; what is too large: 413; everything else is content that cannot be read: 422. */
const unsupported = new Set([
  'format_unknown',
  'spreadsheet_not_supported',
  'pdf_not_supported',
  'html_instead_of_data',
  'camt_052_intraday',
  'camt_054_notification',
  'mt942_intraday',
])
const tooLarge = new Set(['file_too_large', 'archive_too_large', 'archive_too_many_members', 'archive_ratio'])

/** A file that cannot be read, as an answer of the API: details list each place (10). */
export function fileRefusal(error: StatementError): LedgerRefusal {
  const status = unsupported.has(error.code) ? 415 : tooLarge.has(error.code) ? 413 : 422
  return new LedgerRefusal(status, error.code, error.message, error.faults)
}
