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

/** Files that are no statement at all: 415; what is too large: 413; everything else is content that cannot be read: 422. */
export const statusOfFile = (code: string): 413 | 415 | 422 =>
  unsupported.has(code) ? 415 : tooLarge.has(code) ? 413 : 422
