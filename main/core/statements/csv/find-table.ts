import { isDated } from './choose-shape.ts'
import { looksLikeDate } from './date-text.ts'
import { headerScore } from './match-header.ts'
import { isNumber } from './number-text.ts'
import type { Row } from './tokenize.ts'

const searched = 400

/** Where the table stands among the rows: index of the header (null without one) and of the first row below it. */
export interface TablePlace {
  readonly header: number | null
  readonly first: number
}

/** A number or a date; "Ref.1" is a name, though the letters might be a currency. */
const isValue = (cell: string): boolean =>
  cell !== '' && !/^\p{L}{2,}[.,]\d/u.test(cell) && (isNumber(cell) || looksLikeDate(cell))

/** The header is the row that names a date and an amount, else the last row of words above the longest dated run. */
export function findTable(rows: readonly Row[]): TablePlace {
  const until = Math.min(rows.length, searched)
  let best = -1
  let bestScore = 0
  for (let index = 0; index < until; index += 1) {
    const cells = rows[index]?.cells ?? []
    if (cells.length < 2 || isDated(cells)) continue
    const { score, hasEssentials } = headerScore(cells)
    if (!hasEssentials || score <= bestScore) continue
    // A sentence that happens to name both is not a header; the number of a record type may stand before one.
    const values = cells.filter(isValue).length
    if (values > 1 || (values === 1 && (score < 3 || !isValue(cells[0] ?? '')))) continue
    best = index
    bestScore = score
  }
  if (best >= 0) return { header: best, first: best + 1 }

  const start = longestRun(rows, until)
  for (let index = start - 1; index >= Math.max(0, start - 8); index -= 1) {
    const cells = rows[index]?.cells ?? []
    const filled = cells.filter((cell) => cell !== '')
    const width = (rows[start]?.cells ?? []).length
    if (filled.length < 2 || cells.length < Math.min(width, 3) - 1) continue
    if (filled.length * 2 < (rows[start]?.cells ?? []).filter((cell) => cell !== '').length) continue
    if (filled.some((cell) => isValue(cell) || cell.endsWith(':'))) continue
    return { header: index, first: index + 1 }
  }
  return { header: null, first: start }
}

/** First row of the longest run of rows with a date and an amount; up to three other rows do not end a run. */
function longestRun(rows: readonly Row[], until: number): number {
  // A line above the table may hold a date and a balance, but in other columns than the rows of the table.
  const places = new Map<number, number>()
  const dateColumn = (index: number) => (rows[index]?.cells ?? []).findIndex(looksLikeDate)
  for (let index = 0; index < until; index += 1)
    if (isDated(rows[index]?.cells ?? [])) places.set(dateColumn(index), (places.get(dateColumn(index)) ?? 0) + 1)
  // Where two columns are equally frequent, the lower lines are the table.
  const usual = [...places].reverse().sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  let best = 0
  let bestCount = 0
  let start = -1
  let count = 0
  let gap = 0
  for (let index = 0; index < until; index += 1) {
    if (isDated(rows[index]?.cells ?? []) && dateColumn(index) === usual) {
      if (start < 0 || gap > 3) {
        start = index
        count = 0
      }
      count += 1
      gap = 0
      if (count > bestCount) {
        bestCount = count
        best = start
      }
    } else gap += 1
  }
  return best
}
