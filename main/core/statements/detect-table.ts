const delimiters = [',', ';', '\t', '|'] as const

const months = '(?:[A-Za-zÀ-ÿ]{3,10}\\.?)'
const dates = [
  /^\d{4}[-./:]\d{1,2}[-./:]\d{1,2}\.?(?:$|[T ])/,
  /^\d{1,2}[-./ ]\d{1,2}[-./ ']\d{2,4}\.?(?:$|[T ,])/,
  new RegExp(`^\\d{1,2}[-. /]{0,2}(?:de )?${months}[-. /,]{0,2}(?:de )?\\d{2,4}(?:$|[T ,])`),
  new RegExp(`^${months} \\d{1,2},? ?\\d{0,4}(?:$|[T ,])`),
  /^(?:19|20)\d{6}(?:$|[T ])/,
  // 2025年1月31日 in whichever encoding; one of them ends the first sign with an N.
  /^(?:19|20)\d{2}\s?[^\0-\x7f][^\d,;]{0,2}\s?\d{1,2}\s?[^\0-\x7f][^\d,;]{0,2}\s?\d{1,2}\s?[^\0-\x7f]/,
]
const amount = /^[-+−–(]?\s*[^\d\s]{0,4}\s*[-+−–]?\d[\d.,'’\s]*\s*[^\d\s]{0,4}\)?$/u

/** A date or an amount is short; longer cells are neither, and not worth a pattern. */
const bare = (cell: string) =>
  cell.length > 60
    ? ''
    : cell
        .trim()
        .replace(/^["']+|["']+$/g, '')
        .trim()

/** A day number of a spreadsheet, 1982 to 2064: only in a row that has words as well. */
const isSerial = (cell: string) => /^[3-5]\d{4}$/.test(cell)

function isRow(cells: readonly string[]): boolean {
  if (cells.length < 2) return false
  const date = cells.findIndex((cell) => dates.some((pattern) => pattern.test(cell)))
  if (date >= 0) return cells.some((cell, i) => i !== date && amount.test(cell))
  const serial = cells.findIndex(isSerial)
  return serial >= 0 && cells.some((cell, i) => i !== serial && /[.,]\d\d$/.test(cell) && amount.test(cell))
}

/** Whether delimited text holds at least one row with a date and an amount (specification 4.2, row 13). */
export function looksLikeTable(lines: readonly string[]): boolean {
  return lines.some((line) => {
    return delimiters.some((delimiter) => line.includes(delimiter) && isRow(line.split(delimiter).map(bare)))
  })
}
