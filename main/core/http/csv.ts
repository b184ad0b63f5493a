// A spreadsheet would calculate a cell that begins like this, even behind blanks.
const looksLikeFormula = /^[\s\p{Cc}]*[=+\-@\uff0b\uff0d\uff1d\uff20]/u
const startsWithControl = /^[\t\r\n]/
const needsQuotes = /[",;\r\n]/

/** A text, nothing, or a number that was written by us: only texts can hold a formula. */
export type CsvCell = string | null | { readonly number: string }

/** One field: a text that a spreadsheet would calculate gets a leading apostrophe, quotes are doubled. */
function csvCell(cell: CsvCell, separator: string): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return cell.number.includes(separator) ? `"${cell.number}"` : cell.number
  const safe = looksLikeFormula.test(cell) || startsWithControl.test(cell) ? `'${cell}` : cell
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One row; `separator` is a comma unless told otherwise. */
export const csvLine = (cells: readonly CsvCell[], separator: ',' | ';' = ','): string =>
  `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`

/**
 * A CSV file in UTF-8 with a byte order mark, which spreadsheets need to read accents. `nextPage` is asked for more rows
 * only when the reader wants more, so a list of any length needs the memory of one page.
 */
export function csvStream(
  header: readonly string[],
  nextPage: () => readonly (readonly CsvCell[])[],
  separator: ',' | ';' = ',',
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`\ufeff${csvLine(header, separator)}`)),
    pull(controller) {
      const rows = nextPage()
      if (rows.length === 0) controller.close()
      else controller.enqueue(encoder.encode(rows.map((row) => csvLine(row, separator)).join('')))
    },
  })
}

export const csvHeaders = (fileName: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${fileName}"`,
})

/** The second kind of answer of a list that can be exported. */
export const csvContent = { 'text/csv': { schema: { type: 'string' as const } } }
