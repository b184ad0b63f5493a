// A spreadsheet would calculate a cell that begins like this, even behind blanks.
const looksLikeFormula = /^[\s\p{Cc}]*[=+\-@\uff0b\uff0d\uff1d\uff20]/u
const startsWithControl = /^[\t\r\n]/
const needsQuotes = /[",;\r\n]/

/** One field: a text that a spreadsheet would calculate gets a leading apostrophe, quotes are doubled. */
function csvCell(value: string | null): string {
  if (value === null) return ''
  const safe = looksLikeFormula.test(value) || startsWithControl.test(value) ? `'${value}` : value
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/**
 * A CSV file in UTF-8 with a byte order mark, which spreadsheets need to read accents. `nextPage` is asked for more rows
 * only when the reader wants more, so a list of any length needs the memory of one page.
 */
export function csvStream(
  header: readonly string[],
  nextPage: () => readonly (readonly (string | null)[])[],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`\ufeff${line(header)}`)),
    pull(controller) {
      const rows = nextPage()
      if (rows.length === 0) controller.close()
      else controller.enqueue(encoder.encode(rows.map(line).join('')))
    },
  })
}

export const csvHeaders = (fileName: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${fileName}"`,
})

/** The second kind of answer of a list that can be exported. */
export const csvContent = { 'text/csv': { schema: { type: 'string' as const } } }
